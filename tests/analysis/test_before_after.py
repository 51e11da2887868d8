import pandas as pd
from moeiwatch.analysis.before_after import before_and_after

REPORTS = pd.DataFrame(
    {
        "observed": ["2025-01", "2025-02", "2026-01", "2026-02", "2025", "2024-02"],
        "observed_end": [None] * 6,
        "kind": ["expansion", "expansion", "demolition", "expansion", "expansion", "damage"],
        "metric": [None] * 6,
        "basis": ["observed", "observed", "claimed", "observed", "observed", "not_stated"],
    },
    index=[f"kc-{number}" for number in range(6)],
)


def test_months_from_the_pivot_on_are_after_and_a_year_alone_is_neither():
    counts = before_and_after(REPORTS, pivot="2025-02", months=12)
    assert counts.loc[("built", "observed")].to_dict() == {"before": 1, "after": 1}
    assert counts.loc[("torn_down", "claimed")].to_dict() == {"before": 0, "after": 1}
    assert counts.loc[("torn_down", "not_stated")].to_dict() == {"before": 1, "after": 0}
    assert counts.to_numpy().sum() == 4
