"""People by year and in a period: the same number wherever the shipped data is asked."""

from dataclasses import replace
from itertools import product

import pytest
from moeiwatch.analysis.counting_period import Period
from moeiwatch.analysis.nationalities import nationality_coverage
from moeiwatch.analysis.selection import select_view
from moeiwatch.analysis.tally import people_by, people_range
from moeiwatch.data.geodata import read_geodata
from moeiwatch.data.viewstate import ViewState, parse_address

NUMBERS = ["low", "best", "high", "open_above", "records", "twice"]
DATA = read_geodata()
EVENTS = DATA.layers["rescue_events"]
YEARS = people_by(EVENTS, by="year")
KINDS = tuple(f"rescue_events.{kind}" for kind in sorted(EVENTS["kind"].unique()))


def counted(view: ViewState) -> tuple:
    """Return the events that the filters of a view let pass, and how they are counted in its period."""
    unbounded = replace(view, since="", until="")
    events = select_view(DATA.layers, unbounded, sources=DATA.sources)["rescue_events"]
    return events, {"among": EVENTS, "period": Period(view.since, view.until, view.mode, DATA.sources)}


@pytest.mark.parametrize("year", YEARS.index)
def test_a_year_chosen_as_period_gives_the_row_of_that_year(year):
    events, how = counted(ViewState(since=f"{year}-01", until=f"{year}-12"))
    people = vars(people_range(events, **how))
    assert {name: people[name] for name in NUMBERS} == YEARS.loc[year, NUMBERS].to_dict()
    rows = people_by(events, by="year", **how)
    assert rows.index.tolist() == [year]
    assert rows.loc[year, NUMBERS].to_dict() == YEARS.loc[year, NUMBERS].to_dict()


def test_from_a_year_on_counts_the_rows_of_the_years_since():
    events, how = counted(ViewState(since="2026-01"))
    since = YEARS[YEARS.index >= "2026"]
    assert people_range(events, **how).best == since["best"].sum()


@pytest.mark.parametrize("period", ["", "from=2025-01&to=2025-12", "from=2025-11&mode=known", "to=2025-06"])
def test_years_and_months_add_up_under_every_filter(period):
    hidden = [(), *((kind,) for kind in KINDS), KINDS[1:3], KINDS[3:]]
    words = [((), ()), (("observed",), ()), ((), ("medium",)), (("claimed",), ("high", "low"))]
    for hide, (basis, confidence) in product(hidden, words):
        view = replace(parse_address(period), hide=hide, basis=basis, confidence=confidence)
        events, how = counted(view)
        people = people_range(events, **how)
        for by in ("year", "month"):
            rows = people_by(events, by=by, **how)
            assert tuple(rows[["low", "best", "high"]].sum()) == (people.low, people.best, people.high), view
            assert bool(rows["open_above"].any()) == people.open_above, view


def test_a_month_inside_a_running_total_does_not_count_it():
    total = "ev-2025-12-14-mm-detained-13272"
    for month in (f"2025-{number:02}" for number in range(1, 12)):
        events, how = counted(ViewState(since=month, until=month))
        assert total not in people_range(events, **how).records
    events, how = counted(ViewState(since="2025-12", until="2025-12"))
    assert total in people_range(events, **how).records
    events, how = counted(ViewState(since="2025-12", until="2025-12", mode="known"))
    assert total in people_range(events, **how).records, "it was known when it was published"


@pytest.mark.parametrize("query", ["", "conf=high", "from=2025-01&to=2025-12", "basis=claimed"])
def test_reports_of_thousands_without_a_country_lower_the_share_of_those_sent_home(query):
    events, how = counted(parse_address(query))
    home = events[events["kind"] == "repatriation"]
    coverage = nationality_coverage(home, **how)
    assert 0 < coverage.known < coverage.people
    if "ev-2025-04-29-th-7520" in home.index:
        assert coverage.share < 0.8


def test_a_record_says_why_it_overlaps():
    for record, others in EVENTS["overlaps"].dropna().items():
        words = f"{EVENTS.at[record, 'summary']} {EVENTS.at[record, 'note']}"
        assert any(word in words for word in ("again", "twice", "among those")), (record, others)
    assert people_range(EVENTS).twice > 0
