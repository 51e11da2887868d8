import pytest
from moeiwatch.analysis.counting_period import Period
from moeiwatch.analysis.nationalities import nationality_coverage, people_by_nationality

from analysis.test_tally import event, events


def test_a_country_is_counted_once_down_the_tree():
    made = events(
        a=event(100, 100, 100, nationalities={"CN": 60}),
        b=event(50, 50, 50, within="a", nationalities={"CN": 50}),
        c=event(9, 9, 9, within="a", nationalities={"KE": 9}),
        d=event(7, 7, 7, nationalities={"CN": 7}),
    )
    table = people_by_nationality(made)
    assert table["best"].to_dict() == {"CN": 67, "KE": 9}
    assert table.loc["CN", "records"] == ("a", "d")
    assert table.index.tolist() == ["CN", "KE"]


def test_accounts_of_the_same_people_give_a_range():
    made = events(
        wave=event(7000, 7000, 7000),
        listed=event(430, 430, 430, within="wave", kind="release", nationalities={"ET": 430}),
        families=event(477, 477, 477, within="wave", kind="release", nationalities={"ET": 477}),
        home=event(700, 700, 700, within="wave", kind="repatriation", nationalities={"ET": 700}),
    )
    assert people_by_nationality(made).loc["ET", ["low", "best", "high"]].tolist() == [700, 907, 1607]


def test_an_event_with_an_upper_bound_only_is_sure_of_nobody():
    made = events(a=event(None, None, 31, nationalities={"KE": 29}))
    assert people_by_nationality(made).loc["KE", ["low", "best", "high"]].tolist() == [0, 0, 29]


def test_coverage_is_the_share_of_people_with_a_nationality_on_record():
    made = events(
        a=event(100, 100, 100), b=event(30, 30, 30, within="a", nationalities={"CN": 25}), c=event(50, 50, 50)
    )
    coverage = nationality_coverage(made)
    assert (coverage.people, coverage.known) == (150, 25) and coverage.share == pytest.approx(1 / 6)


def test_a_report_without_countries_lowers_the_share_under_a_hidden_wider_event():
    whole = events(
        state=event(13272, 13272, 13949),
        home=event(9000, 9000, 9000, within="state", kind="repatriation", nationalities={"CN": 9000}),
        bridge=event(7000, 7000, 7000, within="state", kind="repatriation"),
    )
    coverage = nationality_coverage(whole.drop(index="state"), among=whole)
    assert (coverage.people, coverage.known) == (13272, 7466), "9,000 of 16,000 told, of 13,272 counted"
    assert nationality_coverage(whole).known == 7466, "and so where the wider event is shown"
    assert nationality_coverage(whole.drop(index="bridge")).known == 9000


def test_a_report_open_upwards_is_open_by_country():
    made = events(
        a=event(7600, 7600, None, kind="repatriation", nationalities={"CN": 7600}),
        b=event(9, 9, 9, kind="repatriation", nationalities={"CN": 5, "KE": 4}),
    )
    table = people_by_nationality(made)
    assert table.loc["CN", ["low", "best", "high", "open_above"]].tolist() == [7605, 7605, 7605, True]
    assert not table.at["KE", "open_above"]


def test_countries_are_counted_in_a_period_as_people_are():
    made = events(
        a=event(50, 50, 50, nationalities={"CN": 50}, date="2024-12"),
        b=event(20, 20, 20, within="a", nationalities={"CN": 20}, date="2025-02"),
        c=event(5, 5, 5, nationalities={"KE": 5}, date="2025-02", date_end="2025-03"),
    )
    period = Period("2025-02", "2025-02")
    assert people_by_nationality(made, period=period).empty
    assert people_by_nationality(made, period=Period("2025", "2025"))["best"].to_dict() == {"KE": 5}
    assert nationality_coverage(made, period=period).share is None


def test_coverage_never_exceeds_the_people_counted():
    made = events(a=event(10, 10, 10, nationalities={"CN": 8, "IN": 4}))
    assert nationality_coverage(made).share == 1.0
    assert nationality_coverage(made.iloc[:0]).share is None
    assert people_by_nationality(made.iloc[:0]).empty
