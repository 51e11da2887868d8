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
    assert found.loc[("built", "observed")].to_dict() == {"before": ["kc-0"], "after": ["kc-1"]}
    assert found.loc[("torn_down", "claimed")].to_dict() == {"before": [], "after": ["kc-2"]}
    assert found.loc[("torn_down", "not_stated")].to_dict() == {"before": ["kc-5"], "after": []}
    assert found.map(len).to_numpy().sum() == 4


def test_what_tells_of_no_works_is_on_neither_side():
    damaged = REPORTS.assign(kind="damage")
    denied = REPORTS.assign(kind="halted")
    counted = REPORTS.assign(kind="new_site", metric="compounds_count")
    for reports in (damaged, denied, counted):
        found = before_and_after(reports, pivot="2025-02", months=12)
        assert found.map(len).to_numpy().sum() == 0
