"""Which status a compound had, or was known to have, at any time: as far as records tell, else not yet known.

A record carries one status, as of one date. What held before is derived from words that are dated, in order
of time:

- Before the first word a compound is *not yet known*. The first word is the first report of it, or an earlier
  report of building there, or people who got out.
- A new site or new buildings, as the first word: under construction. Any other first word: unknown.
- People rescued, released, handed over or escaped from it: active, since they were held there, unless it was
  raided or partly demolished before: then they do not show that work goes on.
- A raid: raided, unless partly demolished before. Work resumed: active. Buildings down: partly demolished.
- Demolition and raids reported over a period hold from the end of it, since no record says on which of these
  days this place was reached; anything else holds from its beginning.
- A beginning that is dated by month or year holds from the last day that its date can mean, or from the day
  of publication if that comes before: what is dated '2023' makes nothing active on 1 January, but by the end
  of the year. The first report and `status_as_of` are read likewise.
- From `status_as_of` on the record's own status holds; it weighs all that is known, so nothing later
  overrules it.

Each word that gives a status, or gives it once more, stands under the date of its record as it is written.

Of construction reports only those of works are words (see `moeiwatch.analysis.works`): no plan, permit, lease
or target, no state of the ground (farmland on an old picture). Reports of low confidence are no words.
Nothing is derived from silence: a compound stays what the last word made it.
"""

from datetime import date

import pandas as pd

from moeiwatch.analysis.known import known_spans
from moeiwatch.analysis.periods import begun_by, happened_spans, said_dates
from moeiwatch.analysis.records import column, parse_cell, select_standing
from moeiwatch.analysis.works import works_sides

MODES = ("happened", "known")
NOT_YET_KNOWN = "not_yet_known"

_BUILT = ("new_site", "new_buildings")
_TOLD_BY_END = ("demolition", "raid")
_LEFT = ("rescue", "release", "handover", "escape")
_GIVES = {
    "raid": "raided",
    "demolition": "partly_demolished",
    "resumed": "active",
    **dict.fromkeys(_LEFT, "active"),
    **dict.fromkeys(_BUILT, "under_construction"),
}
_COLUMNS = ("compound", "start", "when", "status", "layer", "record")
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
    sources, mode : as in `status_words`.

    Returns
    -------
    As `status_words`, only the rows in which the status of a compound changes.
    """
    words = status_words(compounds, construction_reports, rescue_events, sources=sources, mode=mode)
    again = (words[["compound", "status"]] == words[["compound", "status"]].shift()).all(axis=1)
    return words[~again.to_numpy(bool)].reset_index(drop=True)


def status_words(
    compounds: pd.DataFrame,
    construction_reports: pd.DataFrame,
    rescue_events: pd.DataFrame,
    *,
    sources: pd.DataFrame | None = None,
    mode: str = "happened",
) -> pd.DataFrame:
    """Return every dated word that gives a status of a compound, or gives the same status once more.

    Parameters
    ----------
    sources : dates of publication; without them only `published` is read.
    mode : "happened": by the date of the thing. "known": by the last day that its publication can mean (the
        date of the thing where that is not dated); a word on older things that comes out late overrules
        nothing newer that was known already.

    Returns
    -------
    DataFrame, one row a word, sorted by compound and time: ``compound``, ``start`` (`datetime.date` from
    which on the word holds, or was public; None if the compound has no dated word at all and its status
    stands without one), ``when`` (the date of which the word speaks, as its record writes it: to be shown,
    where ``start`` may be a day that no record gives; None where the status is not dated), ``status``, and
    the word behind it: ``layer`` and ``record``.
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
    return pd.DataFrame(rows, columns=_COLUMNS, dtype=object)


def status_on(spans: pd.DataFrame, day: date) -> pd.Series:
    """Return the status of each compound on a day, `NOT_YET_KNOWN` before its first word.

    Parameters
    ----------
    spans : as `status_spans` or `status_words` gives them.
    """
    result = {}
    for compound, start, status in zip(spans["compound"], spans["start"], spans["status"], strict=True):
        result.setdefault(compound, NOT_YET_KNOWN)
        if start is None or start <= day:
            result[compound] = status
    return pd.Series(result, dtype=object, name="status").rename_axis("id")


def _words(frame: pd.DataFrame, *, layer: str, sources: pd.DataFrame | None, mode: str):
    standing = select_standing(frame)
    public = known_spans(standing, sources=sources)["end"]
    names = ("compound", "kind", "confidence")
    is_word = [True] * len(standing)
    if layer == "construction_reports":
        is_word = [side is not None for side in works_sides(standing)]
    cells = zip(*(column(standing, name).tolist() for name in names), strict=True)
    days = zip(public, _held(standing, public), _written(standing), is_word, strict=True)
    for record, (told, day, when, counts), (compound, kind, confidence) in zip(
        standing.index, days, cells, strict=True
    ):
        if compound is not None and day is not None and confidence != "low" and counts:
            known = max(told or day, day) if mode == "known" else day
            yield compound, (known, day, _RANK[layer], record, kind, layer, when)


def _held(frame: pd.DataFrame, public: pd.Series) -> list[date | None]:
    """Return the day from which what each record tells holds, None without a date."""
    spans = happened_spans(frame)
    begun = [
        told if last and told and start < told < last else last
        for start, last, told in zip(spans["start"], begun_by(frame), public, strict=True)
    ]
    over = _told_by_end(frame)
    return [end if is_over else day for is_over, end, day in zip(over, spans["end"], begun, strict=True)]


def _written(frame: pd.DataFrame) -> pd.Series:
    """Return the date of which each record speaks, as it is written."""
    begins, ends = said_dates(frame)
    return ends.where(_told_by_end(frame) | begins.isna(), begins)


def _told_by_end(frame: pd.DataFrame) -> pd.Series:
    """Tell which records are of demolition or of a raid over a period."""
    return column(frame, "kind").isin(_TOLD_BY_END) & said_dates(frame)[1].notna()


def _own_words(compounds: pd.DataFrame, *, sources: pd.DataFrame | None, mode: str) -> dict[str, tuple]:
    """Return for each compound its first report, its own status, from when that holds and from when it shows.

    Of the first report and of the status there is the day from which on it counts, and its date as written.
    Of its sources the first that can tell of that status counts as its publication.
    """
    dated = {} if sources is None else column(sources, "published").map(parse_cell).to_dict()
    reported = _held(compounds, known_spans(compounds, sources=sources)["end"])
    cells = zip(
        *(column(compounds, name).tolist() for name in ("status", "status_as_of", "sources")), strict=True
    )
    result = {}
    firsts = zip(reported, column(compounds, "first_reported"), strict=True)
    for compound, first, (status, text, ids) in zip(compounds.index, firsts, cells, strict=True):
        said = public = None
        if as_of := parse_cell(text):
            later = [dated[s].end for s in ids or [] if dated.get(s) and dated[s].end >= as_of.start]
            told = min(later, default=as_of.end)
            said = min(as_of.end, told)
            public = told if mode == "known" else said
        result[compound] = (first, status, (said, text), public)
    return result


def _derive(compound, words, reported, own, said, public):
    """Return the rows of one compound; see the head of this module."""
    (first, first_text), (held, held_text) = reported, said
    known = [] if first is None else [(first, first, 2, compound, "reported", "compounds", first_text)]
    state, newest, rows = None, date.min, []
    for out, begun, _, record, kind, layer, when in sorted([*words, *known], key=lambda word: word[:4]):
        if held is not None and (out >= public or begun >= held):
            continue
        status, is_again = state, False
        if begun >= newest or state is None:
            status, is_again = _next(state, kind), state is not None and _GIVES.get(kind) == state
        newest = max(newest, begun)
        if status != state or is_again:
            rows.append((compound, out, when, status, layer, record))
            state = status
    if own is not None and (own != state or held is not None):
        start = first if held is None else public
        rows.append((compound, start, held and held_text, own, "compounds", compound))
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
