"""A chart of buildings reported down at one compound: claimed as a dashed line, observed as points."""

from datetime import date
from functools import partial

import altair as alt
import pandas as pd

from moeiwatch.analysis.growth import building_series
from moeiwatch.data.citations import spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.metrics import spell_metric
from moeiwatch.mappage.style import colour
from moeiwatch.views import library
from moeiwatch.views.chart_frame import show_chart
from moeiwatch.views.chart_title import chart_title
from moeiwatch.views.low_water_shade import low_water_shade
from moeiwatch.views.text import number

_FEWEST = 3


def show_running_total(compound: str, data: Geodata) -> None:
    """Show the buildings down over time as claimed and as observed; nothing where there is no series."""
    series = building_series(data.layers["construction_reports"], compound=compound)
    series = series[series["start"].notna().to_numpy(bool)]
    if len(series) < _FEWEST:
        return
    today = date.today()
    name = data.layers["compounds"]["name"].get(compound, compound)
    rows = running_total_rows(series)
    low_months = library.low_months()
    chart = partial(running_total_chart, rows, name, low_months=low_months, version=data.version, as_of=today)
    show_chart(chart, name=f"buildings-down-{compound}", version=data.version, as_of=today)


def running_total_rows(series: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the chart, whose figures a reader can look at as well.

    Parameters
    ----------
    series : as `growth.building_series`, dated.

    Returns
    -------
    DataFrame, columns ``as_of`` (the date in words, as far as it is known), ``value`` (buildings), ``basis``,
    ``metric`` and ``place`` (words), and ``drawn_at`` (the first day that the date can mean).
    """
    rows = series[["value", "basis", "metric", "place"]].astype({"place": str, "metric": str})
    rows["metric"] = rows["metric"].map(spell_metric)
    rows.insert(0, "as_of", series["observed"].map(spell_date))
    return rows.assign(drawn_at=series["start"])


def running_total_chart(
    rows: pd.DataFrame, name: str, *, low_months: list[int], version: str, as_of: date, dark: bool
) -> alt.LayerChart:
    """Return the buildings down at a compound over time, low-water months shaded.

    Parameters
    ----------
    rows : as `running_total_rows` returns them.
    name : of the compound.
    """
    theme = "dark" if dark else "light"
    ink = colour("muted", theme=theme)
    span = (f"{rows['drawn_at'].min():%Y-%m}", f"{rows['drawn_at'].max():%Y-%m}")
    axis = alt.Axis(format="%b %Y", labelOverlap=True, tickCount="month")
    base = alt.Chart(rows).encode(
        x=alt.X("drawn_at:T", title=None, axis=axis),
        y=alt.Y("value:Q", title="buildings"),
        tooltip=[
            alt.Tooltip("as_of:N", title="As of"),
            alt.Tooltip("value:Q", title="Buildings"),
            alt.Tooltip("basis:N", title="Basis"),
            alt.Tooltip("metric:N", title="What"),
            alt.Tooltip("place:N", title="Place"),
        ],
    )
    claimed = base.transform_filter(alt.datum.basis == "claimed")
    observed = base.transform_filter(alt.datum.basis == "observed")
    unsaid = base.transform_filter(alt.datum.basis == "not_stated")
    title = chart_title(
        f"Buildings down: {name}",
        "Dashed, open: claimed, a line a metric.",
        "Full points: observed, often of a part only.",
        "Claims for one zone alone are no step of it: left out.",
        *_last_words(rows, span, low_months),
        version=version,
        as_of=as_of,
        dark=dark,
    )
    layers = (
        low_water_shade(span, low_months, dark=dark),
        claimed.mark_line(strokeDash=[5, 4], color=ink).encode(detail="metric:N"),
        claimed.mark_point(size=30, color=ink, filled=False),
        observed.mark_point(size=60, color=ink, filled=True, opacity=1),
        unsaid.mark_point(size=60, color=ink, filled=True, opacity=0.4),
        _line_names(base, rows).mark_text(
            align="right", dx=-8, dy=-6, fontSize=11, color=colour("ink", theme=theme)
        ),
    )
    return alt.layer(*layers).properties(title=title, height=250)


def _line_names(base: alt.Chart, rows: pd.DataFrame) -> alt.Chart:
    """Return the name of each claimed line with its last number, to be set at its end."""
    lasts = rows[(rows["basis"] == "claimed").to_numpy(bool)].drop_duplicates("metric", keep="last")
    words = [
        f"{metric}: {number(value)}" for metric, value in zip(lasts["metric"], lasts["value"], strict=True)
    ]
    return base.properties(data=lasts.assign(label=words)).encode(text="label:N")


def _last_words(rows: pd.DataFrame, span: tuple[str, str], low_months: list[int]) -> list[str]:
    """Return the last line under the title: of what is drawn, and of nothing that is not."""
    words = ["Pale points: not stated."] if (rows["basis"] == "not_stated").any() else []
    if not set(pd.period_range(*span, freq="M").month).isdisjoint(low_months):
        words.append("Sand: low water.")
    return [" ".join(words)] if words else []
