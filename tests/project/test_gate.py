"""The README's two commands and the gate say the same, and what is pinned has its reason beside it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEST_COMMAND = "pip install -r requirements.txt -r tests/requirements.txt"


def test_readme_has_one_command_to_run_and_one_to_test():
    commands = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    joined = "\n".join(commands)
    assert "pip install -r requirements.txt && streamlit run dashboard/app.py" in joined
    assert f"{TEST_COMMAND} && pytest" in joined


def test_gate_calls_the_readme_test_command():
    gate = (ROOT / ".ci/run").read_text("utf-8")
    assert re.search(rf"^{re.escape(TEST_COMMAND)}.* && pytest$", gate, re.M)


def test_workflows_pin_every_action_by_commit():
    for workflow in sorted((ROOT / ".github/workflows").glob("*.yml")):
        for used in re.findall(r"uses:\s*(\S+)", workflow.read_text("utf-8")):
            assert re.search(r"@[0-9a-f]{40}$", used), f"{workflow.name}: {used}"


@pytest.mark.parametrize(
    "name", ["requirements.txt", "tests/requirements.txt", "tests/benchmarks/requirements.txt"]
)
def test_each_requirement_has_bounds_and_a_reason(name):
    for line in (ROOT / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            assert re.fullmatch(r"[A-Za-z0-9._\[\]-]+>=[\d.]+,<[\d.]+\s+# \S.*", line), line


def test_no_file_carries_a_path_of_a_machine():
    machine_path = re.compile(r"(?<![\w.])/(?:work|home|root)/\w")
    for file in ROOT.rglob("*"):
        relative = file.relative_to(ROOT)
        if relative.parts[0] in {".git", ".venv", "venv"} or "vendor" in relative.parts or not file.is_file():
            continue
        if file.suffix in {".py", ".md", ".js", ".css", ".yml", ".toml", ".txt"} and file != Path(__file__):
            assert not machine_path.search(file.read_text("utf-8")), relative


def test_every_test_file_has_a_name_of_its_own():
    names = [path.name for path in (ROOT / "tests").rglob("*.py")]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_readme_lists_every_command():
    readme = (ROOT / "README.md").read_text("utf-8")
    told = set(re.findall(r"^\| `python dashboard (\w+)", readme, re.M))
    modules = (ROOT / "dashboard/moeiwatch/commands").glob("[a-z]*.py")
    assert told == {path.stem for path in modules}
