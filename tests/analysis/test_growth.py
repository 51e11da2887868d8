import pandas as pd
from moeiwatch.analysis.growth import building_series, monthly_steps

from analysis.frames import frame
from analysis.test_buildings import DOWN, report, reports


def test_steps_stand_in_the_month_in_which_they_began_or_in_known_mode_were_published():
    sources = frame({"s": {"published": "2025-06-03"}})
    step = {"kind": "sanction", "actor": "A", "target": "B", "sources": ["s"]}
    steps = frame({"iv-1": {"date": "2025-02-05", **step}, "iv-2": {"date": "2024", **step}})
    assert monthly_steps(steps)["month"].tolist() == ["2025-02", ""]
    assert monthly_steps(steps, mode="known", sources=sources)["month"].tolist() == ["2025-06", "2025-06"]


def test_the_series_of_a_compound_keeps_claimed_and_observed_apart():
    made = reports(
        report(DOWN, 148, "2025-11-12"),
        report(DOWN, 110, "2025-11-13"),
        report("buildings_destroyed_satellite", 22, "2025-11-09", basis="observed"),
        report("demolished_by_explosives", 18),
        report("buildings_targeted", 80),
        report(DOWN, 1, compound="shwe-kokko"),
        report(DOWN, 101, "2025-11-10", place="KK Park Zone A"),
        report(DOWN, 180, "2025-11-21", place="KK Park"),
    )
    series = building_series(made, compound="kk-park")
    assert series[["basis", "value"]].to_numpy().tolist() == [
        ["observed", 22],
        ["claimed", 148],
        ["claimed", 110],
        ["claimed", 180],
    ]
    assert series["start"].iloc[0] == pd.Timestamp("2025-11-09")
