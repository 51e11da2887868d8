"""The chart of people by country. Frame in, Altair chart out."""

from datetime import date
from textwrap import wrap

import altair as alt
import pandas as pd

from moeiwatch.mappage.style import colour
from moeiwatch.views.chart_title import chart_title

_ROW_PX = 40
_LINE = 60
"""Characters of a line under the title, so that a phone does not cut it."""


def nationalities_chart(
    rows: pd.DataFrame, *, dark: bool, sides: dict[str, str], filters: str, version: str, as_of: date
) -> alt.LayerChart:
    """Return bars by country and side, with the range of each as a line and in words.

    Parameters
    ----------
    rows : columns ``country``, ``side`` (a title of `sides`), ``low``, ``best``, ``high`` (persons) and
        ``words``; in the order in which countries are to stand.
    sides : the two sides by name, in their order; the first is drawn full, the second open.
    filters : in words, what was chosen, for the line under the title.
    version, as_of : of the data and the day, for the line under the title.
    """
    theme = "dark" if dark else "light"
    people, ink, paper = (colour(name, theme=theme) for name in ("people", "ink", "paper"))
    titles = list(sides.values())
    countries = list(dict.fromkeys(rows["country"]))
    y = alt.Y(
        "country:N", sort=countries, title=None, axis=alt.Axis(labelLimit=150, ticks=False, domain=False)
    )
    offset = alt.YOffset("side:N", sort=titles, scale=alt.Scale(domain=titles))
    fill = alt.Scale(domain=titles, range=[people, paper])
    tooltip = [
        alt.Tooltip("country:N", title="Country"),
        alt.Tooltip("side:N", title="Who"),
        alt.Tooltip("best:Q", title="Best", format=",d"),
        alt.Tooltip("words:N", title="Range"),
    ]
    base = alt.Chart(rows).encode(y=y, yOffset=offset, tooltip=tooltip)
    bars = base.mark_bar(stroke=people, strokeWidth=1.2).encode(
        x=alt.X("best:Q", title="people", axis=alt.Axis(tickCount=5, format=",d")),
        color=alt.Color("side:N", scale=fill, legend=alt.Legend(title=None, orient="top", labelLimit=220)),
    )
    ranges = base.mark_rule(color=ink, strokeWidth=1.5).encode(x="low:Q", x2="high:Q")
    words = base.mark_text(align="left", dx=6, color=ink, fontSize=11).encode(x="high:Q", text="words:N")
    title = chart_title(
        "People by country, as far as published",
        "Bar: best value. Line and words: range.",
        *wrap(f"Filters: {filters}.", _LINE),
        version=version,
        as_of=as_of,
        dark=dark,
    )
    # Without this Streamlit fits title, legend and axis into the height, and one country leaves no bar.
    fit = alt.AutoSizeParams(type="fit-x", contains="padding")
    return (bars + ranges + words).properties(title=title, height=_ROW_PX * len(countries), autosize=fit)
