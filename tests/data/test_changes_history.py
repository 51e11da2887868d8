"""The versions of the data: from git history, and from the file of a release."""

import json
import subprocess

import pytest
from moeiwatch.data.changes.history import last_release, read_history
from moeiwatch.data.changes.history_file import (
    FILE,
    history_text,
    parse_history,
    read_history_file,
    read_versions,
)
from moeiwatch.data.geodata import data_version
from sample_geodata import properties, small_files, write_files


def git(folder, *arguments):
    own = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(
        ["git", "-C", str(folder), *own, *arguments], check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.fixture
def repository(tmp_path):
    """Return a folder of data with three versions in git, and what these are called."""
    git(tmp_path, "init", "-q")
    versions = []
    for status in ("active", "raided", "demolished"):
        files = small_files()
        properties(files, "compounds.geojson", "kk-park")["status"] = status
        folder = write_files(tmp_path / "geodata", files)
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", "A version")
        versions.append(data_version(folder))
        (folder / "README.md").write_text(f"Words beside the data: {status}")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", "Words only")
    return folder, versions


def test_each_commit_that_changes_data_is_a_version_until_one_is_released(repository):
    folder, versions = repository
    history = read_history(folder)
    assert [(v.version, v.since) for v in history] == [
        (versions[2], versions[1]),
        (versions[1], versions[0]),
    ]
    newest = history[0]
    assert (newest.summary, newest.counts, newest.left_out) == ("1 record changed", {"changed": 1}, 0)
    told = newest.records[0]
    assert (told.layer, told.id, told.change) == ("compounds", "kk-park", "changed")
    assert told.phrase.startswith("status raided -> demolished")
    assert newest.revision and git(folder, "rev-parse", "--short", "HEAD^") == newest.revision
    assert newest.date == git(folder, "log", "-1", "--format=%cs")


def test_releases_are_the_versions_once_there_are_any(repository):
    folder, versions = repository
    git(folder, "tag", "data-2026-01-01-one", "HEAD~5")
    git(folder, "tag", "v9", "HEAD~1")
    assert last_release(folder) == "data-2026-01-01-one"
    assert [(v.version, v.since) for v in read_history(folder)] == [(versions[2], versions[0])]
    git(folder, "tag", "data-2026-01-02-three", "HEAD")
    assert [(v.version, v.since) for v in read_history(folder)] == [(versions[2], versions[0])]


def test_what_changed_in_a_schema_alone_is_told(repository):
    folder, _ = repository
    (folder / "schema").mkdir()
    for title in ("Compounds", "Scam compounds"):
        (folder / "schema" / "compounds.json").write_text(json.dumps({"title": title}))
        git(folder, "add", ".")
        git(folder, "commit", "-q", "-m", "A title")
    newest = read_history(folder)[0]
    assert (newest.summary, newest.records) == ("no record changed", ())
    assert newest.notes == ("schema/compounds.json: changed: title Compounds -> Scam compounds",)


def test_one_version_since_a_revision(repository):
    folder, versions = repository
    assert [(v.version, v.since) for v in read_history(folder, since="HEAD~4")] == [
        (versions[2], versions[0])
    ]
    assert read_history(folder, since="no-such-thing") == []
    assert len(read_history(folder, most=1)) == 1


def test_the_file_says_the_same_as_the_history(repository):
    folder, _ = repository
    history = read_history(folder)
    text = history_text(history)
    assert parse_history(text) == history
    assert json.loads(text)["versions"][0]["records"][0]["id"] == "kk-park"


def test_the_file_stands_in_where_there_is_no_history(repository, monkeypatch, tmp_path):
    folder, _ = repository
    (folder.parent / FILE).write_text(history_text(read_history(folder)[1:]), encoding="utf-8")
    assert len(read_versions(folder)) == 2
    monkeypatch.setenv("PATH", "")
    assert len(read_versions(folder)) == 1
    (folder.parent / FILE).unlink()
    assert read_versions(folder) == []


VERSION = {
    "version": "a",
    "date": "2026-01-01",
    "revision": "",
    "since": "",
    "summary": "no change",
    "counts": {"added": 1},
    "records": [{"layer": "compounds", "id": "a", "name": "A", "change": "added", "phrase": "added"}],
    "left_out": 0,
    "notes": [],
}


def test_a_file_of_the_format_is_read():
    assert parse_history(json.dumps({"format": 1, "versions": [VERSION]}))[0].records[0].name == "A"


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {"format": 2, "versions": []},
        {"format": 1, "versions": {}},
        {"format": 1, "versions": [1]},
        {"format": 1, "versions": [VERSION | {"counts": {"added": "1"}}]},
        {"format": 1, "versions": [VERSION | {"left_out": "0"}]},
        {"format": 1, "versions": [VERSION | {"records": [{}]}]},
        {"format": 1, "versions": [VERSION | {"records": [1]}]},
        {"format": 1, "versions": [VERSION | {"records": "abc"}]},
        {"format": 1, "versions": [VERSION | {"notes": [1]}]},
        {"format": 1, "versions": [{**VERSION, "date": None}]},
    ],
)
def test_a_file_of_another_form_is_no_history(value, tmp_path):
    with pytest.raises(ValueError, match=r"\w"):
        parse_history(json.dumps(value))
    (tmp_path / FILE).write_text(json.dumps(value))
    assert read_history_file(tmp_path / FILE) == []


@pytest.mark.parametrize("raw", [b"", b"\xff", b"[" * 5000, b"{"])
def test_no_file_raises(raw, tmp_path):
    (tmp_path / FILE).write_bytes(raw)
    assert read_history_file(tmp_path / FILE) == []
