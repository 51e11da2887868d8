"""The sentences that a newcomer reads, word by word: moves, names for ids, long texts, records added."""

import copy

import pytest
from data.small_geodata import COMPOUND, EVENT, small_data, write_data
from moeiwatch.data.changes.compare import Changes, compare
from moeiwatch.data.changes.feature_block import feature_block
from moeiwatch.data.changes.history import Told, tell
from moeiwatch.data.changes.lines import told_lines
from moeiwatch.data.changes.markdown import markdown_report
from moeiwatch.data.changes.report import json_report
from moeiwatch.data.changes.schemas import read_schemas
from moeiwatch.data.changes.sentences import summary
from moeiwatch.data.changes.states import read_folder_state
from moeiwatch.data.changes.web_page import comparison_page
from moeiwatch.data.geodata import read_geodata

EAST = [98.565, 16.631]
ACTORS = [
    {"id": "kna", "name": "Karen National Army", "kind": "armed_group", "sources": ["paper-20250101-one"]},
    {"id": "dkba", "name": "DKBA", "kind": "armed_group", "sources": ["paper-20250101-one"]},
]
SUMMARY = (
    "The army told of 24 people who were brought to the bridge, and a paper says that more were to follow."
)
REPORT = {
    "type": "Feature",
    "id": "kc-1",
    "properties": {
        "compound": "kk-park",
        "observed": "2025-03",
        "kind": "new_buildings",
        "metric": "roofs_new",
        "value": 30,
        "value_qualifier": "about",
        "unit": "buildings",
        "basis": "observed",
        "sources": ["paper-20250101-one"],
    },
    "geometry": COMPOUND["geometry"],
}
REACH = {
    "type": "Feature",
    "id": "moei-1",
    "properties": {"river": "Moei", "from_km": 0, "to_km": 1},
    "geometry": {"type": "LineString", "coordinates": [[98.5, 16.6], [98.51, 16.6], [98.52, 16.6]]},
}
GAUGE = {
    "type": "Feature",
    "id": "gauge",
    "properties": {"name": "Gauge", "months": [1, None, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]},
    "geometry": None,
}


def data() -> dict:
    found = small_data() | {"construction_reports": [REPORT], "river_reaches": [REACH], "hydrology": [GAUGE]}
    return copy.deepcopy(found | {"actors": ACTORS})


def changes(tmp_path, change) -> Changes:
    after = data()
    change(after)
    folders = [write_data(tmp_path / name, records) for name, records in (("a", data()), ("b", after))]
    states = [read_folder_state(folder, label=folder.name) for folder in folders]
    return compare(*states, schemas=read_schemas(folders[0]))


def told(tmp_path, change) -> list[str]:
    return [f"{line.name}: {line.phrase}" for line in told_lines(changes(tmp_path, change))]


def facts(records: dict, layer: str) -> dict:
    return records[layer][0].get("properties", records[layer][0])


def move(*layers):
    def change(records):
        for layer in layers:
            for record in records[layer]:
                record["geometry"]["coordinates"] = list(EAST)

    return change


MOVED = move("compounds", "rescue_events", "construction_reports")


def test_a_moved_compound_is_told_once_with_what_moves_with_it(tmp_path):
    found = changes(tmp_path, MOVED)
    assert [f"{line.name}: {line.phrase}" for line in told_lines(found)] == [
        "KK Park: position moved 850 m; 2 records that take its point move with it"
    ]
    assert summary(found) == "1 record changed; 2 more only moved with their compound"
    assert found.counts == {"changed": 1}
    block = feature_block(found, longest=10_000)
    assert [block.count(word) for word in ('"record":"compounds', '"record":"rescue')] == [2, 0]
    assert markdown_report(found).count("| geometry |") == 1
    moved = [record.get("moves_with") for record in json_report(found)["records"]]
    assert moved == [None, "KK Park", "KK Park"]


def test_what_else_changed_in_a_record_that_moves_along_is_told(tmp_path):
    def change(records):
        MOVED(records)
        facts(records, "rescue_events")["kind"] = "raid"

    assert told(tmp_path, change) == [
        "KK Park: position moved 850 m; 2 records that take its point move with it",
        "raid, KK Park, 12 February 2025 (ev-2025-02-12-release-260): "
        "kind release -> raid, position moved with KK Park",
    ]


def test_an_event_that_leaves_its_compound_does_not_move_with_it(tmp_path):
    assert told(tmp_path, move("rescue_events")) == [
        "release, KK Park, 12 February 2025 (ev-2025-02-12-release-260): position moved 850 m"
    ]


def test_many_records_that_say_the_same_are_one_line(tmp_path):
    before, after = data(), data()
    for records, day in ((before, "2026-01-01"), (after, "2026-02-02")):
        event = facts(records, "rescue_events") | {"verified": day}
        records["rescue_events"] = [EVENT | {"id": f"e-{n}", "properties": event} for n in range(9)]
    folders = [write_data(tmp_path / name, records) for name, records in (("a", before), ("b", after))]
    states = [read_folder_state(folder, label=folder.name) for folder in folders]
    (line,) = told_lines(compare(*states, schemas=read_schemas(folders[0])))
    names = "; ".join(f"release, KK Park, 12 February 2025 (e-{n})" for n in range(3))
    phrase = f"read again on 2026-01-01 -> 2026-02-02 ({names}; and 6 more)"
    assert (line.name, line.phrase, len(line.changes)) == ("9 records", phrase, 9)
    assert tell(line) == Told("rescue_events", "", "9 records", "changed", phrase)


def edit(layer, **values):
    return lambda records: facts(records, layer).update(values)


def place(layer, geometry):
    return lambda records: records[layer][0].update(geometry=geometry)


def line(*positions):
    return {"type": "LineString", "coordinates": [list(position) for position in positions]}


OFAC = {"authority": "OFAC", "date": "2025-05-05"}
MONTHS = GAUGE["properties"]["months"]


@pytest.mark.parametrize(
    ("change", "phrase"),
    [
        (edit("compounds", part_of="kk-park"), "now part of KK Park"),
        (edit("compounds", possibly_same_as=["kk-park"]), "now possibly the same as KK Park"),
        (edit("compounds", other_names=["KK", "KK Yuanqu"]), "other names: KK, KK Yuanqu added"),
        (edit("compounds", name_th=["เคเค ปาร์ค"]), "names in Thai: เคเค ปาร์ค added"),
        (
            edit("compounds", armed_groups=[{"actor": "kna"}]),
            "armed groups named with it: Karen National Army added",
        ),
        (
            edit("compounds", armed_groups=[{"actor": "dkba", "until": "2025-11", "note": "as one says"}]),
            "armed groups named with it: DKBA (until 2025-11, as one says) added",
        ),
        (
            edit("compounds", sanctions=[OFAC]),
            "sanctions on those named with it: United States (OFAC) (imposed on 2025-05-05) added",
        ),
        (edit("compounds", name="KK Park (east)"), "name KK Park -> KK Park (east)"),
        (edit("compounds", summary=["A", "B"]), "summary A made-up compound. -> A, B"),
        (edit("actors", member_of=["dkba"]), "now member of DKBA"),
        (
            edit("construction_reports", value_qualifier="at_least"),
            "value about 30 buildings -> at least 30 buildings",
        ),
        (
            edit("construction_reports", value=31, value_max=35, unit="count"),
            "value about 30 buildings -> about 31 to 35",
        ),
        (edit("hydrology", months=[*MONTHS[:4], 6, *MONTHS[5:]]), "1 of 12 months changed: May 5 -> 6"),
        (
            edit("hydrology", months=[value and value + 1 for value in MONTHS]),
            "11 of 12 months changed: January 1 -> 2, March 3 -> 4, April 4 -> 5, May 5 -> 6 and 7 more",
        ),
        (edit("river_reaches", to_km=1.5), "to 1 -> 1.5 kilometres"),
        (place("rescue_events", None), "taken off the map (was at 98.557, 16.631)"),
        (place("hydrology", COMPOUND["geometry"]), "put on the map at 98.557, 16.631"),
        (
            place("river_reaches", line((98.5, 16.6), (98.51, 16.602), (98.52, 16.6))),
            "line redrawn: moved by at most 220 m, length 2.13 -> 2.18 km",
        ),
        (
            place("river_reaches", line((98.5, 16.6), (98.505, 16.6), (98.51, 16.6), (98.52, 16.6))),
            "line redrawn: moved by less than a metre, 3 -> 4 positions",
        ),
        (
            place("river_reaches", line((98.52, 16.6), (98.51, 16.6), (98.5, 16.6))),
            "line turned round: the same course, from its other end",
        ),
        (place("river_reaches", COMPOUND["geometry"]), "drawn as a point, no longer as a line"),
    ],
)
def test_one_change_in_one_sentence(tmp_path, change, phrase):
    (said,) = told_lines(changes(tmp_path, change))
    assert said.phrase == phrase


def test_a_changed_member_of_a_list_is_told_by_what_it_is_of(tmp_path):
    found = []
    for number, date in enumerate(("2025-05-05", "2025-05-06")):
        records = data()
        facts(records, "actors")["sanctions"] = [OFAC | {"date": date}]
        folder = write_data(tmp_path / str(number), records)
        found.append(read_folder_state(folder, label="x"))
    (said,) = told_lines(compare(*found, schemas=read_schemas(tmp_path)))
    assert said.phrase == "sanctions: United States (OFAC) (imposed on 2025-05-05 -> 2025-05-06)"


def test_a_long_text_is_told_around_what_changed_and_shown_whole_on_the_page(tmp_path):
    before, after = data(), data()
    facts(before, "rescue_events")["summary"] = SUMMARY
    facts(after, "rescue_events")["summary"] = SUMMARY.replace("24", "25 <b>")
    folders = [write_data(tmp_path / name, records) for name, records in (("a", before), ("b", after))]
    states = [read_folder_state(folder, label=folder.name) for folder in folders]
    found = compare(*states, schemas=read_schemas(folders[0]))
    (said,) = told_lines(found)
    assert said.phrase == (
        "summary 'The army told of 24 people who were brought to…' -> "
        "'The army told of 25 <b> people who were brought to…'"
    )
    page = comparison_page(found)
    assert "<blockquote>Before: The army told of <del>24</del> people who" in page
    assert "of <ins>25 &lt;b&gt;</ins> people who were brought to the bridge, and a paper says that" in page


def added(layer, record, **values):
    def change(records):
        new = copy.deepcopy(record) | {"id": "new"}
        new.get("properties", new).update(values)
        records[layer].append(new)

    return change


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            added(
                "rescue_events",
                EVENT,
                people_min=45,
                people_best=45,
                people_max=80,
                place="Mae Sot",
                date="2025-03",
            ),
            "release, Mae Sot, March 2025 (new): added: 45 to 80 people (best estimate 45), "
            "compound KK Park, basis claimed, confidence high, 1 source",
        ),
        (
            added("rescue_events", EVENT | {"geometry": None}, people_min=1, people_best=1, people_max=1),
            "release, KK Park, 12 February 2025 (new): added: 1 person, basis claimed, confidence high, "
            "1 source, not on the map",
        ),
        (
            added("construction_reports", REPORT),
            "new buildings, KK Park, March 2025 (new): added: about 30 buildings (roofs new), "
            "basis observed, 1 source",
        ),
        (
            added("construction_reports", REPORT, metric="buildings"),
            "new buildings, KK Park, March 2025 (new): added: about 30 buildings, basis observed, 1 source",
        ),
        (
            added(
                "hydrology",
                GAUGE,
                variable="water_level_cm",
                statistic="max",
                period="2025-07",
                sources=["a"],
            ),
            "Gauge: added: water level at a gauge, statistic maximum, period 2025-07, 1 source, "
            "not on the map",
        ),
        (
            added("river_reaches", REACH, from_km=0, to_km=5.03, nearest_place="Wale", sources=["a", "b"]),
            "Moei (new): added: kilometres 0 to 5.03, nearest place Wale, 2 sources",
        ),
        (added("actors", ACTORS[0]), "Karen National Army: added: armed group, 1 source"),
    ],
)
def test_an_added_record_says_what_a_reviewer_asks_first(tmp_path, change, sentence):
    assert told(tmp_path, change) == [sentence]


def test_an_unreadable_file_is_what_the_first_line_tells(tmp_path):
    before, after = (write_data(tmp_path / name, data()) for name in ("a", "b"))
    (after / "compounds.geojson").write_text("{")
    states = [read_folder_state(folder, label=folder.name) for folder in (before, after)]
    found = compare(*states, schemas=read_schemas(before))
    assert summary(found) == "1 file cannot be relied on, no record of the others changed"


def test_the_page_of_both_maps_says_what_they_lack(tmp_path):
    broken = data()
    facts(broken, "compounds")["name"] = 5
    folders = [write_data(tmp_path / name, records) for name, records in (("a", data()), ("b", broken))]
    states = [read_folder_state(folder, label=folder.name) for folder in folders]
    drawn = {name: read_geodata(folder) for name, folder in zip(("before", "after"), folders, strict=True)}
    page = comparison_page(compare(*states, schemas=read_schemas(folders[0])), drawn=drawn)
    assert "<p>The map after lacks what could not be read. Compounds: 0 of 1." in page
    assert 'href="#map-after">show after</a>' in page
    assert page.count('target="before"') == 1 and 'target="after"' not in page
    assert "before</a> · not on the map after: it could not be read</li>" in page
