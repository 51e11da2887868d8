"""What `python dashboard` itself answers for, whatever the command: its help, its end by Ctrl-C."""

import runpy

import pytest
from moeiwatch.commands import format as format_command
from moeiwatch.data import writing
from moeiwatch.data.paths import REPOSITORY

_NAMES = runpy.run_path(str(REPOSITORY / "dashboard" / "__main__.py"))
MAIN, BUILD_PARSER = _NAMES["main"], _NAMES["build_parser"]


@pytest.mark.parametrize(
    ("names", "said"),
    [([], "Nothing was written."), (["a.json", "b.json"], "Written before that: a.json, b.json.")],
)
def test_control_c_ends_in_a_sentence_that_says_what_was_written(names, said, tmp_path, monkeypatch, capsys):
    def stopped(args):
        for name in names:
            writing.write_whole(tmp_path / name, b"{}")
        raise KeyboardInterrupt

    monkeypatch.setattr(writing, "written", [])
    monkeypatch.setattr(format_command, "run", stopped)
    assert MAIN(["format"]) == 130
    assert capsys.readouterr().err == f"\npython dashboard: stopped. {said}\n"


def test_help_tells_of_each_command_in_a_whole_sentence(monkeypatch):
    monkeypatch.setenv("COLUMNS", "300")
    lines = BUILD_PARSER().format_help().partition("COMMAND\n")[2].partition("\n\n")[0].splitlines()
    assert len(lines) >= 8
    assert [line for line in lines if not line.endswith(".")] == []
