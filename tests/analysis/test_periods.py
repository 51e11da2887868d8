from datetime import date

from moeiwatch.analysis.known import known_dates, known_spans
from moeiwatch.analysis.periods import begun_by, count_vague, happened_spans, overlap, select_period

from analysis.frames import frame

EVENTS = frame(
    {
        "day": {"date": "2025-02-12", "sources": ["later", "early"]},
        "month": {"date": "2025-02", "sources": ["year"]},
        "year": {"date": "2025", "sources": []},
        "period": {
            "date": "2024-12",
            "date_end": "2025-03-31",
            "published": "2025-01-05",
            "sources": ["later"],
        },
        "never": {"sources": ["gone"]},
    },
    ("date", "date_end", "published", "sources"),
)
SOURCES = frame(
    {
        "early": {"published": "2025-02-10"},
        "later": {"published": "2025-03-01"},
        "year": {"published": "2025"},
        "none": {},
    },
    ("published",),
)


def test_a_partial_date_is_the_span_that_it_can_mean():
    spans = happened_spans(EVENTS)
    assert spans.loc["month"].tolist() == [date(2025, 2, 1), date(2025, 2, 28), "month"]
    assert spans.loc["period"].tolist() == [date(2024, 12, 1), date(2025, 3, 31), "month"]
    assert spans.loc["never"].tolist() == [None, None, None]


def test_a_record_is_in_a_period_if_it_may_have_happened_in_it():
    assert select_period(EVENTS, since="2025-03", until="2025-03").index.tolist() == [
        "year",
        "period",
        "never",
    ]
    assert select_period(EVENTS, until="2024-12").index.tolist() == ["period", "never"]
    assert select_period(EVENTS, since="2025-12", until="2025-12").index.tolist() == ["year", "never"]
    assert len(select_period(EVENTS)) == 5


def test_records_dated_by_month_or_year_only_are_counted():
    assert count_vague(EVENTS) == 3
    assert count_vague(EVENTS.iloc[:0]) == 0


def test_compounds_and_reports_have_their_own_dates():
    assert happened_spans(frame({"a": {"first_reported": "2022-08"}})).loc["a", "end"] == date(2022, 8, 31)
    report = frame({"a": {"observed": "2025-03", "observed_end": "2025-09-17"}})
    assert happened_spans(report).loc["a"].tolist() == [date(2025, 3, 1), date(2025, 9, 17), "month"]
    assert happened_spans(frame({"a": {"name": "x"}})).loc["a", "start"] is None


def test_public_by_its_own_word_else_by_the_earliest_source_never_before_it_happened():
    spans = known_spans(EVENTS, sources=SOURCES)
    assert spans["known"].tolist() == ["2025-02-12", "2025", None, "2025-01-05", None]
    assert spans.loc["day", "start"] == date(2025, 2, 12), "a source of two days before cannot tell of it"
    assert spans.loc["month", ["start", "end"]].tolist() == [date(2025, 2, 1), date(2025, 12, 31)]
    assert known_dates(EVENTS, SOURCES).tolist() == spans["known"].tolist()


def test_the_source_that_was_surely_out_first_decides():
    event = frame({"a": {"date": "2024", "sources": ["year", "early", "none"]}})
    assert known_dates(event, SOURCES).loc["a"] == "2025-02-10"


def test_what_is_published_on_no_known_day_is_known_from_when_it_can_have_happened_and_never_before():
    spans = known_spans(EVENTS)
    assert spans.loc["day"].tolist() == [None, date(2025, 2, 12), None]
    assert spans.loc["never"].tolist() == [None, None, None]
    inside = overlap(spans, until="2025-01")
    assert inside[inside].index.tolist() == ["year", "period", "never"]
    assert overlap(spans, since="2030-01").tolist() == [True, True, True, False, True]


def test_a_thing_began_by_the_last_day_of_its_first_date_and_never_after_its_end():
    events = {"year": {"date": "2025"}, "cut": {"date": "2023", "date_end": "2023-10"}, "never": {}}
    assert begun_by(frame(events)).tolist() == [date(2025, 12, 31), date(2023, 10, 31), None]


def test_without_sources_only_its_own_word_counts():
    assert known_dates(EVENTS).tolist() == [None, None, None, "2025-01-05", None]


def test_a_thing_told_before_it_began_became_public_when_it_began_as_far_as_that_is_known():
    event = frame({"a": {"date": "2025-03", "published": "2025-02-10"}})
    assert known_spans(event).loc["a"].tolist() == ["2025-03", date(2025, 3, 1), date(2025, 3, 1)]
