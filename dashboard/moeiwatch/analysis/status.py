"""Which status a compound had, or was known to have, at any time: as far as records tell, else not yet known.

A record carries one status, as of one date. What held before is derived from words that are dated, in order
of time:

- Before the first word a compound is *not yet known*. The first word is the first report of it, or an earlier
  report of building there, or people who got out.
- A new site or new buildings, as the first word: under construction. Any other first word: unknown.
- People rescued, released, handed over or escaped from it: active, since they were held there, unless it was
  raided or partly demolished before: then they do not show that work goes on.
- A raid: raided, unless partly demolished before. Work resumed: active. Buildings down: partly demolished.
- Demolition reported over a period holds from the end of it, anything else from its beginning.
- From `status_as_of` on the record's own status holds; it weighs all that is known, so nothing later
  overrules it.

Plans, permits and targets, states of the ground (farmland on an old picture) and reports of low confidence
are no words. Nothing is derived from silence: a compound stays what the last word made it.
"""

from datetime import date

import pandas as pd

from moeiwatch.analysis.buildings import metric_role
from moeiwatch.analysis.known import known_spans
from moeiwatch.analysis.periods import happened_spans
from moeiwatch.analysis.records import column, parse_cell, select_standing

MODES = ("happened", "known")
NOT_YET_KNOWN = "not_yet_known"

_BUILT = ("new_site", "new_buildings")
_LEFT = ("rescue", "release", "handover", "escape")
_RANK = {"construction_reports": 0, "rescue_events": 1, "compounds": 2}


def status_spans(
    compounds: pd.DataFrame,
    construction_reports: pd.DataFrame,
    rescue_events: pd.DataFrame,
    *,
    sources: pd.DataFrame | None = None,
    mode: str = "happened",
) -> pd.DataFrame:
    """Return from which day on each status of each compound held, or was public.

    Parameters
    ----------
    sources : dates of publication, for mode "known".
    mode : "happened": by the date of the thing. "known": by the day on which it can first have been public; a
    word on
        older things that comes out late overrules nothing newer that was known already.

    Returns
    -------
    DataFrame, one row a change, sorted by compound and time: ``compound``, ``start`` (`datetime.date`; None
    if the compound has no dated word at all and its status stands without one), ``status``, and the word
    behind it:
    ``layer`` and ``record``.
    """
    if mode not in MODES:
        raise ValueError(f"mode is one of {', '.join(MODES)}, not {mode!r}")
    words: dict[str, list[tuple]] = {record: [] for record in select_standing(compounds).index}
    for layer, frame in (("construction_reports", construction_reports), ("rescue_events", rescue_events)):
        for compound, word in _words(frame, layer=layer, sources=sources, mode=mode):
            if compound in words:
                words[compound].append(word)
    own = _own_words(select_standing(compounds), sources=sources, mode=mode)
    rows = [row for compound in words for row in _derive(compound, words[compound], *own[compound])]
    return pd.DataFrame(rows, columns=["compound", "start", "status", "layer", "record"])


def status_on(spans: pd.DataFrame, day: date) -> pd.Series:
    """Return the status of each compound on a day, `NOT_YET_KNOWN` before its first word.

    Parameters
    ----------
    spans : as `status_spans` gives them.
    """
    result = {}
    for compound, start, status in zip(spans["compound"], spans["start"], spans["status"], strict=True):
        result.setdefault(compound, NOT_YET_KNOWN)
        if start is None or start <= day:
            result[compound] = status
    return pd.Series(result, dtype=object, name="status").rename_axis("id")


def _words(frame: pd.DataFrame, *, layer: str, sources: pd.DataFrame | None, mode: str):
    standing = select_standing(frame)
    spans = happened_spans(standing)
    down = (column(standing, "kind") == "demolition") & column(standing, "observed_end").notna()
    begun = spans["start"].where(~down, spans["end"])
    public = known_spans(standing, sources=sources)["start"] if mode == "known" else begun
    names = ("compound", "kind", "metric", "confidence")
    cells = zip(*(column(standing, name).tolist() for name in names), strict=True)
    for record, start, known, (compound, kind, metric, confidence) in zip(
        standing.index, begun, public, cells, strict=True
    ):
        is_word = metric != "site_state" and metric_role(metric) not in ("target", "rounded", "outside")
        if compound is not None and start is not None and confidence != "low" and is_word:
            yield compound, (known or start, start, _RANK[layer], kind, layer, record)


def _own_words(compounds: pd.DataFrame, *, sources: pd.DataFrame | None, mode: str) -> dict[str, tuple]:
    dated = {} if sources is None else column(sources, "published").map(parse_cell).to_dict()
    names = ("first_reported", "status", "status_as_of", "sources")
    cells = zip(*(column(compounds, name).tolist() for name in names), strict=True)
    result = {}
    for compound, (first, status, said, ids) in zip(compounds.index, cells, strict=True):
        reported, as_of = parse_cell(first), parse_cell(said)
        public = as_of and as_of.start
        if mode == "known" and as_of:
            later = [dated[s] for s in ids or [] if dated.get(s) and dated[s].end >= as_of.start]
            public = max(as_of.start, min((moment.start for moment in later), default=as_of.start))
        result[compound] = (reported and reported.start, status, as_of and as_of.start, public)
    return result


def _derive(compound, words, reported, own, said, public):
    """Return the rows of one compound; see the head of this module."""
    first = [] if reported is None else [(reported, reported, 2, "reported", "compounds", compound)]
    state, newest, rows = None, date.min, []
    for known, begun, _, kind, layer, record in sorted(
        [*words, *first], key=lambda word: (word[:3], word[5])
    ):
        if said is not None and (known >= public or begun >= said):
            continue
        status = _next(state, kind) if begun >= newest or state is None else state
        newest = max(newest, begun)
        if status != state:
            rows.append((compound, known, status, layer, record))
            state = status
    if own is not None and own != state:
        start = public if said is not None else reported
        rows.append((compound, start, own, "compounds", compound))
    return rows


def _next(state: str | None, kind: str) -> str | None:
    if kind == "raid":
        return "partly_demolished" if state == "partly_demolished" else "raided"
    if kind == "demolition":
        return "partly_demolished"
    if kind == "resumed":
        return "active"
    if kind in _LEFT:
        return "active" if state in (None, "unknown", "under_construction") else state
    if kind == "repatriation":
        return state
    if state is None:
        return "under_construction" if kind in _BUILT else "unknown"
    return state
