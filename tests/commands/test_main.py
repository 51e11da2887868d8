"""What `python dashboard` itself answers for, whatever the command: that Ctrl-C ends it in one sentence."""

import runpy

import pytest
from moeiwatch.commands import format as format_command
from moeiwatch.data import writing
from moeiwatch.data.paths import REPOSITORY

MAIN = runpy.run_path(str(REPOSITORY / "dashboard" / "__main__.py"))["main"]


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
