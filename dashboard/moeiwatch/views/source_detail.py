"""One publication with the records that rest on it."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from moeiwatch.data.citations import citation, link
from moeiwatch.data.country_names import language_name
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.plurals import plural
from moeiwatch.data.properties import inner_properties
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.address import keep_view, kept_view
from moeiwatch.views.choice_table import show_choice_table
from moeiwatch.views.record_detail import show_record
from moeiwatch.views.shell import show_link
from moeiwatch.views.sources_list import citation_html
from moeiwatch.views.suggest import show_suggest
from moeiwatch.views.table_columns import fit_columns
from moeiwatch.views.tables import record_title
from moeiwatch.views.text import html_text, markdown_text


def show_source(source: str, view: ViewState, *, behind: pd.DataFrame, data: Geodata) -> None:
    """Show a publication, how it was read, and what rests on it."""
    row = data.sources.loc[source]
    custom = inner_properties(library.schema("sources").properties["custom"])
    facts = []
    for name in ("kind", "access"):
        term = custom[name].terms.get(row[name])
        words = f"{term.title}. {term.description}" if term else row[name]
        facts.append((custom[name].title, html_text(words)))
    facts += [
        ("Language", html_text(language_name(row["language"]))),
        ("Remark", html_text(row["note"])),
        ("Identifier", f"<code>{html_text(source)}</code>"),
    ]
    if link(row) is None:
        facts.append(("Link", '<span class="mw-tag">not linked</span>'))
    cells = "".join(f"<tr><th scope='row'>{name}</th><td>{words}</td></tr>" for name, words in facts if words)
    st.html(
        f'<div class="mw-record"><h3>{citation_html(row)}</h3><table class="mw-facts">{cells}</table></div>'
    )
    show_suggest("sources", source, title=row["title"] or source, summary=citation(row), data=data)
    _show_records(source, view, behind=behind[behind["source"] == source], data=data)


def _show_records(source: str, view: ViewState, *, behind: pd.DataFrame, data: Geodata) -> None:
    st.html(
        f'<div class="mw-figure"><h3>{plural(len(behind), "record rests", "records rest")} on it</h3></div>'
    )
    if behind.empty:
        st.html('<p class="mw-note">It is kept for what it says of method or place.</p>')
        return
    titles = {layer: library.schema(layer).title for layer in behind["layer"].unique()}
    table = pd.DataFrame(
        {
            "Layer": [titles[layer] for layer in behind["layer"]],
            "Record": [
                _title(layer, record, data)
                for layer, record in zip(behind["layer"], behind["record"], strict=True)
            ],
        }
    )
    pairs = [f"{layer}/{record}" for layer, record in zip(behind["layer"], behind["record"], strict=True)]
    show_choice_table(
        table.set_axis(pairs),
        key=f"source-records-{source}",
        chosen=None,
        choose=choose_record,
        columns=fit_columns(table, wide=("Record",)),
        most=8,
    )
    if view.selected in pairs:
        layer, _, record = view.selected.partition("/")
        show_link("map", "Show on the map", view)
        show_record(layer, record, data=data)
    for actor in behind["record"][behind["layer"] == "actors"]:
        name = markdown_text(data.actors["name"].get(actor, actor))
        show_link("actors", f"Actor: {name}", view, actor=actor)


def choose_record(pair: str) -> None:
    """Make a record, as ``layer/id``, the selection of the view; actors cannot be."""
    keep_view(replace(kept_view(), selected="" if pair.startswith("actors/") else pair))


def _title(layer: str, record: str, data: Geodata) -> str:
    if layer == "actors":
        return data.actors["name"].get(record, record)
    return record_title(layer, data.layers[layer].loc[record], data=data, schema=library.schema(layer))
