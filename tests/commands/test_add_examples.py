"""The worked examples in CONTRIBUTING are right: each can be added, after those before it."""

import datetime
import json
import re

import pytest
from data.small_geodata import small_data, write_base, write_data
from moeiwatch.data.contents import read_contents
from moeiwatch.data.drafts.adding import plan_addition, write_addition
from moeiwatch.data.drafts.drafting import draft_records
from moeiwatch.data.drafts.read_rows import parse_rows
from moeiwatch.data.paths import REPOSITORY
from moeiwatch.data.schema import LAYERS, TABLES

TEXT = (REPOSITORY / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"\*\*`(\w+)`\*\*: (?:.+\n)+\n```json\n((?:.+\n)+?)```", TEXT)


def test_every_layer_has_one_example():
    assert sorted(layer for layer, _ in EXAMPLES) == sorted((*LAYERS, *TABLES))


def test_the_examples_can_be_added_one_after_the_other(tmp_path):
    data = small_data() | {"actors": []}
    folder = write_data(tmp_path, data)
    write_base(folder)
    for layer, text in EXAMPLES:
        contents = read_contents(folder)
        rows = parse_rows(text.encode(), file="x.json", layer=layer)
        drafts = draft_records(rows, layer, contents)
        assert drafts.problems == []
        wanted = json.loads(text)
        assert drafts.drafts[0].id == wanted["id"]
        assert drafts.drafts[0].value == wanted
        found = [(layer, draft) for draft in drafts.drafts]
        addition = plan_addition(found, contents, as_of=datetime.date(2026, 6, 1), file="x.json")
        assert addition.problems == []
        write_addition(addition, folder)


@pytest.mark.parametrize("command", sorted(set(re.findall(r"python dashboard (\w+)", TEXT))))
def test_the_commands_exist(command):
    assert (REPOSITORY / "dashboard" / "moeiwatch" / "commands" / f"{command}.py").exists()
