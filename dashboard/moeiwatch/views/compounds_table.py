"""Compounds as rows for people: what was said of each by the end of the period, and how often in it."""

from dataclasses import replace

import pandas as pd

from moeiwatch.data.geodata import Geodata
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.tables import record_table

NAMING = {"rescue_events": "People events", "construction_reports": "Construction reports"}
"""Layers whose records name compounds, with the title of the column that counts these."""

_COUNTS_AT = 6
_OF_TODAY = "Summary (of today)"


def compounds_table(compounds: pd.DataFrame, view: ViewState, *, data: Geodata) -> pd.DataFrame:
    """Return the compounds' table: status, newest word and counts are those of the view's period.

    In order of the names. A count is that of the records shown which name the compound itself, also where
    the legend hides their layer. Where the period has an end, the summary is said to be that of today: it is
    not dated.
    """
    rows = library.with_words(compounds, view).sort_values("name", key=lambda names: names.str.casefold())
    table = record_table("compounds", rows, schema=library.schema("compounds"), data=data)
    shown = library.shown(replace(view, hide=tuple(name for name in view.hide if name not in NAMING)))
    for place, (layer, title) in enumerate(NAMING.items(), start=_COUNTS_AT):
        named = shown[layer]["compound"].value_counts()
        table.insert(place, title, [int(named.get(record, 0)) for record in table.index])
    return table.rename(columns={"Summary": _OF_TODAY}) if view.until else table
