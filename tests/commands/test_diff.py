"""The command `diff`, as a contributor and as the workflows call it."""

import argparse
import json
from pathlib import Path

import pytest
from data.small_geodata import small_data, write_base, write_data
from moeiwatch.commands import diff


def run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    diff.add_arguments(parser)
    return diff.run(parser.parse_args(arguments))


@pytest.fixture
def folders(tmp_path: Path) -> tuple[str, str]:
    """Return two folders of data: in the second one KK Park was raided."""
    after = small_data()
    after["compounds"][0]["properties"]["status"] = "raided"
    write_base(write_data(tmp_path / "a", small_data()))
    write_base(write_data(tmp_path / "b", after))
    return str(tmp_path / "a"), str(tmp_path / "b")


def test_text(folders, capsys):
    assert run([*folders]) == 0
    assert "  KK Park: status active -> raided (2025-10)\n" in capsys.readouterr().out


def test_the_work_tree_is_the_later_state(folders, capsys):
    assert run([folders[0], "--geodata", folders[1]]) == 0
    assert "to the work tree: 1 record changed." in capsys.readouterr().out


def test_json_and_markdown(folders, capsys, tmp_path):
    assert run([*folders, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"] == {"changed": 1}
    out = tmp_path / "report.md"
    assert run([*folders, "--format", "markdown", "--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8").startswith("**What changes in the data:** 1 record changed.")
    assert capsys.readouterr().out == ""


def test_strict_fails_on_ids_that_disappear_and_on_broken_files(folders):
    assert run([*folders, "--strict"]) == 0
    write_data(Path(folders[1]), small_data() | {"compounds": []})
    assert run([*folders]) == 0
    assert run([*folders, "--strict"]) == 1
    write_data(Path(folders[1]), small_data())
    (Path(folders[1]) / "sources.json").write_text("{")
    assert run([*folders, "--strict"]) == 1


def test_the_check_speaks_in_the_report(folders, capsys):
    arguments = [*folders, "--format", "markdown", "--check"]
    right = small_data()
    right["compounds"][0]["properties"]["summary"] = "Another summary."
    write_data(Path(folders[1]), right)
    assert run(arguments) == 0
    assert "The check finds no error" in capsys.readouterr().out
    broken = small_data()
    broken["compounds"][0]["properties"]["kind"] = "`@x` <b>"
    write_data(Path(folders[1]), broken)
    assert run(arguments) == 0
    told = capsys.readouterr().out
    assert "The check finds 1 error" in told
    assert "\\`@&#8203;x\\` &lt;b&gt;" in told


@pytest.mark.parametrize("names", [["no-such-thing"], [""], ["HEAD..HEAD"], ["a\0b"], ["/etc/passwd"]])
def test_states_that_do_not_exist(names, folders, capsys):
    assert run([*names, "--geodata", folders[0]]) == 2
    assert capsys.readouterr().err.startswith("python dashboard diff: ")


def test_a_folder_with_nothing_to_compare_is_refused(folders, tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    for base, words in ((str(tmp_path / "empty"), "holds no data"), (f"{folders[0]}/../a", "judged itself")):
        assert run([base, "--geodata", folders[0]]) == 2
        assert words in capsys.readouterr().err
    assert run([folders[1], folders[1]]) == 2


def test_a_report_that_cannot_be_written(folders, capsys):
    assert run([*folders, "--out", f"{folders[0]}/no/such/folder/x.md"]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_both_maps_beside_what_changed(folders, tmp_path, capsys):
    hostile = small_data()
    hostile["compounds"][0]["properties"] |= {"name": "</main><script>alert(1)</script>", "status": "raided"}
    write_data(Path(folders[1]), hostile)
    out = tmp_path / "page"
    assert run([*folders, "--html", str(out)]) == 0
    page = (out / "index.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert 'href="after/index.html?sel=compounds/kk-park&amp;at=13/' in page
    assert (out / "before" / "index.html").is_file()
    assert (out / "after" / "index.html").is_file()
    assert run([*folders, "--html", str(out)]) == 0
    assert run([*folders, "--html", folders[0]]) == 2
    assert "holds other files" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "page"]
