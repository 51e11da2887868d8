"""Ids are promises: an id that any commit had is still there, merged, or withdrawn."""

import subprocess

import pytest
from moeiwatch.data.changes.promises import is_shallow, lost_in_history
from moeiwatch.data.contents import read_contents
from sample_geodata import properties, record, small_files, write_files

KK = "kk-park"


def git(folder, *arguments):
    own = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *own, *arguments], check=True, capture_output=True)


@pytest.fixture
def folder(tmp_path):
    """Return a folder of data that was committed once, with a source that nothing needs."""
    files = small_files()
    files["sources.json"].append({**files["sources.json"][0], "id": "paper-20250101-other"})
    git(tmp_path, "init", "-q", "repository")
    write_files(tmp_path / "repository" / "geodata", files)
    git(tmp_path / "repository", "add", "-A")
    git(tmp_path / "repository", "commit", "-q", "-m", "Data")
    return tmp_path / "repository" / "geodata"


def commit(folder, files):
    write_files(folder, files)
    git(folder.parent, "add", "-A")
    git(folder.parent, "commit", "-q", "-m", "Data")


def lost(folder):
    return [(p.file, p.record) for p in lost_in_history(read_contents(folder), folder)]


def with_other():
    files = small_files()
    files["sources.json"].append({**files["sources.json"][0], "id": "paper-20250101-other"})
    return files


def test_what_is_still_there_is_no_broken_promise(folder):
    assert lost(folder) == []
    files = with_other()
    properties(files, "compounds.geojson", KK)["withdrawn"] = {"date": "2026-01-01", "reason": "Wrong."}
    commit(folder, files)
    assert lost(folder) == []


def test_an_id_that_disappeared_is_told_however_long_ago(folder):
    files = with_other()
    gone = files["compounds.geojson"]["features"]
    files["compounds.geojson"]["features"] = [item for item in gone if item["id"] != KK]
    for summary in ("One.", "Two."):
        properties(files, "rescue_events.geojson", "ev-2025-all")["summary"] = summary
        commit(folder, files)
    assert lost(folder) == [("compounds.geojson", KK)]
    (problem,) = lost_in_history(read_contents(folder), folder)
    assert "which commit " in problem.message and problem.remedy.startswith(
        "Put the record back as it was (git log -p -- geodata/compounds.geojson shows it). If it went by "
        "mistake: git checkout origin/main -- geodata/compounds.geojson brings"
    )


def test_an_id_that_was_changed_disappeared(folder):
    files = with_other()
    record(files, "compounds.geojson", KK)["id"] = "kk-park-2"
    commit(folder, files)
    assert lost(folder) == [("compounds.geojson", KK)]


def test_a_publication_may_be_taken_over_by_another(folder):
    commit(folder, small_files())
    assert lost(folder) == [("sources.json", "paper-20250101-other")]
    files = small_files()
    files["sources.json"][0]["custom"]["other_ids"] = ["paper-20250101-other"]
    commit(folder, files)
    assert lost(folder) == []


def test_what_is_not_committed_counts_as_it_stands(folder):
    write_files(folder, small_files())
    assert lost(folder) == [("sources.json", "paper-20250101-other")]


def test_an_id_on_a_branch_that_was_merged_counts(folder):
    git(folder, "switch", "-q", "-c", "side")
    files = with_other()
    files["sources.json"].append({**files["sources.json"][0], "id": "paper-20250101-third"})
    commit(folder, files)
    commit(folder, with_other())
    git(folder, "switch", "-q", "-")
    git(folder, "merge", "-q", "--no-ff", "-m", "Merge", "side")
    assert lost(folder) == [("sources.json", "paper-20250101-third")]


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff", b"[1, null]", b'{"features": 1}', b"[" * 9000])
def test_broken_files_lose_nothing(folder, raw):
    (folder / "compounds.geojson").write_bytes(raw)
    git(folder.parent, "commit", "-q", "-am", "Broken")
    assert [file for file, _ in lost(folder)] in ([], ["compounds.geojson"] * 2)
    commit(folder, with_other())
    assert lost(folder) == []


def test_a_shallow_clone_is_known(folder, tmp_path):
    assert is_shallow(folder) is False
    commit(folder, small_files())
    git(tmp_path, "clone", "-q", "--depth=1", folder.parent.as_uri(), "shallow")
    assert is_shallow(tmp_path / "shallow" / "geodata") is True
    assert lost(tmp_path / "shallow" / "geodata") == []


def test_without_a_repository_it_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(ValueError, match="not a git repository"):
        lost(write_files(tmp_path / "geodata", small_files()))
