"""The row of buildings reported down: claimed as a dashed line, observed as full points."""

import altair as alt
import pandas as pd

from moeiwatch.analysis.growth import building_series
from moeiwatch.data.citations import spell_date
from moeiwatch.data.metrics import spell_metric
from moeiwatch.mappage.style import colour
from moeiwatch.views.chart_row import Row, row_axis, row_scale
from moeiwatch.views.text import value_words

_HEIGHT_PX, _LINE_PX = 90, 13


def down_rows(construction_reports: pd.DataFrame, *, names: pd.Series) -> pd.DataFrame:
    """Return the buildings reported down at every compound that has a total, for the chart.

    Of claims the one series of a compound that comes to most is drawn; of what was observed, every count.

    Parameters
    ----------
    names : of the compounds, by id.

    Returns
    -------
    DataFrame, index report id: ``start`` (datetime64), ``as_of`` (date as written), ``compound`` (name),
    ``basis``, ``metric`` (words), ``place``, ``value`` (buildings) and ``label`` ("" but for the
    largest number of a compound and basis, which it says without the compound's name).
    """
    parts = []
    for compound in sorted({one for one in construction_reports["compound"] if isinstance(one, str)}):
        series = building_series(construction_reports, compound=compound)
        series = series[series["start"].notna().to_numpy(bool)]
        largest = series.sort_values("value", kind="stable").drop_duplicates("basis", keep="last")
        lines = largest["metric"][(largest["basis"] == "claimed").to_numpy(bool)]
        series = series[((series["basis"] != "claimed") | series["metric"].isin(lines)).to_numpy(bool)]
        series = series.join(construction_reports.reindex(columns=["value_max", "value_qualifier"]))
        parts += _compound_rows(series, str(names.get(compound, compound)), largest=set(largest.index))
    columns = ["record", "start", "as_of", "compound", "basis", "metric", "place", "value", "label"]
    rows = pd.DataFrame(parts, columns=columns).astype({"start": "datetime64[ns]", "value": float})
    return rows.set_index("record")


def counts_row(down: pd.DataFrame, x: alt.X, *, top: float, theme: str) -> Row | None:
    """Return the buildings down over time, by what was said and by what was seen."""
    if down.empty:
        return None
    fill, ink = (colour(name, theme=theme) for name in ("demolition", "ink"))
    most = 1.12 * float(down["value"].max())  # so that the label of the highest stands clear
    scale = row_scale(top, _HEIGHT_PX, domain=[0, most], nice=False)
    y = alt.Y("value:Q", scale=scale, axis=row_axis(tickCount=3, tickMinStep=1, format=",d"))
    base = alt.Chart().encode(
        x=x,
        y=y,
        tooltip=[
            alt.Tooltip("as_of:N", title="As of"),
            alt.Tooltip("value:Q", title="Buildings", format=",d"),
            alt.Tooltip("basis:N", title="Basis"),
            alt.Tooltip("metric:N", title="What"),
            alt.Tooltip("place:N", title="Place"),
        ],
    )
    claimed = base.transform_filter(alt.datum.basis == "claimed")
    observed = base.transform_filter(alt.datum.basis == "observed")
    unsaid = base.transform_filter(alt.datum.basis == "not_stated")
    said = down[(down["label"] != "").to_numpy(bool)].copy()
    if said["compound"].nunique() > 1:
        said = said.assign(label=said["compound"].str.partition(" / ")[0] + ": " + said["label"])
    is_point = (down["basis"] != "claimed").to_numpy(bool)
    said.loc[said["basis"] != "claimed", "start"] = down["start"][is_point].min()  # before the first point
    labels = alt.Chart(said.assign(y=_label_heights(said["value"], top=top, most=most)))
    layers = (
        claimed.mark_line(strokeDash=[4, 3], strokeWidth=2, color=fill, clip=True).encode(
            detail=alt.Detail("compound:N")
        ),
        observed.mark_point(size=45, color=fill, filled=True, opacity=1, clip=True),
        unsaid.mark_point(size=45, color=fill, filled=False, strokeWidth=0.8, clip=True),
        labels.mark_text(align="right", baseline="middle", dx=-8, fontSize=11, color=ink, clip=True).encode(
            x=x, y=alt.Y("y:Q", scale=None, axis=None), text=alt.Text("label:N")
        ),
    )
    return Row(
        (alt.layer(*layers[:-1], data=down), layers[-1]),
        _HEIGHT_PX,
        "Buildings down: claimed in all, and observed",
    )


def _compound_rows(series: pd.DataFrame, name: str, *, largest: set[str]) -> list[dict]:
    rows = []
    for record, row in series.iterrows():
        place = row["place"] if isinstance(row["place"], str) else name
        where = "" if place in name else f", {place} only"
        amount = value_words(row["value"], high=row["value_max"], qualifier=row["value_qualifier"])
        words = f"{amount} {row['basis'].replace('_', ' ')}{where}"
        rows.append(
            {
                "record": record,
                "start": row["start"],
                "as_of": spell_date(row["observed"]),
                "compound": name,
                "basis": row["basis"],
                "metric": spell_metric(str(row["metric"])),
                "place": place,
                "value": row["value"],
                "label": words if record in largest else "",
            }
        )
    return rows


def _label_heights(values: pd.Series, *, top: float, most: float) -> list[float]:
    """Return the height of each label in pixels: beside its value, but no two closer than a line."""
    heights: dict = {}
    last = top + _HEIGHT_PX + _LINE_PX
    for record, value in values.sort_values(kind="stable").items():
        heights[record] = last = min(top + _HEIGHT_PX * (1 - value / most), last - _LINE_PX)
    return [heights[record] for record in values.index]
