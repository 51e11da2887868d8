"""`python dashboard format`: what it writes, what it only shows, what it refuses."""

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from moeiwatch.data.marked_block import markers
from sample_geodata import properties, record, small_files, write_files

BEGIN, END = markers("dictionary")
TOTALS = "\n".join(markers("totals"))
MAIN = Path(__file__).parents[2] / "dashboard"


def run(folder, *arguments):
    command = [sys.executable, str(MAIN), "format", "--geodata", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


@pytest.fixture
def folder(tmp_path):
    return write_files(tmp_path, small_files())


def snapshot(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_canonical_data_stays_as_it_is(folder):
    before = snapshot(folder)

    done = run(folder)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert run(folder, "--check").returncode == 0
    assert snapshot(folder) == before


def test_loose_data_is_brought_into_form_once(folder):
    before = snapshot(folder)
    path = folder / "crossings.geojson"
    path.write_bytes(
        b"\xef\xbb\xbf" + before["crossings.geojson"].replace(b"\n", b"\r\n").replace(b'": ', b'" : ')
    )

    done = run(folder)

    assert (done.returncode, done.stdout) == (0, "crossings.geojson is now in canonical form\n")
    assert snapshot(folder) == before
    assert run(folder).stdout == ""


def test_check_prints_the_difference_and_writes_nothing(folder):
    path = folder / "crossings.geojson"
    path.write_text(path.read_text().replace('"kind": "bridge"', '"kind":  "bridge"').rstrip("\n"))
    before = snapshot(folder)

    done = run(folder, "--check")

    assert done.returncode == 1
    assert "--- a/crossings.geojson\n+++ b/crossings.geojson\n" in done.stdout
    assert '-        "kind":  "bridge",\n+        "kind": "bridge",\n' in done.stdout
    assert "\\ No newline at end of file" in done.stdout
    assert snapshot(folder) == before


def test_event_is_moved_to_its_compound(tmp_path):
    files = small_files()
    record(files, "compounds.geojson", "kk-park")["geometry"]["coordinates"] = [98.5, 16.5]
    folder = write_files(tmp_path, files)

    assert run(folder).stdout.splitlines() == [
        "construction_reports.geojson is now in canonical form",
        "rescue_events.geojson is now in canonical form",
    ]
    assert '"coordinates": [98.5, 16.5]' in (folder / "construction_reports.geojson").read_text()


@pytest.mark.parametrize(
    ("raw", "line"),
    [(b'{\n"features": [}', 2), (b'{"features": [],\n"features": []}', 2), (b"[\n", 1), (b"", 1)],
)
def test_unreadable_file_is_refused_with_its_line_and_left_alone(folder, raw, line):
    (folder / "crossings.geojson").write_bytes(raw)
    sources = folder / "sources.json"
    sources.write_text(sources.read_text().replace("\n", ""))

    done = run(folder)

    assert done.returncode == 1
    assert f"crossings.geojson:{line}: error:" in done.stderr
    assert "crossings.geojson was left as it is." in done.stderr
    assert (folder / "crossings.geojson").read_bytes() == raw
    assert done.stdout == "sources.json is now in canonical form\n"


def test_dictionary_is_written_between_its_markers(folder):
    readme = folder / "README.md"
    readme.write_text(f"# Data\n\n{BEGIN}\nold\n{END}\n\n## After\n{TOTALS}")

    assert run(folder, "--check").returncode == 1
    assert run(folder).stdout == "README.md is now in canonical form\n"
    text = readme.read_text()
    assert text.startswith(f"# Data\n\n{BEGIN}\n")
    assert f"{END}\n\n## After\n" in text
    assert "**`precision_m`**" in text
    assert run(folder, "--check").returncode == 0


def test_totals_follow_the_records(tmp_path):
    files = small_files()
    properties(files, "rescue_events.geojson", "ev-2025-all")["verified"] = "2026-05-01"
    folder = write_files(tmp_path, files)
    readme = folder / "README.md"
    readme.write_text(f"{TOTALS}\n{BEGIN}\n{END}\n")

    assert run(folder).returncode == 0
    text = readme.read_text()
    assert "| `rescue_events.geojson` | 2 | 1 | 50 % | 2 | 1 | 50 % |" in text
    assert "| `river_reaches.geojson` | 1 |  |" in text
    assert "| 2025 | 100 | 110 | 200 | 1 |" in text, "the wider event holds the raid"
    assert run(folder, "--check").returncode == 0

    events = folder / "rescue_events.geojson"
    events.write_text(events.read_text().replace('"people_max": 200', '"people_max": 210'))
    done = run(folder, "--check")
    assert done.returncode == 1 and "+| 2025 | 100 | 110 | 210 | 1 |" in done.stdout


def test_totals_are_not_made_of_broken_records(folder):
    readme = folder / "README.md"
    readme.write_text(f"{TOTALS}\n{BEGIN}\n{END}\n")
    before = readme.read_text()
    path = folder / "rescue_events.geojson"
    path.write_text(path.read_text().replace('"people_max": 200', '"people_max": "many"'))

    done = run(folder)

    assert done.returncode == 1 and "the totals cannot be made while records are broken" in done.stderr
    assert "ev-2025-all" in done.stderr and readme.read_text() == before


@pytest.mark.parametrize(
    "text",
    [
        "# Data\n",
        f"{TOTALS}{END}\n{BEGIN}\n",
        f"{TOTALS}{BEGIN}\n{BEGIN}\n{END}\n",
        f"{BEGIN}\n{END}\n",
        f"{TOTALS}{TOTALS}{BEGIN}\n{END}\n",
    ],
)
def test_readme_without_its_markers_is_refused(folder, text):
    (folder / "README.md").write_text(text)

    done = run(folder)

    assert done.returncode == 1
    assert "a part that is written here has no place" in done.stderr
    assert (folder / "README.md").read_text() == text


def test_wrong_usage_exits_2(tmp_path):
    done = run(tmp_path / "nowhere")

    assert done.returncode == 2
    assert "is not a folder" in done.stderr


def test_killed_at_any_moment_every_file_is_the_old_or_the_new(folder, tmp_path_factory):
    loose = {
        name: raw.replace(b'": ', b'" : ') for name, raw in snapshot(folder).items() if name[:4] != "base"
    }
    new = snapshot(folder)
    for delay in (0.0, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        copy = tmp_path_factory.mktemp("copy") / "geodata"
        shutil.copytree(folder, copy)
        for name, raw in loose.items():
            (copy / name).write_bytes(raw)
        command = [sys.executable, str(MAIN), "format", "--geodata", str(copy)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=60)

        for name, raw in loose.items():
            assert (copy / name).read_bytes() in (raw, new[name])
        assert run(copy).returncode == 0
        assert {name: (copy / name).read_bytes() for name in loose} == {name: new[name] for name in loose}


def test_what_was_saved_in_the_meantime_is_not_lost(folder, monkeypatch, capsys):
    from argparse import Namespace

    from moeiwatch.commands import format as command
    from moeiwatch.data import canonical

    path = folder / "crossings.geojson"
    path.write_bytes(path.read_bytes().replace(b'": ', b'" : '))
    whole = canonical.canonical_text

    def save_meanwhile(collection, **given):
        if collection.name == "crossings":
            path.write_bytes(b"saved by an editor")
        return whole(collection, **given)

    monkeypatch.setattr(canonical, "canonical_text", save_meanwhile)
    assert command.run(Namespace(geodata=folder, check=False)) == 1
    assert "crossings.geojson was changed in the meantime" in capsys.readouterr().err
    assert path.read_bytes() == b"saved by an editor"


def test_sentences_end_with_one_full_stop(folder):
    (folder / "README.md").write_text(f"{BEGIN}\n{END}\n{TOTALS}\n")
    path = folder / "compounds.geojson"
    path.write_text(path.read_text("utf-8").replace('"kind": "compound"', '"kind": "palace"'), "utf-8")
    said = run(folder).stderr
    assert "the totals cannot be made" in said
    assert ".." not in said.replace("...", "")
