"""The report for GitHub: within its limits, and nothing in it but what we wrote."""

import copy
import json
import re
from pathlib import Path

import pytest
from data.small_geodata import COMPOUND, small_data, write_data
from moeiwatch.data.changes.compare import compare
from moeiwatch.data.changes.escaping import escape_markdown, escape_within
from moeiwatch.data.changes.feature_block import feature_block
from moeiwatch.data.changes.judging import Finding
from moeiwatch.data.changes.markdown import LONGEST_COMMENT, markdown_report
from moeiwatch.data.changes.schemas import read_schemas
from moeiwatch.data.changes.states import read_folder_state
from moeiwatch.data.changes.verdict import verdict_parts
from moeiwatch.data.problems import Problem

HOSTILE = [
    "```\n# Heading\n```geojson",
    "<img src=x onerror=alert(1)><!-- ",
    "@everyone and @org/team, see #1 and GH-2, owner/name#3",
    "[click](javascript:alert(1)) ![x](http://evil.example/x.png)",
    "a | b || c |---|",
    "</details></summary> **bold** _it_ ~~s~~ `code`",
    "https://evil.example www.evil.example a@evil.example",
    "\u202egnp.exe \x00\x1b[31m \\",
    "$$\\frac{1}{0}$$ :smile: &lt;script&gt; &#64;user",
]


def report(tmp_path: Path, before: dict, after: dict, **options) -> str:
    folders = write_data(tmp_path / "a", before), write_data(tmp_path / "b", after)
    states = (read_folder_state(folder, label=folder.name) for folder in folders)
    return markdown_report(compare(*states, schemas=read_schemas(folders[0])), **options)


def block(text: str) -> dict:
    """Return the GeoJSON of the one fenced block."""
    fences = re.findall(r"^```.*$", text, re.MULTILINE)
    assert fences == ["```geojson", "```"]
    return json.loads(re.search(r"```geojson\n(.*?)\n```", text, re.DOTALL)[1])


def test_sentences_table_and_map(tmp_path):
    after = small_data()
    after["compounds"][0]["properties"]["status"] = "raided"
    after["compounds"][0]["geometry"]["coordinates"] = [98.56, 16.64]
    after["compounds"].append(copy.deepcopy(COMPOUND) | {"id": "new"})
    text = report(tmp_path, small_data(), after)
    assert "- **KK Park**: status active -&gt; raided (2025-10), position moved 1.1 km\n" in text
    assert "| compounds/kk-park | status | active | raided |" in text
    shapes = [(f["properties"]["change"], f["geometry"]["coordinates"]) for f in block(text)["features"]]
    assert shapes == [("added", [98.557, 16.631]), ("before", [98.557, 16.631]), ("changed", [98.56, 16.64])]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_shown(tmp_path, text):
    after = small_data()
    facts = after["compounds"][0]["properties"]
    facts |= {
        "name": text,
        "status": text,
        "status_as_of": text,
        "withdrawn": {"date": text, "reason": text},
        text: text,
    }
    after["compounds"][0]["id"] = text
    after["compounds"].append(copy.deepcopy(COMPOUND) | {"id": text * 2})
    (write_data(tmp_path / "b", after) / "x`<b>@a|.txt").write_text("x")
    written = report(tmp_path, small_data(), after)
    block(written)
    outside = re.sub(r"```geojson\n.*?\n```", "", written, flags=re.DOTALL)
    assert re.findall(r"</?[a-zA-Z!][^>]*>", outside) == ["<code>", "</code>"] * 2 + [
        "<details>",
        "<summary>",
        "</summary>",
        "</details>",
    ]
    assert not re.search(r"@(?!&#8203;)", outside)
    assert not re.search(r"(?<!\\)[`\[\]]", outside)
    assert "://" not in outside
    assert all(line.isprintable() for line in written.split("\n"))
    cells = [re.sub(r"\\\|", "", line).count("|") for line in outside.split("\n") if line.startswith("|")]
    assert set(cells) == {5}
    assert not re.search(r"[`<>&@]", re.search(r"```geojson\n(.*?)\n```", written, re.DOTALL)[1])


def test_the_report_stays_within_the_limit_and_says_what_is_left_out(tmp_path):
    before, after = small_data(), small_data()
    for number in range(1500):
        record = copy.deepcopy(COMPOUND) | {"id": f"c-{number}"}
        before["compounds"].append(record)
        after["compounds"].append(copy.deepcopy(record))
        changed = {"status": "raided", "summary": f"{number}" + "x" * 500, "name": "&" * 200}
        after["compounds"][-1]["properties"] |= changed
    text = report(tmp_path, before, after)
    assert len(text) <= LONGEST_COMMENT
    assert "more lines are left out" in text
    assert "of 1,500 shapes are left out of this map" in text
    assert re.search(r"before and after \([0-9,]+ more are left out here\)", text)
    assert len(block(text)["features"]) <= 300


def test_shapes_that_cannot_be_drawn_are_left_out(tmp_path):
    after = small_data()
    after["compounds"][0]["geometry"] = {"type": "Point", "coordinates": ["a", None]}
    text = report(tmp_path, small_data(), after)
    assert [f["properties"]["change"] for f in block(text)["features"]] == ["before"]
    assert (
        feature_block(compare(*[read_folder_state(tmp_path / "a", label="a")] * 2, schemas={}), longest=100)
        == ""
    )


def test_rewriting_is_said_in_one_line(tmp_path):
    folders = write_data(tmp_path / "a", small_data()), write_data(tmp_path / "b", small_data(), indent=None)
    states = (read_folder_state(folder, label=folder.name) for folder in folders)
    text = markdown_report(compare(*states, schemas=read_schemas(folders[0])))
    assert text.startswith("**What changes in the data:** no change of meaning.")
    assert "geojson" not in text


def test_escaping():
    assert escape_markdown("2025-02-12, 3.5 km (KK Park)") == "2025-02-12, 3.5 km (KK Park)"
    assert escape_markdown("WWW.x.y") == "WWW&#8203;.x.y"


def finding(text: str, *, blocks: bool = True) -> Finding:
    problem = Problem(f"{text}.json", 1, text, text, text, remedy=text)
    return Finding(problem, was_there=not blocks, blocks=blocks)


@pytest.mark.parametrize("character", ["#", "&", "@", "<", "a", "www.", "\u202e", "://", "gh-1 "])
@pytest.mark.parametrize("longest", [10_000, LONGEST_COMMENT])
def test_no_data_makes_the_report_too_long(tmp_path, character, longest):
    """What is escaped is up to nine times as long as it was: limits hold for what is written."""
    before, after = small_data(), small_data()
    text = character * 500
    for number in range(300):
        record = copy.deepcopy(COMPOUND)
        facts = {
            name: text for name in ("name", "kind", "status", "summary", *(text + str(n) for n in range(9)))
        }
        after["compounds"].append(record | {"id": f"{text}{number}", "properties": facts})
    folders = write_data(tmp_path / "a", before), write_data(tmp_path / "b", after)
    for number in range(40):
        (folders[1] / f"{number}.geojson").write_text(
            f'{{"$schema": "schema/compounds.json", "{character}": '
        )
    states = (read_folder_state(folder, label=text) for folder in folders)
    changes = compare(*states, schemas=read_schemas(folders[0]))
    verdict = [finding(f"{text}{number}") for number in range(60)]

    written = markdown_report(changes, verdict=verdict, longest=longest)

    assert len(written) <= longest
    assert re.search(r"^- and \d+ more\.$", written, re.MULTILINE)
    assert "**What changes in the data:**" in written


def test_what_is_cut_is_cut_between_escapes():
    assert escape_within("ab", 2) == "ab"
    assert escape_within("abc", 2) == "a…"
    assert escape_within("##", 10) == "\\#&#8203;…"
    assert escape_within("##", 9) == "…"
    for length in range(1, 60):
        cut = escape_within("a#@<&www.x://gh-1|" * 9, length)
        assert len(cut) <= length
        assert not re.search(r"\\…|&[#0-9a-z]*…", cut)


def test_problems_that_do_not_fit_are_counted():
    assert verdict_parts([finding(letter) for letter in "abc"], longest=50)[1].splitlines() == [
        "- a.json:1: error: a a: a. a",
        "- and 2 more.",
    ]
    assert verdict_parts([finding("a", blocks=False)], longest=10) == [
        "**✅ The check finds no error**. 1 problem there before: nobody has to mend them here."
    ]
