"""The time chart of crackdown and construction: rows under each other on one axis of time. Frames in, Altair
chart out."""

from functools import partial

import altair as alt
import pandas as pd

from moeiwatch.mappage.style import colour
from moeiwatch.views.brush import ALL_YEARS, PERIOD
from moeiwatch.views.building_counts import counts_row
from moeiwatch.views.building_rows import people_row, reports_row, spans_row
from moeiwatch.views.building_steps import steps_row
from moeiwatch.views.building_time import NARROW_PX, brush_months, narrow_from, time_axis
from moeiwatch.views.chart_row import Row
from moeiwatch.views.low_water_shade import low_water_shade

_GAP_PX = 24
_HEAD_PX = 12


def building_chart(
    rows: dict[str, pd.DataFrame],
    span: tuple[str, str],
    *,
    low_months: list[int],
    period: tuple[str, str] | None,
    dark: bool,
) -> alt.LayerChart:
    """Return the rows that hold anything, under each other, with a brush over all of them.

    One chart of layers and no concatenation: it takes the width of the page, the steps run through every row,
    and the brush is one box.

    Parameters
    ----------
    rows : by name: ``steps`` (as `steps_rows`), ``spans`` (as `report_spans`), ``down`` (as `down_rows`)
        and ``people`` (as `monthly_people`). An empty one is left out.
    span : first and last month of the axis (YYYY-MM).
    low_months : months (1 to 12) to shade as low water.
    period : first and last month that are shown (YYYY-MM, "" for open): a box, beside which a reader can drag
        another. None: neither, as in a picture to be saved.
    """
    theme = "dark" if dark else "light"
    narrow = narrow_from(span, period or ("", ""))
    x = alt.X("start:T", title=None, axis=time_axis(span))
    # The ends of the axis stand in one layer alone: Vega-Lite joins those of several, and reads none of them.
    ends = alt.X("start:T", title=None, axis=time_axis(span), scale=_time_scale(span, narrow))
    under = low_water_shade(span, low_months, dark=dark, x=ends, field="start")
    parts, heads, top = [], [], _HEAD_PX + _GAP_PX
    for make, frame in (
        (partial(steps_row, shown=narrow), rows["steps"]),
        (spans_row, rows["spans"]),
        (reports_row, rows["spans"]),
        (counts_row, rows["down"]),
        (partial(people_row, shown=narrow), rows["people"]),
    ):
        row: Row | None = make(frame, x, top=top, theme=theme)
        if row is not None:
            parts += row.layers
            heads.append({"words": row.title, "top": top - _GAP_PX / 2 + 3})
            top += row.height + _GAP_PX
    height = max(top - _GAP_PX, 60)
    layers = [under, *parts, *_words(heads, span, narrow, theme)]
    if period is not None:
        ink = colour("ink", theme=theme)
        layers = [
            under,
            _ground(span, x),
            *layers[1:],
            _box(period, span, x, ink=ink),
            _brush(span, x, ink=ink),
        ]
    # All at once: each method of a chart of layers copies every layer again.
    return alt.LayerChart(
        layer=layers,
        height=height,
        resolve=alt.Resolve(scale=alt.ScaleResolveMap(y="independent")),
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
    )


def _time_scale(span: tuple[str, str], narrow: tuple[str, str]) -> alt.Scale:
    """Return the whole time, or on a narrow screen a part of it."""
    part, whole = (
        [f"datetime({first:%Y}, {first.month - 1}, 1)", f"datetime({last:%Y}, {last.month}, 1)"]
        for first, last in (map(pd.Timestamp, ends) for ends in (narrow, span))
    )
    return alt.Scale(domain=alt.ExprRef(f"width < {NARROW_PX} ? [{', '.join(part)}] : [{', '.join(whole)}]"))


def _words(heads: list[dict], span: tuple[str, str], narrow: tuple[str, str], theme: str) -> list[alt.Chart]:
    """Return a title over each row, and over all which months are drawn."""
    style = {"align": "left", "baseline": "middle", "color": colour("muted", theme=theme), "clip": True}
    titles = (
        alt.Chart(pd.DataFrame(heads, columns=["words", "top"]))
        .mark_text(**style, fontSize=11.5, fontWeight=600)
        .encode(x=alt.XValue(0), y=alt.Y("top:Q", scale=None, axis=None), text=alt.Text("words:N"))
    )
    whole, part = (" to ".join(f"{pd.Timestamp(month):%b %Y}" for month in ends) for ends in (span, narrow))
    more = "" if narrow == span else "; other months: Filters, above"
    told = f"width < {NARROW_PX} ? '{part}{more}' : '{whole}'"
    months = (
        alt.Chart(pd.DataFrame({"one": [1]}))
        .mark_text(**style, fontSize=10.5, text=alt.ExprRef(told))
        .encode(x=alt.XValue(0), y=alt.YValue(6))
    )
    return [titles, months]


def _ground(span: tuple[str, str], x: alt.X) -> alt.Chart:
    """Return a layer under all others that is not seen: a double click on it asks for all years."""
    rows = pd.DataFrame({"start": [pd.Timestamp(span[0])], "end": [_after(span[1])]})
    # A double click empties the brush as well, but an empty one is no news to Streamlit: it starts with it.
    asked = alt.selection_point(name=ALL_YEARS, on="dblclick", clear=False, toggle=False, fields=["start"])
    return (
        alt.Chart(rows)
        .mark_rect(opacity=0, clip=True, tooltip=None)
        .encode(x=x, x2=alt.X2("end:T"))
        .add_params(asked)
    )


def _box(period: tuple[str, str], span: tuple[str, str], x: alt.X, *, ink: str) -> alt.Chart:
    """Return the period as a box over all rows; nothing where it is open at both ends."""
    first, last = brush_months(period, span)
    ends = {"start": [pd.Timestamp(first)], "end": [_after(last)]}
    rows = pd.DataFrame(ends if any(period) else {name: [] for name in ends}).astype("datetime64[ns]")
    box = alt.Chart(rows).mark_rect(
        color=ink, fillOpacity=0.08, stroke=ink, strokeWidth=1, clip=True, tooltip=None
    )
    return box.encode(x=x, x2=alt.X2("end:T"))


def _brush(span: tuple[str, str], x: alt.X, *, ink: str) -> alt.Chart:
    """Return a layer over all others that draws nothing but what a reader drags."""
    brush = alt.selection_interval(
        name=PERIOD, encodings=["x"], mark=alt.BrushConfig(fill=ink, fillOpacity=0.08, stroke=ink)
    )
    rows = pd.DataFrame({"start": pd.to_datetime(list(span))})
    return alt.Chart(rows).mark_point(opacity=0, clip=True, tooltip=None).encode(x=x).add_params(brush)


def _after(month: str) -> pd.Timestamp:
    return pd.Timestamp(month) + pd.offsets.MonthBegin(1)
