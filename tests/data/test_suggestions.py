import re
from urllib.parse import parse_qs, urlsplit

import pytest
from moeiwatch.data.paths import REPOSITORY
from moeiwatch.data.schema import LAYERS, TABLES
from moeiwatch.data.suggestions import FORM, LETTER, data_file, record_lines, suggestion
from sample_geodata import small_files, write_files

HARM = '"><script>alert(1)</script>&template=take_down.yml#{record}\n\u202e'


def ways(**given):
    usual = {"title": "KK Park", "summary": "Built.", "site": "Moei Watch", "version": "1f0f", "line": 12}
    return suggestion("compounds", "kk-park", **{**usual, "repository": "https://github.com/a/b", **given})


def test_the_form_is_filled_in_and_the_file_opened_at_its_line():
    found = ways()
    assert found.form.startswith("https://github.com/a/b/issues/new?")
    assert parse_qs(urlsplit(found.form).query) == {
        "template": [FORM],
        "title": ["Correction: KK Park"],
        "record": ["compounds/kk-park"],
    }
    assert found.file == "https://github.com/a/b/blob/HEAD/geodata/compounds.geojson?plain=1#L12"
    assert ways(line=None).file.endswith("?plain=1")


def test_the_form_and_its_field_are_there():
    form = (REPOSITORY / ".github" / "ISSUE_TEMPLATE" / FORM).read_text(encoding="utf-8")
    assert re.search(r"(?m)^\s+id: record$", form)


def test_without_a_repository_there_is_a_letter():
    found = ways(repository="")
    assert (found.form, found.file) == ("", "")
    for words in ("compounds/kk-park (KK Park)", "geodata/compounds.geojson, line 12", "1f0f", "Built."):
        assert words in found.letter


def test_a_hostile_name_stays_in_its_field():
    found = ways(title=HARM, summary=HARM)
    query = parse_qs(urlsplit(found.form).query)
    assert query["template"] == [FORM] and query["record"] == ["compounds/kk-park"]
    assert urlsplit(found.form).fragment == ""
    assert "<" not in found.form and '"' not in found.form
    assert "{record}" in found.letter


def test_the_letter_asks_for_what_a_change_needs():
    assert "What shows it" in LETTER
    assert len(ways(title="x" * 500).form) < 400


@pytest.mark.parametrize("layer", [*LAYERS, *TABLES])
def test_every_layer_names_the_file_in_which_it_stands(layer):
    assert (REPOSITORY / data_file(layer)).is_file()


def test_lines_are_those_on_which_the_records_begin(tmp_path):
    folder = write_files(tmp_path, small_files())
    found = record_lines(folder)
    for layer in (*LAYERS, *TABLES):
        lines = (tmp_path / data_file(layer).partition("/")[2]).read_text(encoding="utf-8").splitlines()
        for record, line in found[layer].items():
            assert f'"{record}"' in "".join(lines[line - 1 : line + 3])
            assert lines[line - 1].strip().startswith("{")
    assert found["compounds"]["kk-park"] < found["compounds"]["kk-park-north"]


def test_a_broken_file_has_no_lines(tmp_path):
    folder = write_files(tmp_path, small_files())
    (folder / "compounds.geojson").write_text("{", encoding="utf-8")
    assert record_lines(folder)["compounds"] == {}
