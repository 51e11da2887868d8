"""Crossing risk by reach and month as a heat map, from upstream to downstream, with places along it."""

import json
from datetime import date

import altair as alt
import pandas as pd

from moeiwatch.mappage.style import RIVER_CLASSES, colour, river_colour
from moeiwatch.views.chart_title import chart_title

_ROW_PX = 8.5
_FRAME_PX = 215
"""Title, months and legend: the height given to a chart here includes them."""

_LEAST_GAP = 5
"""Reaches between two places named along the river, so that their names do not touch."""

_NEAR_KM = 6.0
"""A place further from its reach is not named beside it."""

_KINDS = {"town": 0, "village": 1}


def place_labels(river_reaches: pd.DataFrame) -> dict[str, str]:
    """Return the names of places to write beside reaches, by reach: towns first, then what is nearest.

    They show where along the river one is; nothing in them depends on risk or water.
    """
    candidates = []
    for number, row in enumerate(river_reaches.sort_values("from_km").itertuples()):
        kind = row.nearest_thai_kind if row.nearest_thai_kind in _KINDS else None
        if kind and row.nearest_thai_km <= _NEAR_KM:
            candidates.append((_KINDS[kind], row.nearest_thai_km, number, row.Index, row.nearest_thai))
        if row.nearest_place and row.nearest_place_km <= _NEAR_KM:
            candidates.append((1, row.nearest_place_km, number, row.Index, row.nearest_place))
    labels: dict[str, str] = {}
    taken: list[int] = []
    for _, _, number, reach, name in sorted(candidates):
        if name not in labels.values() and all(abs(number - other) >= _LEAST_GAP for other in taken):
            labels[reach] = name
            taken.append(number)
    return labels


def heat_rows(risk: pd.DataFrame, river_reaches: pd.DataFrame, *, months: dict) -> pd.DataFrame:
    """Return a row a reach and month for the chart, from upstream to downstream.

    Parameters
    ----------
    risk : as `crossing_risk` or `outlook` return it, for all reaches.
    months : label of each month in the index of `risk`, in their order.

    Returns
    -------
    DataFrame, columns ``reach``, ``month``, ``low``, ``best``, ``high``, ``class``, ``where``, ``range``. No
    place stands in it: the reader can sort the chart's figures, and no list of places by risk is given.
    """
    rows = risk.reset_index()
    order = river_reaches.sort_values("from_km")
    rows = rows[rows["reach"].isin(order.index) & rows["month"].isin(list(months))]
    rows["month"] = rows["month"].map(months)
    from_km, to_km = (rows["reach"].map(order[name]) for name in ("from_km", "to_km"))
    rows["where"] = [f"km {a:.0f} to {b:.0f}" for a, b in zip(from_km, to_km, strict=True)]
    rows["range"] = [
        "not known" if low != low else f"{low:.0f} to {high:.0f}"
        for low, high in zip(rows["low"], rows["high"], strict=True)
    ]
    return rows.assign(from_km=from_km).sort_values("from_km", kind="stable").drop(columns="from_km")


def heat_chart(
    rows: pd.DataFrame,
    labels: dict[str, str],
    *,
    title: str,
    words: tuple[str, ...],
    months: list[str],
    chosen: str,
    version: str,
    as_of: date,
    dark: bool,
) -> alt.LayerChart:
    """Return the heat map; the legend shows the four classes by their fixed thresholds.

    Parameters
    ----------
    rows : as `heat_rows` returns them, with the class to be shown in ``class``.
    labels : as `place_labels` returns them.
    words : which end of the range is drawn, and for which day: the last lines before the source.
    chosen : the month to be marked, "" for none.
    """
    theme = "dark" if dark else "light"
    reaches = list(dict.fromkeys(rows["reach"]))
    present = [name for name in RIVER_CLASSES if name != "unknown" or "unknown" in set(rows["class"])]
    fills = alt.Scale(domain=present, range=[colour(river_colour(name), theme=theme) for name in present])
    axis = alt.Axis(
        values=[reach for reach in reaches if reach in labels],
        labelExpr=f"({json.dumps(labels, ensure_ascii=True)})[datum.value]",
        labelLimit=150,
        ticks=True,
        domain=False,
        titleAngle=-90,
    )
    legend = alt.Legend(title=None, orient="bottom", columns=2)
    x = alt.X("month:N", sort=months, title=None, axis=alt.Axis(orient="top", labelAngle=0, domain=False))
    cells = (
        alt.Chart(rows)
        .mark_rect(strokeWidth=0.7)
        .encode(
            x=x,
            y=alt.Y("reach:N", sort=reaches, title="downstream ← upstream", axis=axis),
            color=alt.Color("class:N", scale=fills, legend=legend),
            stroke=alt.Stroke("class:N", scale=fills, legend=None),
            tooltip=[
                alt.Tooltip("month:N", title="Month"),
                alt.Tooltip("where:N", title="Along the river"),
                alt.Tooltip("class:N", title="Class"),
                alt.Tooltip("best:Q", title="Best, of 100", format=".0f"),
                alt.Tooltip("range:N", title="Range"),
            ],
        )
    )
    mark = (
        alt.Chart(pd.DataFrame({"month": [chosen] if chosen in months else []}))
        .mark_rect(fillOpacity=0, stroke=colour("ink", theme=theme), strokeWidth=2)
        .encode(x=x)
    )
    head = chart_title(
        title,
        "Likelihood that people are moved across near compounds;",
        "no advice on passage. Upstream at the top.",
        *words,
        version=version,
        as_of=as_of,
        dark=dark,
    )
    return alt.layer(cells, mark).properties(height=_FRAME_PX + _ROW_PX * max(len(reaches), 4), title=head)
