"""How the river's numbers are made, and their limits: the words of the model itself, and its sensitivity."""

import importlib
from datetime import date

import pandas as pd
import streamlit as st

from moeiwatch.analysis import river
from moeiwatch.analysis.river.sensitivity import sensitivity
from moeiwatch.analysis.river.series import hydrology_series
from moeiwatch.data.geodata import Geodata
from moeiwatch.mappage.docstrings import module_html, words_html
from moeiwatch.views.choice_table import table_height
from moeiwatch.views.text import html_text

PARTS = {
    "series": ("Which series stand in for the river", ("hydrology_series", "reservoir_outflow")),
    "low_water": ("Low water by month", ("low_water_by_month",)),
    "openness": ("Which compounds count on a day", ("open_compounds",)),
    "nearness": ("How near a reach is to a compound", ("reach_nearness",)),
    "exposure": ("Exposure of a reach", ("exposure_from",)),
    "crossing_risk": ("Crossing risk and its classes", ("crossing_risk", "risk_from")),
    "danger": ("Danger to the person who crosses", ("danger_by_month",)),
    "outlook": ("Outlook", ("outlook",)),
    "evidence": ("Evidence", ("crossing_statements", "river_events", "agreement")),
}
"""Modules of the model by name, each with its title and the functions whose words are shown."""

LIMITS = (
    "No series of the Moei itself was at hand: no discharge, level, width or depth. Runoff of the whole "
    "Salween "
    "basin in Thailand and rain outside the valley stand in for it; they show the shape of an ordinary year, "
    "not the water of a given one. A gauge of the Moei, once added as a record, counts more than these.",
    "Low water is one index for the whole river. No reach is called wadable. Whether a person keeps their "
    "footing "
    "depends on depth and velocity: experiments (Abt and others, 1989, and later ones, in the statements of "
    "season 'method') found limits of depth times velocity; neither is known of any reach here.",
    "The border stands for the river's line, within about 100 m. Most compounds are placed from words "
    "within a "
    "circle of up to 23 km, which widens the range of every reach near them.",
    "Boats, inner tubes and piers work through the rains: the index never falls to zero, and a class "
    "'lower' does "
    "not mean that nobody is moved there.",
    "Nothing finer than a reach of 5 km is worked out, drawn or given away; crossings that were published "
    "are not "
    "joined with the index.",
)


def show_method(*, data: Geodata, as_of: date) -> None:
    """Show limits, series, the parts of the model with every constant, and what hangs on the choices made."""
    st.header("Method and limits", anchor="method")
    limits = "".join(f"<li>{html_text(words)}</li>" for words in LIMITS)
    st.html(f'<div class="mw-prose">{words_html(river.__doc__ or "")}<ul class="mw-list">{limits}</ul></div>')
    st.html(_series_html(data))
    st.html(f'<div class="mw-prose">{_parts_html()}</div>')
    with st.expander(
        "What hangs on the choices made (sensitivity)", on_change="rerun", key="river-sense"
    ) as part:
        if part.open:
            _show_sensitivity(data, as_of)


def _show_sensitivity(data: Geodata, as_of: date) -> None:
    st.html(
        '<p class="mw-note">Share of reaches that change class when one choice is made otherwise. The same '
        "table "
        "comes from <code>python dashboard river --sensitivity</code>.</p>"
    )
    table = _sensitivity(data, data.version, as_of)
    if table.empty:
        st.html('<div class="mw-empty">Nothing to vary: no reach, or no low water is known.</div>')
        return
    st.dataframe(
        sensitivity_table(table), hide_index=True, height=table_height(len(table), most=99), placeholder=""
    )


def sensitivity_table(table: pd.DataFrame) -> pd.DataFrame:
    """Return what `sensitivity` found as rows for people: percent, and points of 100."""
    titles = {"lowest_month": "Lowest month", "highest_month": "Highest month", "all_months": "All months"}
    shown = {"Made otherwise": table.index}
    shown |= {title: [f"{100 * share:.0f} %" for share in table[name]] for name, title in titles.items()}
    return pd.DataFrame(shown | {"Mean change of 100": [f"{change:+.1f}" for change in table["mean_change"]]})


def _series_html(data: Geodata) -> str:
    series = hydrology_series(data.layers["hydrology"])
    rows = "".join(
        f"<tr><th scope='row'>{html_text(row['name'])}</th>"
        f"<td>{html_text('used, as ' + str(row['kind']) if row['used'] else 'not used')}</td>"
        f"<td>{html_text(row['reason'] or 'weight ' + format(row['weight'], 'g'))}</td></tr>"
        for _, row in series.iterrows()
    )
    return f'<details><summary>Series at hand</summary><table class="mw-facts">{rows}</table></details>'


@st.cache_data(show_spinner=False)
def _parts_html() -> str:
    parts = []
    for name, (title, functions) in PARTS.items():
        module = importlib.import_module(f"moeiwatch.analysis.river.{name}")
        parts.append(module_html(module, title=title, functions=functions))
    return "".join(parts)


@st.cache_data(show_spinner="Trying other choices", max_entries=4)
def _sensitivity(_data: Geodata, version: str, as_of: date) -> pd.DataFrame:
    layers = _data.layers
    return sensitivity(layers["river_reaches"], layers["compounds"], layers["hydrology"], as_of=as_of)
