import argparse
import re

import pytest
from moeiwatch.commands import export
from sample_geodata import small_files, write_files


def run(*arguments):
    parser = argparse.ArgumentParser()
    export.add_arguments(parser)
    return export.run(parser.parse_args([str(argument) for argument in arguments]))


@pytest.fixture
def data(tmp_path):
    return write_files(tmp_path / "geodata", small_files())


def test_folder_holds_the_whole_page_and_says_so(tmp_path, data, capsys):
    assert run(tmp_path / "out", "--geodata", data) == 0
    said = capsys.readouterr().out
    assert re.search(r"index\.html: (\d+) of \1 records", said)
    html = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    for address in re.findall(r'(?:src|href)="([^"#]+)"', html):
        assert address.startswith("data:") or (tmp_path / "out" / address).is_file(), address
    assert sorted(path.name for path in tmp_path.iterdir()) == ["geodata", "out"]


def test_former_export_is_replaced_as_a_whole(tmp_path, data):
    out = tmp_path / "out"
    assert run(out, "--geodata", data) == 0
    (out / "left-over.txt").write_text("old", encoding="utf-8")
    assert run(out, "--geodata", data) == 0
    assert not (out / "left-over.txt").exists()
    assert (out / "index.html").is_file()


def test_empty_folder_may_be_written(tmp_path, data):
    (tmp_path / "out").mkdir()
    assert run(tmp_path / "out", "--geodata", data) == 0


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_what_is_no_export_is_never_replaced(tmp_path, data, capsys, kind):
    out = tmp_path / "out"
    kept = out / "thesis.txt" if kind == "folder" else out
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("mine", encoding="utf-8")
    assert run(out, "--geodata", data) == 2
    assert "Name a new" in capsys.readouterr().err
    assert kept.read_text(encoding="utf-8") == "mine"


def test_missing_data_is_named(tmp_path, capsys):
    assert run(tmp_path / "out", "--geodata", tmp_path / "nowhere") == 2
    assert "nowhere" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
