"""An editor finds the schema of every file from the file itself, and the schemas find each other."""

import fnmatch
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GEODATA = ROOT / "geodata"
FILES = sorted([*GEODATA.glob("*.geojson"), *GEODATA.glob("*.json"), *GEODATA.glob("stories/*.json")])
SCHEMAS = sorted((GEODATA / "schema").glob("*.json"))


def associations():
    """Return what VS Code is told: patterns of files by schema, both from the root of the repository."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    assert list(settings) == ["json.schemas"], "what people like in their editor is theirs"
    return [(pattern, entry["url"]) for entry in settings["json.schemas"] for pattern in entry["fileMatch"]]


def schema_of(path):
    """Return the schema that an editor takes for a file."""
    value = json.loads(path.read_text("utf-8"))
    if isinstance(value, dict):
        return (path.parent / value["$schema"]).resolve()
    named = "/" + path.relative_to(ROOT).as_posix()
    return next(ROOT / url for pattern, url in associations() if fnmatch.fnmatch(named, pattern)).resolve()


def references(value):
    """Yield each ``$ref`` of a schema."""
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from references(inner)
    if isinstance(value, dict) and isinstance(value.get("$ref"), str):
        yield value["$ref"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_file_has_a_schema_that_is_there(path):
    schema = schema_of(path)
    assert schema in SCHEMAS
    assert schema.stem in (path.stem, "story")


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_each_reference_of_a_schema_leads_somewhere(path):
    document = json.loads(path.read_text("utf-8"))
    assert document["$id"] == path.name
    for reference in references(document):
        file, _, pointer = reference.partition("#/")
        target = json.loads((path.parent / file).read_text("utf-8")) if file else document
        for part in pointer.split("/"):
            target = target[part]
        assert isinstance(target, dict), reference


def test_the_hooks_before_a_commit_are_true_commands():
    hooks = (ROOT / ".pre-commit-config.yaml").read_text("utf-8")
    entries = re.findall(r"entry: python (.+)", hooks)
    assert hooks.count("always_run: true") == len(entries), "a file that is only deleted starts no hook"
    assert [entry.split()[1] for entry in entries] == ["format", "check"]
    for entry in entries:
        done = subprocess.run(
            [sys.executable, *entry.split(), "--help"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, entry
        assert all(option in done.stdout for option in re.findall(r"--\w+", entry))


def test_drafts_are_ignored_and_every_json_file_of_the_data_is_compared_as_such(tmp_path):
    for name in (".gitattributes", ".gitignore"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    git = ["git", "-C", str(tmp_path)]
    subprocess.run([*git, "init", "-q"], check=True)
    drafts = ["draft-compounds.json", "geodata/draft-sources-2.json"]
    done = subprocess.run([*git, "check-ignore", *drafts], capture_output=True, text=True, check=False)
    assert done.stdout.split() == drafts
    files = ["sources.json", "stories/a.json", "schema/common.json", "compounds.geojson"]
    asked = [*git, "check-attr", "diff", *(f"geodata/{file}" for file in files)]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert [line.rpartition(" ")[2] for line in done.stdout.splitlines()] == ["geojson"] * len(files)
