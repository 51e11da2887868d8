import argparse

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


def test_one_file_is_written_and_nothing_beside_it(tmp_path, data, capsys):
    out = tmp_path / "map.html"
    assert run(out, "--single-file", "--geodata", data) == 0
    assert "map.html: " in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["geodata", "map.html"]
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_file_opens_by_a_double_click_whatever_it_was_called(tmp_path, data, capsys):
    for _ in range(2):  # the second replaces the first
        assert run(tmp_path / "talk.v2", "--single-file", "--geodata", data) == 0
        assert f"{tmp_path / 'talk.v2.html'}: " in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["geodata", "talk.v2.html"]


def test_a_former_export_is_replaced_and_nothing_else_is(tmp_path, data):
    out, other = tmp_path / "map.html", tmp_path / "thesis.html"
    other.write_text("mine", encoding="utf-8")
    assert run(out, "--single-file", "--geodata", data) == 0
    assert run(out, "--single-file", "--geodata", data) == 0
    assert run(other, "--single-file", "--geodata", data) == 2
    assert run(data, "--single-file", "--geodata", data) == 2
    assert other.read_text(encoding="utf-8") == "mine"
