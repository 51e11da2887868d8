"""The headline number of people at the top: who was arrested, handed over, put under sanctions."""

import pandas as pd
import streamlit as st

from moeiwatch.analysis.key_figures import key_figures
from moeiwatch.data.citations import spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views.headline_parts import chosen_words, figure
from moeiwatch.views.hidden import hidden_words, is_hidden
from moeiwatch.views.only import records_link
from moeiwatch.views.shell import show_link


def show_key_figures(interventions: pd.DataFrame, view: ViewState, *, data: Geodata) -> None:
    """Show how many steps against people at the top there are, and how many actors are under sanctions.

    The steps follow all filters. Sanctions follow the end of the period alone: they are on actors, of whom
    few records say with which group or company they are.

    Parameters
    ----------
    interventions : those shown.
    """
    figures = key_figures(interventions, data.actors, until=view.until)
    hidden = is_hidden("interventions", view, terms=("arrest",))
    of_any = ", of any group" if view.group else ""  # a sanction is on an actor, and few say whose they are
    links = (
        *([] if hidden else [("Arrested", figures.arrested, {"page": "events", "layer": "interventions"})]),
        (f"Under sanctions, people{of_any}", figures.people, {"page": "actors"}),
        (f"Under sanctions, firms and armed groups{of_any}", figures.organisations, {"page": "actors"}),
    )
    cells = "".join(
        f"<tr><td>{words}</td><td>{records_link(str(len(ids)), ids, view, **where)}</td></tr>"
        for words, ids, where in links
    )
    handed = [spell_date(interventions["date"][record]) for record in figures.extradited[-1:]]
    listed = (
        f"Sanctions are those imposed by {spell_date(view.until)}"
        if view.until
        else "Sanctions are of any date"
    )
    if view.basis or view.confidence or view.group:
        listed += ", whatever the other filters"
    words = f"Only people at the top; suspects and recruiters are not counted. {listed}."
    words = (f"Extradited {handed[0]}. " if handed else "") + words
    if hidden:
        words = f"{hidden_words('interventions', view)} {words}"
    chosen = chosen_words("interventions", view, data)
    st.html(figure(f"Key figures, {chosen}", "", words, table=f"<table>{cells}</table>"))
    show_link("actors", "See who they are", view)
