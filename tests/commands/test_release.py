"""`python dashboard release`: archive, changes, checksums; and the workflow that publishes them."""

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from moeiwatch.data.changes.history import Told, Version
from moeiwatch.data.changes.history_file import parse_history
from moeiwatch.data.changes.history_markdown import LONGEST, changes_markdown
from moeiwatch.data.geodata import data_version
from sample_geodata import properties, small_files, write_files

MAIN = Path(__file__).parents[2] / "dashboard"


def git(folder, *arguments):
    own = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        ["git", "-C", str(folder), *own, *arguments], check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def release(out, folder, *more):
    return subprocess.run(
        [sys.executable, str(MAIN), "release", str(out), "--geodata", str(folder), *more],
        capture_output=True,
        text=True,
        timeout=120,
    )


def commit(folder, **changes):
    files = small_files()
    properties(files, "compounds.geojson", "kk-park").update(changes)
    write_files(folder, files)
    git(folder.parent, "add", "-A")
    git(folder.parent, "commit", "-q", "-m", "Data")


@pytest.fixture
def data(tmp_path):
    """Return a folder of data that was committed twice, released in between."""
    folder = tmp_path / "repository" / "geodata"
    folder.mkdir(parents=True)
    git(folder.parent, "init", "-q")
    commit(folder)
    git(folder.parent, "tag", "data-2026-01-01-first")
    commit(folder, name="KK *Park* @everyone", status="raided")
    return folder


def test_a_release_holds_the_data_its_changes_and_checksums(data, tmp_path):
    done = release(tmp_path / "out", data)
    assert done.returncode == 0, done.stderr
    name = done.stdout.strip()
    assert name == f"data-{git(data, 'log', '-1', '--format=%cs')}-{data_version(data)}"
    files = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert set(files) == {f"moei-watch-{name}.zip", "CHANGES.md", "changes.json", "SHA256SUMS"}
    sums = dict(line.split("  ")[::-1] for line in files["SHA256SUMS"].decode().splitlines())
    assert sums == {
        file: hashlib.sha256(raw).hexdigest() for file, raw in files.items() if file != "SHA256SUMS"
    }
    with zipfile.ZipFile(io.BytesIO(files[f"moei-watch-{name}.zip"])) as archive:
        held = {entry: archive.read(entry) for entry in archive.namelist()}
    assert held["geodata/compounds.geojson"] == (data / "compounds.geojson").read_bytes()
    assert held["changes.json"] == files["changes.json"]
    newest = parse_history(files["changes.json"].decode())[0]
    assert (newest.version, newest.counts) == (data_version(data), {"changed": 1})
    changes = files["CHANGES.md"].decode()
    assert "Since data-2026-01-01-first: 1 record changed." in changes
    assert "status active -&gt; raided" in changes
    assert "*Park*" not in changes and "@everyone" not in changes


def test_the_same_commit_gives_the_same_bytes(data, tmp_path):
    for out in ("one", "two"):
        assert release(tmp_path / out, data).returncode == 0
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / out).iterdir()} for out in ("one", "two"))
    assert one == two


def test_the_app_reads_the_changes_beside_the_data_of_the_archive(data, tmp_path, monkeypatch):
    from moeiwatch.data.changes.history_file import read_versions

    name = release(tmp_path / "out", data).stdout.strip()
    with zipfile.ZipFile(tmp_path / "out" / f"moei-watch-{name}.zip") as archive:
        archive.extractall(tmp_path / "elsewhere")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert read_versions(tmp_path / "elsewhere" / "geodata")[0].version == data_version(data)


def test_the_first_release_tells_its_sums(data, tmp_path):
    git(data, "tag", "-d", "data-2026-01-01-first")
    assert release(tmp_path / "out", data).returncode == 0
    changes = (tmp_path / "out" / "CHANGES.md").read_text("utf-8")
    assert "The first release of the data: " in changes
    assert "compounds 2" in changes
    assert len(json.loads((tmp_path / "out" / "changes.json").read_text("utf-8"))["versions"]) == 1


def test_since_another_revision(data, tmp_path):
    commit(data, status="demolished")
    git(data, "tag", "data-2026-01-02-third", "HEAD~1")
    assert release(tmp_path / "out", data, "--since", "HEAD~2").returncode == 0
    versions = parse_history((tmp_path / "out" / "changes.json").read_text("utf-8"))
    assert versions[0].records[0].phrase.startswith("status active -> demolished")
    assert len(versions) == 1
    assert release(tmp_path / "other", data).returncode == 0
    assert len(parse_history((tmp_path / "other" / "changes.json").read_text("utf-8"))) == 2


def test_nothing_new_is_no_release(data, tmp_path):
    git(data, "tag", "data-2026-01-02-second")
    done = release(tmp_path / "out", data)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Nothing changed since data-2026-01-02-second" in done.stderr
    assert not (tmp_path / "out").exists()


def test_without_a_repository_the_files_are_released_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    data = write_files(tmp_path / "geodata", small_files())
    done = release(tmp_path / "out", data)
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "out" / "changes.json").read_text("utf-8"))["versions"] == []


def test_what_is_wrong_or_not_committed_is_not_released(data, tmp_path):
    files = small_files()
    write_files(data, files)
    done = release(tmp_path / "out", data)
    assert (done.returncode, done.stdout) == (1, "")
    assert "commit it first" in done.stderr
    properties(files, "compounds.geojson", "kk-park")["status"] = "raidd"
    write_files(data, files)
    assert "the data has errors" in release(tmp_path / "out", data).stderr
    assert not (tmp_path / "out").exists()


def test_what_is_there_is_not_replaced(data, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").write_text("mine")
    assert release(tmp_path / "out", data).returncode == 2
    assert release(tmp_path / "out" / "mine", data).returncode == 2
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine"]
    for since in ("no-such-thing", "-x"):
        assert release(tmp_path / "new", data, f"--since={since}").returncode == 2


def test_a_long_list_is_cut_and_counted():
    told = tuple(Told("compounds", f"c-{n}", "n" * 100, "changed", "p" * 300) for n in range(500))
    text = changes_markdown(
        Version("v", "2026-01-01", "", "u", "500 records changed", {}, told, 7), since="x"
    )
    assert len(text) < LONGEST
    left = 507 - text.count("\n- ")
    assert f"{left:,} more records changed" in text
