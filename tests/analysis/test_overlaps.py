import pytest
from moeiwatch.analysis.people_words import counting_words, twice_words
from moeiwatch.analysis.tally import people_by, people_range

from analysis.test_tally import event, events, numbers


def layer(**more):
    """A total that holds a raid, and an escape of some of those found in it."""
    return events(
        total=event(900, 900, 950),
        found=event(200, 200, 200, within="total", overlaps=["fled"]),
        fled=event(150, 160, 300, kind="escape"),
        early=event(50, 50, 50, within="fled", kind="escape"),
        **more,
    )


def test_people_of_two_events_that_overlap_may_be_counted_twice():
    people = people_range(layer())
    assert numbers(people) == (1050, 1060, 1250) and people.twice == 150, "all who fled may have been found"
    assert twice_words(people) == (
        "One person may stand in reports of two kinds, as in a raid and in an escape. The records themselves "
        "say so of up to 150; 900 is the least without them."
    )


@pytest.mark.parametrize(
    ("shown", "twice"),
    [(["found", "fled"], 150), (["found", "early"], 50), (["fled", "early"], 0), (["total"], 0)],
)
def test_only_what_is_counted_on_both_sides_overlaps(shown, twice):
    whole = layer()
    assert people_range(whole.loc[shown], among=whole).twice == twice


def test_no_more_than_the_events_that_overlap_can_share():
    made = layer()
    made.loc["found", ["people_min", "people_best", "people_max"]] = 20
    assert people_range(made).twice == 20
    made.loc["found", "people_max"] = None
    assert people_range(made).twice == 150, "open upwards: it may be all"
    made.at["fled", "overlaps"] = ["found"]
    assert people_range(made).twice == 150, "named from both sides it is one overlap"


def test_the_least_without_them_is_never_less_than_the_largest():
    made = layer(other=event(100, 100, 100, overlaps=["fled", "found"]))
    people = people_range(made)
    assert people.low == 1150 and people.twice == 250 and people.low - people.twice == 900


def test_an_overlap_between_years_is_told_of_the_whole_and_of_no_year():
    made = layer()
    made.loc["fled", "date"] = "2026-01-02"
    assert people_range(made).twice == 150 and people_by(made, by="year")["twice"].tolist() == [0, 0]


def told(made):
    return counting_words(people_range(made), made)


@pytest.mark.parametrize(
    ("bases", "is_said"),
    [(("claimed",), True), (("observed",), False), (("not_stated", "observed"), False), ((None,), False)],
)
def test_that_claims_are_included_is_said_where_one_is_counted(bases, is_said):
    rows = {f"a{place}": event(5, 5, 5, basis=basis) for place, basis in enumerate(bases)}
    held = event(2, 2, 2, within="a0", basis="claimed")
    assert ("Claims by authorities are included." in told(events(**rows, held=held))) == is_said


def test_reports_are_told_with_their_noun_and_verb():
    assert "2 reports, of which 1 stands for the rest." in told(layer().iloc[:2])
    assert "4 reports, of which 2 stand for the rest." in told(layer())
    assert told(layer().iloc[:1]) == "Counted once each, as far as the records tell: 1 report."
    assert told(layer().iloc[:0]) == "No report ended in what is shown."
