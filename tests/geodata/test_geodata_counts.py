"""What the data adds up to, in words that stay true while records are added and corrected."""

import pytest
from geodata_files import LAYERS, actors, cases, features, names

EVENTS = {id_: feature["properties"] for id_, feature in features("rescue_events").items()}

FIRST_RELEASE = {
    "compounds": 44,
    "construction_reports": 161,
    "rescue_events": 172,
    "interventions": 66,
    "crossings": 20,
    "river_reaches": 78,
    "hydrology": 8,
    "season_evidence": 51,
}
"""Records by layer in the first release. None is ever deleted, so no layer gets smaller."""


@pytest.mark.parametrize("layer", LAYERS)
def test_no_record_is_lost(layer):
    assert len(features(layer)) >= FIRST_RELEASE[layer]


@pytest.mark.parametrize("case", cases("rescue_events"), ids=names)
def test_people_are_a_range(case):
    event = EVENTS[case[1]]
    numbers = [event[name] for name in ("people_min", "people_best", "people_max") if name in event]
    assert numbers == sorted(numbers)
    if "people_max" in event:
        assert sum(event.get("nationalities", {}).values()) <= event["people_max"]


@pytest.mark.parametrize("id_", [id_ for id_, event in EVENTS.items() if "counted_in" in event])
def test_wider_event_can_hold_these_people(id_):
    event = EVENTS[id_]
    parent = EVENTS[event["counted_in"]]
    if "people_max" in parent:
        assert event.get("people_min", 0) <= parent["people_max"]
    seen = {id_}
    while "counted_in" in event:
        assert event["counted_in"] not in seen, "the chain turns back on itself"
        seen.add(event["counted_in"])
        event = EVENTS[event["counted_in"]]


@pytest.mark.parametrize("id_", features("compounds"))
def test_compound_is_no_part_of_itself(id_):
    seen = {id_}
    place = features("compounds")[id_]["properties"]
    while "part_of" in place:
        assert place["part_of"] not in seen
        seen.add(place["part_of"])
        place = features("compounds")[place["part_of"]]["properties"]
    assert id_ not in features("compounds")[id_]["properties"].get("possibly_same_as", [])


def test_what_images_show_is_observed():
    reports = [feature["properties"] for feature in features("construction_reports").values()]
    assert {report["basis"] for report in reports if report.get("method") in ("satellite", "aerial")} == {
        "observed"
    }


def test_sanctions_of_a_compound_are_those_of_an_actor():
    entries = [entry for actor in actors().values() for entry in actor.get("sanctions", [])]
    imposed = {(entry["authority"], entry.get("date")) for entry in entries}
    for id_, feature in features("compounds").items():
        for sanction in feature["properties"].get("sanctions", []):
            assert (sanction["authority"], sanction["date"]) in imposed, id_


def test_series_have_twelve_months():
    for feature in features("hydrology").values():
        months = feature["properties"]["months"]
        assert len(months) == 12 and any(month is not None for month in months)
    shares = features("hydrology")["onwr-salween-th-runoff-share"]["properties"]["months"]
    assert sum(shares) == pytest.approx(100, abs=0.3)
