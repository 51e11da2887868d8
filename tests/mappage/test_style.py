import hashlib
import json
from itertools import pairwise

import pytest
from moeiwatch.data.paths import REPOSITORY
from moeiwatch.data.schema import read_schema
from moeiwatch.mappage.style import (
    COLOURS,
    GROUPS,
    PAINTS,
    RIVER_CLASSES,
    SHAPES,
    TERM_PROPERTY,
    THEMES,
    colour,
    river_colour,
    symbol_of,
    theme_css,
)

ON_PANEL = [
    "ink",
    "muted",
    "active",
    "building",
    "demolition",
    "people",
    "raid",
    "intervention",
    "crossing",
    "danger",
]
TEXT = ["ink", "muted", "people"]


def luminance(hexadecimal):
    parts = [int(hexadecimal[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("layer", GROUPS)
def test_every_term_of_the_schema_has_one_symbol_and_no_other_has(layer):
    terms = read_schema(layer, REPOSITORY / "geodata" / "schema").properties[TERM_PROPERTY[layer]].terms
    styled = [term for group in GROUPS[layer] for term in group.terms]
    assert sorted(styled) == sorted(terms)
    for term in terms:
        symbol = symbol_of(layer, term)
        assert symbol.shape in SHAPES
        assert symbol.paint in PAINTS
        assert symbol.colour in COLOURS


def test_symbols_differ_without_colour_also_those_of_different_layers():
    marks = [(group.symbol.shape, group.symbol.paint) for layer in GROUPS.values() for group in layer]
    assert len(set(marks)) == len(marks)
    # Nor does a tint alone tell two rings apart.
    shapes = [shape for shape, paint in marks if paint in ("open", "tint")]
    assert len(set(shapes)) == len(shapes)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ON_PANEL)
def test_marks_stand_out_from_land_and_panel(theme, name):
    least = 4.5 if name in TEXT else 3
    for ground in ("panel", "paper", "land-th", "land-mm"):
        assert contrast(colour(name, theme=theme), colour(ground, theme=theme)) >= (
            least if ground == "panel" else 3
        )


@pytest.mark.parametrize("theme", THEMES)
def test_labels_are_readable_on_the_land(theme):
    for name in ("label", "label-compound", "label-country"):
        for ground in ("land-th", "land-mm", "halo"):
            assert contrast(colour(name, theme=theme), colour(ground, theme=theme)) >= 4.5


def test_sheet_declares_every_colour_for_both_themes():
    sheet = theme_css()
    assert all(sheet.count(f"  --{name}: ") == len(THEMES) for name in COLOURS)


def test_every_class_of_risk_has_a_colour():
    assert {river_colour(name) for name in RIVER_CLASSES} <= set(COLOURS)


@pytest.mark.parametrize("theme", THEMES)
def test_classes_of_risk_stand_out_from_the_land_and_the_higher_the_more_also_in_grey(theme):
    for land in ("land-th", "land-mm"):
        found = [
            contrast(colour(river_colour(name), theme=theme), colour(land, theme=theme))
            for name in RIVER_CLASSES
        ]
        assert min(found) >= 3
        known = found[: RIVER_CLASSES.index("unknown")]
        assert all(one >= 1.35 * other for one, other in pairwise(known))


def test_vendored_files_are_as_published():
    folder = REPOSITORY / "dashboard" / "static" / "vendor"
    listed = json.loads((folder / "versions.json").read_text(encoding="utf-8"))["packages"]
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {
        "versions.json"
    }
    named = {f"{package['folder']}/{file}" for package in listed for file in package["files"]}
    assert found == named
    for package in listed:
        assert any(file.upper().startswith("LICENSE") for file in package["files"])
        for file, digest in package["files"].items():
            assert hashlib.sha256((folder / package["folder"] / file).read_bytes()).hexdigest() == digest


def test_a_status_is_called_in_the_legend_as_screen_readers_and_tables_call_it():
    terms = read_schema("compounds").properties[TERM_PROPERTY["compounds"]].terms
    assert {group.id: group.title for group in GROUPS["compounds"]} == {
        name: term.title for name, term in terms.items()
    }
