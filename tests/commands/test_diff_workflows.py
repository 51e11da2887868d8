"""The workflows for contributions: pinned, with least rights, and run here against a hostile pull request."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from data.small_geodata import small_data, write_base, write_data
from moeiwatch.data.paths import GEODATA, REPOSITORY

WORKFLOWS = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))
READS = REPOSITORY / ".github" / "workflows" / "contribution.yml"
WRITES = REPOSITORY / ".github" / "workflows" / "contribution_comment.yml"

STUB = """#!/bin/sh
printf '%s\\n' "$*" >> "$GH_LOG"
case "$*" in "${GH_FAILS:-nothing}"*) exit 1 ;; esac
case "$*" in *--paginate*) printf '%s' "$GH_ID" ;; *state=open*) printf '%s' "$GH_NUMBER" ;; esac
"""


def step(workflow: Path, name: str) -> str:
    """Return the script of a step."""
    text = workflow.read_text(encoding="utf-8")
    found = re.search(rf"name: {re.escape(name)}\n(?:.*\n)*?( +)run: \|\n((?:\1  .*\n|\n)+)", text)
    return re.sub(rf"^{found[1]}  ", "", found[2], flags=re.MULTILINE)


def run_step(
    script: str, folder: Path, *, where: str = ".", **environment: str
) -> subprocess.CompletedProcess:
    """Run a step as the runner does, in a folder of its own, with `gh` replaced by one that only listens."""
    tools = folder / ".tools"
    tools.mkdir(exist_ok=True)
    (tools / "gh").write_text(STUB)
    (tools / "gh").chmod(0o755)
    (tools / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (tools / "python").chmod(0o755)
    known = {"PATH": f"{tools}:{os.environ['PATH']}", "GITHUB_OUTPUT": str(folder / "output")}
    known |= {"PREVIEW": "", "CHANGED": "", "RULES": "", "BASE_BRANCH": "main"}
    known |= {"GH_LOG": str(folder / "gh.log"), "GH_ID": "", "GH_NUMBER": "", "HOME": str(folder)}
    known |= {"MOEIWATCH_GEODATA": str(GEODATA), "REPOSITORY": "owner/name"}
    done = subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=folder / where,
        env=known | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done


def git(folder: Path, *arguments: str) -> str:
    settings = ["-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    return subprocess.run(
        ["git", "-C", str(folder), *settings, *arguments], capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """Return a runner's folder in which `moei-watch` is a clone whose origin has a hostile pull request 7."""
    origin = tmp_path / "origin"
    write_base(write_data(origin / "geodata", small_data()))
    shutil.copytree(GEODATA / "schema", origin / "geodata" / "schema")
    git(tmp_path, "init", "-q", "-b", "main", "origin")
    git(origin, "add", "-A")
    git(origin, "commit", "-q", "-m", "data")
    git(origin, "switch", "-q", "-c", "hostile")
    data = small_data()
    data["compounds"][0]["properties"] |= {"name": "@everyone <img src=x> ```\n# `x`", "status": "raided"}
    data["rescue_events"][0]["properties"]["kind"] = "::error::x"
    write_data(origin / "geodata", data)
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret of the machine")
    (origin / "geodata" / "crossings.geojson").unlink()
    (origin / "geodata" / "crossings.geojson").symlink_to(secret)
    (origin / "geodata" / "interventions.geojson").write_bytes(b" " * 101_000_000)
    for name in ("a\n::error::told.geojson", "$(touch x).json", "-rf", "`x` <img src=x>.md"):
        (origin / "geodata" / name).write_text("{}")
    (origin / "main").mkdir()
    (origin / "main" / "requirements.txt").write_text("evil\n")
    trap = f"open({str(tmp_path / 'trapped')!r}, 'w')\n"
    for name in ("json.py", "sitecustomize.py", "dashboard/__main__.py", "geodata/argparse.py"):
        (origin / name).parent.mkdir(exist_ok=True)
        (origin / name).write_text(trap)
    (origin / ".gitattributes").write_text("* filter=evil diff=evil\n")
    (origin / ".github" / "workflows").mkdir(parents=True)
    (origin / ".github" / "workflows" / "contribution_comment.yml").write_text("on: pull_request_target\n")
    module = f'[submodule "x"]\n\tpath = geodata/sub\n\turl = --upload-pack=touch {tmp_path / "trapped"}\n'
    (origin / ".gitmodules").write_text(module)
    git(origin, "add", "-A")
    git(origin, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},geodata/sub")
    git(origin, "commit", "-q", "-m", "hostile")
    git(origin, "switch", "-q", "main")
    git(origin, "merge", "-q", "--no-ff", "-m", "merge", "hostile")
    git(origin, "update-ref", "refs/pull/7/merge", "main")
    git(origin, "update-ref", "refs/pull/7/head", "hostile")
    git(origin, "reset", "-q", "--hard", "HEAD^1")
    folder = tmp_path / "runner"
    folder.mkdir()
    git(folder, "clone", "-q", "--no-local", "--depth=1", origin.as_uri(), "moei-watch")
    for part in ("moeiwatch", "static/vendor"):
        shutil.copytree(REPOSITORY / "dashboard" / part, folder / "moei-watch" / "dashboard" / part)
    shutil.copy(REPOSITORY / "dashboard" / "__main__.py", folder / "moei-watch" / "dashboard" / "__main__.py")
    return folder


@pytest.fixture
def checked_out(runner) -> Path:
    """Return a runner's folder as the workflow `contribution` finds it after its checkouts."""
    origin = (runner.parent / "origin").as_uri()
    plain = ("-c", "core.symlinks=false")
    git(runner, *plain, "clone", "-q", "--no-local", "--depth=1", "--no-checkout", origin, "contribution")
    git(runner / "contribution", "fetch", "-q", "--depth=2", "origin", "refs/pull/7/merge")
    git(runner / "contribution", *plain, "checkout", "-q", "--detach", "FETCH_HEAD")
    done = run_step(step(READS, "The code and the data that the merge starts from"), runner)
    assert done.returncode == 0, done.stderr
    assert not (runner / "main" / "sitecustomize.py").exists(), "this is ours"
    shutil.copytree(runner / "moei-watch" / "dashboard", runner / "main" / "dashboard")
    return runner


def test_a_hostile_pull_request_only_gets_notes_on_its_lines(checked_out):
    script = step(READS, "What is wrong, on the lines of the pull request").replace(" --links", "")
    done = run_step(script, checked_out, where="contribution")
    assert done.returncode == 1, done.stderr
    assert not (checked_out.parent / "trapped").exists()
    assert not list(checked_out.rglob("x"))
    assert "the secret of the machine" not in done.stdout
    notes = [line for line in done.stdout.splitlines() if "::" in line]
    told = r"::(error|warning|notice) file=geodata/[^,:]+(,line=\d+)?(,title=[^:,]+)?::\S.*"
    assert [line for line in notes if not re.fullmatch(told, line)] == []
    assert any("interventions.geojson" in line and "holds 101 MB" in line for line in notes)
    assert any("rescue_events.geojson,line=" in line and "%3A%3Aerror" not in line for line in notes)
    assert done.stderr == ""


def test_the_summary_of_a_hostile_pull_request_only_shows(checked_out):
    script = step(READS, "What changes, as the summary of this run")
    summary = checked_out / "summary.md"
    done = run_step(script, checked_out, where="contribution", GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 0, done.stderr
    report = summary.read_text(encoding="utf-8")
    assert "**❌ The check finds" in report
    assert "the secret of the machine" not in report
    assert "<img" not in report and "@everyone" not in report
    assert not (checked_out.parent / "trapped").exists()


def test_links_of_strangers_become_plain_files_before_anything_is_checked_out():
    steps = READS.read_text(encoding="utf-8").partition("    steps:\n")[2]
    assert steps.index("git config --global core.symlinks false") < steps.index("actions/checkout@")
    paths = re.findall(r"actions/checkout@.*\n +with:\n +path: (\S+)\n", steps)
    assert paths == ["contribution"], "no file of a stranger may lie where our own are put"
    assert steps.count("actions/checkout@") == 1


def test_a_hostile_pull_request_is_only_read(runner):
    head = git(runner.parent / "origin", "rev-parse", "hostile")
    done = run_step(step(WRITES, "Say what changes"), runner, NUMBER="7", HEAD_SHA=head)
    assert done.returncode == 0, done.stderr
    assert (runner / "output").read_text() == "number=7\nchanged=yes\n"
    report = (runner / "comment" / "report.md").read_text(encoding="utf-8")
    assert "**❌ The check finds" in report
    assert "status active -&gt; raided" in report
    assert "interventions.geojson: cannot be relied on" in report
    assert "the secret of the machine" not in report
    assert not (runner.parent / "trapped").exists()
    assert "<img" not in report
    assert "@everyone" not in report
    assert len(re.findall("^```", report, re.MULTILINE)) == 2
    drawn = run_step(step(WRITES, "Draw the map before and after"), runner)
    assert drawn.returncode == 0, drawn.stderr
    page = (runner / "preview" / "index.html").read_text(encoding="utf-8")
    assert "<img" not in page and "<script" not in page
    assert (runner / "preview" / "after" / "index.html").is_file()
    drawn_text = "".join(p.read_text("utf-8", "replace") for p in (runner / "preview").rglob("*.html"))
    assert "<img src=x>" not in drawn_text
    assert "the secret of the machine" not in drawn_text
    assert not (runner.parent / "trapped").exists()
    assert (runner / "pull-request" / "geodata" / "crossings.geojson").is_symlink() is False


def test_a_changed_workflow_and_a_changed_command_are_none_that_run(runner):
    head = git(runner.parent / "origin", "rev-parse", "hostile")
    done = run_step(step(WRITES, "Say what changes"), runner, NUMBER="7", HEAD_SHA=head)
    assert done.returncode == 0, done.stderr
    theirs, ours = runner / "pull-request", runner / "moei-watch"
    assert (theirs / ".github" / "workflows" / "contribution_comment.yml").is_file()
    assert not (ours / ".github").exists(), "the clone stands at the default branch as it was"
    assert (ours / "dashboard" / "__main__.py").read_bytes() == (
        REPOSITORY / "dashboard" / "__main__.py"
    ).read_bytes()
    assert not any((theirs / "geodata" / "sub").iterdir()), "no submodule is fetched"
    assert not (runner.parent / "trapped").exists()


def test_the_workflow_that_may_write_starts_from_the_default_branch_alone():
    text = WRITES.read_text(encoding="utf-8")
    trigger = re.search(r"\non:\n((?:  .*\n)+)", text)[1]
    assert re.findall(r"^  (\w+):", trigger, re.MULTILINE) == ["workflow_run"]
    assert not re.search(r"^ +(ref|repository|submodules):", text, re.MULTILINE)
    assert text.count("persist-credentials: false") == text.count("actions/checkout@") == 1
    scripts = " ".join(re.findall(r"run: (.+)", text)) + step(WRITES, "Say what changes")
    assert "pull-request/dashboard" not in scripts and "pull-request/requirements" not in scripts


def test_a_newer_commit_and_a_conflict_end_in_silence(runner):
    script = step(WRITES, "Say what changes")
    assert run_step(script, runner, NUMBER="7", HEAD_SHA="0" * 40).returncode == 0
    assert run_step(script, runner, NUMBER="8", HEAD_SHA="0" * 40).returncode == 0
    assert not (runner / "output").exists()


@pytest.mark.parametrize(
    ("answer", "output"),
    [
        ("12", "number=12\n"),
        ("12 rules", "number=12\nrules=--maintainer\n"),
        ("", None),
        ("1\nnumber=2", None),
        ("x;y", None),
    ],
)
def test_the_pull_request_is_a_number_or_none(tmp_path, answer, output):
    script = step(WRITES, "Find the pull request of the commit")
    done = run_step(
        script, tmp_path, GH_NUMBER=answer, HEAD_OWNER="$(touch x)", HEAD_BRANCH="`touch x`;", HEAD_SHA="a"
    )
    assert done.returncode == 0, done.stderr
    written = (tmp_path / "output").read_text() if (tmp_path / "output").exists() else None
    assert written == output
    asked = (tmp_path / "gh.log").read_text()
    assert "-f base=main -f head=$(touch x):`touch x`;" in asked, "one branch may be meant for several"
    assert not (tmp_path / "x").exists()


def test_one_comment_is_written_and_then_updated(tmp_path):
    (tmp_path / "report.md").write_text("**A** $(touch x) `touch x`\n")
    script = step(WRITES, "Write the one comment")
    assert run_step(script, tmp_path, NUMBER="7").returncode == 0, "nothing to tell, and nothing was told"
    assert run_step(script, tmp_path, NUMBER="7", CHANGED="yes").returncode == 0
    assert run_step(script, tmp_path, NUMBER="7", GH_ID="55\n56\n").returncode == 0
    calls = [line for line in (tmp_path / "gh.log").read_text().splitlines() if "--method" in line]
    assert calls == [
        "api --silent --method POST repos/owner/name/issues/7/comments -F body=@body.md",
        "api --silent --method PATCH repos/owner/name/issues/comments/55 -F body=@body.md",
    ]
    assert (
        (tmp_path / "body.md").read_text().startswith("<!-- moei-watch: contribution -->\n**A** $(touch x)")
    )
    assert "map before and after" not in (tmp_path / "body.md").read_text()
    assert not (tmp_path / "x").exists()


def test_the_comment_leads_to_the_maps_and_nowhere_else(tmp_path):
    (tmp_path / "report.md").write_text("A\n")
    script = step(WRITES, "Write the one comment")
    address = "https://github.com/owner/name/actions/runs/1/artifacts/2"
    assert run_step(script, tmp_path, NUMBER="7", PREVIEW=address).returncode == 0
    assert f"[The map before and after]({address})" in (tmp_path / "body.md").read_text()
    for hostile in ("javascript:alert(1)", "https://a.example/) @all", "http://a.example/", "$(touch x)"):
        assert run_step(script, tmp_path, NUMBER="7", PREVIEW=hostile).returncode == 0
        assert (tmp_path / "body.md").read_text() == "<!-- moei-watch: contribution -->\nA\n"
    assert not (tmp_path / "x").exists()


def test_every_pull_request_is_looked_at_and_again_when_its_labels_change():
    """One that takes its change of the data back would otherwise keep the comment of before."""
    events = re.search(r"\non:\n((?:  .*\n)+)", READS.read_text(encoding="utf-8"))[1]
    assert "paths" not in events
    assert "types: [opened, synchronize, reopened, labeled, unlabeled]" in events


def test_a_changed_schema_needs_the_label_of_a_maintainer(checked_out):
    place = checked_out / "contribution" / "geodata"
    shutil.rmtree(place)
    shutil.copytree(checked_out / "main" / "geodata", place)
    schema = place / "schema" / "compounds.json"
    schema.write_text(schema.read_text("utf-8").replace('"summary",\n', "", 1), encoding="utf-8")
    script = step(READS, "What is wrong, on the lines of the pull request").replace(" --links", "")
    refused = run_step(script, checked_out, where="contribution")
    assert refused.returncode == 1, refused.stderr
    assert re.search(
        r"^::error file=geodata/schema/compounds.json.*label rules", refused.stdout, re.MULTILINE
    )
    agreed = run_step(script, checked_out, where="contribution", RULES="--maintainer")
    assert agreed.returncode == 0, agreed.stdout
    assert "::warning file=geodata/schema/compounds.json" in agreed.stdout


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_are_pinned_and_no_text_of_others_reaches_a_script(workflow):
    text = workflow.read_text(encoding="utf-8")
    uses = re.findall(r"uses: (.*)", text)
    assert [line for line in uses if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}  # v[0-9.]+", line)] == []
    assert "pull_request_target" not in text
    assert re.search(r"^permissions:", text, re.MULTILINE)
    scripts = re.findall(r"run: \|\n((?: {10,}.*\n|\n)+)|run: (.+)", text)
    assert scripts
    assert "${{" not in re.sub(r"\${{ matrix\.\w+ }}", "", json.dumps(scripts))


def test_only_the_job_that_writes_the_comment_may_write():
    assert "write" not in re.sub("#.*", "", READS.read_text(encoding="utf-8"))
    jobs = WRITES.read_text(encoding="utf-8").partition("\n  comment:\n")
    assert not re.search(r": write\b", jobs[0])
    assert re.findall(r"[\w-]+: write\b", jobs[2]) == ["pull-requests: write"]
    assert "checkout" not in jobs[2]
    assert "python" not in jobs[2]


def test_issue_forms_ask_for_what_they_should():
    folder = REPOSITORY / ".github" / "ISSUE_TEMPLATE"
    forms = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.yml")}
    assert set(forms) == {"config", "new_report", "correction", "take_down"}
    for name in ("new_report", "correction", "take_down"):
        form = forms[name]
        assert re.findall(r"^\w+", form, re.MULTILINE) == ["name", "description", "title", "labels", "body"]
        ids = re.findall(r"^    id: (\w+)$", form, re.MULTILINE)
        assert len(set(ids)) == len(ids) == len(re.findall(r"^  - type: (?!markdown)", form, re.MULTILINE))
        assert "is public" in form


RELEASES = REPOSITORY / ".github" / "workflows" / "release.yml"


def finished_release(folder: Path) -> None:
    """Put finished files of a release where the job that publishes finds them."""
    (folder / "release").mkdir()
    (folder / "release" / "CHANGES.md").write_text("**A** $(touch x)\n")
    text = subprocess.run(
        ["sha256sum", "CHANGES.md"], cwd=folder / "release", capture_output=True, text=True, check=True
    ).stdout
    (folder / "release" / "SHA256SUMS").write_text(text)


def test_a_release_is_published_once(tmp_path):
    finished_release(tmp_path)
    script = step(RELEASES, "Publish the release")
    given = {"NAME": "data-2026-03-05-1f0f", "COMMIT": "c" * 40}
    assert run_step(script, tmp_path, **given, GH_FAILS="release view").returncode == 0
    calls = (tmp_path / "gh.log").read_text().splitlines()
    assert calls[-1] == (
        f"release create data-2026-03-05-1f0f --repo owner/name --target {'c' * 40} "
        "--title data-2026-03-05-1f0f --notes-file release/CHANGES.md release/CHANGES.md release/SHA256SUMS"
    )
    assert run_step(script, tmp_path, **given).returncode == 0
    assert (tmp_path / "gh.log").read_text().count("release create") == 1
    assert not (tmp_path / "x").exists()


def test_files_that_did_not_come_whole_are_not_published(tmp_path):
    finished_release(tmp_path)
    (tmp_path / "release" / "CHANGES.md").write_text("Another text\n")
    script = step(RELEASES, "Publish the release")
    assert run_step(script, tmp_path, NAME="data-1", COMMIT="c", GH_FAILS="release view").returncode != 0
    assert not (tmp_path / "gh.log").exists()


def test_the_name_of_a_release_is_handed_on_only_if_there_is_one(tmp_path):
    script = step(RELEASES, "Write the release").replace("python dashboard", "./stand-in")
    (tmp_path / "stand-in").write_text('#!/bin/sh\nprintf "%s" "$ANSWER"\nexit "$CODE"\n')
    (tmp_path / "stand-in").chmod(0o755)
    assert run_step(script, tmp_path, ANSWER="", CODE="0").returncode == 0
    assert not (tmp_path / "output").exists()
    assert run_step(script, tmp_path, ANSWER="data-1", CODE="1").returncode == 1
    assert not (tmp_path / "output").exists()
    assert run_step(script, tmp_path, ANSWER="data-1", CODE="0").returncode == 0
    assert (tmp_path / "output").read_text() == "name=data-1\n"


def test_only_the_job_that_publishes_a_release_may_write():
    build, publish = RELEASES.read_text(encoding="utf-8").split("\n  publish:\n")
    assert not re.search(r": write\b", build)
    assert re.findall(r"[\w-]+: write\b", publish) == ["contents: write"]
    assert "checkout" not in publish
    assert "python" not in publish
