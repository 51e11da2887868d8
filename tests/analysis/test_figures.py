from moeiwatch.analysis.figures import figures_by_subject
from moeiwatch.data.metrics import OTHER

from analysis.test_buildings import DOWN, report, reports


def test_what_disagrees_on_one_subject_and_month_stands_together():
    figures = figures_by_subject(
        reports(
            report(DOWN, 635, "2026-01-09"),
            report("blasts_in_day", 3, "2025-11-02", unit="count", basis="observed"),
            report(DOWN, 101, "2025-11-08"),
            report(
                "buildings_destroyed_satellite", 22, "2025-10-30", observed_end="2025-11-09", basis="observed"
            ),
        )
    )
    assert figures.index.tolist() == ["kc-3", "kc-4", "kc-1", "kc-2"]
    together = figures[figures["period"] == "2025-11"].groupby("subject", sort=False).groups
    assert [list(group) for group in together.values()] == [["kc-3", "kc-4"], ["kc-2"]]


def test_no_figure_is_dropped_and_what_was_not_done_is_told_apart():
    figures = figures_by_subject(
        reports(
            report(DOWN, 101),
            report(DOWN, 148, "2025-11-12"),
            report("buildings_targeted", 80, None),
            report("fences_built", 2, "2024"),
            report("site_state", None),
            report("buildings_total_declared", 635),
        )
    )
    told = ["kc-1", "kc-2", "kc-3", "kc-4", "kc-6"]
    assert figures.loc[told, "is_compared"].tolist() == [True, True, False, True, True]
    assert figures.loc["kc-4", ["subject", "period"]].tolist() == [OTHER, "2024"]
    assert figures.loc["kc-3", "period"] == "" and "kc-5" not in figures.index


def test_no_report_is_no_figure():
    assert figures_by_subject(reports()).empty
