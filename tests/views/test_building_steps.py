import pandas as pd
from analysis.frames import frame
from moeiwatch.views.building_steps import name_labels, steps_rows, steps_words
from moeiwatch.views.chart_lanes import lanes

KINDS = {"power_cut": "Power cut", "fuel_ban": "Fuel ban", "sanction": "Sanctions", "law": "Law or court"}


def made(**rows):
    steps = frame(
        {
            name: {"actor": "Thailand", "target": "Five towns", "key_figure": None, **row}
            for name, row in rows.items()
        }
    )
    months = pd.Series(
        [str(date)[:7] if len(str(date)) > 4 else "" for date in steps["date"]], index=steps.index
    )
    return steps_rows(steps, months, kinds=KINDS), len(steps)


def test_cuts_and_steps_against_key_figures_are_named_by_their_own_words():
    steps, _ = made(
        power={
            "date": "2025-02-05",
            "kind": "power_cut",
            "target": "five supply points at Myawaddy and Tachileik",
        },
        uk={"date": "2023-12", "kind": "sanction", "actor": "United Kingdom (FCDO)", "key_figure": True},
        other={"date": "2025-05-05", "kind": "sanction"},
        law={"date": "2025-01-01", "kind": "law"},
        undated={"date": "2024", "kind": "law"},
    )
    assert steps["name"].to_dict() == {
        "uk": "United Kingdom", "law": "", "power": "five supply points …", "other": "",
    }  # fmt: skip
    assert steps.at["uk", "start"] == pd.Timestamp("2023-12-01")
    assert name_labels(steps)["label"].tolist() == [
        "Dec 2023 sanctions (United Kingdom)",
        "Feb 2025 power cut (five supply points …)",
    ]


def test_named_steps_of_one_month_share_a_label_and_no_two_labels_a_place():
    steps, _ = made(
        fuel={"date": "2025-02-06", "kind": "fuel_ban"},
        power={"date": "2025-02-05", "kind": "power_cut"},
        later={"date": "2025-04-05", "kind": "power_cut"},
    )
    labels = name_labels(steps)
    assert labels["label"].tolist() == ["Feb 2025 power cut, fuel ban", "Apr 2025 power cut (Five towns)"]
    assert labels["left"].tolist() == [False, True] and sorted(labels["lane"]) == [0, 1]


def test_a_narrow_screen_has_short_labels_of_the_months_it_shows_each_beside_its_own_mark():
    steps, _ = made(
        before={"date": "2023-06-05", "kind": "power_cut"},
        early={"date": "2024-12-05", "kind": "power_cut"},
        fuel={"date": "2025-02-06", "kind": "fuel_ban"},
        late={"date": "2026-08-05", "kind": "power_cut"},
    )
    labels = name_labels(steps, shown=("2023-10", "2026-09"))
    assert labels[["label", "left", "lane"]].to_numpy().tolist() == [
        ["Dec 2024 power cut", False, 0], ["Feb 2025 fuel ban", False, 1], ["Aug 2026 power cut", True, 2],
    ]  # fmt: skip
    assert name_labels(steps, shown=("2018-01", "2019-01")).empty


def test_what_is_named_what_is_a_tick_and_what_is_not_drawn_is_said():
    steps, among = made(
        power={"date": "2025-02-05", "kind": "power_cut"},
        law={"date": "2025-01-01", "kind": "law"},
        more={"date": "2025-01-03", "kind": "law"},
        undated={"date": "2024", "kind": "law"},
    )
    assert steps_words(steps, among=among) == (
        "Named on the chart: power cut 1. Ticks, told when pointed at: law or court 2. "
        "Without a month and not drawn: 1 step."
    )


def test_no_steps():
    steps, _ = made(power={"date": "2024", "kind": "power_cut"})
    assert steps.empty and name_labels(steps).empty and steps_words(steps, among=0) == ""


def test_spans_share_a_lane_where_one_begins_after_another():
    assert lanes([(0, 4), (1, 3), (3, 5), (4, 6)]) == [0, 1, 1, 0]
