"""Every record alone: valid by its schema, with real dates, resolving references and clean text."""

import unicodedata

import pytest
from geodata_files import LAYERS, actors, cases, features, names, problems, read, schema, sources
from moeiwatch.data.dates import parse_partial_date
from moeiwatch.data.metrics import METRIC_WORDS

ITEM = "/properties/features/items"
DATES = (
    "date",
    "date_end",
    "observed",
    "observed_end",
    "published",
    "first_reported",
    "status_as_of",
    "verified",
)


@pytest.mark.parametrize("case", cases(), ids=names)
def test_record_is_valid(case):
    layer, id_ = case
    assert problems(layer, ITEM, features(layer)[id_]) == []


@pytest.mark.parametrize("id_", sources())
def test_source_is_valid(id_):
    assert problems("sources", "/items", sources()[id_]) == []


@pytest.mark.parametrize("id_", actors())
def test_actor_is_valid(id_):
    assert problems("actors", "/properties/actors/items", actors()[id_]) == []


@pytest.mark.parametrize("layer", LAYERS)
def test_file_is_valid(layer):
    whole = read(f"{layer}.geojson")
    assert problems(layer, "", {**whole, "features": whole["features"][:1]}) == []
    assert len(whole["features"]) == len(features(layer)), "an id stands twice"


def test_ids_of_sources_and_actors_stand_once():
    assert len(read("sources.json")) == len(sources())
    assert len(read("actors.json")["actors"]) == len(actors())


@pytest.mark.parametrize("case", cases(), ids=names)
def test_dates_are_real_and_in_order(case):
    layer, id_ = case
    properties = features(layer)[id_]["properties"]
    spans = {name: parse_partial_date(properties[name]) for name in DATES if name in properties}
    for start, end in (("date", "date_end"), ("observed", "observed_end")):
        if end in spans:
            assert spans[start].start <= spans[end].end
    first = spans.get("date") or spans.get("observed")
    if first and "published" in spans:
        assert first.start <= spans["published"].end


@pytest.mark.parametrize("case", cases(), ids=names)
def test_references_resolve(case):
    layer, id_ = case
    for value, target in references(layer, features(layer)[id_]["properties"]):
        known = {"sources": sources, "actors": actors}.get(target, lambda: features(target))()  # noqa: B023
        assert value in known, f"{value} is not in {target}"


@pytest.mark.parametrize("id_", actors())
def test_references_of_actors_resolve(id_):
    actor = actors()[id_]
    listed = [source for entry in actor.get("sanctions", []) for source in entry.get("sources", [])]
    assert set(actor["sources"]) | set(listed) <= set(sources())
    assert set(actor.get("member_of", [])) <= set(actors()) - {id_}


def references(layer, properties):
    """Return (id, what it refers to) of everything that the schema declares a reference."""
    body = schema(layer)["properties"]["features"]["items"]["properties"]["properties"]["properties"]
    found = []
    for name, value in properties.items():
        target = body[name].get("x-references") or ("sources" if name == "sources" else None)
        if target:
            found += [(one, target) for one in (value if isinstance(value, list) else [value])]
        for entry in value if name in ("armed_groups", "operators") else []:
            found.append((entry["actor"], "actors"))
    return found


def texts(value):
    """Return every text inside a value."""
    if isinstance(value, str):
        return [value]
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for child in children for text in texts(child)]


@pytest.mark.parametrize("layer", [*LAYERS, "sources", "actors"])
def test_texts_hold_no_invisible_characters_and_are_composed(layer):
    tables = {"sources": sources, "actors": actors}
    for id_, record in tables.get(layer, lambda: features(layer))().items():
        for text in texts(record):
            assert not {"Cc", "Cf", "Co", "Cs"} & set(map(unicodedata.category, text)), id_
            assert unicodedata.is_normalized("NFC", text), id_


def test_every_metric_of_the_records_has_words_for_people():
    used = {report["properties"].get("metric") for report in features("construction_reports").values()}
    assert used - {None} <= METRIC_WORDS.keys()
