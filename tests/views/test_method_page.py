import types

import pytest
from moeiwatch.data.properties import inner_properties
from moeiwatch.data.schema import LAYERS, TABLES, read_schema
from moeiwatch.mappage.docstrings import module_html, module_words, words_html
from moeiwatch.mappage.rules import PARTS
from moeiwatch.views import method_page
from moeiwatch.views.method_page import link_years, readme_sections, show_method
from moeiwatch.views.method_tables import coverage_html, coverage_table, definitions_html
from moeiwatch.views.river_method import PARTS as RIVER_PARTS
from moeiwatch.views.text import html_text
from page_runs import html_of, run_page, small_data
from sample_geodata import properties, small_files

SCHEMAS = {name: read_schema(name) for name in (*LAYERS, *TABLES)}


def terms(known):
    yield from known.terms.values()
    for inner in inner_properties(known).values():
        yield from terms(inner)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_term_of_the_schema_is_explained(name):
    words = definitions_html(SCHEMAS)
    for known in SCHEMAS[name].properties.values():
        for term in terms(known):
            assert html_text(term.title) in words and html_text(term.description) in words


def test_what_is_missing_is_counted_by_layer(tmp_path, monkeypatch):
    files = small_files()
    properties(files, "compounds.geojson", "kk-park").update(verified="2026-05-01", confidence="low")
    layers = small_data(tmp_path, files, monkeypatch).layers
    table = coverage_table(layers, titles={"compounds": "Compounds"}).set_index("Layer")
    assert table.loc["Compounds", ["Records", "Read again", "Share"]].tolist() == [2, 1, "50 %"]
    assert table.loc["Compounds", ["Without place", "Low confidence"]].tolist() == [0, 1]
    assert table.at["interventions", "Without place"] == 1
    assert table.at["rescue_events", "Newest"] == "2025-10-20"
    told = coverage_html(table.reset_index())
    assert "<th scope='row'>Compounds</th><td>2</td><td>1</td><td>50 %</td>" in told
    assert "nan" not in told.lower() and "<NA>" not in told and told.count("<tr>") == len(table) + 1


def test_the_notes_are_shown_without_the_dictionary_and_without_formulas():
    text = "# The data\n\nOpening\n\n## Counting\n\nCosts $1 and $2.\n\n## Data dictionary\n\nx\n"
    assert readme_sections(text) == {"Counting": r"Costs \$1 and \$2."}
    assert readme_sections("## Totals\n\n<!-- totals: begin -->\n1\n<!-- totals: end -->") == {"Totals": "1"}
    assert readme_sections("") == {}


def test_a_year_of_the_totals_leads_to_its_events_and_one_of_the_first_release_does_not():
    text = "How many.\n\n| year | best |\n|---|---|\n| 2024 | 5 |\n| 2025 | 9 |\n\nFirst:\n\n| 2025 | 8 |\n"
    assert link_years(text).count("](./events?") == 2
    assert "| [2024](./events?layer=rescue_events&from=2024-01&to=2024-12) | 5 |" in link_years(text)
    assert link_years(text).endswith("First:\n\n| 2025 | 8 |\n")
    assert link_years("No table.") == "No table."


def test_a_module_speaks_for_itself():
    module = types.ModuleType("example")
    source = '"""What it is."""\n\nKM = 5.0\n"""Kilometres. `KM` it is."""\n\n_HIDDEN = 1\n"""No."""\n\n\n'
    source += 'def far():\n    """Return how far.\n\n    - near\n\n    Returns\n    -------\n    x\n    """\n'
    exec(source, module.__dict__)
    method = pytest.MonkeyPatch()
    method.setattr("moeiwatch.mappage.docstrings.inspect.getsource", lambda _: source)
    words = module_words(module)
    html = module_html(module, title="Example", functions=("far",))
    method.undo()
    assert words.text == "What it is." and words.constants[0] == ("KM", "5.0", "Kilometres. `KM` it is.")
    assert words.functions == (("far", "Return how far.\n\n- near"),)
    assert "<code>KM</code> it is." in html and "<li>near</li>" in html and "-------" not in html


def test_words_are_escaped_and_powers_are_no_bold():
    assert words_html("<b> 10 ** 40 and **bold**") == ("<p>&lt;b&gt; 10 ** 40 and <strong>bold</strong></p>")


@pytest.mark.parametrize("floor", ["analysis", "analysis.river"])
def test_every_module_that_the_page_names_is_there_with_its_functions(floor):
    import importlib

    for name, (title, functions) in (PARTS if floor == "analysis" else RIVER_PARTS).items():
        module = importlib.import_module(f"moeiwatch.{floor}.{name}")
        assert title in module_html(module, title=title, functions=functions)


def test_the_page_has_notes_rules_and_terms(tmp_path, monkeypatch):
    small_data(tmp_path, small_files(), monkeypatch)
    (tmp_path / "README.md").write_text("# The data\n\n## Harm\n\nNo victim is named.\n", encoding="utf-8")
    monkeypatch.setattr(method_page, "GEODATA", tmp_path)
    app = run_page(show_method)
    assert "No victim is named." in [block.value for block in app.markdown]
    words = html_of(app)
    assert "Satellite" in words and "The counting tree" in words
    assert "0 of 11 records have been found again" in words


def test_without_notes_the_page_says_so(tmp_path, monkeypatch):
    small_data(tmp_path, small_files(), monkeypatch)
    monkeypatch.setattr(method_page, "GEODATA", tmp_path)
    assert "notes of the data" in html_of(run_page(show_method))


def test_a_property_is_told_by_its_title():
    html = words_html("By `counted_in`, not `far`.")
    assert html == '<p>By <em title="counted_in">Counted in</em>, not <code>far</code>.</p>'
