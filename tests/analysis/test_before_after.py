import pandas as pd
from moeiwatch.analysis.before_after import before_and_after

REPORTS = pd.DataFrame(
    {
        "observed": ["2025-01", "2025-02", "2026-01", "2026-02", "2025", "2024-02"],
        "observed_end": [None] * 6,
        "kind": ["expansion", "expansion", "demolition", "expansion", "expansion", "demolition"],
        "metric": [None] * 6,
        "basis": ["observed", "observed", "claimed", "observed", "observed", "not_stated"],
    },
    index=[f"kc-{number}" for number in range(6)],
)


def test_months_from_the_pivot_on_are_after_and_a_year_alone_is_neither():
    found = before_and_after(REPORTS, pivot="2025-02", months=12)
    assert found.loc[("built", "observed")].to_dict() == {"before": ["kc-0"], "after": ["kc-1"], "across": []}
    assert found.loc[("torn_down", "claimed")].to_dict() == {"before": [], "after": ["kc-2"], "across": []}
    assert found.loc[("torn_down", "not_stated")].to_dict() == {"before": ["kc-5"], "after": [], "across": []}
    assert found.map(len).to_numpy().sum() == 4


def test_what_tells_of_no_works_is_on_neither_side():
    damaged = REPORTS.assign(kind="damage")
    denied = REPORTS.assign(kind="halted")
    counted = REPORTS.assign(kind="new_site", metric="compounds_count")
    for reports in (damaged, denied, counted):
        found = before_and_after(reports, pivot="2025-02", months=12)
        assert found.map(len).to_numpy().sum() == 0


def test_a_report_of_any_length_stands_where_its_works_end_and_one_over_the_cut_apart():
    begun_ended = {
        "long": ("2022-12", "2024-12"),
        "over": ("2024-09", "2025-09"),
        "years-over": ("2019-03", "2025-03-04"),
        "year": ("2025-01", "2025-12"),
        "to-the-cut": ("2024-03", "2025-01-31"),
        "from-the-cut": ("2025-02-01", "2026-01"),
        "over-all": ("2024-01", "2026-02"),
        "too-early": ("2023-02", "2024-01"),
        "vague": ("2024-09", "2025"),
    }
    reports = pd.DataFrame.from_dict(begun_ended, orient="index", columns=["observed", "observed_end"])
    found = before_and_after(
        reports.assign(kind="expansion", metric=None, basis="observed"), pivot="2025-02", months=12
    )
    assert found.loc[("built", "observed")].to_dict() == {
        "before": ["long", "to-the-cut"],
        "after": ["from-the-cut"],
        "across": ["years-over", "over", "year"],
    }
    assert found.map(len).to_numpy().sum() == 6
