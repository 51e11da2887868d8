"""What contributors get wrong: one entry a mistake, with what the check must say of it.

Each entry is the name of the mistake, what it does to the small files, and file, record, field, and words of
message and remedy of the one error that has to come of it.
"""

import copy
from collections.abc import Callable
from typing import Any, NamedTuple

from sample_geodata import properties, record

COMPOUNDS, REPORTS, EVENTS = "compounds.geojson", "construction_reports.geojson", "rescue_events.geojson"
STEPS, CROSSINGS, REACHES = "interventions.geojson", "crossings.geojson", "river_reaches.geojson"
HYDROLOGY, EVIDENCE, SOURCES, ACTORS = (
    "hydrology.geojson",
    "season_evidence.geojson",
    "sources.json",
    "actors.json",
)
KK, EVENT, ALL, AP = "kk-park", "ev-2025-10-20-kk", "ev-2025-all", "ap-20251020-raid"
BORDER = "base/border.geojson"
COPY = "bbc-202510-copy"


class Broken(NamedTuple):
    """One mistake and the error that it has to give."""

    name: str
    change: Callable[[dict], Any]
    file: str
    record: str
    field: str
    message: str
    remedy: str


def put(file: str, id_: str, **values: Any) -> Callable[[dict], Any]:
    """Return a change that sets properties of one record; ... takes a property out."""

    def change(files: dict) -> None:
        target = properties(files, file, id_) if file.endswith("geojson") else record(files, file, id_)
        for name, value in values.items():
            if value is ...:
                target.pop(name)
            else:
                target[name] = value

    return change


def member(file: str, id_: str, **values: Any) -> Callable[[dict], Any]:
    """Return a change that sets members of a feature itself; ... takes one out."""

    def change(files: dict) -> None:
        target = record(files, file, id_)
        for name, value in values.items():
            if value is ...:
                target.pop(name)
            else:
                target[name] = value

    return change


def custom(id_: str, **values: Any) -> Callable[[dict], Any]:
    """Return a change that sets what a publication has in ``custom``."""
    return lambda files: record(files, SOURCES, id_)["custom"].update(values)


def point(file: str, id_: str, *position: Any) -> Callable[[dict], Any]:
    """Return a change that moves a record."""
    return member(file, id_, geometry={"type": "Point", "coordinates": list(position)})


def top(file: str, **values: Any) -> Callable[[dict], Any]:
    """Return a change that sets members of the file's outermost object."""
    return lambda files: files[file].update(values)


def again(file: str, id_: str, **values: Any) -> Callable[[dict], Any]:
    """Return a change that adds a copy of a record, with other members."""

    def change(files: dict) -> None:
        value = files[file]
        listed = value if isinstance(value, list) else value.get("features") or value["actors"]
        listed.append({**copy.deepcopy(record(files, file, id_)), **values})

    return change


def polygon(*ring: list) -> Callable[[dict], Any]:
    """Return a change of Thailand's outline in base/countries."""
    return member("base/countries.geojson", "TH", geometry={"type": "Polygon", "coordinates": [list(ring)]})


CIRCLE_NAMES = {"part_of": "kk-park-north"}
GOOD_RING = [[98.55, 10], [103, 10], [103, 20], [98.55, 20], [98.55, 10]]
BOW_TIE = [[99, 10], [101, 12], [101, 10], [99, 14], [99, 10]]

BROKEN = [
    # measured values
    Broken(
        "range upside down",
        put(REPORTS, "kc-001", value_max=3),
        REPORTS,
        "kc-001",
        "value_max",
        "value_max (3) is less than value (12)",
        "lower end",
    ),
    # geometry
    Broken(
        "swapped", point(COMPOUNDS, KK, 16.63, 98.52), COMPOUNDS, KK, "geometry", "swapped", "[98.52, 16.63]"
    ),
    Broken(
        "far away",
        point(COMPOUNDS, KK, 12.5, 41.9),
        COMPOUNDS,
        KK,
        "geometry",
        "out of range",
        "91 and 107.5",
    ),
    Broken(
        "infinite", point(COMPOUNDS, KK, 1e300, 16), COMPOUNDS, KK, "geometry", "out of range", "Longitude"
    ),
    Broken(
        "text",
        point(CROSSINGS, "friendship-bridge-1", "98.5", "16.6"),
        CROSSINGS,
        "friendship-bridge-1",
        "geometry",
        "not a position",
        "numbers",
    ),
    Broken(
        "one number",
        point(CROSSINGS, "friendship-bridge-1", 98.5),
        CROSSINGS,
        "friendship-bridge-1",
        "geometry",
        "not a position",
        "[98.51667",
    ),
    Broken(
        "height",
        point(CROSSINGS, "friendship-bridge-1", 98.5, 16.6, 200),
        CROSSINGS,
        "friendship-bridge-1",
        "geometry",
        "height",
        "only",
    ),
    Broken(
        "no place for a compound",
        member(COMPOUNDS, KK, geometry=None),
        COMPOUNDS,
        KK,
        "geometry",
        "missing",
        "Point",
    ),
    Broken(
        "geometry left out",
        member(CROSSINGS, "friendship-bridge-1", geometry=...),
        CROSSINGS,
        "friendship-bridge-1",
        "geometry",
        "no geometry",
        "null",
    ),
    Broken(
        "line for a point",
        member(
            CROSSINGS,
            "friendship-bridge-1",
            geometry={"type": "LineString", "coordinates": [[98, 16], [99, 16]]},
        ),
        CROSSINGS,
        "friendship-bridge-1",
        "geometry",
        "LineString",
        "Point",
    ),
    Broken(
        "point for a line",
        point(REACHES, "moei-001", 98.5, 16.6),
        REACHES,
        "moei-001",
        "geometry",
        "Point",
        "LineString",
    ),
    Broken(
        "line of one point",
        member(REACHES, "moei-001", geometry={"type": "LineString", "coordinates": [[98, 16]]}),
        REACHES,
        "moei-001",
        "geometry",
        "fewer than two",
        "two",
    ),
    Broken(
        "type misspelt",
        member(REACHES, "moei-001", geometry={"type": "Linestring", "coordinates": []}),
        REACHES,
        "moei-001",
        "geometry",
        '"Linestring"',
        "LineString",
    ),
    Broken(
        "ring order",
        polygon(*GOOD_RING[::-1]),
        "base/countries.geojson",
        "TH",
        "geometry",
        "ring order",
        "anticlockwise",
    ),
    Broken(
        "crossing itself",
        polygon(*BOW_TIE),
        "base/countries.geojson",
        "TH",
        "geometry",
        "crosses itself",
        "vertices",
    ),
    Broken(
        "ring not closed",
        polygon(*GOOD_RING[:-1]),
        "base/countries.geojson",
        "TH",
        "geometry",
        "not closed",
        "first",
    ),
    Broken(
        "Thai bank",
        point(COMPOUNDS, "kk-park-north", 98.56, 16.6),
        COMPOUNDS,
        "kk-park-north",
        "geometry",
        "Thailand, 1.1 km",
        "Myanmar side",
    ),
    Broken(
        "no border",
        top(BORDER, features=[]),
        BORDER,
        "",
        "features",
        "without records: nobody can say how far from the border",
        "Restore base/border.geojson",
    ),
    Broken(
        "Thailand left out",
        lambda f: f["base/countries.geojson"]["features"].pop(),
        "base/countries.geojson",
        "",
        "features",
        "without Thailand (TH): nobody can say on which bank",
        "Restore",
    ),
    Broken(
        "border without a line",
        member(BORDER, "border", geometry=None),
        BORDER,
        "border",
        "geometry",
        "is null",
        "Restore",
    ),
    Broken(
        "no cities",
        top("base/cities.geojson", features=[]),
        "base/cities.geojson",
        "",
        "features",
        "without records: nobody can say which points of cities",
        "Restore",
    ),
    # where events stand
    Broken(
        "event beside its compound",
        point(REPORTS, "kc-001", 98.53, 16.63),
        REPORTS,
        "kc-001",
        "geometry",
        "not that of the compound kk-park",
        "location_basis",
    ),
    Broken(
        "event without the point of its compound",
        member(EVENTS, EVENT, geometry=None),
        EVENTS,
        EVENT,
        "geometry",
        "is null",
        "format",
    ),
    Broken(
        "point without a basis",
        point(STEPS, "iv-2025-02-power", 98.5, 16.6),
        STEPS,
        "iv-2025-02-power",
        "geometry",
        "neither compound nor location_basis",
        "location_basis",
    ),
    Broken(
        "harm", point(EVENTS, ALL, 98.56512, 16.71433), EVENTS, ALL, "geometry", "too exact", "[98.57, 16.71]"
    ),
    Broken(
        "harm by evidence",
        point(EVIDENCE, "se-001", 98.512345, 16.712345),
        EVIDENCE,
        "se-001",
        "geometry",
        "too exact",
        "[98.51, 16.71]",
    ),
    Broken(
        "ford at six decimals",
        lambda f: (
            put(CROSSINGS, "friendship-bridge-1", kind="ford_area", location_basis="described")(f),
            point(CROSSINGS, "friendship-bridge-1", 98.529141, 16.697721)(f),
        ),
        CROSSINGS,
        "friendship-bridge-1",
        "geometry",
        "too exact",
        "Only an official bridge, pier or checkpoint",
    ),
    Broken(
        "crossing far from the border",
        point(CROSSINGS, "friendship-bridge-1", 99.9, 17.9),
        CROSSINGS,
        "friendship-bridge-1",
        "geometry",
        "143 km from the border",
        "within 5 km",
    ),
    Broken(
        "event in the sea",
        point(EVENTS, ALL, 94.0, 10.0),
        EVENTS,
        ALL,
        "geometry",
        "in the sea",
        "on land",
    ),
    # terms and properties
    Broken(
        "unknown term",
        put(COMPOUNDS, KK, status="demolishd"),
        COMPOUNDS,
        KK,
        "status",
        '"demolishd"',
        "Did you mean demolished?",
    ),
    Broken(
        "term with a capital",
        put(COMPOUNDS, KK, kind="Casino"),
        COMPOUNDS,
        KK,
        "kind",
        '"Casino"',
        "Did you mean casino?",
    ),
    Broken(
        "term with a space",
        put(STEPS, "iv-2025-02-power", kind="power cut"),
        STEPS,
        "iv-2025-02-power",
        "kind",
        '"power cut"',
        "Did you mean power_cut?",
    ),
    Broken(
        "term of another layer",
        put(EVENTS, EVENT, kind="bridge"),
        EVENTS,
        EVENT,
        "kind",
        '"bridge"',
        "Allowed are: rescue",
    ),
    Broken(
        "no basis",
        put(REPORTS, "kc-001", basis=...),
        REPORTS,
        "kc-001",
        "basis",
        "basis is missing",
        "claimed",
    ),
    Broken(
        "wrong confidence",
        put(EVIDENCE, "se-001", confidence="certain"),
        EVIDENCE,
        "se-001",
        "confidence",
        '"certain"',
        "high, medium, low",
    ),
    Broken(
        "unknown season",
        put(EVIDENCE, "se-001", season="wet"),
        EVIDENCE,
        "se-001",
        "season",
        '"wet"',
        "rainy",
    ),
    Broken(
        "unknown variable",
        put(HYDROLOGY, "salween-runoff", variable="runoff"),
        HYDROLOGY,
        "salween-runoff",
        "variable",
        '"runoff"',
        "runoff_mcm",
    ),
    Broken("unknown unit", put(REPORTS, "kc-001", unit="acres"), REPORTS, "kc-001", "unit", '"acres"', "ha"),
    Broken(
        "unknown authority",
        put(ACTORS, "saw-somebody", sanctions=[{"authority": "US"}]),
        ACTORS,
        "saw-somebody",
        "sanctions[0].authority",
        '"US"',
        "OFAC",
    ),
    Broken(
        "unknown access",
        custom(AP, access="originall"),
        SOURCES,
        AP,
        "custom.access",
        '"originall"',
        "Did you mean original?",
    ),
    Broken(
        "unknown property",
        put(COMPOUNDS, KK, operater="X"),
        COMPOUNDS,
        KK,
        "operater",
        "operater",
        "Did you mean operators?",
    ),
    Broken(
        "property in the wrong case",
        put(EVENTS, EVENT, People_Min=3),
        EVENTS,
        EVENT,
        "People_Min",
        "unknown",
        "Did you mean people_min?",
    ),
    Broken(
        "unknown member inside",
        put(COMPOUNDS, KK, armed_groups=[{"actor": "bgf-kna", "since": "2020"}]),
        COMPOUNDS,
        KK,
        "armed_groups[0].since",
        "since",
        "actor, until, note",
    ),
    Broken(
        "property of a publication",
        put(SOURCES, AP, url="https://example.org"),
        SOURCES,
        AP,
        "url",
        "url",
        "Did you mean URL?",
    ),
    Broken(
        "fact beside the properties",
        member(CROSSINGS, "friendship-bridge-1", status="open"),
        CROSSINGS,
        "friendship-bridge-1",
        "",
        '"status"',
        "inside properties",
    ),
    Broken(
        "member of the file", top(CROSSINGS, name="Crossings"), CROSSINGS, "", "name", '"name"', "Allowed are"
    ),
    Broken(
        "other schema",
        top(CROSSINGS, **{"$schema": "compounds.json"}),
        CROSSINGS,
        "",
        "$schema",
        '"compounds.json"',
        "schema/crossings.json",
    ),
    Broken("no list", top(CROSSINGS, features={}), CROSSINGS, "", "features", "no list of features", "[]"),
    # values
    Broken(
        "null",
        put(COMPOUNDS, KK, township=None),
        COMPOUNDS,
        KK,
        "township",
        "null is not a text",
        "leave the property out",
    ),
    Broken(
        "empty text",
        put(COMPOUNDS, KK, township=""),
        COMPOUNDS,
        KK,
        "township",
        "empty",
        "leave the property out",
    ),
    Broken(
        "empty list",
        put(COMPOUNDS, KK, name_my=[]),
        COMPOUNDS,
        KK,
        "name_my",
        "empty",
        "leave the property out",
    ),
    Broken(
        "text for a number",
        put(REPORTS, "kc-001", value="12"),
        REPORTS,
        "kc-001",
        "value",
        "not a number",
        "unit",
    ),
    Broken(
        "fraction of people",
        put(EVENTS, EVENT, people_min=2.5),
        EVENTS,
        EVENT,
        "people_min",
        "not a whole number",
        "",
    ),
    Broken(
        "people with a comma",
        put(EVENTS, EVENT, people_max="2,000"),
        EVENTS,
        EVENT,
        "people_max",
        '"2,000" is not a whole number',
        "Write 2000, without quotes and commas.",
    ),
    Broken(
        "fewer than none", put(EVENTS, EVENT, people_min=-1), EVENTS, EVENT, "people_min", "too small", "0"
    ),
    Broken(
        "too many people",
        put(EVENTS, EVENT, people_max=2_000_000),
        EVENTS,
        EVENT,
        "people_max",
        "too large",
        "1,000,000",
    ),
    Broken(
        "yes for true",
        put(CROSSINGS, "friendship-bridge-1", official="yes"),
        CROSSINGS,
        "friendship-bridge-1",
        "official",
        "not true or false",
        "Write true, without quotes.",
    ),
    Broken(
        "text for a list",
        put(COMPOUNDS, KK, name_th="เคเคปาร์ค"),
        COMPOUNDS,
        KK,
        "name_th",
        "not a list",
        'Write a list: ["เคเคปาร์ค"].',
    ),
    Broken(
        "value without unit",
        put(REPORTS, "kc-001", unit=...),
        REPORTS,
        "kc-001",
        "unit",
        "unit is missing though value",
        "unit",
    ),
    Broken(
        "best without least",
        put(EVENTS, EVENT, people_min=...),
        EVENTS,
        EVENT,
        "people_min",
        "people_min is missing",
        "people_min",
    ),
    Broken(
        "neither compound nor place",
        lambda f: (put(REPORTS, "kc-001", compound=...)(f), member(REPORTS, "kc-001", geometry=None)(f)),
        REPORTS,
        "kc-001",
        "compound",
        "compound or place is missing",
        "place",
    ),
    Broken(
        "eleven months",
        put(HYDROLOGY, "salween-runoff", months=[1] * 11),
        HYDROLOGY,
        "salween-runoff",
        "months",
        "too short",
        "At least 12 items are needed. Twelve figures from January to December; null",
    ),
    Broken(
        "negative precision",
        put(COMPOUNDS, KK, precision_m=0),
        COMPOUNDS,
        KK,
        "precision_m",
        "too small",
        "more than 0",
    ),
    Broken(
        "long name",
        put(CROSSINGS, "friendship-bridge-1", name="x" * 10_000),
        CROSSINGS,
        "friendship-bridge-1",
        "name",
        "10,000 characters",
        "Shorten",
    ),
    Broken(
        "same name twice",
        put(COMPOUNDS, KK, other_names=["KK", "KK"]),
        COMPOUNDS,
        KK,
        "other_names",
        "twice",
        "Keep one",
    ),
    Broken(
        "country in small letters",
        put(EVENTS, EVENT, nationalities={"cn": 5}),
        EVENTS,
        EVENT,
        "nationalities.cn",
        '"cn"',
        "",
    ),
    Broken(
        "no such country",
        put(EVENTS, EVENT, nationalities={"UK": 5}),
        EVENTS,
        EVENT,
        "nationalities.UK",
        "UK",
        "Did you mean GB?",
    ),
    # ids
    Broken(
        "id twice",
        again(CROSSINGS, "friendship-bridge-1"),
        CROSSINGS,
        "friendship-bridge-1",
        "id",
        "stands twice",
        "another id",
    ),
    Broken("id of a publication twice", again(SOURCES, AP), SOURCES, AP, "id", "stands twice", "another id"),
    Broken(
        "id in two layers",
        member(CROSSINGS, "friendship-bridge-1", id="kk-park"),
        CROSSINGS,
        "kk-park",
        "id",
        COMPOUNDS,
        "another id",
    ),
    Broken(
        "id left out",
        member(CROSSINGS, "friendship-bridge-1", id=...),
        CROSSINGS,
        "features[0]",
        "id",
        "no id",
        "hyphens",
    ),
    Broken(
        "id with a capital",
        member(CROSSINGS, "friendship-bridge-1", id="Bridge-1"),
        CROSSINGS,
        "Bridge-1",
        "id",
        '"Bridge-1"',
        "Did you mean bridge-1?",
    ),
    Broken(
        "id of one letter",
        member(CROSSINGS, "friendship-bridge-1", id="a"),
        CROSSINGS,
        "a",
        "id",
        '"a" is too short',
        "At least 2 characters are needed. Short name",
    ),
    Broken(
        "id with a newline",
        member(CROSSINGS, "friendship-bridge-1", id="bridge-1\n"),
        CROSSINGS,
        "features[0]",
        "id",
        "bridge-1\\u000a",
        "lower-case",
    ),
    Broken(
        "id as a number",
        member(CROSSINGS, "friendship-bridge-1", id=7),
        CROSSINGS,
        "features[0]",
        "id",
        "7 is not a text",
        'Write it in quotes: "7".',
    ),
    Broken(
        "former id in use",
        custom(COPY, other_ids=[AP]),
        SOURCES,
        COPY,
        "custom.other_ids[0]",
        "former id",
        "never used again",
    ),
    # dates
    Broken(
        "30 February",
        put(EVENTS, ALL, date="2023-02-30"),
        EVENTS,
        ALL,
        "date",
        "2023-02 has the days 01 to 28",
        "YYYY-MM-DD",
    ),
    Broken(
        "thirteenth month",
        put(REPORTS, "kc-001", observed_end="2025-13"),
        REPORTS,
        "kc-001",
        "observed_end",
        "months run from 01 to 12",
        "YYYY",
    ),
    Broken(
        "day first",
        put(STEPS, "iv-2025-02-power", date="05/02/2025"),
        STEPS,
        "iv-2025-02-power",
        "date",
        "05/02/2025",
        "YYYY-MM-DD",
    ),
    Broken(
        "Thai digits", put(EVIDENCE, "se-001", date="๒๐๒๔"), EVIDENCE, "se-001", "date", "not a date", "YYYY"
    ),
    Broken(
        "end before start",
        put(EVENTS, EVENT, date_end="2025-10"[:4] + "-09"),
        EVENTS,
        EVENT,
        "date_end",
        "comes before the start",
        "Exchange",
    ),
    Broken(
        "read tomorrow",
        put(COMPOUNDS, KK, verified="2026-06-02"),
        COMPOUNDS,
        KK,
        "verified",
        "in the future",
        "2026-06-01",
    ),
    Broken(
        "verified in a month",
        put(COMPOUNDS, KK, verified="2026-05"),
        COMPOUNDS,
        KK,
        "verified",
        "not a full date",
        "YYYY-MM-DD",
    ),
    Broken(
        "sanctions on 31 April",
        put(COMPOUNDS, KK, sanctions=[{"authority": "UK", "date": "2024-04-31"}]),
        COMPOUNDS,
        KK,
        "sanctions[0].date",
        "04 has the days 01 to 30",
        "YYYY",
    ),
    Broken(
        "published on 31 June",
        put(SOURCES, AP, issued={"date-parts": [[2025, 6, 31]]}),
        SOURCES,
        AP,
        "issued",
        "no such day",
        "[[year",
    ),
    Broken(
        "Buddhist year",
        put(EVENTS, ALL, date="2568-02-12"),
        EVENTS,
        ALL,
        "date",
        "2568-02-12 lies in the future",
        "Did you mean 2025-02-12 (2568 - 543)?",
    ),
    Broken(
        "next month",
        put(COMPOUNDS, KK, status_as_of="2026-07"),
        COMPOUNDS,
        KK,
        "status_as_of",
        "2026-07 lies in the future",
        "Today is 2026-06-01",
    ),
    Broken(
        "published in a Buddhist year",
        put(REPORTS, "kc-001", published="2569-01"),
        REPORTS,
        "kc-001",
        "published",
        "in the future",
        "Did you mean 2026-01 (2569 - 543)?",
    ),
    Broken(
        "issued in the far future",
        put(SOURCES, AP, issued={"date-parts": [[2099]]}),
        SOURCES,
        AP,
        "issued",
        "2099 lies in the future",
        "Today is",
    ),
    Broken(
        "published before it happened",
        put(REPORTS, "kc-001", published="2019"),
        REPORTS,
        "kc-001",
        "published",
        "published (2019) before it happened (observed 2025-05)",
        "Mend published or observed",
    ),
    # references
    Broken(
        "unknown source",
        put(COMPOUNDS, KK, sources=["ap-20251020-riad"]),
        COMPOUNDS,
        KK,
        "sources[0]",
        "no id in sources.json",
        "Did you mean ap-20251020-raid?",
    ),
    Broken(
        "unknown compound",
        put(REPORTS, "kc-001", compound="kk-prak"),
        REPORTS,
        "kc-001",
        "compound",
        "no id in compounds.geojson",
        "Did you mean kk-park?",
    ),
    Broken(
        "actor among compounds",
        put(REPORTS, "kc-001", compound="bgf-kna"),
        REPORTS,
        "kc-001",
        "compound",
        "no id",
        "stands in actors",
    ),
    Broken(
        "unknown actor",
        put(COMPOUNDS, KK, operators=[{"actor": "yatai"}]),
        COMPOUNDS,
        KK,
        "operators[0].actor",
        "no id in actors.json",
        "Add it",
    ),
    Broken(
        "unknown wider event",
        put(EVENTS, EVENT, counted_in="ev-2024-all"),
        EVENTS,
        EVENT,
        "counted_in",
        "no id",
        "Did you mean ev-2025-all?",
    ),
    Broken(
        "part of itself",
        put(COMPOUNDS, KK, part_of=KK),
        COMPOUNDS,
        KK,
        "part_of",
        "the record itself",
        "Take part_of out",
    ),
    Broken(
        "parts in a circle",
        put(COMPOUNDS, KK, **CIRCLE_NAMES),
        COMPOUNDS,
        KK,
        "part_of",
        "kk-park -> kk-park-north -> kk-park",
        "Take",
    ),
    Broken(
        "counted in a circle",
        lambda f: (put(EVENTS, ALL, counted_in=EVENT)(f), put(EVENTS, EVENT, people_max=200)(f)),
        EVENTS,
        EVENT,
        "counted_in",
        "circle",
        "Take",
    ),
    Broken(
        "merged into itself",
        put(STEPS, "iv-2025-02-power", merged_into="iv-2025-02-power"),
        STEPS,
        "iv-2025-02-power",
        "merged_into",
        "itself",
        "Take",
    ),
    Broken(
        "members in a circle",
        put(ACTORS, "bgf-kna", member_of=["saw-somebody"]),
        ACTORS,
        "bgf-kna",
        "member_of",
        "circle",
        "Take",
    ),
    # people
    Broken(
        "least above best",
        put(EVENTS, EVENT, people_min=46),
        EVENTS,
        EVENT,
        "people_best",
        "less than people_min",
        "people_min <= people_best",
    ),
    Broken(
        "best above most",
        put(EVENTS, EVENT, people_max=44),
        EVENTS,
        EVENT,
        "people_max",
        "less than people_best",
        "<=",
    ),
    Broken(
        "more than the wider event",
        put(EVENTS, EVENT, people_best=250, people_max=300),
        EVENTS,
        EVENT,
        "counted_in",
        "at most 200",
        "Mend",
    ),
    Broken(
        "overlap with the wider event",
        put(EVENTS, EVENT, overlaps=[ALL]),
        EVENTS,
        EVENT,
        "overlaps",
        "one is counted in the other",
        "Take it out",
    ),
    Broken(
        "overlap with itself",
        put(EVENTS, ALL, overlaps=[ALL]),
        EVENTS,
        ALL,
        "overlaps",
        "the event itself",
        "Take it out",
    ),
    Broken(
        "overlap with an unknown event",
        put(EVENTS, EVENT, overlaps=["ev-2024-all"]),
        EVENTS,
        EVENT,
        "overlaps[0]",
        "no id",
        "Did you mean ev-2025-all?",
    ),
    # sources
    Broken(
        "no source",
        put(CROSSINGS, "friendship-bridge-1", sources=...),
        CROSSINGS,
        "friendship-bridge-1",
        "sources",
        "no source",
        "sources.json",
    ),
    Broken(
        "empty sources",
        put(REACHES, "moei-001", sources=[]),
        REACHES,
        "moei-001",
        "sources",
        "empty",
        "Name at least one id of sources.json",
    ),
    Broken(
        "javascript link",
        put(SOURCES, AP, URL="javascript:alert(1)"),
        SOURCES,
        AP,
        "URL",
        "not a link",
        "https://",
    ),
    Broken("ftp link", put(SOURCES, AP, URL="ftp://example.org/x"), SOURCES, AP, "URL", "not a link", "http"),
    Broken(
        "link with a password",
        put(SOURCES, AP, URL="https://ap.org@evil.example/"),
        SOURCES,
        AP,
        "URL",
        "not a link",
        "http",
    ),
    Broken(
        "address of a copy",
        put(SOURCES, COPY, URL="https://example.net"),
        SOURCES,
        COPY,
        "URL",
        "read in a copy",
        "read_at",
    ),
    Broken(
        "copy read nowhere",
        lambda f: record(f, SOURCES, COPY)["custom"].pop("read_at"),
        SOURCES,
        COPY,
        "custom.read_at",
        "missing",
        "copy",
    ),
    Broken(
        "original without address", put(SOURCES, AP, URL=...), SOURCES, AP, "URL", "missing", "access = copy"
    ),
    # texts
    Broken(
        "control character",
        put(COMPOUNDS, KK, summary="a\u0007b"),
        COMPOUNDS,
        KK,
        "summary",
        "U+0007",
        "Delete",
    ),
    Broken(
        "line break", put(COMPOUNDS, KK, summary="a\nb"), COMPOUNDS, KK, "summary", "line break", "one line"
    ),
    Broken(
        "reversed writing",
        put(COMPOUNDS, KK, name="KK \u202ekraP"),
        COMPOUNDS,
        KK,
        "name",
        "RIGHT-TO-LEFT OVERRIDE".lower(),
        "Delete",
    ),
    Broken(
        "isolate in a list",
        put(COMPOUNDS, KK, other_names=["a\u2066b"]),
        COMPOUNDS,
        KK,
        "other_names[0]",
        "direction",
        "Delete",
    ),
    Broken(
        "markup",
        put(EVENTS, EVENT, place="<img src=x onerror=alert(1)>"),
        EVENTS,
        EVENT,
        "place",
        'markup: "<img',
        "plain text",
    ),
    Broken(
        "end of a script",
        put(STEPS, "iv-2025-02-power", target="</script>"),
        STEPS,
        "iv-2025-02-power",
        "target",
        "markup",
        "plain text",
    ),
    Broken(
        "character by name",
        put(ACTORS, "bgf-kna", name="A &amp; B"),
        ACTORS,
        "bgf-kna",
        "name",
        "markup",
        "plain text",
    ),
    Broken(
        "Markdown link",
        put(COMPOUNDS, KK, note="See [this](https://x.example)."),
        COMPOUNDS,
        KK,
        "note",
        "markup",
        "plain text",
    ),
    Broken(
        "nothing to be seen",
        put(COMPOUNDS, KK, township="\u200b"),
        COMPOUNDS,
        KK,
        "township",
        "nothing that can be seen",
        "leave the property out",
    ),
    Broken(
        "wrong encoding",
        put(COMPOUNDS, KK, summary="The group\u00e2\u20ac\u2122s gate."),
        COMPOUNDS,
        KK,
        "summary",
        "wrong encoding",
        "Write the characters",
    ),
    # the river
    Broken(
        "reach upstream",
        put(REACHES, "moei-001", from_km=9, to_km=3),
        REACHES,
        "moei-001",
        "to_km",
        "ends at 3 km, before it begins at 9 km",
        "Exchange from_km and to_km",
    ),
    Broken(
        "reach ten times as long",
        put(REACHES, "moei-001", length_km=50),
        REACHES,
        "moei-001",
        "length_km",
        "50 km, but 5.03 km lie between",
        "Write 5.03",
    ),
    Broken(
        "line without length",
        member(REACHES, "moei-001", geometry={"type": "LineString", "coordinates": [[98.5, 16]] * 2}),
        REACHES,
        "moei-001",
        "geometry",
        "no length",
        "two places",
    ),
    Broken(
        "period backwards",
        put(HYDROLOGY, "salween-runoff", period="2024-2015"),
        HYDROLOGY,
        "salween-runoff",
        "period",
        "2024-2015 ends before it begins",
        "Write 2015-2024.",
    ),
    Broken(
        "period in Buddhist years",
        put(HYDROLOGY, "salween-runoff", period="2524-2553"),
        HYDROLOGY,
        "salween-runoff",
        "period",
        "in the future",
        "Did you mean 2010 (2553 - 543)?",
    ),
    # members
    Broken(
        "box of a feature",
        member(CROSSINGS, "friendship-bridge-1", bbox="x"),
        CROSSINGS,
        "friendship-bridge-1",
        "bbox",
        '"x" is no bounding box',
        "[west, south, east, north]",
    ),
    Broken(
        "box of a geometry",
        lambda f: record(f, COMPOUNDS, KK)["geometry"].update(bbox=[1]),
        COMPOUNDS,
        KK,
        "geometry.bbox",
        "a list of 1 is no bounding box",
        "Take bbox out",
    ),
    Broken(
        "box of a file", top(CROSSINGS, bbox=[1, 2, 3, "4"]), CROSSINGS, "", "bbox", "no bounding box", "Take"
    ),
    Broken(
        "another system of coordinates",
        lambda f: record(f, COMPOUNDS, KK)["geometry"].update(crs={"type": "name"}),
        COMPOUNDS,
        KK,
        "geometry.crs",
        '"crs" of the geometry is unknown',
        "WGS 84",
    ),
    Broken(
        "possibly the same as itself",
        put(COMPOUNDS, KK, possibly_same_as=[KK]),
        COMPOUNDS,
        KK,
        "possibly_same_as",
        "the record itself",
        "Take",
    ),
    # publications
    Broken(
        "no language",
        put(SOURCES, AP, language="xx"),
        SOURCES,
        AP,
        "language",
        "xx is no language's code",
        "ISO 639-1",
    ),
    Broken(
        "country for a language",
        put(SOURCES, AP, language="jp"),
        SOURCES,
        AP,
        "language",
        "jp is no language's code",
        "Did you mean ja?",
    ),
    Broken(
        "address of one machine",
        put(SOURCES, AP, URL="http://localhost/x"),
        SOURCES,
        AP,
        "URL",
        "cannot be opened by others",
        "everybody",
    ),
    Broken(
        "shortened address",
        put(SOURCES, AP, URL="https://t.co/AbCd"),
        SOURCES,
        AP,
        "URL",
        "only passes on to another page",
        "give the address of the page",
    ),
    Broken(
        "address of a firm",
        custom(COPY, read_at="https://intranet/x"),
        SOURCES,
        COPY,
        "custom.read_at",
        "cannot be opened by others",
        "everybody",
    ),
]
"""One entry a mistake."""
