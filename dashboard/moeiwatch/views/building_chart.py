"""The time charts of crackdown and construction. Frames in, Altair charts out."""

import altair as alt
import pandas as pd

from moeiwatch.views.low_water_shade import low_water_shade

_LIGHT = {
    "built": "#c9731a",
    "torn_down": "#5b6168",
    "people": "#0f766e",
    "ink": "#1d2733",
}
_DARK = {"built": "#e69a4c", "torn_down": "#a7aeb5", "people": "#4fc1b5", "ink": "#ece9e1"}
_BASES = ["observed", "not_stated", "claimed"]
_DASH = {"observed": [1, 0], "not_stated": [1, 2], "claimed": [4, 3]}
_FILL = {"observed": 1.0, "not_stated": 0.45, "claimed": 0.12}
_HEIGHT = {"steps": 120, "reports": 260, "people": 130}
_SHORT_MONTHS = 24
_PICTURE_PX = 900
_EDGE = {"minExtent": 78, "maxExtent": 78}  # so that the charts' left edges stand under each other

MARKED = ("power_cut", "fuel_ban", "internet_cut", "starlink", "sanction", "extradition", "border_closure")
"""Kinds of intervention that are marked on the chart; all stand in the table below it."""


def building_charts(
    reports: pd.DataFrame,
    people: pd.DataFrame,
    interventions: pd.DataFrame,
    *,
    low_months: list[int],
    period: tuple[str, str],
    dark: bool,
) -> dict[str, alt.Chart]:
    """Return three charts on one axis of time: ``steps``, ``reports`` (with the brush) and ``people``.

    Three, and not one of three rows: only a single chart takes the width of the page.

    Parameters
    ----------
    reports : as `growth.monthly_reports`; rows without a month are not drawn.
    people : as `growth.monthly_people`; of each month the largest kind is drawn, since kinds overlap.
    interventions : as `growth.monthly_steps`; rows without a month are not drawn.
    low_months : months (1 to 12) to shade as low water.
    period : first and last month that are shown (YYYY-MM, "" for open): the brush.
    """
    colours = _DARK if dark else _LIGHT
    bars = _bars(reports)
    span = time_span(reports, people, interventions)
    axis = _time_axis(span)
    x = alt.X("month:T", title=None, scale=alt.Scale(domain=span), axis=axis)
    bare = alt.X("month:T", title=None, scale=alt.Scale(domain=span), axis=None)
    last = (pd.Timestamp(span[1]) - pd.offsets.MonthBegin(1)).strftime("%Y-%m")
    shade, under = (low_water_shade((span[0], last), low_months, dark=dark, x=axis) for axis in (x, bare))
    brush = alt.selection_interval(
        name="period", encodings=["x"], value={"x": _brush(period, span)} if any(period) else None
    )
    return {
        "steps": (under + _marks(interventions, colours, bare)).properties(height=_HEIGHT["steps"]),
        "reports": (shade + _report_bars(bars, colours, x).add_params(brush)).properties(
            height=_HEIGHT["reports"]
        ),
        "people": (shade + _people_bars(people, colours, x)).properties(height=_HEIGHT["people"]),
    }


def one_picture(charts: dict[str, alt.Chart], title: alt.TitleParams) -> alt.VConcatChart:
    """Return the charts under each other under one title, without the brush, for a picture to be saved."""
    rows = [chart.properties(width=_PICTURE_PX) for chart in charts.values()]
    for row in rows:
        row.params = alt.Undefined
    return alt.vconcat(*rows, title=title, spacing=8).resolve_scale(color="independent")


def _report_bars(bars: pd.DataFrame, colours: dict, x: alt.X) -> alt.Chart:
    fill = alt.Scale(domain=_BASES, range=[_FILL[one] for one in _BASES])
    dash = alt.Scale(domain=_BASES, range=[_DASH[one] for one in _BASES])
    side = alt.Scale(domain=["built", "torn_down"], range=[colours["built"], colours["torn_down"]])
    axis = alt.Axis(labelExpr="format(abs(datum.value), 'd')", tickCount=6, tickMinStep=1, **_EDGE)
    return (
        alt.Chart(bars)
        .mark_bar(strokeWidth=1.2)
        .encode(
            x=x,
            x2="end:T",
            y=alt.Y("top:Q", title="torn down | built", axis=axis),
            y2="foot:Q",
            color=alt.Color("side:N", scale=side, legend=None),
            stroke=alt.Stroke("side:N", scale=side, legend=None),
            fillOpacity=alt.FillOpacity("basis:N", scale=fill, legend=None),
            strokeDash=alt.StrokeDash("basis:N", scale=dash, legend=None),
            tooltip=[
                alt.Tooltip("month:T", title="Month", format="%B %Y"),
                alt.Tooltip("words:N", title="What"),
                alt.Tooltip("basis:N", title="Basis"),
                alt.Tooltip("reports:Q", title="Reports"),
            ],
        )
    )


def _people_bars(people: pd.DataFrame, colours: dict, x: alt.X) -> alt.LayerChart:
    largest = people.sort_values("best").drop_duplicates("month", keep="last")
    rows = _with_ends(largest[["kind", "low", "best", "high"]], largest["month"])
    rows["foot"] = 0
    rows["middle"] = rows["month"] + (rows["end"] - rows["month"]) / 2
    tooltip = [
        alt.Tooltip("month:T", title="Month", format="%B %Y"),
        alt.Tooltip("kind:N", title="Largest kind"),
        *(alt.Tooltip(f"{name}:Q", title=name.capitalize(), format=",d") for name in ("low", "best", "high")),
    ]
    axis = alt.Axis(tickCount=3, tickMinStep=1, format=",d", **_EDGE)
    bars = (
        alt.Chart(rows)
        .mark_bar(color=colours["people"], opacity=0.8)
        .encode(
            x=x, x2="end:T", y=alt.Y("best:Q", title="people out", axis=axis), y2="foot:Q", tooltip=tooltip
        )
    )
    ranges = (
        alt.Chart(rows)
        .mark_rule(color=colours["ink"], strokeWidth=1.5)
        .encode(x=alt.X("middle:T", title=None), y="low:Q", y2="high:Q", tooltip=tooltip)
    )
    return bars + ranges


def _marks(interventions: pd.DataFrame, colours: dict, x: alt.X) -> alt.Chart:
    chosen = interventions[
        (interventions["kind"].isin(MARKED) & (interventions["month"] != "")).to_numpy(bool)
    ]
    rows = pd.DataFrame(
        {
            "month": pd.to_datetime(chosen["month"]),
            "kind": chosen["kind"].str.replace("_", " "),
            "what": chosen["target"].astype(str).str[:120],
            "who": chosen["actor"].astype(str).str[:80],
            "date": chosen["date"],
        }
    )
    axis = alt.Axis(grid=True, ticks=False, domain=False, labelOverlap=False, **_EDGE)
    return (
        alt.Chart(rows)
        .mark_tick(thickness=2.5, size=11, color=colours["ink"])
        .encode(
            x=x,
            y=alt.Y("kind:N", title=" ", axis=axis),
            tooltip=[alt.Tooltip(f"{name}:N", title=name.capitalize()) for name in ("date", "who", "what")],
        )
    )


def _bars(reports: pd.DataFrame) -> pd.DataFrame:
    rows = reports[(reports["month"] != "").to_numpy(bool) & reports["side"].isin(["built", "torn_down"])]
    sign = rows["side"].map({"built": 1, "torn_down": -1}).astype(float)
    bars = _with_ends(rows[["side", "basis", "reports"]], rows["month"])
    bars["words"] = rows["side"].str.replace("_", " ")
    bars["signed"] = rows["reports"] * sign
    # Stacked here: a bar that is a month wide has two ends in x, and Vega-Lite then stacks nothing.
    bars = bars.iloc[bars["basis"].map(_BASES.index).argsort(kind="stable")]
    bars["top"] = bars.groupby(["month", "side"])["signed"].cumsum()
    bars["foot"] = bars["top"] - bars["signed"]
    return bars


def _with_ends(rows: pd.DataFrame, months: pd.Series) -> pd.DataFrame:
    """Return a copy with the first day of their month and that of the next, so that a bar is a month wide."""
    starts = pd.to_datetime(months)
    return rows.assign(month=starts, end=starts + pd.offsets.MonthBegin(1))


def time_span(reports: pd.DataFrame, people: pd.DataFrame, interventions: pd.DataFrame) -> list[str]:
    """Return the two ends of the axis of time as days: the first month, and the one after the last."""
    drawn = reports["month"][reports["side"].isin(["built", "torn_down"])]
    months = [month for month in (*drawn, *people["month"], *interventions["month"]) if month]
    first, last = (min(months), max(months)) if months else ("2021-01", "2026-01")
    return [f"{first}-01", f"{(pd.Timestamp(last) + pd.offsets.MonthBegin(1)):%Y-%m-%d}"]


def _time_axis(span: list[str]) -> alt.Axis:
    """Return years, or months where the span is too short to hold the beginnings of two years."""
    first, last = (pd.Period(end, freq="M") for end in span)
    if (last - first).n >= _SHORT_MONTHS:
        return alt.Axis(format="%Y", tickCount="year", grid=False)
    return alt.Axis(format="%b %Y", tickCount="month", labelOverlap=True, grid=False)


def brush_months(period: tuple[str, str], span: list[str]) -> tuple[str, str]:
    """Return the first and the last month of the brush; an open end of the period is that of the axis."""
    return period[0] or span[0][:7], period[1] or span[1][:7]


def _brush(period: tuple[str, str], span: list[str]) -> list[dict]:
    first, last = brush_months(period, span)
    ends = (pd.Timestamp(first), pd.Timestamp(last) + pd.offsets.MonthEnd(1))
    return [alt.DateTime(year=end.year, month=end.month, date=end.day) for end in ends]
