"""Whether a compound was at work on a day: surely, as far as is known, or at most."""

from datetime import date

import pandas as pd

from moeiwatch.analysis.records import column, months_later, parse_cell

CLOSED = ("demolished", "abandoned")
"""Terms of `status` after which a compound no longer counts."""

AT_WORK = ("active", "partly_demolished")
"""Terms of `status` that report work going on."""

STALE_AFTER_MONTHS = 12
"""Months after which a report no longer makes sure that a compound is at work: x-stale-after-months of the
schema."""

UNSEEN_BEFORE_MONTHS = 30
"""Months for which a compound may have stood before anything was published on it, since `first_reported` is
no date of founding. As at KK Park: ground broken in February 2020 (kc-024), first report found of August
2022."""


def open_compounds(compounds: pd.DataFrame, *, as_of: date) -> pd.DataFrame:
    """Return how much each compound counts on a day: 1 if it does, 0 if not.

    - ``low``: sure. Reported by then, and at work by a report not older than `STALE_AFTER_MONTHS`.
    - ``best``: reported by then and not known to be closed. Unknown, raided and under construction are not
      closed.
    - ``high``: not known to be closed, and possibly there `UNSEEN_BEFORE_MONTHS` before its first report.

    A closing dated by year or month holds from the end of that span; within the span it only lowers ``low``.
    A closed record without a date is closed in ``low`` and ``best``.

    Returns
    -------
    DataFrame, index as given, columns ``low``, ``best``, ``high`` (0.0 or 1.0, never NaN).
    """
    names = ("first_reported", "status", "status_as_of")
    cells = zip(*(column(compounds, name).tolist() for name in names), strict=True)
    rows = [_weigh(first, status, word, as_of=as_of) for first, status, word in cells]
    return pd.DataFrame(rows, index=compounds.index, columns=["low", "best", "high"], dtype=float)


def _weigh(first: object, status: object, word: object, *, as_of: date) -> tuple[bool, bool, bool]:
    reported, said = parse_cell(first), parse_cell(word)
    known = reported is None or as_of >= reported.start
    possible = reported is None or as_of >= months_later(reported.start, -UNSEEN_BEFORE_MONTHS)
    if status in CLOSED:
        if said is None:
            return False, False, possible
        still_open = as_of <= said.end
        sure = reported is not None and reported.end <= as_of < said.start
        return sure, known and still_open, possible and still_open
    if said is None or reported is None or as_of < reported.end:
        return False, known, possible
    lasts = as_of <= months_later(said.end, STALE_AFTER_MONTHS) if status in AT_WORK else as_of < said.start
    sure = lasts and (status in AT_WORK or status == "raided")
    return sure, known, possible
