import pandas as pd
from moeiwatch.analysis.report_spans import count_by_month, report_spans

from analysis.frames import frame
from analysis.test_buildings import DOWN, report, reports


def built(observed, **other):
    return report(None, None, observed, **{"basis": "observed", "kind": "new_buildings", **other})


def test_a_report_reaches_over_the_months_that_it_speaks_of_and_a_year_over_none():
    made = reports(
        built("2025-03", observed_end="2025-09"),
        built("2025-08", compound=None, place="Ward 3"),
        built("2021"),
        built("2019-03", observed_end="2025-03-04"),
        report(DOWN, 5, "2025-11-08"),
        built("2021-02", observed_end="2025"),
        report("buildings_targeted", 80),
    )
    spans = report_spans(made)
    assert spans[["side", "basis", "where", "reach"]].to_dict("index") == {
        "kc-4": {"side": "built", "basis": "observed", "where": "kk-park", "reach": "months"},
        "kc-3": {"side": "built", "basis": "observed", "where": "kk-park", "reach": "vague"},
        "kc-6": {"side": "built", "basis": "observed", "where": "kk-park", "reach": "vague"},
        "kc-1": {"side": "built", "basis": "observed", "where": "kk-park", "reach": "months"},
        "kc-2": {"side": "built", "basis": "observed", "where": "Ward 3", "reach": "month"},
        "kc-5": {"side": "torn_down", "basis": "claimed", "where": "kk-park", "reach": "month"},
    }
    assert spans.loc["kc-1", ["start", "end"]].tolist() == [
        pd.Timestamp("2025-03-01"),
        pd.Timestamp("2025-09-30"),
    ]


def test_a_report_of_several_months_is_in_the_bar_of_none_of_them():
    made = reports(
        built("2025-03", observed_end="2025-09"), built("2025-09-17"), built("2025-09"), built("2025")
    )
    counts = count_by_month(report_spans(made))
    assert counts.to_numpy().tolist() == [[pd.Timestamp("2025-09-01"), "built", "observed", 2]]


def test_as_it_was_known_a_report_stands_where_it_became_public():
    made = reports(
        built("2025-03", observed_end="2025-04", published="2025-06-02", sources=[]),
        built("2025-03", sources=["s"]),
    )
    spans = report_spans(made, mode="known", sources=frame({"s": {"published": "2025"}}))
    assert spans.loc["kc-1", ["start", "reach"]].tolist() == [pd.Timestamp("2025-06-02"), "month"]
    assert spans.at["kc-2", "reach"] == "vague"


def test_no_reports():
    spans = report_spans(reports(built("2025")).iloc[:0])
    assert spans.empty and count_by_month(spans).empty
