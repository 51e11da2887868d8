"""Evidence beside the model: what was reported at the river, by month, and whether both agree."""

from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from moeiwatch.analysis.river.evidence import agreement, evidence_by_month
from moeiwatch.analysis.river.series import hydrology_series
from moeiwatch.data.citations import MONTHS
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.plurals import plural
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.chart_frame import show_chart
from moeiwatch.views.choice_table import table_height
from moeiwatch.views.record_detail import show_record
from moeiwatch.views.record_table import show_record_table
from moeiwatch.views.river_charts import evidence_chart
from moeiwatch.views.river_words import EVIDENCE, correlation_words
from moeiwatch.views.text import html_text

_KINDS = {
    "statements": "Statements counted",
    "events": "Events counted",
    "floods": "Floods on record",
    "series": "Series of the river",
}


def show_evidence(view: ViewState, *, danger: pd.DataFrame, data: Geodata, as_of: date) -> None:
    """Show reports by month beside low water, the correlation, and the records; filters do not cut them.

    Parameters
    ----------
    danger : as `danger_by_month` returns it, for the records of floods.
    """
    st.header("Evidence beside the model", anchor="evidence")
    evidence, words = _evidence(data, data.version)
    st.html(f'<p class="mw-note">{html_text(EVIDENCE)}</p><p class="mw-note">{html_text(words)}</p>')
    left, right = st.columns([1.2, 1], gap="large")
    with left:
        chart = partial(
            evidence_chart,
            evidence,
            low_months=library.low_months(),
            version=data.version,
            as_of=as_of,
        )
        show_chart(chart, name="river-reports", version=data.version, as_of=as_of)
    with right:
        st.dataframe(
            evidence_table(evidence),
            hide_index=True,
            height=table_height(12),
            placeholder="",
            column_config={"Low water": st.column_config.NumberColumn(format="%.2f")},
        )
    _show_records(evidence, danger, view, data)


def evidence_table(evidence: pd.DataFrame) -> pd.DataFrame:
    """Return the months as rows for people."""
    return pd.DataFrame(
        {
            "Month": [MONTHS[month - 1] for month in evidence.index],
            "Low water": evidence["low_water"].round(2),
            "Statements": evidence["statements"].map(len),
            "Events": evidence["events"].map(len),
            "People in them": evidence["people"],
            "of these in one": evidence["most_in_one_event"],
        }
    )


def records_behind(
    kind: str, evidence: pd.DataFrame, danger: pd.DataFrame, hydrology: pd.DataFrame
) -> dict[str, list[str]]:
    """Return the ids of the records behind a number of the page, by layer.

    Parameters
    ----------
    kind : ``statements`` and ``events`` of the evidence, ``floods`` that mark a month, or the ``series`` from
        which low water comes and those at hand that are not used.
    """
    if kind == "series":
        return {"hydrology": list(hydrology_series(hydrology).index)}
    if kind == "floods":
        found = list(dict.fromkeys(record for month in danger["floods"] for record in month))
        readings = [record for record in found if record in hydrology.index]
        return {
            "season_evidence": [record for record in found if record not in readings],
            "hydrology": readings,
        }
    layer = "season_evidence" if kind == "statements" else "rescue_events"
    return {layer: [record for month in evidence[kind] for record in month]}


def _show_records(evidence: pd.DataFrame, danger: pd.DataFrame, view: ViewState, data: Geodata) -> None:
    kind = st.segmented_control(
        "Records",
        list(_KINDS),
        format_func=_KINDS.get,
        default="statements",
        required=True,
        key="river-evidence",
        label_visibility="collapsed",
    )
    chosen, _, record = view.selected.partition("/")
    behind = records_behind(kind, evidence, danger, data.layers["hydrology"])
    count = plural(sum(map(len, behind.values())), "record")
    st.html(f'<p class="mw-note">{count}. Choose one to read it with its sources.</p>')
    for layer, ids in behind.items():
        if ids or len(behind) == 1:
            show_record_table(layer, data.layers[layer].loc[ids], view, data=data, key=f"river-{kind}")
        if chosen == layer and record in ids:
            show_record(layer, record, data=data)


@st.cache_data(show_spinner=False, max_entries=2)
def _evidence(_data: Geodata, version: str) -> tuple[pd.DataFrame, str]:
    statements, events, hydrology = (
        _data.layers[name] for name in ("season_evidence", "rescue_events", "hydrology")
    )
    found = agreement(statements, events, hydrology)
    return evidence_by_month(statements, events, hydrology), correlation_words(found)
