"""Rows of reports and of people in the chart of crackdown and construction."""

import altair as alt
import pandas as pd

from moeiwatch.analysis.report_spans import count_by_month
from moeiwatch.mappage.style import colour
from moeiwatch.views.building_time import NARROW_PX
from moeiwatch.views.chart_lanes import lanes
from moeiwatch.views.chart_row import Row, row_axis, row_scale

SIDES = {"built": "building", "torn_down": "tearing down"}
BASES = {"observed": "observed", "claimed": "claimed", "not_stated": "basis not stated"}

_FILL = {"observed": 1.0, "claimed": 0.0, "not_stated": 0.4}
_DASH = {"observed": [1, 0], "claimed": [4, 3], "not_stated": [1, 0]}
_WIDTH = {"observed": 2.0, "claimed": 1.6, "not_stated": 0.8}
_REPORTS_PX, _PEOPLE_PX, _LANE_PX = 150, 80, 5


def spans_row(spans: pd.DataFrame, x: alt.X, *, top: float, theme: str) -> Row | None:
    """Return reports that speak of several months: a line each, as long as the time that it can mean."""
    whole = spans[(spans["reach"] == "months").to_numpy(bool)]
    parts, used = [], 0
    for side in SIDES:
        own = whole[(whole["side"] == side).to_numpy(bool)]
        found = lanes(zip(own["start"], own["end"], strict=True))
        if found:
            heights = [top + (used + lane + 0.5) * _LANE_PX for lane in found]
            parts.append(own.assign(y=heights, end=own["end"] + pd.Timedelta(days=1)))
            used += max(found) + 1
    if not parts:
        return None
    rows = pd.concat(parts)
    chart = (
        alt.Chart(_worded(rows))
        .mark_rule(clip=True)
        .encode(
            x=x,
            x2=alt.X2("end:T"),
            y=alt.Y("y:Q", scale=None, axis=None),
            color=_side_colour("color", theme),
            strokeDash=alt.StrokeDash("basis:O", scale=_by_basis(_DASH), legend=None),
            strokeWidth=alt.StrokeWidth("basis:O", scale=_by_basis(_WIDTH), legend=None),
            tooltip=[
                alt.Tooltip("what:N", title="Report of"),
                alt.Tooltip("where:N", title="Where"),
                alt.Tooltip("start:T", title="From", format="%B %Y"),
                alt.Tooltip("last:T", title="To", format="%B %Y"),
                alt.Tooltip("how:N", title="Basis"),
            ],
        )
    )
    return Row((chart,), used * _LANE_PX, "Reports of several months: a line each")


def reports_row(spans: pd.DataFrame, x: alt.X, *, top: float, theme: str) -> Row | None:
    """Return reports that lie within a month: building above the line, tearing down below it."""
    bars = stacked(count_by_month(spans))
    if bars.empty:
        return None
    scale = row_scale(top, _REPORTS_PX, nice=True)
    axis = row_axis(labelExpr="format(abs(datum.value), 'd')", tickCount=5, tickMinStep=1)
    chart = (
        alt.Chart(bars)
        .mark_bar(clip=True)
        .encode(
            x=x,
            x2=alt.X2("end:T"),
            y=alt.Y("high:Q", scale=scale, axis=axis),
            y2=alt.Y2("low:Q"),
            color=_side_colour("color", theme),
            stroke=_side_colour("stroke", theme),
            fillOpacity=alt.FillOpacity("basis:O", scale=_by_basis(_FILL), legend=None),
            strokeDash=alt.StrokeDash("basis:O", scale=_by_basis(_DASH), legend=None),
            strokeWidth=alt.StrokeWidth("basis:N", scale=_by_basis(_WIDTH), legend=None),
            tooltip=[
                alt.Tooltip("start:T", title="Month", format="%B %Y"),
                alt.Tooltip("what:N", title="Reports of"),
                alt.Tooltip("how:N", title="Basis"),
                alt.Tooltip("reports:Q", title="Reports"),
            ],
        )
    )
    return Row((chart,), _REPORTS_PX, "Reports a month: built above, torn down below")


def people_row(
    people: pd.DataFrame, x: alt.X, *, shown: tuple[str, str], top: float, theme: str
) -> Row | None:
    """Return people who got out: the best value as a bar, the range as a thin line.

    The part of a bar that began before the month is pale: these people may have left before.

    Parameters
    ----------
    shown : first and last month that a narrow screen shows; its values reach to the highest of these.
    """
    rows = people[(people["month"] != "").to_numpy(bool)].drop(columns="records", errors="ignore").copy()
    if rows.empty:
        return None
    rows["start"] = pd.to_datetime(rows["month"])
    rows["end"] = rows["start"] + pd.offsets.MonthBegin(1)
    rows["middle"] = rows["start"] + (rows["end"] - rows["start"]) / 2
    rows["own"] = (rows["best"] - rows["begun"]).clip(lower=0)
    rows["foot"] = 0
    rows["highest"] = [
        f"{high:,}{' or more' if is_open else ''}"
        for high, is_open in zip(rows["high"], rows["open_above"], strict=True)
    ]
    tooltip = [
        alt.Tooltip("start:T", title="Reports that ended in", format="%B %Y"),
        alt.Tooltip("low:Q", title="Low", format=",d"),
        alt.Tooltip("best:Q", title="Best", format=",d"),
        alt.Tooltip("highest:N", title="High"),
        alt.Tooltip("begun:Q", title="Of the best, begun before the month", format=",d"),
    ]
    scale = row_scale(top, _PEOPLE_PX)
    # As on the axis of time, one layer alone says how far the scale goes.
    ends = row_scale(top, _PEOPLE_PX, domain=_people_ends(rows, shown), nice=True)
    axis = row_axis(tickCount=3, tickMinStep=1, format=",d")
    base = alt.Chart().encode(tooltip=tooltip)
    ink = colour("people", theme=theme)
    bars = [
        base.mark_bar(color=ink, opacity=opacity, clip=True).encode(
            x=x, x2=alt.X2("end:T"), y=alt.Y(f"{high}:Q", scale=own, axis=axis), y2=alt.Y2(f"{low}:Q")
        )
        for low, high, opacity, own in (("foot", "own", 0.8, ends), ("own", "best", 0.3, scale))
    ]
    middle = alt.X("middle:T", title=None, axis=x["axis"])
    ranges = base.mark_rule(color=colour("ink", theme=theme), strokeWidth=1.5, clip=True).encode(
        x=middle, y=alt.Y("low:Q", scale=scale, axis=axis), y2=alt.Y2("high:Q")
    )
    words = "People out: best; pale: begun before; line: range"
    return Row((alt.layer(*bars, ranges, data=rows),), _PEOPLE_PX, words)


def _people_ends(rows: pd.DataFrame, shown: tuple[str, str]) -> alt.ExprRef:
    """Return nobody and the highest number: of all months, on a narrow screen of those that it shows."""
    inside = rows[rows["month"].between(*shown).to_numpy(bool)]
    part, whole = (int(some["high"].max()) for some in (rows if inside.empty else inside, rows))
    return alt.ExprRef(f"width < {NARROW_PX} ? [0, {part}] : [0, {whole}]")


def stacked(counts: pd.DataFrame) -> pd.DataFrame:
    """Return a bar a month, side and basis, stacked away from the line: what was observed next to it.

    Stacked here: a bar that is a month wide has two ends in x, and Vega-Lite then stacks nothing.

    Parameters
    ----------
    counts : as `report_spans.count_by_month`.
    """
    rows = counts.rename(columns={"month": "start"})
    rows["end"] = rows["start"] + pd.offsets.MonthBegin(1)
    signs = rows["side"].map({"built": 1.0, "torn_down": -1.0})
    rows["signed"] = rows["reports"] * signs
    rows = rows.iloc[rows["basis"].map(list(BASES).index).argsort(kind="stable")]
    rows["high"] = rows.groupby(["start", "side"])["signed"].cumsum()
    rows["low"] = rows["high"] - rows["signed"]
    return _worded(rows)


def _worded(rows: pd.DataFrame) -> pd.DataFrame:
    words = {"what": rows["side"].map(SIDES), "how": rows["basis"].map(BASES)}
    return rows.assign(last=rows["end"] - pd.Timedelta(days=1), **words)


def _by_basis(values: dict) -> alt.Scale:
    """Return a scale that gives each basis its own value; by itself Vega-Lite spaces them out evenly."""
    return alt.Scale(type="ordinal", domain=list(BASES), range=[values[basis] for basis in BASES])


def _side_colour(channel: str, theme: str) -> alt.Color | alt.Stroke:
    colours = [colour(name, theme=theme) for name in ("building", "demolition")]
    scale = alt.Scale(domain=list(SIDES), range=colours)
    return (alt.Color if channel == "color" else alt.Stroke)("side:N", scale=scale, legend=None)
