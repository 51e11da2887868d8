"""The row of steps against the compounds: those that matter most by name, all others as ticks."""

import textwrap

import altair as alt
import pandas as pd

from moeiwatch.data.plurals import plural
from moeiwatch.mappage.style import colour
from moeiwatch.views.building_time import NARROW_PX
from moeiwatch.views.chart_lanes import lanes
from moeiwatch.views.chart_row import Row

NAMED = ("power_cut", "fuel_ban", "extradition_order", "extradition")
"""Kinds of step that are named on the chart, beside every step against a key figure."""

_BY_WHO = ("sanction",)
"""Kinds that are named by who took the step; all others by what it was aimed at."""

_NAME_SIGNS = 22
_MONTH_PX, _SIGN_PX = 8, 5.8
_LANE_PX, _TICK_PX = 13, 14
_WIDE, _NARROW = (alt.ExprRef(f"width < {NARROW_PX} ? {values}") for values in ("0 : 1", "1 : 0"))


def steps_rows(interventions: pd.DataFrame, months: pd.Series, *, kinds: dict[str, str]) -> pd.DataFrame:
    """Return the steps that have a month, each with its words.

    Parameters
    ----------
    interventions : the records shown.
    months : the month (YYYY-MM, "" for none) in which each stands, by its id.
    kinds : name of each kind in words.

    Returns
    -------
    DataFrame in order of time: ``start`` (datetime64, a day of its month), ``date`` (as written), ``kind``
    (words), ``who``, ``what`` and ``name`` ("" for a step that is not named on the chart).
    """
    steps = interventions[(months.reindex(interventions.index).fillna("") != "").to_numpy(bool)]
    rows = []
    for record, step in steps.iterrows():
        who, what = (step[name] if isinstance(step[name], str) else "" for name in ("actor", "target"))
        is_named = step["kind"] in NAMED or step.get("key_figure") is True
        rows.append(
            {
                "start": _day(step["date"], months[record]),
                "date": step["date"],
                "kind": kinds.get(step["kind"], str(step["kind"])).lower(),
                "who": textwrap.shorten(who, 80, placeholder=" …"),
                "what": textwrap.shorten(what, 120, placeholder=" …"),
                "name": _short(who if step["kind"] in _BY_WHO else what) if is_named else "",
            }
        )
    table = pd.DataFrame(rows, index=steps.index, columns=["start", "date", "kind", "who", "what", "name"])
    return table.astype({"start": "datetime64[ns]"}).sort_values("start", kind="stable")


def steps_words(steps: pd.DataFrame, *, among: int) -> str:
    """Return which steps are named on the chart, which are ticks, and how many have no month.

    Parameters
    ----------
    steps : as `steps_rows`.
    among : number of steps shown, those without a month included.
    """
    parts = []
    for is_named, head in ((True, "Named on the chart"), (False, "Ticks, told when pointed at")):
        kinds = steps["kind"][((steps["name"] != "") == is_named).to_numpy(bool)].value_counts()
        if len(kinds):
            parts.append(f"{head}: " + ", ".join(f"{kind} {count}" for kind, count in kinds.items()) + ".")
    if among > len(steps):
        parts.append(f"Without a month and not drawn: {plural(among - len(steps), 'step')}.")
    return " ".join(parts)


def name_labels(steps: pd.DataFrame, *, shown: tuple[str, str] | None = None) -> pd.DataFrame:
    """Return one label a month that has named steps: when, and what they were.

    Parameters
    ----------
    steps : as `steps_rows`.
    shown : first and last month of a narrow screen, which has room for when and for kinds alone; None for a
        wide one.

    Returns
    -------
    DataFrame: ``start``, ``label``, ``left`` (bool: the label stands to the left of its mark) and ``lane`` (0
    is the uppermost), so that no label lies over another.
    """
    named = steps[(steps["name"] != "").to_numpy(bool)]
    if shown:
        named = named[named["start"].dt.strftime("%Y-%m").between(*shown).to_numpy(bool)]
    rows = []
    for month, group in named.groupby(named["start"].dt.to_period("M"), sort=True):
        kinds = list(dict.fromkeys(group["kind"]))
        is_told = len(group) == 1 and not shown
        words = f"{kinds[0]} ({group['name'].iloc[0]})" if is_told else ", ".join(kinds)
        rows.append((group["start"].iloc[0], f"{month.strftime('%b %Y')} {words}"))
    table = pd.DataFrame(rows, columns=["start", "label"]).astype({"start": "datetime64[ns]"})
    ends = pd.to_datetime(list(shown)) if shown else table["start"].iloc[[0, -1]] if rows else []
    middle = sum(map(_px, ends)) / 2
    marks = [_px(start) for start in table["start"]]
    table["left"] = [mark > middle for mark in marks]
    ends = []
    for mark, label, left in zip(marks, table["label"], table["left"], strict=True):
        width = len(label) * _SIGN_PX
        ends.append((mark - width, mark + _MONTH_PX) if left else (mark, mark + width))
    order = sorted(range(len(ends)), key=ends.__getitem__)
    found = dict(zip(order, lanes(ends[number] for number in order), strict=True))
    table["lane"] = [found[number] for number in range(len(ends))]
    return table


def steps_row(steps: pd.DataFrame, x: alt.X, *, top: float, theme: str, shown: tuple[str, str]) -> Row | None:
    """Return named steps as labels with a line through all rows below, the others as ticks.

    Parameters
    ----------
    shown : first and last month that a narrow screen shows: there labels are shorter.
    """
    if steps.empty:
        return None
    ink = colour("intervention", theme=theme)
    wide, narrow = name_labels(steps), name_labels(steps, shown=shown)
    count = int(max([-1, *wide["lane"], *narrow["lane"]])) + 1
    foot = top + count * _LANE_PX + _TICK_PX
    layers = [
        *_label_layers(wide, x, top=top, opacity=_WIDE, theme=theme),
        *_label_layers(narrow, x, top=top, opacity=_NARROW, theme=theme),
        alt.Chart(steps.assign(y=foot - _TICK_PX / 2))
        .mark_rule(color=ink, strokeWidth=1.4, clip=True)
        .encode(
            x=x,
            y=alt.YValue(foot - _TICK_PX + 2),
            y2=alt.Y2Value(foot),
            tooltip=[
                alt.Tooltip(f"{name}:N", title=name.capitalize()) for name in ("date", "kind", "who", "what")
            ],
        ),
    ]
    title = f"Steps against the compounds{', others as ticks' if (steps['name'] == '').any() else ''}"
    return Row(tuple(layers), count * _LANE_PX + _TICK_PX, title)


def _label_layers(
    labels: pd.DataFrame, x: alt.X, *, top: float, opacity: alt.ExprRef, theme: str
) -> list[alt.Chart]:
    """Return labels, each beside a point on its month, from which a line runs down through all rows."""
    ink = colour("intervention", theme=theme)
    labels = labels.assign(y=top + labels["lane"] * _LANE_PX + _LANE_PX / 2)
    y = alt.Y("y:Q", scale=None, axis=None)
    points = alt.Chart(labels).encode(x=x, y=y)
    layers = [
        points.mark_rule(color=ink, strokeOpacity=0.5, opacity=opacity, clip=True, tooltip=None).encode(
            y2=alt.Y2Value("height")
        ),
        points.mark_point(color=ink, filled=True, size=14, opacity=opacity, clip=True, tooltip=None),
    ]
    style = {"baseline": "middle", "fontSize": 11, "clip": True, "color": colour("ink", theme=theme)}
    for is_left, place in ((False, {"align": "left", "dx": 5}), (True, {"align": "right", "dx": -5})):
        chosen = labels[(labels["left"] == is_left).to_numpy(bool)]
        texts = alt.Chart(chosen).mark_text(**style, **place, opacity=opacity)
        layers.append(texts.encode(x=x, y=y, text=alt.Text("label:N")))
    return layers


def _px(month: pd.Timestamp) -> int:
    """Return where a month stands on the axis, in pixels from the year 0."""
    return (month.year * 12 + month.month) * _MONTH_PX


def _short(text: str) -> str:
    return textwrap.shorten(text.partition(" (")[0], _NAME_SIGNS, placeholder=" …") or "not told"


def _day(written: object, month: str) -> str:
    """Return the day on which a step is drawn: its own where that is in its month, else the first of it."""
    if isinstance(written, str) and len(written) == 10 and written.startswith(month):
        return written
    return f"{month}-01"
