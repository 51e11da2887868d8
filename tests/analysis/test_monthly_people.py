import pytest
from moeiwatch.analysis.counting_period import Period
from moeiwatch.analysis.monthly_people import monthly_people
from moeiwatch.analysis.tally import people_range

from analysis.frames import frame
from analysis.test_tally import event, events

SOURCES = frame({"late": {"published": "2026-02-01"}, "soon": {"published": "2025-03-20"}})


def made():
    return events(
        total=event(900, 900, 950, date="2025-01-30", date_end="2025-12-14", sources=["late"]),
        raid=event(100, 110, 120, within="total", date="2025-03-02", sources=["soon"]),
        part=event(40, 40, 40, within="raid", date="2025-03-03", sources=["soon"]),
        escape=event(20, 20, date="2025-03-20", kind="escape", sources=["soon"]),
        home=event(70, 70, 70, within="raid", kind="repatriation", date="2025-04-28", sources=["late"]),
        vague=event(5, 5, 5, date="2025", sources=["late"]),
        silent=event(date="2025-05-01", sources=["late"]),
    )


def test_a_running_total_stands_whole_where_it_ends_and_says_what_began_before():
    table = monthly_people(made())
    assert table.drop(columns="records").to_numpy().tolist() == [
        ["", 5, 5, 5, False, 0],
        ["2025-03", 120, 130, 140, True, 0],
        ["2025-12", 900, 900, 950, False, 900],
    ]
    assert table["records"].tolist() == [["vague"], ["escape", "raid"], ["total"]], (
        "home was counted in March"
    )


@pytest.mark.parametrize("mode", ["happened", "known"])
@pytest.mark.parametrize("hidden", ["", "total", "raid"])
def test_each_month_has_the_number_of_that_month_as_a_period(mode, hidden):
    among = made()
    shown = among.drop(index=hidden) if hidden else among
    table = monthly_people(shown, among=among, mode=mode, sources=SOURCES)
    months = table[(table["month"] != "").to_numpy(bool)]
    assert len(months)
    for row in months.itertuples():
        people = people_range(shown, among=among, period=Period(row.month, row.month, mode, SOURCES))
        assert (row.low, row.best, row.high, row.open_above, tuple(row.records)) == (
            people.low, people.best, people.high, people.open_above, people.records,
        )  # fmt: skip


def test_nobody():
    assert monthly_people(made().iloc[:0]).empty
