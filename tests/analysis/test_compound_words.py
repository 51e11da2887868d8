from datetime import date

from moeiwatch.analysis.compound_words import compound_words, shown_status
from moeiwatch.data.derived import DERIVED
from moeiwatch.data.viewstate import ViewState

from analysis.frames import compounds, frame

AS_OF = date(2026, 11, 23)
PARK = {"status": "demolished", "status_as_of": "2025-06", "first_reported": "2022-08"}


def layers():
    late = {"first_reported": "2025-10", "status_as_of": "2025-10"}
    reports = {
        "kc-1": {"compound": "park", "kind": "expansion", "observed": "2024-02", "observed_end": "2025-02"},
        "kc-2": {"compound": "other", "kind": "new_site", "observed": "2024", "published": "2025-03"},
    }
    events = {
        "ev-1": {"kind": "escape", "date": "2023-05-02", "compound": "park"},
        "ev-2": {"kind": "escape", "date": "2023-09", "compound": "park", "published": "2024-01"},
        "ev-3": {"kind": "release", "date": "2026-02-01", "compound": "park"},
    }
    return {
        "compounds": compounds(park=PARK, other=late, gone={**PARK, "withdrawn": {"date": "2026"}}),
        "construction_reports": frame(reports, ("metric", "confidence")),
        "rescue_events": frame(events, ("metric", "confidence", "observed_end")),
    }


def told(compound="park", **view):
    words = compound_words(
        layers(), ViewState(**view), sources=frame({"s": {"published": "2024"}}), as_of=AS_OF, stale_after=12
    )
    assert list(words.columns) == list(DERIVED["compounds"])
    return words.loc[compound].tolist()


def test_without_an_end_it_is_what_the_record_says_and_the_newest_word_of_all():
    assert told() == ["demolished", "2025-06", "2025-06", "2026-02-01"]
    assert told(since="2020-01") == told()


def test_with_an_end_nothing_later_is_told():
    assert told(until="2024-06") == ["active", "2023-09", None, "2023-09"], "the work ends in 2025"
    assert told(until="2024-12") == ["active", "2023-09", "2023-09", "2023-09"]
    assert told(until="2025-02") == ["active", "2023-09", "2023-09", "2025-02"]
    assert told(until="2025-07") == ["demolished", "2025-06", None, "2025-06"]
    assert told(until="2023-06") == ["active", "2023-05-02", None, "2023-05-02"]
    assert told(until="2022-12") == ["unknown", "2022-08", None, "2022-08"]


def test_an_end_after_today_is_today():
    assert told(until="2099-12") == told()


def test_as_it_was_known_a_word_has_to_be_out():
    assert told(until="2023-12", mode="known") == ["active", "2023-05-02", None, "2023-05-02"]
    assert told(until="2023-12") == ["active", "2023-09", None, "2023-09"]
    assert "other" in shown_status(layers(), ViewState(until="2024-12")).index
    assert "other" not in shown_status(layers(), ViewState(until="2024-12", mode="known")).index


def test_a_word_dated_by_year_is_one_by_its_end_or_its_publication():
    made = layers()
    reports = {
        "kc-1": {"compound": "park", "kind": "expansion", "observed": "2024", "published": "2024-05-03"},
        "kc-2": {"compound": "other", "kind": "expansion", "observed": "2024"},
    }
    made["construction_reports"] = frame(reports, ("metric", "confidence", "observed_end"))
    told = compound_words(made, ViewState(until="2024-06"), as_of=AS_OF, stale_after=12)
    assert told["newest_word"].to_dict() == {"park": "2024"}
    told = compound_words(made, ViewState(until="2024-12"), as_of=AS_OF, stale_after=12)
    assert told["newest_word"].to_dict() == {"park": "2024", "other": "2024"}


def test_compounds_not_yet_known_or_withdrawn_have_no_words():
    assert shown_status(layers(), ViewState(until="2022-01")).empty
    assert shown_status(layers(), ViewState(until="2023-01")).index.tolist() == ["park"]
    assert "gone" not in shown_status(layers(), ViewState()).index
