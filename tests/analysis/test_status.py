from datetime import date

import pytest
from moeiwatch.analysis.staleness import compound_staleness
from moeiwatch.analysis.status import NOT_YET_KNOWN, status_on, status_spans, status_words

from analysis.frames import compounds, frame

REPORTS = ("compound", "kind", "metric", "observed", "observed_end", "published", "confidence", "sources")
EVENTS = ("compound", "kind", "date", "date_end", "published", "sources")


def spans(compound: dict, reports=(), events=(), **options):
    made = compounds(park=compound)
    report_rows = {f"kc-{i}": {"compound": "park", **row} for i, row in enumerate(reports)}
    event_rows = {f"ev-{i}": {"compound": "park", **row} for i, row in enumerate(events)}
    return status_spans(made, frame(report_rows, REPORTS), frame(event_rows, EVENTS), **options)


def course(*args, **options):
    table = spans(*args, **options)
    return [(str(start), status) for start, status in zip(table["start"], table["status"], strict=True)]


LATE = {"first_reported": "2022-08", "status": "partly_demolished", "status_as_of": "2026-02-09"}


def test_before_the_first_word_nothing_is_known():
    table = spans(LATE)
    assert course(LATE) == [("2022-08-31", "unknown"), ("2026-02-09", "partly_demolished")]
    assert status_on(table, date(2022, 8, 30))["park"] == NOT_YET_KNOWN
    assert status_on(table, date(2022, 8, 31))["park"] == "unknown"
    assert status_on(table, date(2030, 1, 1))["park"] == "partly_demolished"


def test_words_change_it_in_order_of_time():
    reports = [
        {"kind": "new_site", "observed": "2020-02"},
        {"kind": "demolition", "observed": "2025-10-19", "observed_end": "2025-11-23"},
        {"kind": "resumed", "observed": "2025-12"},
    ]
    events = [
        {"kind": "rescue", "date": "2023-02-03"},
        {"kind": "raid", "date": "2025-10-20"},
        {"kind": "escape", "date": "2025-10-22"},
        {"kind": "raid", "date": "2025-11-25"},
    ]
    assert course(LATE, reports, events) == [
        ("2020-02-29", "under_construction"),
        ("2023-02-03", "active"),
        ("2025-10-20", "raided"),  # who escapes after the raid does not show that work goes on
        ("2025-11-23", "partly_demolished"),  # by the end of the days looked at
        ("2025-12-31", "active"),
        ("2026-02-09", "partly_demolished"),
    ]


def test_what_is_dated_by_year_holds_by_its_end_or_by_its_publication():
    events = [{"kind": "release", "date": "2021"}]
    assert course(LATE, [], events)[0] == ("2021-12-31", "active")
    assert course(LATE, [], [{**events[0], "date_end": "2021-10"}])[0] == ("2021-10-31", "active")
    assert course(LATE, [], [{**events[0], "published": "2021-06-03"}])[0] == ("2021-06-03", "active")
    made = {**LATE, "first_reported": "2022", "sources": ["s"]}
    sources = frame({"s": {"published": "2022-05-22"}})
    assert course(made)[0] == ("2022-12-31", "unknown")
    assert course(made, sources=sources)[0] == ("2022-05-22", "unknown")
    made = {**LATE, "status_as_of": "2026", "sources": ["s"]}
    assert course(made)[-1] == ("2026-12-31", "partly_demolished")
    sources = frame({"s": {"published": "2026-03-04"}})
    assert course(made, sources=sources)[-1] == ("2026-03-04", "partly_demolished")


def test_demolition_over_a_period_holds_from_its_end_whoever_told_of_its_beginning():
    report = {"kind": "demolition", "observed": "2025-10-19", "observed_end": "2025-11-23"}
    assert course(LATE, [{**report, "published": "2025-10-20"}])[1] == ("2025-11-23", "partly_demolished")


def test_a_raid_told_over_several_days_holds_from_the_last_of_them():
    raid = {"kind": "raid", "date": "2025-10-16", "date_end": "2025-10-20", "published": "2025-10-20"}
    table = spans(LATE, [], [raid, {"kind": "escape", "date": "2025-10-18"}])
    told = [(str(start), when, status) for start, when, status in table[["start", "when", "status"]].values]
    assert told[1:3] == [
        ("2025-10-18", "2025-10-18", "active"),
        ("2025-10-20", "2025-10-20", "raided"),
    ]


def test_a_lease_is_no_ground_broken():
    lease = {"kind": "new_site", "observed": "2020-02-17", "metric": "leased_area"}
    broken = {"kind": "new_site", "observed": "2020-02", "metric": "groundbreaking"}
    table = spans(LATE, [lease, broken])
    assert table.iloc[0][["when", "status", "record"]].tolist() == ["2020-02", "under_construction", "kc-1"]


def test_a_report_published_on_no_known_day_is_known_from_its_own_date():
    report = {"kind": "new_buildings", "observed": "2021"}
    assert course(LATE, [report], mode="known")[0] == ("2021-12-31", "under_construction")


@pytest.mark.parametrize(
    "report",
    [
        {"kind": "new_site", "observed": "2014-02", "metric": "site_state"},  # farmland on a picture
        {"kind": "new_site", "observed": "2018", "metric": "permitted_area"},
        {"kind": "new_site", "observed": "2020-02-17", "metric": "leased_area"},
        {"kind": "new_site", "observed": "2019", "confidence": "low"},
        {"kind": "demolition", "observed": "2021", "metric": "buildings_targeted"},
        {"kind": "new_site"},
        {"kind": "new_site", "observed": "2014", "compound": "elsewhere"},
    ],
)
def test_what_is_no_word_changes_nothing(report):
    assert course(LATE, [report]) == course(LATE)


def test_nothing_after_its_own_date_overrules_the_status_of_the_record():
    made = {**LATE, "status": "active", "status_as_of": "2025-01"}
    assert course(made, [], [{"kind": "raid", "date": "2025-06"}])[-1] == ("2025-01-31", "active")


def test_expansion_as_the_first_word_tells_no_state():
    assert course(LATE, [{"kind": "expansion", "observed": "2021"}])[0] == ("2021-12-31", "unknown")


def test_what_was_known_goes_by_publication():
    reports = [
        {"kind": "new_site", "observed": "2020-02", "published": "2023-02-28"},
        {"kind": "demolition", "observed": "2025-10-23", "published": "2025-10-24"},
    ]
    events = [{"kind": "raid", "date": "2025-10-20", "published": "2025-11"}]
    sources = frame({"s": {"published": "2026-03"}, "old": {"published": "2022"}})
    table = course({**LATE, "sources": ["old", "s"]}, reports, events, mode="known", sources=sources)
    assert table == [
        ("2022-08-31", "unknown"),  # the older building, told in 2023, overrules nothing
        ("2025-10-24", "partly_demolished"),
    ]
    made = {**LATE, "status": "demolished", "sources": ["old", "s"]}
    assert course(made, mode="known", sources=sources)[-1] == ("2026-03-31", "demolished")


def test_a_status_without_any_date_stands_without_one():
    made = {"first_reported": None, "status": "active", "status_as_of": None}
    table = spans(made)
    assert table[["start", "status"]].to_numpy().tolist() == [[None, "active"]]
    assert status_on(table, date(1990, 1, 1))["park"] == "active"


def test_a_date_is_told_as_its_record_writes_it():
    reports = [
        {"kind": "new_site", "observed": "2020-02"},
        {"kind": "demolition", "observed": "2025-10-19", "observed_end": "2025-11"},
    ]
    table = spans(LATE, reports, [{"kind": "rescue", "date": "2023"}])
    told = [(str(start), when) for start, when in zip(table["start"], table["when"], strict=True)]
    assert told == [("2020-02-29", "2020-02"), ("2023-12-31", "2023"), ("2025-11-30", "2025-11")]
    assert spans({**LATE, "status_as_of": None}).iloc[-1][["start", "when"]].tolist() == [
        date(2022, 8, 31),
        None,
    ], "the date of the first report is not that of the status"


def test_a_word_that_gives_a_status_once_more_is_a_word_and_no_change():
    reports = [{"kind": "expansion", "observed": "2024-01"}]
    events = [
        {"kind": "rescue", "date": "2023-02-03"},
        {"kind": "escape", "date": "2024-05"},
        {"kind": "repatriation", "date": "2024-06"},
    ]
    made = compounds(park=LATE)
    report_rows = frame({f"kc-{i}": {"compound": "park", **row} for i, row in enumerate(reports)}, REPORTS)
    event_rows = frame({f"ev-{i}": {"compound": "park", **row} for i, row in enumerate(events)}, EVENTS)
    words = status_words(made, report_rows, event_rows)
    assert words[["when", "status", "record"]].to_numpy().tolist() == [
        ["2022-08", "unknown", "park"],
        ["2023-02-03", "active", "ev-0"],
        ["2024-05", "active", "ev-1"],
        ["2026-02-09", "partly_demolished", "park"],
    ]
    changes = status_spans(made, report_rows, event_rows)
    assert changes["record"].tolist() == ["park", "ev-0", "park"]


def test_a_flight_home_as_the_first_word_gives_no_status():
    table = spans({**LATE, "first_reported": None}, events=[{"kind": "repatriation", "date": "2023"}])
    assert table["status"].tolist() == ["partly_demolished"]


def test_an_unknown_mode_is_refused():
    with pytest.raises(ValueError, match="mode is one of"):
        spans(LATE, mode="guessed")


def stale(compound, reports=(), events=(), *, as_of=date(2026, 11, 23), stale_after=12):
    report_rows = frame({f"kc-{i}": {"compound": "park", **row} for i, row in enumerate(reports)}, REPORTS)
    event_rows = frame({f"ev-{i}": {"compound": "park", **row} for i, row in enumerate(events)}, EVENTS)
    table = compound_staleness(
        compounds(park=compound), report_rows, event_rows, as_of=as_of, stale_after=stale_after
    )
    return table.loc["park"]


def test_an_old_status_is_not_confirmed_since_its_date():
    row = stale({"status": "active", "status_as_of": "2025-10"})
    assert row["is_stale"] and row["not_confirmed_since"] == "2025-10"
    assert not stale({"status": "active", "status_as_of": "2025-11"})["is_stale"], "it may be of the 30th"
    assert not stale({"status_as_of": "2025-10"}, stale_after=None)["is_stale"]
    assert stale({"status_as_of": None})["is_stale"]


def test_the_newest_word_may_be_a_report_or_an_event_and_a_year_is_not_today():
    row = stale(
        {"status_as_of": "2026"}, events=[{"kind": "rescue", "date": "2025", "date_end": "2026-02-13"}]
    )
    assert (row["newest"], row["newest_record"], row["age_months"]) == ("2026-02-13", "ev-0", 9)
    row = stale({"status_as_of": "2026"}, reports=[{"kind": "expansion", "observed": "2025-12"}])
    assert (row["newest"], row["newest_layer"], row["age_months"]) == ("2026", "compounds", 10)
    assert stale({"status_as_of": None})["newest"] is None
