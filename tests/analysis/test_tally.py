import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from moeiwatch.analysis.counting_period import Period
from moeiwatch.analysis.tally import people_by, people_range

from analysis.frames import frame

COLUMNS = ("date", "date_end", "kind", "place", "people_min", "people_best", "people_max", "counted_in")


def event(low=None, best=None, high=None, *, within=None, kind="raid", **other) -> dict:
    row = {"date": "2025-03-01", "kind": kind, "place": "Myawaddy", "counted_in": within, **other}
    return {**row, "people_min": low, "people_best": best, "people_max": high}


def events(**rows):
    return frame(rows, COLUMNS)


def numbers(people):
    return people.low, people.best, people.high


def test_only_rows_that_no_wider_event_holds_are_summed():
    made = events(
        a=event(10, 12, 15), b=event(4, 4, 4, within="a"), c=event(2, 2, 2, within="b"), d=event(1, 1, 1)
    )
    people = people_range(made)
    assert numbers(people) == (11, 13, 16)
    assert people.records == ("a", "d") and people.held == ("b", "c")


def test_running_totals_hold_the_smaller_ones():
    made = events(
        may=event(5000, 5000, 5000, within="june"), june=event(8000, 8000, 8000, within="december"),
        december=event(13272, 13272, 13949),
    )  # fmt: skip
    assert numbers(people_range(made)) == (13272, 13272, 13949)


def test_an_open_maximum_is_open_and_not_zero():
    people = people_range(events(a=event(200, 200, None), b=event(5, 5, 5)))
    assert numbers(people) == (205, 205, 205) and people.open_above


def test_an_event_with_an_upper_bound_only_adds_to_the_upper_end_alone():
    assert numbers(people_range(events(a=event(None, None, 261), b=event(5, 6, 7)))) == (5, 6, 268)


def test_an_event_without_a_number_is_named_and_is_not_zero():
    people = people_range(events(a=event(), b=event(5, 5, 5)))
    assert numbers(people) == (5, 5, 5) and people.without_number == ("a",)


def test_a_wider_event_without_a_number_holds_nobody():
    made = events(
        a=event(), b=event(5, 6, 7, within="a"), c=event(None, None, 40), d=event(3, 3, 3, within="c")
    )
    assert numbers(people_range(made)) == (8, 9, 47)


def test_children_dated_after_their_parent_are_the_same_people_sent_home():
    made = events(
        raid=event(100, 100, 100, date="2025-12-01"),
        flown=event(60, 60, 60, within="raid", kind="repatriation", date="2026-02-01"),
    )
    by_year = people_by(made, by="year")
    assert by_year["best"].to_dict() == {"2025": 100}
    only_2026 = made.loc[["flown"]]
    assert numbers(people_range(only_2026, among=made)) == (60, 60, 60), (
        "shown alone, they stand for themselves"
    )


def test_rows_by_year_add_up_where_a_hidden_event_holds_events_of_several_years():
    whole = events(
        state=event(13272, 13272, 13949, date="2025-01-30", date_end="2025-12-14"),
        sent=event(11617, 11617, 11617, within="state", kind="handover", date="2025-12-14"),
        later=event(1500, 1500, 1500, within="state", kind="handover", date="2026-02-11"),
    )
    shown = whole.drop(index="state")
    by_year = people_by(shown, by="year", among=whole)
    assert numbers(people_range(shown, among=whole)) == (11617, 13117, 13117)
    assert by_year[["low", "best", "high"]].T.to_dict("list") == {"2025": [11617, 13117, 13117]}
    assert by_year.loc["2025", "records"] == ("later", "sent")
    early = whole.assign(date_end=None).assign(date=["2024-06-01", "2025-12-14", "2026-02-11"])
    by_month = people_by(early.drop(index="state"), by="month", among=early)
    assert by_month.index.tolist() == ["2026-02"], "the latest, where the hidden event's own date is no such"


def test_what_is_open_upwards_stays_open_under_a_hidden_event_that_it_does_not_reach():
    whole = events(a=event(500, 500, 900), b=event(200, 200, None, within="a"), c=event(5, 5, 5, within="a"))
    people = people_range(whole.loc[["b"]], among=whole)
    assert numbers(people) == (200, 200, 200) and people.open_above
    close = events(a=event(200, 200, 204), b=event(200, 200, None, within="a"), c=event(5, 5, 5, within="a"))
    people = people_range(close.loc[["b", "c"]], among=close)
    assert numbers(people) == (200, 200, 204) and not people.open_above, "the wider event holds no more"


def test_an_event_counts_in_the_year_of_its_end():
    made = events(
        a=event(7, 7, 7, date="2022-12", date_end="2023-02-18"),
        b=event(1, 1, 1, date="2024"),
        c=event(2, 2, 2),
    )
    assert people_by(made, by="year")["best"].to_dict() == {"2023": 7, "2024": 1, "2025": 2}
    assert people_by(made, by="month")["best"].to_dict() == {"2023-02": 7, "2024": 1, "2025-03": 2}


def test_kinds_overlap_each_counted_by_itself():
    made = events(
        raid=event(100, 100, 100),
        sent=event(70, 70, 70, within="raid", kind="handover"),
        home=event(50, 50, 50, within="sent", kind="repatriation"),
        more=event(30, 30, 30, within="sent", kind="repatriation"),
    )
    by_kind = people_by(made, by="kind")
    assert by_kind["best"].to_dict() == {"handover": 70, "raid": 100, "repatriation": 70}
    assert by_kind.loc["repatriation", ["low", "high"]].tolist() == [50, 70], (
        "50 and 30 of 70: some are the same"
    )
    assert by_kind["best"].sum() > people_range(made).best


def test_hiding_a_parent_neither_doubles_nor_loses_its_people():
    whole = events(
        state=event(13272, 13272, 13949),
        caught=event(12586, 12586, 12586, within="state"),
        later=event(516, 516, 516, within="state"),
        sent=event(11617, 11617, 11617, within="state", kind="handover"),
        flown=event(7600, 7600, None, within="state", kind="repatriation"),
    )
    people = people_range(whole.drop(index="state"), among=whole)
    assert numbers(people) == (12586, 12586 + 516, 13949)
    assert people.records == ("caught", "flown", "later", "sent") and not people.open_above
    assert numbers(people_range(whole.loc[["sent"]], among=whole)) == (11617, 11617, 11617)


def test_disjoint_children_of_a_hidden_parent_add_up_to_it():
    whole = events(a=event(100, 100, 100), b=event(60, 60, 60, within="a"), c=event(40, 40, 40, within="a"))
    assert numbers(people_range(whole.loc[["b", "c"]], among=whole)) == (60, 100, 100)


def test_a_hidden_event_between_two_shown_ones_changes_nothing():
    whole = events(a=event(100, 100, 100), b=event(60, 60, 60, within="a"), c=event(40, 40, 40, within="b"))
    assert numbers(people_range(whole.loc[["a", "c"]], among=whole)) == (100, 100, 100)


def test_children_of_a_parent_that_no_frame_holds_are_put_together():
    made = events(b=event(60, 60, 60, within="gone"), c=event(50, 50, 50, within="gone", kind="handover"))
    assert numbers(people_range(made)) == (60, 60, 110)


def test_places_are_counted_by_themselves():
    made = events(
        a=event(100, 100, 100), b=event(20, 20, 20, within="a", place="KK Park", compound="kk-park")
    )
    by_place = people_by(made, by="place")
    assert by_place["best"].to_dict() == {"Myawaddy": 100, "kk-park": 20}


def test_withdrawn_and_merged_events_do_not_count():
    made = events(a=event(10, 10, 10, withdrawn={"date": "2026-01-01"}), b=event(3, 3, 3, merged_into="c"))
    made = made.reindex(["a", "b"])
    assert numbers(people_range(made)) == (0, 0, 0)


def test_nothing_shown_is_nobody():
    assert numbers(people_range(events(a=event(1, 1, 1)).iloc[:0])) == (0, 0, 0)
    assert people_by(events(a=event(1, 1, 1)).iloc[:0], by="year").empty


def test_a_ring_is_counted_once_and_does_not_hang():
    made = events(a=event(10, 10, 10, within="b"), b=event(20, 20, 20, within="a"))
    assert people_range(made).records in (("a",), ("b",))


def test_an_unknown_grouping_is_refused():
    with pytest.raises(ValueError, match="by is one of"):
        people_by(events(a=event(1, 1, 1)), by="colour")


@st.composite
def trees(draw):
    """Events whose children never have more people than their parent's maximum, as the check demands."""
    rows, room = {}, {}
    for i in range(draw(st.integers(1, 9))):
        within = draw(st.sampled_from([None, *rows]))
        most = room[within] if within else 1000
        low, best, high = sorted(draw(st.lists(st.integers(0, int(most)), min_size=3, max_size=3)))
        kind = draw(st.sampled_from(["raid", "handover"]))
        date = draw(st.sampled_from(["2024", "2024-11", "2024-12-30", "2025", "2025-01-02", "2026-03"]))
        rows[f"e{i}"] = event(low, best, high, within=within, kind=kind, date=date)
        room[f"e{i}"] = high
    shown = draw(st.lists(st.sampled_from(sorted(rows)), unique=True))
    return events(**rows), shown


@st.composite
def rough_trees(draw):
    """Events of any form: open upwards, with a bound alone, without a number, within events that are gone."""
    made, shown = draw(trees())
    for record in made.index:
        form = draw(st.sampled_from(["whole", "whole", "open", "bound", "silent"]))
        if form in ("open", "silent"):
            made.loc[record, "people_max"] = None
        if form in ("bound", "silent"):
            made.loc[record, ["people_min", "people_best"]] = None
    gone = draw(st.lists(st.sampled_from(list(made.index)), unique=True, max_size=2))
    return made.drop(index=gone), [record for record in shown if record not in gone]


@settings(max_examples=200, deadline=None)
@given(trees())
def test_whatever_is_shown_people_are_neither_doubled_nor_lost(tree):
    whole, shown = tree
    everything = people_range(whole)
    people = people_range(whole.loc[shown], among=whole)
    assert people.low <= people.best <= people.high
    assert people.high <= everything.high, "never more than the whole"
    assert set(people.records) | set(people.held) == set(shown), "every event shown is counted or held"
    if shown:
        assert people.low >= whole.loc[list(people.records), "people_min"].max(), "at least the largest"
    assert people_range(whole.loc[list(whole.index)], among=whole) == everything


@settings(max_examples=200, deadline=None)
@given(trees(), st.randoms(use_true_random=False))
def test_whoever_shows_more_never_sees_fewer_people(tree, random):
    whole, shown = tree
    fewer = people_range(whole.loc[[one for one in shown if random.random() < 0.5]], among=whole)
    more = people_range(whole.loc[shown], among=whole)
    assert fewer.low <= more.low and fewer.best <= more.best


def test_the_least_of_a_wave_is_that_of_what_was_found_in_it():
    made = events(
        wave=event(7000, 9141, 9401, kind="release"),
        found=event(9086, 9086, 9086, within="wave"),
    )
    assert numbers(people_range(made)) == (9086, 9141, 9401)
    assert numbers(people_range(made.loc[["found"]], among=made)) == (9086, 9086, 9086)


def test_flights_home_that_stand_in_for_people_handed_over_are_not_added_to_other_flights():
    whole = events(
        state=event(13272, 13272, 13949),
        sent=event(8906, 8906, 8906, within="state", kind="handover"),
        all_home=event(7520, 7520, 7520, within="sent", kind="repatriation"),
        one_home=event(569, 569, 569, within="sent", kind="repatriation"),
        chinese=event(2255, 2255, 2255, within="state", kind="repatriation"),
    )
    early = people_range(whole.loc[["all_home", "one_home", "chinese"]], among=whole)
    assert numbers(early) == (7520, 7520 + 569, 7520 + 569 + 2255)
    later = people_range(whole.loc[["sent", "chinese"]], among=whole)
    assert numbers(later) == (8906, 8906, 8906 + 2255), "a month more takes nobody away"


SUMS = ["low", "best", "high"]
PERIODS = [("", ""), ("2024-12", "2025-01"), ("2025", "2025"), ("2025-01", ""), ("", "2024-12-30")]


@settings(max_examples=300, deadline=None)
@given(rough_trees(), st.sampled_from(PERIODS), st.sampled_from(["year", "month"]))
def test_rows_by_year_and_month_add_up_whatever_is_shown(tree, days, by):
    whole, shown = tree
    period = Period(*days)
    people = people_range(whole.loc[shown], among=whole, period=period)
    rows = people_by(whole.loc[shown], by=by, among=whole, period=period)
    assert tuple(rows[SUMS].sum()) == numbers(people)
    assert rows["open_above"].any() == people.open_above
    assert sorted(record for records in rows["records"] for record in records) == list(people.records)
