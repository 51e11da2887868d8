"""Files written whole: an interruption at any moment leaves the old content or the new."""

import os
from pathlib import Path

import pytest
from moeiwatch.data.writing import write_whole

STEPS = ["mkstemp", "write", "flush", "fsync", "chmod", "replace"]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "compounds.geojson"
    path.write_bytes(b"old")
    path.chmod(0o640)
    return path


def test_content_is_replaced_and_the_mode_kept(path):
    write_whole(path, b"new")

    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in path.parent.iterdir()] == ["compounds.geojson"]


def test_new_file_can_be_read_by_all(tmp_path):
    write_whole(tmp_path / "a.json", b"new")

    assert (tmp_path / "a.json").stat().st_mode & 0o777 == 0o644


def test_link_stays_a_link(path):
    link = path.parent / "link.geojson"
    link.symlink_to(path)

    write_whole(link, b"new")

    assert link.is_symlink()
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError("no space left"), MemoryError])
@pytest.mark.parametrize("step", STEPS)
def test_interruption_leaves_the_old_content_and_nothing_beside_it(path, monkeypatch, step, error):
    def stop(*args, **kwargs):
        raise error

    if step == "mkstemp":
        monkeypatch.setattr("moeiwatch.data.writing.tempfile.mkstemp", stop)
    elif step in ("write", "flush"):
        opened = os.fdopen

        def open_broken(*args, **kwargs):
            file = opened(*args, **kwargs)
            return _Broken(file, step, stop)

        monkeypatch.setattr("moeiwatch.data.writing.os.fdopen", open_broken)
    elif step == "fsync":
        monkeypatch.setattr("moeiwatch.data.writing.os.fsync", stop)
    else:
        monkeypatch.setattr(Path, step, stop)

    with pytest.raises(error if isinstance(error, type) else type(error)):
        write_whole(path, b"new")

    assert path.read_bytes() == b"old"
    assert [p.name for p in path.parent.iterdir()] == ["compounds.geojson"]


class _Broken:
    """A file of which one method fails."""

    def __init__(self, file, step, stop):
        self._file, self._step, self._stop = file, step, stop

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self._file.close()

    def __getattr__(self, name):
        return self._stop if name == self._step else getattr(self._file, name)
