"""`python dashboard check`: exit codes, reports, counts."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path
from shutil import copytree

import pytest
from sample_geodata import properties, small_files, write_files

MAIN = Path(__file__).parents[2] / "dashboard"


def run(*arguments):
    return subprocess.run(
        [sys.executable, str(MAIN), "check", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.fixture
def right(tmp_path):
    return write_files(tmp_path / "right", small_files())


@pytest.fixture
def wrong(tmp_path):
    files = small_files()
    properties(files, "compounds.geojson", "kk-park")["status"] = "demolishd"
    properties(files, "rescue_events.geojson", "ev-2025-all")["date"] = "2025-02-30"
    properties(files, "construction_reports.geojson", "kc-001")["summary"] = "Later denied (kk-park-north)."
    return write_files(tmp_path / "wrong", files)


def test_right_data_exits_0_and_counts_records(right):
    done = run("--geodata", right)

    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert re.fullmatch(r"compounds +2", lines[1])
    assert re.fullmatch(r"sources +2", next(line for line in lines if line.startswith("sources")))
    assert lines[-1] == "0 errors, 0 warnings."


def test_all_problems_of_all_files_are_told_at_once(wrong):
    done = run("--geodata", wrong)

    assert done.returncode == 1
    errors = [line for line in done.stdout.splitlines() if " error: " in line]
    assert len(errors) == 2
    assert errors[0].startswith(
        'compounds.geojson:14: error: kk-park status: "demolishd" is not an allowed term. Did'
    )
    assert errors[1].startswith("rescue_events.geojson:")
    assert done.stdout.splitlines()[-1].startswith("2 errors, 1 warning. Errors have to be mended; ")


def test_json_report_holds_the_parts_of_each_problem(wrong):
    report = json.loads(run("--geodata", wrong, "--format", "json").stdout)

    assert report["records"]["compounds"] == 2
    first = report["problems"][0]
    assert {name: first[name] for name in ("file", "line", "record", "field", "severity")} == {
        "file": "compounds.geojson",
        "line": 14,
        "record": "kk-park",
        "field": "status",
        "severity": "error",
    }


def test_github_report_is_made_of_workflow_commands(wrong):
    lines = run("--geodata", wrong, "--format", "github").stdout.splitlines()

    assert re.match(r"::error file=.*/wrong/compounds\.geojson,line=14,title=kk-park status::", lines[0])
    assert sum(line.startswith("::warning ") for line in lines) == 1


def test_warnings_fail_only_when_strict(tmp_path):
    files = small_files()
    properties(files, "construction_reports.geojson", "kc-001")["summary"] = "Later denied (kk-park-north)."
    folder = write_files(tmp_path, files)

    assert run("--geodata", folder).returncode == 0
    assert run("--geodata", folder, "--strict").returncode == 1


def test_a_publication_that_nothing_cites_fails_nothing(tmp_path):
    files = small_files()
    files["actors.json"]["actors"][0]["sources"] = ["ap-20251020-raid"]
    done = run("--geodata", write_files(tmp_path, files), "--strict")

    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "0 errors, 0 warnings, 1 notice."


@pytest.mark.parametrize("arguments", [["--format", "xml"], ["--what"], ["--geodata", "/nowhere/at/all"]])
def test_wrong_usage_exits_2(arguments):
    done = run(*arguments)

    assert done.returncode == 2
    assert done.stdout == ""
    assert "python dashboard" in done.stderr


def test_output_that_is_not_utf8_is_no_crash(tmp_path):
    files = small_files()
    properties(files, "compounds.geojson", "kk-park")["status"] = "เปิด"
    folder = write_files(tmp_path, files)
    command = [sys.executable, str(MAIN), "check", "--geodata", str(folder)]
    environment = {"PYTHONIOENCODING": "ascii", "PATH": ""}

    done = subprocess.run(command, capture_output=True, env=environment, timeout=120)

    assert done.returncode == 1
    assert done.stderr == b""


def test_help_is_quick_because_heavy_libraries_wait():
    code = "import sys, runpy; sys.argv = ['dashboard', 'check', '--help']\n"
    code += f"try: runpy.run_path({str(MAIN)!r}, run_name='__main__')\nexcept SystemExit: pass\n"
    code += (
        "heavy = {'pandas', 'geopandas', 'shapely', 'jsonschema', 'folium', 'streamlit'} & set(sys.modules)\n"
    )
    code += "sys.exit(f'imported at once: {heavy}' if heavy else 0)"
    start = time.perf_counter()

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)

    assert done.returncode == 0, done.stderr
    assert time.perf_counter() - start < 20


def test_reader_that_stops_early_is_no_crash(tmp_path):
    files = small_files()
    for item in files["sources.json"]:
        item.update({f"unknown-{number}": "x" * 500 for number in range(200)})
    folder = write_files(tmp_path, files)
    command = [sys.executable, str(MAIN), "check", "--geodata", str(folder)]

    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 1


def test_since_an_earlier_state_only_what_is_new_counts(tmp_path, wrong):
    same = copytree(wrong, tmp_path / "same")
    assert run("--geodata", wrong, "--since", same).returncode == 0
    old = write_files(tmp_path / "old", small_files())
    done = run("--geodata", wrong, "--since", old)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].startswith(
        f"New since {old}: 2 errors, 1 warning; 3 problems to mend."
    )
    assert "'warning, to mend', which speaks of what you added or changed" in done.stdout.splitlines()[-1]


def test_a_warning_that_fails_the_check_says_so(tmp_path, right):
    files = small_files()
    files["sources.json"].append({**files["sources.json"][0], "id": "paper-20250101-other"})
    new = write_files(tmp_path / "new", files)
    plain, since = run("--geodata", new), run("--geodata", new, "--since", right)
    assert (plain.returncode, since.returncode) == (0, 1)
    assert ": warning: paper-20250101-other" in plain.stdout and "to mend:" not in plain.stdout
    assert ": warning, to mend: paper-20250101-other" in since.stdout


def test_what_was_there_before_is_told_apart(tmp_path, wrong):
    same = copytree(wrong, tmp_path / "same")
    lines = run("--geodata", wrong, "--since", same).stdout.splitlines()
    assert lines[1].startswith("These were there before (")
    assert sum(" error: " in line for line in lines) == 2
    github = run("--geodata", wrong, "--since", same, "--format", "github").stdout.splitlines()
    assert [line.split(" ")[0] for line in github[:3]] == ["::notice"] * 3
    problems = json.loads(run("--geodata", wrong, "--since", same, "--format", "json").stdout)["problems"]
    assert {(p["was_there"], p["blocks"]) for p in problems} == {(True, False)}


@pytest.mark.parametrize("since", ["no-such-revision", "", "--help", "a..b"])
def test_a_state_that_does_not_exist_is_wrong_usage(right, since):
    done = run("--geodata", right, f"--since={since}")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("python dashboard check: ")


def test_the_folder_itself_and_one_without_data_are_no_earlier_state(right, tmp_path):
    (tmp_path / "empty").mkdir()
    for since, words in ((right, "is the folder that is judged itself"), (tmp_path / "empty", "no data")):
        done = run("--geodata", right, f"--since={since}")
        assert (done.returncode, done.stdout) == (2, "") and words in done.stderr


def test_progress_is_told_where_it_is_wanted(right):
    assert re.search(
        r"^checking, rule, \d+ of \d+$", run("--geodata", right, "--progress").stderr, re.MULTILINE
    )


def test_a_library_that_is_missing_is_named_with_the_remedy(right):
    done = subprocess.run(
        [sys.executable, "-S", "-E", str(MAIN), "check", "--geodata", str(right)],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 1
    assert re.fullmatch(
        r"python dashboard: \w+ is not installed\. Install what is needed: .*\n", done.stderr
    ), done.stderr


def test_ids_are_looked_for_in_history(tmp_path):
    def git(*arguments):
        own = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", str(tmp_path), *own, *arguments], check=True, capture_output=True)

    files = small_files()
    files["sources.json"].append({**files["sources.json"][0], "id": "paper-20250101-other"})
    folder = write_files(tmp_path / "geodata", files)
    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "Data")
    assert run("--geodata", folder, "--history").returncode == 0
    write_files(folder, small_files())
    done = run("--geodata", folder, "--history")
    assert done.returncode == 1
    assert done.stdout.startswith(
        'sources.json: error: paper-20250101-other id: the id "paper-20250101-other"'
    )
    since = run("--geodata", folder, "--since", "HEAD")
    assert since.returncode == 1
    assert "is gone: ids are promises. Put the publication back" in since.stdout
    git("commit", "-q", "-am", "Gone")
    git("clone", "-q", "--depth=1", tmp_path.as_uri(), "shallow")
    shallow = run("--geodata", tmp_path / "shallow" / "geodata", "--history")
    assert shallow.returncode == 0
    assert "git fetch --unshallow" in shallow.stderr


def test_without_history_the_check_goes_on(right, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(right.parent.parent))
    done = run("--geodata", right, "--history")
    assert done.returncode == 0
    assert done.stderr.startswith("Ids were not looked for in history: ")


def test_since_a_branch_means_since_the_work_left_it(tmp_path):
    def git(*arguments):
        own = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", str(tmp_path), *own, *arguments], check=True, capture_output=True)

    folder = write_files(tmp_path / "geodata", small_files())
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "Data")
    git("switch", "-q", "-c", "mine")
    files = small_files()
    properties(files, "compounds.geojson", "kk-park")["kind"] = "palace"
    write_files(folder, files)
    git("commit", "-q", "-am", "Mine")
    git("switch", "-q", "main")
    others = small_files()
    others["sources.json"].append({**others["sources.json"][0], "id": "paper-20250101-other"})
    write_files(folder, others)
    git("commit", "-q", "-am", "Of others")
    git("switch", "-q", "mine")
    for since in ("main", "HEAD~1"):
        lines = run("--geodata", folder, "--since", since).stdout.splitlines()
        assert "1 error, 0 warnings; 1 problem to mend" in lines[-1]
    assert lines[0].startswith("compounds.geojson:")
    assert "0 errors" in run("--geodata", folder, "--since", "HEAD").stdout.splitlines()[-1]
    git("clone", "-q", "--depth=1", "--no-single-branch", "--branch=mine", tmp_path.as_uri(), "shallow")
    shallow = run("--geodata", tmp_path / "shallow" / "geodata", "--since", "origin/main")
    assert "does not reach back to where your work left origin/main" in shallow.stderr
