"""The time chart of crackdown and construction. Frames in, an Altair chart out."""

import altair as alt
import pandas as pd

from moeiwatch.data.viewstate import ViewState

_LIGHT = {
    "built": "#c9731a",
    "torn_down": "#5b6168",
    "people": "#0f766e",
    "sand": "#ead9b8",
    "ink": "#1d2733",
}
_DARK = {"built": "#e69a4c", "torn_down": "#a7aeb5", "people": "#4fc1b5", "sand": "#4a3d26", "ink": "#ece9e1"}
_BASES = ["observed", "not_stated", "claimed"]
_DASH = {"observed": [1, 0], "not_stated": [1, 2], "claimed": [4, 3]}
_FILL = {"observed": 1.0, "not_stated": 0.45, "claimed": 0.12}
_HEIGHT = {"reports": 240, "people": 120, "marks": 110}

MARKED = ("power_cut", "fuel_ban", "internet_cut", "starlink", "sanction", "extradition", "border_closure")
"""Kinds of intervention that are marked on the chart; all stand in the table below it."""


def building_chart(
    reports: pd.DataFrame,
    people: pd.DataFrame,
    interventions: pd.DataFrame,
    *,
    low_months: list[int],
    view: ViewState,
    dark: bool,
) -> alt.VConcatChart:
    """Return the chart: interventions, reports by month, people by month, on one axis of time.

    Parameters
    ----------
    reports : as `growth.monthly_reports`; rows without a month are not drawn.
    people : as `growth.monthly_people`; of each month the largest kind is drawn, since kinds overlap.
    low_months : months (1 to 12) to shade as low water.
    view : the period in it is shown as the brush.
    """
    colours = _DARK if dark else _LIGHT
    bars = _bars(reports)
    span = _span(bars, people, interventions)
    x = alt.X(
        "month:T", title=None, scale=alt.Scale(domain=span), axis=alt.Axis(format="%Y", tickCount="year")
    )
    shade = _shade(span, low_months, colours, x)
    brush = alt.selection_interval(
        name="period", encodings=["x"], value={"x": _brush(view, span)} if view.since or view.until else None
    )
    return (
        alt.vconcat(
            _marks(interventions, colours, x),
            (shade + _report_bars(bars, colours, x)).add_params(brush).properties(height=_HEIGHT["reports"]),
            (shade + _people_bars(people, colours, x)).properties(height=_HEIGHT["people"]),
            spacing=6,
        )
        .resolve_scale(x="shared", color="independent")
        .configure_view(stroke=None)
    )


def _report_bars(bars: pd.DataFrame, colours: dict, x: alt.X) -> alt.Chart:
    return (
        alt.Chart(bars)
        .mark_bar(width={"band": 0.9}, size=7, strokeWidth=1.2)
        .encode(
            x=x,
            y=alt.Y("signed:Q", title="reports: torn down | built", axis=alt.Axis(format="d", tickCount=6)),
            color=alt.Color("side:N", scale=_side_scale(colours), legend=None),
            stroke=alt.Stroke("side:N", scale=_side_scale(colours), legend=None),
            fillOpacity=alt.FillOpacity(
                "basis:N", scale=alt.Scale(domain=_BASES, range=[_FILL[one] for one in _BASES]), legend=None
            ),
            strokeDash=alt.StrokeDash(
                "basis:N",
                scale=alt.Scale(domain=_BASES, range=[_DASH[one] for one in _BASES]),
                legend=alt.Legend(
                    title=None,
                    orient="top-left",
                    labelExpr="{observed: 'observed, filled', claimed: 'claimed, dashed', "
                    "not_stated: 'basis not stated, pale'}[datum.value]",
                ),
            ),
            order=alt.Order("rank:Q"),
            tooltip=[
                alt.Tooltip("month:T", title="Month", format="%B %Y"),
                alt.Tooltip("words:N", title="What"),
                alt.Tooltip("basis:N", title="Basis"),
                alt.Tooltip("reports:Q", title="Reports"),
            ],
        )
    )


def _people_bars(people: pd.DataFrame, colours: dict, x: alt.X) -> alt.LayerChart:
    largest = people.sort_values("best").drop_duplicates("month", keep="last")
    rows = largest.assign(month=pd.to_datetime(largest["month"]))[["month", "kind", "low", "best", "high"]]
    tooltip = [
        alt.Tooltip("month:T", title="Month", format="%B %Y"),
        alt.Tooltip("kind:N", title="Largest kind"),
        *(alt.Tooltip(f"{name}:Q", title=name.capitalize(), format=",d") for name in ("low", "best", "high")),
    ]
    base = alt.Chart(rows).encode(x=x, tooltip=tooltip)
    y = alt.Y("best:Q", title="people out", axis=alt.Axis(tickCount=3))
    bars = base.mark_bar(size=7, color=colours["people"], opacity=0.75).encode(y=y)
    ranges = base.mark_rule(color=colours["ink"]).encode(y="low:Q", y2="high:Q")
    return bars + ranges


def _marks(interventions: pd.DataFrame, colours: dict, x: alt.X) -> alt.LayerChart:
    chosen = interventions[interventions["kind"].isin(MARKED) & interventions["date"].notna()]
    rows = pd.DataFrame(
        {
            "month": pd.to_datetime(chosen["date"].str[:7]),
            "kind": chosen["kind"].str.replace("_", " "),
            "what": chosen["target"].astype(str).str[:120],
            "who": chosen["actor"].astype(str).str[:80],
            "date": chosen["date"],
        }
    )
    return (
        alt.Chart(rows)
        .mark_tick(thickness=2, size=11, color=colours["ink"])
        .encode(
            x=x,
            y=alt.Y("kind:N", title=None, axis=alt.Axis(grid=True, ticks=False, domain=False)),
            tooltip=[alt.Tooltip(f"{name}:N", title=name.capitalize()) for name in ("date", "who", "what")],
        )
        .properties(height=_HEIGHT["marks"])
    )


def _shade(span: list, low_months: list[int], colours: dict, x: alt.X) -> alt.Chart:
    months = pd.date_range(pd.Timestamp(span[0]), pd.Timestamp(span[1]), freq="MS")
    low = months[months.month.isin(low_months)]
    rows = pd.DataFrame({"month": low, "end": low + pd.offsets.MonthBegin(1)})
    return alt.Chart(rows).mark_rect(color=colours["sand"], opacity=0.5).encode(x=x, x2="end:T")


def _bars(reports: pd.DataFrame) -> pd.DataFrame:
    rows = reports[(reports["month"] != "").to_numpy(bool) & reports["side"].isin(["built", "torn_down"])]
    sign = rows["side"].map({"built": 1, "torn_down": -1}).astype(float)
    return pd.DataFrame(
        {
            "month": pd.to_datetime(rows["month"]),
            "side": rows["side"],
            "words": rows["side"].str.replace("_", " "),
            "basis": rows["basis"],
            "reports": rows["reports"],
            "signed": rows["reports"] * sign,
            "rank": rows["basis"].map({basis: rank for rank, basis in enumerate(_BASES)}),
        }
    )


def _side_scale(colours: dict) -> alt.Scale:
    return alt.Scale(domain=["built", "torn_down"], range=[colours["built"], colours["torn_down"]])


def _span(bars: pd.DataFrame, people: pd.DataFrame, interventions: pd.DataFrame) -> list[str]:
    months = [*bars["month"].dt.strftime("%Y-%m"), *people["month"], *interventions["date"].dropna().str[:7]]
    months = [month for month in months if len(month) == 7]
    first, last = (min(months), max(months)) if months else ("2021-01", "2026-01")
    return [f"{first}-01", f"{(pd.Timestamp(last) + pd.offsets.MonthBegin(1)):%Y-%m-%d}"]


def _brush(view: ViewState, span: list[str]) -> list[dict]:
    first, last = view.since or span[0][:7], view.until or span[1][:7]
    ends = (pd.Timestamp(first), pd.Timestamp(last) + pd.offsets.MonthEnd(1))
    return [alt.DateTime(year=end.year, month=end.month, date=end.day) for end in ends]
