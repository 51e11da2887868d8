"""The head of a chart, so that a saved picture still says what it shows, of which day and by whom."""

from datetime import date

import altair as alt

from moeiwatch.data.citations import spell_date
from moeiwatch.mappage.style import colour


def chart_title(text: str, *lines: str, version: str, as_of: date, dark: bool) -> alt.TitleParams:
    """Return a title with lines under it, the last of which name source, day and version.

    Parameters
    ----------
    lines : what has to be known to read the chart; short ones, since a phone cuts them.
    version : of the data.
    as_of : the day on which the chart is drawn.
    """
    theme = "dark" if dark else "light"
    source = f"Moei Watch, CC BY 4.0, {spell_date(as_of.isoformat())}"
    return alt.TitleParams(
        text,
        subtitle=[*lines, source, f"Data version {version}"],
        anchor="start",
        fontSize=14,
        subtitleFontSize=11.5,
        subtitleLineHeight=15,
        color=colour("ink", theme=theme),
        subtitleColor=colour("muted", theme=theme),
        offset=12,
    )
