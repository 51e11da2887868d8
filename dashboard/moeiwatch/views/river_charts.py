"""The charts of the river's year. Frames in, Altair charts out."""

from datetime import date

import altair as alt
import pandas as pd

from moeiwatch.data.citations import MONTHS
from moeiwatch.mappage.style import colour
from moeiwatch.views.chart_title import chart_title

SHORT = [name[:3] for name in MONTHS]
_INDEX = alt.Axis(values=[0, 0.25, 0.5, 0.75, 1], format=".2f", minExtent=42)


def year_chart(
    low_water: pd.DataFrame,
    floods: pd.Series,
    *,
    low_months: list[int],
    month: int,
    version: str,
    as_of: date,
    dark: bool,
) -> alt.LayerChart:
    """Return the low-water curve of an ordinary year with its band; floods on record are marked at the foot.

    Parameters
    ----------
    low_water : as `low_water_by_month` returns it.
    floods : number of records of floods by month, 1 to 12.
    low_months : months to shade as low water.
    month : the month chosen, marked by a line.
    """
    theme = "dark" if dark else "light"
    rows = _by_month(low_water[["low", "best", "high"]])
    y = alt.Y("best:Q", title="low-water index", scale=alt.Scale(domain=[0, 1]), axis=_INDEX)
    tooltip = _tooltips(low="Least", best="Best", high="Most", form=".2f")
    base = alt.Chart(rows).encode(x=_month_axis())
    line = colour("river-lower", theme=theme)
    marks = _by_month(floods.rename("records").to_frame())
    marks = marks[marks["records"] > 0].assign(foot=0.03)
    flood = (
        alt.Chart(marks)
        .mark_point(shape="triangle-up", size=90, filled=True, opacity=1, color=colour("danger", theme=theme))
        .encode(
            x=_month_axis(),
            y="foot:Q",
            tooltip=[
                alt.Tooltip("month:N", title="Month"),
                alt.Tooltip("records:Q", title="Floods on record"),
            ],
        )
    )
    title = chart_title(
        "How low the river runs in an ordinary year",
        "Band: spread of the series. Sand: low-water months.",
        "Triangle: a flood on record in that month.",
        version=version,
        as_of=as_of,
        dark=dark,
    )
    layers = (
        _shade(low_months, theme),
        base.mark_area(opacity=0.25, color=line, tooltip=None).encode(
            y=alt.Y("low:Q", title="low-water index"), y2="high:Q"
        ),
        base.mark_line(color=line, strokeWidth=2.5, point=alt.OverlayMarkDef(color=line, size=40)).encode(
            y=y, tooltip=tooltip
        ),
        flood,
        _chosen(month, theme),
    )
    return alt.layer(*layers).properties(height=340, title=title)


def danger_chart(
    danger: pd.DataFrame, *, month: int, version: str, as_of: date, dark: bool
) -> alt.LayerChart:
    """Return the danger to the person who crosses, by month: its own chart in its own colour."""
    theme = "dark" if dark else "light"
    rows = _by_month(danger[["low", "best", "high"]])
    base = alt.Chart(rows).encode(
        x=_month_axis(), tooltip=_tooltips(low="Least", best="Best", high="Most", form=".0f")
    )
    fill = colour("danger", theme=theme)
    y = alt.Y("best:Q", title="danger, of 100", scale=alt.Scale(domain=[0, 100]), axis=alt.Axis(minExtent=42))
    title = chart_title(
        "Danger to the person who crosses",
        "It runs against crossing risk. Line: range. No month is safe.",
        version=version,
        as_of=as_of,
        dark=dark,
    )
    layers = (
        base.mark_bar(color=fill, opacity=0.75).encode(y=y),
        base.mark_rule(color=colour("ink", theme=theme), strokeWidth=1.5).encode(y="low:Q", y2="high:Q"),
        _chosen(month, theme),
    )
    return alt.layer(*layers).properties(height=340, title=title)


def evidence_chart(
    evidence: pd.DataFrame, *, low_months: list[int], version: str, as_of: date, dark: bool
) -> alt.LayerChart:
    """Return how many statements and events tell of people passing the water, beside the low-water index.

    Parameters
    ----------
    evidence : as `evidence_by_month` returns it.
    """
    theme = "dark" if dark else "light"
    titles = {"events": "escapes and rescues at the river", "statements": "published statements"}
    counts = pd.DataFrame({title: evidence[name].map(len) for name, title in titles.items()})
    rows = _by_month(counts).melt("month", var_name="what", value_name="reports")
    fill = alt.Scale(
        domain=list(titles.values()), range=[colour("people", theme=theme), colour("muted", theme=theme)]
    )
    legend = alt.Legend(title=None, orient="top", columns=1, labelLimit=260)
    bars = (
        alt.Chart(rows)
        .mark_bar()
        .encode(
            x=_month_axis(),
            y=alt.Y("reports:Q", title="reports", axis=alt.Axis(format="d", tickMinStep=1, minExtent=42)),
            color=alt.Color("what:N", scale=fill, legend=legend),
            tooltip=[
                alt.Tooltip("month:N", title="Month"),
                alt.Tooltip("what:N", title="What"),
                alt.Tooltip("reports:Q", title="Reports"),
            ],
        )
    )
    line = colour("river-lower", theme=theme)
    axis = alt.Axis(values=[0, 0.5, 1], format=".1f", grid=False, orient="right", titleColor=line)
    index = (
        alt.Chart(_by_month(evidence[["low_water"]]))
        .mark_line(color=line, strokeWidth=2.5, point=alt.OverlayMarkDef(color=line, size=40))
        .encode(
            x=_month_axis(),
            y=alt.Y("low_water:Q", title="low-water index", scale=alt.Scale(domain=[0, 1]), axis=axis),
            tooltip=[
                alt.Tooltip("month:N", title="Month"),
                alt.Tooltip("low_water:Q", title="Low-water index", format=".2f"),
            ],
        )
    )
    title = chart_title(
        "Reports of people passing the river, all years",
        "Bars: reports, not people. Line: low-water index.",
        "Sand: low-water months.",
        version=version,
        as_of=as_of,
        dark=dark,
    )
    layers = alt.layer(_shade(low_months, theme), bars, index).resolve_scale(y="independent")
    return layers.properties(height=420, title=title)


def _by_month(frame: pd.DataFrame) -> pd.DataFrame:
    rows = frame.reset_index(drop=True)
    rows.insert(0, "month", [SHORT[number - 1] for number in frame.index])
    return rows


def _month_axis() -> alt.X:
    return alt.X(
        "month:N", sort=SHORT, title=None, scale=alt.Scale(domain=SHORT), axis=alt.Axis(labelAngle=0)
    )


def _shade(low_months: list[int], theme: str) -> alt.Chart:
    rows = pd.DataFrame({"month": [SHORT[month - 1] for month in low_months]})
    return alt.Chart(rows).mark_rect(color=colour("low-water", theme=theme)).encode(x=_month_axis())


def _chosen(month: int, theme: str) -> alt.Chart:
    rows = pd.DataFrame({"month": [SHORT[month - 1]]})
    rule = alt.Chart(rows).mark_rule(color=colour("ink", theme=theme), strokeDash=[3, 3], strokeWidth=1.5)
    return rule.encode(x=_month_axis())


def _tooltips(*, form: str, **titles: str) -> list[alt.Tooltip]:
    ends = [alt.Tooltip(f"{name}:Q", title=title, format=form) for name, title in titles.items()]
    return [alt.Tooltip("month:N", title="Month"), *ends]
