import importlib.util
import re
from pathlib import Path

import pytest
from moeiwatch.commands import river
from sample_geodata import small_files, write_files


@pytest.fixture
def run(capsys):
    def run_command(*arguments: str):
        import argparse

        parser = argparse.ArgumentParser()
        river.add_arguments(parser)
        code = river.run(parser.parse_args(arguments))
        return code, capsys.readouterr().out

    return run_command


def test_it_prints_twelve_months_and_how_far_the_evidence_agrees(run, tmp_path):
    code, text = run("--geodata", str(write_files(tmp_path, small_files())), "--as-of", "2025-03-15")
    assert code == 0
    assert [int(month) for month in re.findall(r"^ +(\d+)\*? ", text, re.M)] == list(range(1, 13))
    assert text.count("Rank correlation") == 1


def test_it_prints_the_sensitivity(run, tmp_path):
    code, text = run("--geodata", str(write_files(tmp_path, small_files())), "--sensitivity")
    assert code == 0 and text.startswith("Share of reaches that change class")


def test_no_reach_and_no_place_is_named(run, tmp_path):
    files = small_files()
    folder = write_files(tmp_path, files)
    names = [feature["id"] for feature in files["river_reaches.geojson"]["features"]]
    for arguments in ((), ("--sensitivity",)):
        _, text = run("--geodata", str(folder), *arguments)
        assert not [name for name in names if name in text]


def test_wrong_usage_ends_with_2(run, tmp_path):
    assert run("--geodata", str(tmp_path / "nowhere"))[0] == 2
    with pytest.raises(SystemExit) as stopped:
        run("--as-of", "2025")
    assert stopped.value.code == 2


def test_the_command_imports_the_analysis_only_when_it_runs():
    source = Path(importlib.util.find_spec("moeiwatch.commands.river").origin).read_text(encoding="utf-8")
    assert not re.search(r"^from moeiwatch", source, re.M)
