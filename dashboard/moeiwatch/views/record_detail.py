"""One record in full: every property that it has, with its title, and its sources."""

import pandas as pd
import streamlit as st

from moeiwatch.data.citations import spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.metrics import spell_metric
from moeiwatch.data.schema import Property
from moeiwatch.views import library
from moeiwatch.views.sources_list import citation_list
from moeiwatch.views.suggest import show_suggest
from moeiwatch.views.tables import NOT_READ_TWICE, record_title, reference_names, written
from moeiwatch.views.text import html_text, number, value_words, within_words

_HEDGES = ("value_max", "value_qualifier")
_APART = ("unit", *_HEDGES, "summary", "finding", "sources", "verified", "withdrawn", "merged_into")


def show_record(layer: str, record: str, *, data: Geodata) -> None:
    """Show a record of a layer with all that it says; nothing if there is no such record."""
    frame = data.layers[layer]
    if record not in frame.index:
        return
    schema = library.schema(layer)
    row = frame.loc[record]
    names = reference_names(layer, schema=schema, data=data)
    cells = ""
    for name, known in schema.properties.items():
        value = row[name]
        if name in _APART or value is None or value != value:
            continue
        cells += (
            f'<tr><th scope="row" title="{html_text(known.description)}">{html_text(known.title)}</th>'
            f"<td>{html_text(_words(name, value, known, row, names))}</td></tr>"
        )
    read = spell_date(row["verified"]) if row.get("verified") else NOT_READ_TWICE
    cells += f'<tr><th scope="row">Read again</th><td>{html_text(read)}</td></tr>'
    cells += f'<tr><th scope="row">Identifier</th><td><code>{html_text(record)}</code></td></tr>'
    title = record_title(layer, row, data=data, schema=schema)
    summary = row.get("summary") or row.get("finding") or ""
    st.html(
        f'<div class="mw-record"><h3>{html_text(title)}</h3><p>{html_text(summary)}</p>'
        f'<table class="mw-facts">{cells}</table><h4>Sources</h4>'
        f"{citation_list(row['sources'] or [], data.sources)}</div>"
    )
    show_suggest(layer, record, title=title, summary=summary, data=data)


def _words(name: str, value: object, known: Property, row: pd.Series, names: dict) -> str:
    if known.date:
        return spell_date(value)
    if name == "metric":
        return spell_metric(value)
    if isinstance(value, float):
        if name == "value":
            hedge = {"high": row.get("value_max"), "qualifier": row.get("value_qualifier")}
            return value_words(value, **hedge, unit=row.get("unit"))
        if name == "precision_m":
            return within_words(value)
        return f"{number(value)} {known.unit or ''}".strip()
    return str(written(value, known, names))
