"""The figures on a compound by what they are about and when: those that disagree stand together."""

import pandas as pd

from moeiwatch.analysis.buildings import DONE, report_series
from moeiwatch.data.metrics import OTHER, SUBJECTS, metric_subject


def figures_by_subject(construction_reports: pd.DataFrame) -> pd.DataFrame:
    """Return every reported figure with its subject and period; none is added, dropped or preferred.

    Figures of one subject and period are about the same works, told by different people or counted by
    different rules. For one total by metric see `buildings.metric_totals`.

    Returns
    -------
    DataFrame as `buildings.report_series`, with the columns ``subject`` (see `data.metrics.SUBJECTS`),
    ``period`` (``YYYY-MM``, or ``YYYY`` where no month is known; "" if not dated) and ``is_compared`` (True
    for what was done and for declared sizes, which disagree; False for targets, parts of another figure,
    round repetitions and the Thai bank); by subject in the declared order, then in order of time.
    """
    figures = report_series(construction_reports)
    order = {subject: place for place, subject in enumerate((*SUBJECTS, OTHER))}
    figures["subject"] = figures["metric"].map(metric_subject)
    figures["period"] = [text[:7] if isinstance(text, str) else "" for text in figures["observed"]]
    figures["is_compared"] = figures["role"].isin([*DONE, "declared"])
    return figures.sort_values("subject", key=lambda names: names.map(order), kind="stable")
