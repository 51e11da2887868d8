import subprocess

import pytest
from moeiwatch.data.changes import since
from moeiwatch.data.changes.since import changes_since, state_version
from moeiwatch.data.changes.states import read_folder_state
from moeiwatch.data.geodata import data_version
from sample_geodata import properties, small_files, write_files


def git(folder, *arguments):
    own = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *own, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path):
    """A folder of data in a repository with three versions of it."""
    git(tmp_path, "init", "-q")
    versions = []
    for names in ([], ["A name"], ["A name", "Another"]):
        files = small_files()
        if names:
            properties(files, "compounds.geojson", "kk-park")["other_names"] = names
        write_files(tmp_path / "geodata", files)
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", "A version")
        versions.append(data_version(tmp_path / "geodata"))
    return tmp_path / "geodata", versions


def test_each_earlier_version_has_the_number_of_records_that_differ(repository):
    folder, versions = repository
    assert changes_since(folder) == {versions[0]: 1, versions[1]: 1, versions[2]: 0}


def test_only_so_many_revisions_are_looked_at(repository):
    folder, versions = repository
    assert list(changes_since(folder, most=1)) == [versions[2]]


def test_all_of_a_long_history_is_known_and_each_file_is_read_once(repository, monkeypatch):
    folder, versions = repository
    files = small_files()
    for number in range(25):
        properties(files, "compounds.geojson", "kk-park")["other_names"] = [f"Name {number}"]
        write_files(folder, files)
        git(folder, "commit", "-q", "-a", "-m", "A version")
    read = []
    parse = since.parse_json
    monkeypatch.setattr(since, "parse_json", lambda text: read.append(text) or parse(text))
    assert changes_since(folder).keys() >= {*versions, data_version(folder)}
    assert len(changes_since(folder)) == 28
    assert len(read) == len(set(read)) * 2  # the two calls above


def test_when_time_is_over_the_newest_revision_is_known(repository):
    folder, versions = repository
    assert changes_since(folder, seconds=0) == {versions[2]: 0}


def test_of_a_version_that_cannot_be_read_nothing_is_said(repository):
    folder, versions = repository
    whole = (folder / "compounds.geojson").read_bytes()
    for content in (b"{", whole):
        (folder / "compounds.geojson").write_bytes(content)
        git(folder, "commit", "-q", "-a", "-m", "A version")
    assert changes_since(folder) == {versions[0]: 1, versions[1]: 1, versions[2]: 0}


def test_records_that_came_and_went_count(repository):
    folder, versions = repository
    files = small_files()
    gone = files["interventions.geojson"]["features"].pop()
    write_files(folder, files)
    assert gone and changes_since(folder)[versions[0]] == 1


def test_a_state_has_the_version_of_its_folder(repository):
    folder, versions = repository
    assert state_version(read_folder_state(folder, label="now")) == versions[2]


def test_without_a_repository_nothing_is_known(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert changes_since(write_files(tmp_path / "geodata", small_files())) == {}


def test_without_git_nothing_is_known(repository, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert changes_since(repository[0]) == {}
