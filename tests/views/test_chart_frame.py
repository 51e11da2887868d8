import struct
from datetime import date

import altair as alt
import pandas as pd
from moeiwatch.views.chart_frame import chart_file
from moeiwatch.views.chart_title import chart_title


def chart() -> alt.Chart:
    title = chart_title("Rising water", "A line.", version="1f0f", as_of=date(2026, 11, 23), dark=False)
    rows = pd.DataFrame({"month": [1, 2], "level": [3, 4]})
    return alt.Chart(rows, title=title, height=200).mark_bar().encode(x="month:O", y="level:Q")


def test_svg_holds_title_day_source_and_version_as_text():
    text = chart_file(chart(), form="svg").decode()
    for words in ("Rising water", "A line.", "Moei Watch, CC BY 4.0, 23 November 2026", "Data version 1f0f"):
        assert words in text


def test_png_is_large_enough_to_print():
    written = chart_file(chart(), form="png")
    assert written.startswith(b"\x89PNG") and struct.unpack(">I", written[16:20])[0] >= 1800
