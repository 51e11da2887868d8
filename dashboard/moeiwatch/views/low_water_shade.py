"""Low-water months as a band behind any chart with an axis of time. The same for every such chart."""

import altair as alt
import pandas as pd

from moeiwatch.mappage.style import colour


def low_water_shade(
    span: tuple[str, str],
    low_months: list[int],
    *,
    dark: bool,
    x: alt.X | None = None,
    field: str = "month",
) -> alt.Chart:
    """Return the low-water months of a span as rectangles from foot to top, to be laid under a chart.

    Parameters
    ----------
    span : first and last month, or day, of the axis (YYYY-MM or YYYY-MM-DD); both are shaded if they are low.
    low_months : months (1 to 12) of low water.
    x : the axis of the chart; by default an axis without a title.
    field : of the axis.
    """
    first, last = (pd.Timestamp(end).replace(day=1) for end in span)
    months = pd.date_range(first, last, freq="MS")
    low = months[months.month.isin(low_months)]
    rows = pd.DataFrame({field: low, "end": low + pd.offsets.MonthBegin(1)})
    fill = colour("low-water", theme="dark" if dark else "light")
    shade = alt.Chart(rows).mark_rect(color=fill, tooltip=None, clip=True)
    return shade.encode(x=alt.X(f"{field}:T", title=None) if x is None else x, x2=alt.X2("end:T"))
