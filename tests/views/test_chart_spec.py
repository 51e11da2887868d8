"""A chart's specification: the one that Altair makes, with its frames beside it, new for new arguments."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

import altair as alt
import pandas as pd
from moeiwatch.views.chart_spec import chart_spec, spec_of

ROWS = pd.DataFrame({"month": ["Jan", "Feb"], "level": [3, 4]})


def bars(rows: pd.DataFrame, *, title: str = "Water", dark: bool) -> alt.LayerChart:
    base = alt.Chart(rows).encode(x="month:N", y="level:Q")
    return alt.layer(base.mark_bar(), base.mark_line(color="white" if dark else "black")).properties(
        title=title
    )


def test_it_is_what_altair_makes_but_for_the_data_and_the_size():
    spec = chart_spec(partial(bars, ROWS), dark=False)
    whole = bars(ROWS, dark=False).to_dict()
    assert spec["title"] == "Water" and "config" not in spec
    assert [layer["encoding"] for layer in spec["layer"]] == [layer["encoding"] for layer in whole["layer"]]
    [frame] = spec["datasets"].values()
    pd.testing.assert_frame_equal(frame, ROWS)
    assert {name for part in (spec, *spec["layer"]) for name in part.get("data", {}).values()} == set(
        spec["datasets"]
    )


def test_new_rows_a_new_title_and_the_other_theme_make_a_new_chart():
    first = chart_spec(partial(bars, ROWS), dark=False)
    assert chart_spec(partial(bars, ROWS.copy()), dark=False)["title"] == first["title"]
    assert chart_spec(partial(bars, ROWS, title="Rain"), dark=False)["title"] == "Rain"
    assert chart_spec(partial(bars, ROWS), dark=True)["layer"][1]["mark"]["color"] == "white"
    other = chart_spec(partial(bars, ROWS.assign(level=9)), dark=False)["datasets"]
    assert list(other) != list(first["datasets"])


def test_a_reader_who_changes_a_chart_changes_it_for_nobody_else():
    chart_spec(partial(bars, ROWS), dark=False)["title"] = "spoilt"
    assert chart_spec(partial(bars, ROWS), dark=False)["title"] == "Water"


def test_readers_at_the_same_time_get_their_own_rows():
    frames = [ROWS.assign(level=number) for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        specs = list(pool.map(lambda frame: spec_of(bars(frame, dark=False)), frames))
    for number, spec in enumerate(specs):
        [frame] = spec["datasets"].values()
        assert frame["level"].tolist() == [number, number]
