"""When a record became public: what was known on a day, beside what was happening.

Its own date of publication counts, else the earliest among its sources, and never one before the thing can
have happened. Where none of them shows a date, the publication is *not dated*: the record counts as known
from the first day on which the thing can have happened, on no day before, and the map says of how
many this holds.
"""

import pandas as pd

from moeiwatch.analysis.periods import happened_spans, said_dates
from moeiwatch.analysis.records import column, parse_cell
from moeiwatch.data.dates import PartialDate


def known_spans(frame: pd.DataFrame, *, sources: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the days on which each record may have become public.

    Its own `published`, else the earliest of its sources: the one that was surely out first, so '2025-11-03'
    comes before '2025'. Never before it began: an earlier date is moved to the first day on which it can have
    begun. Where no day of publication can be found, it may have become public on any day from then on.

    Parameters
    ----------
    sources : index source id, column ``published`` (partial dates); without it only `published` is read.

    Returns
    -------
    DataFrame, index as given, columns ``known`` (the partial date as written; None where the publication is
    not dated), ``start`` and ``end`` (`datetime.date`, inclusive; ``end`` None where the publication is not
    dated, ``start`` None where the thing itself is not dated either: such a record is in every period).
    """
    dated = {} if sources is None else column(sources, "published").map(parse_cell).to_dict()
    own, cited = column(frame, "published").tolist(), column(frame, "sources").tolist()
    begun = happened_spans(frame)["start"].tolist()
    begins, ends = said_dates(frame)
    said = begins.where(begins.notna(), ends)
    rows = []
    for text, ids, start, begin in zip(own, cited, begun, said, strict=True):
        public = parse_cell(text) or _earliest([dated.get(source) for source in ids or []])
        if public is None:
            rows.append((None, start, None))
        elif start is not None and public.end < start:
            rows.append((begin, start, start))
        else:
            rows.append(
                (public.text, public.start if start is None else max(public.start, start), public.end)
            )
    return pd.DataFrame(rows, index=frame.index, columns=["known", "start", "end"], dtype=object)


def known_dates(frame: pd.DataFrame, sources: pd.DataFrame | None = None) -> pd.Series:
    """Return the partial date on which each record became public, as `known_spans` finds it; None if
    unknown."""
    return known_spans(frame, sources=sources)["known"]


def _earliest(dates: list[PartialDate | None]) -> PartialDate | None:
    known = [moment for moment in dates if moment is not None]
    return min(known, key=lambda moment: (moment.end, moment.start), default=None)
