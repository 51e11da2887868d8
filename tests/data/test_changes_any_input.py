"""No two folders exist whose comparison raises, or that loses a record."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from any_json import ACTORS, ANY_JSON, LAYERS, RAW_FILES, SOURCES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from moeiwatch.data.changes.compare import Changes, compare
from moeiwatch.data.changes.markdown import LONGEST_COMMENT, markdown_report
from moeiwatch.data.changes.report import json_report, text_report
from moeiwatch.data.changes.schemas import read_schemas
from moeiwatch.data.changes.states import read_folder_state
from moeiwatch.data.paths import GEODATA

SCHEMAS = read_schemas(GEODATA)
STATES = st.fixed_dictionaries(
    {},
    optional={
        "compounds.geojson": LAYERS | ANY_JSON,
        "rescue_events.geojson": LAYERS | ANY_JSON,
        "sources.json": SOURCES,
        "actors.json": ACTORS,
        "moved/compounds.json": LAYERS | ANY_JSON,
        "base/places.geojson": LAYERS | ANY_JSON,
        "x.geojson": RAW_FILES,
    },
)
SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def has_records(state: dict) -> bool:
    return isinstance(state["features"], list)


def changes_between(before: dict, after: dict) -> Changes:
    with TemporaryDirectory() as folder:
        states = []
        for name, files in (("before", before), ("after", after)):
            (Path(folder) / name).mkdir()
            for path, value in files.items():
                file = Path(folder) / name / path
                file.parent.mkdir(exist_ok=True)
                file.write_bytes(value if isinstance(value, bytes) else json.dumps(value).encode())
            states.append(read_folder_state(Path(folder) / name, label=name))
        return compare(*states, schemas=SCHEMAS)


@SETTINGS
@given(STATES, STATES)
def test_comparing_anything_reports_without_raising(before, after):
    found = changes_between(before, after)
    assert all(line.removeprefix("\n").isprintable() for line in text_report(found))
    assert len(markdown_report(found)) <= LONGEST_COMMENT
    json.dumps(json_report(found))


@SETTINGS
@given(STATES)
def test_a_state_does_not_differ_from_itself(state):
    assert not changes_between(state, state).records


@SETTINGS
@given(st.tuples(LAYERS, LAYERS).filter(lambda states: all(map(has_records, states))))
def test_every_record_is_the_same_changed_added_or_removed(states):
    """Counted: what one state holds more than the other is added or removed, and nothing else."""
    before, after = states
    found = changes_between({"compounds.geojson": before}, {"compounds.geojson": after})
    kinds = [change.kind for change in found.records]
    assert not found.not_compared
    held = [len(state["features"]) for state in states]
    assert held[1] - held[0] == kinds.count("added") - kinds.count("removed")
