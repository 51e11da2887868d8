from moeiwatch.analysis.counting_period import Period, beside_period
from moeiwatch.analysis.people_words import beside_words
from moeiwatch.analysis.periods import happened_spans, overlap
from moeiwatch.analysis.tally import people_by, people_range

from analysis.frames import frame
from analysis.test_tally import event, events, numbers

MARCH = Period("2025-03", "2025-03")


def total(**more):
    """A running total from January to December 2025, an earlier state of it, and what lies within them."""
    return events(
        state=event(900, 900, 950, date="2025-01-30", date_end="2025-12-14"),
        spring=event(500, 500, 500, within="state", date="2025-01-30", date_end="2025-03-18"),
        freed=event(60, 60, 60, within="state", kind="release", date="2025-03-02"),
        flown=event(40, 40, 40, within="state", kind="repatriation", date="2026-01-09"),
        **more,
    )


def test_a_running_total_counts_in_the_month_in_which_it_ends_and_in_no_other():
    made = total()
    assert numbers(people_range(made, period=Period("2025-12", "2025-12"))) == (900, 900, 950)
    people = people_range(made, period=Period("2025-07", "2025-07"))
    assert numbers(people) == (0, 0, 0) and people.records == ()
    assert numbers(people_range(made, period=MARCH)) == (500, 500, 560), (
        "put together under the total to come"
    )
    assert numbers(people_range(made, period=Period("2025", "2025"))) == (900, 900, 950)


def test_what_a_wider_event_counted_before_the_period_is_not_counted_again():
    made = total()
    people = people_range(made, period=Period(since="2026-01"))
    assert people.records == () and people.held == ("flown",)
    without_raids = made[made["kind"] != "raid"]
    people = people_range(without_raids, among=made, period=Period(since="2026-01"))
    assert people.records == ("flown",), "an event that another filter hides counts nobody"
    assert people_by(made, by="kind", period=Period(since="2026-01"))["best"].to_dict() == {
        "repatriation": 40
    }


def test_a_date_lies_in_a_period_with_all_the_days_that_it_can_mean():
    made = events(year=event(7, 7, 7, date="2025"), month=event(5, 5, 5, date="2025-03"))
    assert people_range(made, period=MARCH).records == ("month",)
    assert beside_period(made, period=MARCH).beyond.records == ("year",)
    assert people_range(made, period=Period("2025", "2025")).records == ("month", "year")


def test_what_reaches_beyond_the_period_and_what_began_before_it_is_named():
    made = total(tail=event(8, 8, 8, date="2025-03-31", date_end="2025-04-02", kind="rescue"))
    people, beside = people_range(made, period=MARCH), beside_period(made, period=MARCH)
    assert beside.begun_before.records == ("spring",) and numbers(beside.begun_before) == (500, 500, 500)
    assert beside.beyond.records == ("state", "tail") and beside.beyond.high == 958
    words = beside_words(beside, people)
    assert words == (
        "1 of those counted (500 people) began before the period: its people may have left before. 2 more "
        "reports, of up to 958 people in all, reach beyond the period and are not counted."
    )
    both = made.loc[["spring", "state"]]
    assert beside_words(beside_period(both, period=Period()), people_range(both)) == ""


def test_what_reaches_beyond_the_period_and_is_held_in_it_is_told_apart():
    made = total(back=event(3, 3, 3, within="state", date="2025-12-30", date_end="2026-01-02"))
    year = Period("2025", "2025")
    beside = beside_period(made, period=year)
    assert beside.beyond.records == () and beside.covered == ("back",)
    assert "1 more report reaches beyond the period too" in beside_words(
        beside, people_range(made, period=year)
    )


def test_every_event_shown_in_a_period_is_counted_held_silent_beyond_or_covered():
    made = total(
        back=event(3, 3, 3, within="state", date="2025-12-30", date_end="2026-01-02"),
        silent=event(date="2025-06"),
    )
    for period in (Period("2025-12", "2025-12"), Period("2025-03", "2025-06"), Period(since="2025-12")):
        people, beside = people_range(made, period=period), beside_period(made, period=period)
        shown = made.index[overlap(happened_spans(made), since=period.since, until=period.until)]
        told = (
            people.records + people.held + people.without_number + beside.covered
            + beside.beyond.records + beside.beyond.held + beside.beyond.without_number
        )  # fmt: skip
        assert sorted(told) == sorted(shown)


def test_as_it_was_known_the_day_of_publication_counts():
    made = total()
    made["sources"] = [["late"], ["early"], ["early"], ["late"]]
    sources = frame({"early": {"published": "2025-03-20"}, "late": {"published": "2026-02"}})
    known = Period("2025-03", "2025-03", mode="known", sources=sources)
    assert people_range(made, period=known).records == ("freed", "spring")
    later = Period("2026-02", "2026-02", mode="known", sources=sources)
    assert people_range(made, period=later).records == ("state",)
    assert beside_words(beside_period(made, period=later), people_range(made, period=later)) == ""
