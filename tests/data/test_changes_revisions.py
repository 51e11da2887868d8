"""States at git revisions: on a small repository made here, with names meant to do harm."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from data.small_geodata import small_data, write_base, write_data
from moeiwatch.data.changes.compare import compare
from moeiwatch.data.changes.restore import write_state
from moeiwatch.data.changes.revisions import RevisionError, read_revision_state
from moeiwatch.data.changes.schemas import read_schemas
from moeiwatch.data.changes.sentences import record_sentence, summary
from moeiwatch.data.changes.states import Entry, State, blob_digest, read_folder_state


def git(folder: Path, *arguments: str) -> str:
    settings = ["-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        ["git", "-C", str(folder), *settings, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository with a commit of the small data, tagged ``first``."""
    folder = tmp_path / "repository"
    write_data(folder / "geodata", small_data())
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "first")
    git(folder, "tag", "first")
    return folder


def told(repository: Path, base: str, head: str | None = None) -> list[str]:
    data = repository / "geodata"
    after = read_revision_state(head, directory=data) if head else read_folder_state(data, label="now")
    found = compare(read_revision_state(base, directory=data), after, schemas=read_schemas(data))
    return [summary(found), *map(record_sentence, found.records)]


def test_a_tree_is_no_commit_and_said_in_our_words(repository):
    with pytest.raises(RevisionError, match="is no commit: give a branch"):
        read_revision_state("HEAD^{tree}", directory=repository / "geodata")


def test_work_tree_and_commits_are_compared(repository):
    assert told(repository, "first") == ["no change"]
    data = small_data()
    data["compounds"][0]["properties"]["status"] = "raided"
    write_data(repository / "geodata", data)
    assert told(repository, "first") == ["1 record changed", "KK Park: status active -> raided (2025-10)"]
    git(repository, "commit", "-q", "-am", "second")
    assert told(repository, "HEAD~1", "HEAD")[1] == "KK Park: status active -> raided (2025-10)"
    assert told(repository, "HEAD", "first")[1] == "KK Park: status raided -> active (2025-10)"
    assert told(repository, "main") == ["no change"]


def test_a_folder_that_was_renamed_is_found_and_said(repository):
    git(repository, "mv", "geodata", "moved")
    git(repository, "commit", "-q", "-am", "move")
    data = repository / "moved"
    state = read_revision_state("first", directory=data)
    assert state.notes == ("at first the data lay in geodata",)
    found = compare(state, read_folder_state(data, label="now"), schemas=read_schemas(data))
    assert summary(found) == "no change"
    git(repository, "rm", "-rq", "moved")
    git(repository, "commit", "-q", "-m", "no data")
    assert read_revision_state("HEAD", directory=data).notes == ("at HEAD there was no data",)


def test_a_moved_folder_changes_no_meaning_between_any_two_commits(repository):
    data = repository / "geodata"
    write_base(data)
    (data / "schema").mkdir()
    (data / "schema" / "compounds.json").write_text("{}")
    other = repository / "tests" / "some"
    other.mkdir(parents=True)
    (other / "compounds.geojson").write_text("{}")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "all")
    git(repository, "mv", "geodata", "data")
    git(repository, "mv", "data/base/cities.geojson", "data/base/towns.geojson")
    git(repository, "commit", "-q", "-m", "move")
    git(repository, "mv", "data/base", "data/reference")
    git(repository, "commit", "-q", "-m", "move the base")
    for folder in (data, repository / "data"):
        for one, other in (("HEAD~2", "HEAD~1"), ("HEAD~1", "HEAD"), ("HEAD", "HEAD~2")):
            states = (read_revision_state(name, directory=folder) for name in (one, other))
            found = compare(*states, schemas=read_schemas(folder))
            assert (summary(found), found.records) == ("no change of meaning", [])
            assert {change.kind for change in found.files} == {"moved"}


def test_a_base_layer_that_was_renamed_and_changed_is_one_layer(tmp_path):
    for name in ("a", "b"):
        write_base(write_data(tmp_path / name, small_data()))
        places = [{"type": "Feature", "properties": {"n": n}, "geometry": None} for n in range(9)]
        (tmp_path / name / "base" / "places.geojson").write_text(json.dumps({"features": places}))
    places[3]["geometry"] = {"type": "Point", "coordinates": [98.7, 16.7]}
    (tmp_path / "b" / "base" / "places.geojson").unlink()
    (tmp_path / "b" / "base" / "towns.geojson").write_text(json.dumps({"features": places}))
    found = compare(*(read_folder_state(tmp_path / name, label=name) for name in "ab"), schemas={})
    assert [record_sentence(change) for change in found.records] == ["record 4: put on the map at 98.7, 16.7"]
    assert [(change.path, change.was) for change in found.files] == [
        ("base/towns.geojson", "base/places.geojson")
    ]


def test_names_of_files_may_hold_anything(repository):
    data = repository / "geodata"
    for name in ("two\nlines.txt", "Moei แม่เมย.json", '"quoted".geojson', "-dash.json", "\x1b[2J.txt"):
        (data / name).write_text("{}")
    Path(os.fsdecode(os.fsencode(data) + b"/\xff\xfe.txt")).write_text("x")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "names")
    assert told(repository, "HEAD") == ["no change"]
    assert told(repository, "first")[0] == "no record changed"


def test_links_in_a_commit_are_not_followed(repository):
    (repository / "geodata" / "compounds.geojson").unlink()
    (repository / "geodata" / "compounds.geojson").symlink_to("/etc/passwd")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "link")
    data = repository / "geodata"
    states = (read_revision_state(name, directory=data) for name in ("first", "HEAD"))
    found = compare(*states, schemas=read_schemas(data))
    assert found.records == []
    assert "not followed" in found.unreadable[0][1].message


@pytest.mark.parametrize(
    "name",
    [
        *("", "-", "--output=x", "-c", "--upload-pack=touch x", "a\0b", "a\nb", "first..HEAD", "no"),
        *("$(touch x)", "`touch x`", ";touch x", "first:geodata", "@{-1}", "HEAD^{/x}", ":/first x", "main:"),
        *("\udcff", "x" * 5000),
    ],
)
def test_names_of_revisions_that_are_refused(repository, name):
    with pytest.raises(RevisionError):
        read_revision_state(name, directory=repository / "geodata")
    assert not (repository / "x").exists()


def test_where_there_is_no_repository(tmp_path):
    write_data(tmp_path / "geodata", small_data())
    with pytest.raises(RevisionError, match="not a git repository"):
        read_revision_state("HEAD", directory=tmp_path / "geodata")


def test_digests_are_those_of_git(repository):
    file = repository / "geodata" / "compounds.geojson"
    assert git(repository, "rev-parse", "first:geodata/compounds.geojson") == blob_digest(file.read_bytes())


def test_a_state_is_written_as_a_folder_and_never_outside_of_it(repository, tmp_path):
    git(repository, "mv", "geodata/compounds.geojson", "geodata/sites.geojson")
    git(repository, "commit", "-q", "-m", "move")
    state = read_revision_state("HEAD", directory=repository / "geodata")
    tricks = {path: Entry(path, "x", "", "x") for path in ("../out.json", "/x/out.json", "a/../../out.json")}
    tricked = State("x", {**state.entries, **tricks}, lambda handles: {**state.read(handles), "x": b"out"})
    write_state(tricked, tmp_path / "inside" / "data")
    assert (tmp_path / "inside" / "data" / "compounds.geojson").is_file()
    assert sorted(path.name for path in (tmp_path / "inside").iterdir()) == ["data"]
    assert not list(tmp_path.rglob("out.json"))


def test_the_reason_is_the_one_that_git_gives(repository, monkeypatch):
    """Only a name that git does not know may be on account of a shallow clone."""
    with pytest.raises(RevisionError, match=r"neither a revision .* git fetch --unshallow"):
        read_revision_state("no-such-branch", directory=repository / "geodata")
    monkeypatch.setattr("moeiwatch.data.changes.revisions._SECONDS", 1e-9)
    with pytest.raises(RevisionError, match="git does not answer"):
        read_revision_state("HEAD", directory=repository / "geodata")
    monkeypatch.setenv("PATH", "/none")
    with pytest.raises(RevisionError, match="git is not installed"):
        read_revision_state("HEAD", directory=repository / "geodata")
