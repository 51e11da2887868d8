"""A chart of buildings reported down at one compound: claimed as a dashed line, observed as points."""

from datetime import date

import altair as alt
import pandas as pd

from moeiwatch.analysis.growth import building_series
from moeiwatch.data.geodata import Geodata
from moeiwatch.views.chart_frame import show_chart
from moeiwatch.views.chart_title import chart_title
from moeiwatch.views.tables import spell_metric

_FEWEST = 3


def show_running_total(compound: str, data: Geodata) -> None:
    """Show the buildings down over time as claimed and as observed; nothing where there is no series."""
    series = building_series(data.layers["construction_reports"], compound=compound)
    series = series[series["start"].notna().to_numpy(bool)]
    if len(series) < _FEWEST:
        return
    today = date.today()
    name = data.layers["compounds"]["name"].get(compound, compound)

    def make(dark: bool) -> alt.LayerChart:
        title = chart_title(
            f"Buildings down, claimed and observed: {name}",
            "Dashed, open points: claimed, one line a metric. Full points: observed, often of a part only.",
            version=data.version,
            as_of=today,
            dark=dark,
        )
        return _chart(series, dark=dark).properties(title=title, height=220)

    show_chart(make, name=f"buildings-down-{compound}", version=data.version, as_of=today)


def _chart(series: pd.DataFrame, *, dark: bool) -> alt.LayerChart:
    rows = series[["start", "value", "basis", "metric", "place"]].astype({"place": str, "metric": str})
    rows["metric"] = rows["metric"].map(spell_metric)
    colour = "#a7aeb5" if dark else "#5b6168"
    base = alt.Chart(rows).encode(
        x=alt.X("start:T", title=None, axis=alt.Axis(format="%b %Y", labelOverlap=True, tickCount=5)),
        y=alt.Y("value:Q", title="buildings"),
        tooltip=[
            alt.Tooltip("start:T", title="As of", format="%d %B %Y"),
            alt.Tooltip("value:Q", title="Buildings"),
            alt.Tooltip("basis:N", title="Basis"),
            alt.Tooltip("metric:N", title="What"),
            alt.Tooltip("place:N", title="Place"),
        ],
    )
    claimed = base.transform_filter(alt.datum.basis == "claimed")
    lines = claimed.mark_line(strokeDash=[5, 4], color=colour).encode(detail="metric:N")
    rings = claimed.mark_point(size=30, color=colour, filled=False)
    dots = base.transform_filter(alt.datum.basis == "observed").mark_point(size=60, color=colour, filled=True)
    return lines + rings + dots
