"""One compound with everything that is known of it, on one page that prints."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from moeiwatch.analysis.dossier import Dossier, compound_dossier
from moeiwatch.analysis.people_words import counting_words, people_words, range_words, twice_words
from moeiwatch.analysis.status import status_spans
from moeiwatch.analysis.tally import people_by, people_range
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.plurals import plural
from moeiwatch.data.takeaway.cite import cite_text
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.address import keep_view, kept_view
from moeiwatch.views.cite import cite_as
from moeiwatch.views.counted_records import counted_row, records_html
from moeiwatch.views.dossier_facts import facts_html, names_html, status_html
from moeiwatch.views.dossier_figures import figures_html
from moeiwatch.views.dossier_season import season_html
from moeiwatch.views.dossier_timeline import timeline_html
from moeiwatch.views.running_total import show_running_total
from moeiwatch.views.shell import show_link
from moeiwatch.views.sources_list import citation_list
from moeiwatch.views.suggest import show_suggest
from moeiwatch.views.take_away import about_view, show_take_away
from moeiwatch.views.text import html_text, markdown_text

_OVERLAP = "The kinds overlap (the same people released, handed over, flown home) and are not added. "
_SOURCES_OPEN = 25
"""Sources up to which their list stands open."""


def show_dossier(compound: str, view: ViewState, *, data: Geodata, not_confirmed_since: str | None) -> None:
    """Show the dossier of a compound; filters and period do not cut it.

    Parameters
    ----------
    not_confirmed_since : date of the newest word on its status where that word has grown old, else None.
    """
    dossier = _dossier(data, data.version, compound)
    schema = library.schema("compounds")
    with st.container(horizontal=True, vertical_alignment="center", key="mw-away"):
        st.button("All compounds", type="tertiary", on_click=lambda: keep_view(kept_view(), compound=""))
        show_link("map", "Show on the map", replace(view, selected=f"compounds/{compound}", viewport=None))
        named, says = dossier.compound["name"], dossier.compound["summary"]
        show_suggest("compounds", compound, title=named, summary=says, data=data)
    names = names_html(dossier.compound)
    title = f"Dossier: {named}"
    cite_as(ViewState(), what=title)
    printed = cite_text(about_view(ViewState(), data=data), what=title)
    st.html(
        f'<p class="mw-print">{html_text(printed)}</p><h1>{html_text(named)}</h1>{names}'
        f'<p class="mw-summary">{html_text(says)}</p>{_contents(dossier)}'
    )
    left, right = st.columns([1.15, 1], gap="large")
    with left:
        st.html(facts_html(dossier, schema=schema, data=data, since=not_confirmed_since))
        st.html(status_html(_status_spans(data, data.version), compound, schema=schema))
        _show_family(dossier, view, data=data)
    with right:
        _show_people(dossier, data=data)
        show_running_total(compound, data)
        st.subheader("The river beside it", anchor="season")
        st.html(season_html(dossier, low_months=library.low_months()))
    written = _written(dossier, data, data.version, compound)
    st.subheader("Claimed beside observed", anchor="figures")
    st.html(written["figures"])
    st.subheader(f"In order of time: {plural(_record_count(dossier), 'record')}", anchor="timeline")
    st.html(written["timeline"])
    st.subheader(plural(len(dossier.sources), "source"), anchor="sources")
    st.html(written["sources"])
    layers = {"compounds": data.layers["compounds"].loc[[compound]], **dossier.records}
    words = f"all records of {named} and its parts"
    show_take_away(layers, ViewState(), data=data, name=f"dossier-{compound}", besides=words)


def _contents(dossier: Dossier) -> str:
    """Return links to the parts of the page, for those who would have to scroll to them."""
    parts = {
        "people": "People who left",
        "season": "The river beside it",
        "figures": "Claimed beside observed",
        "timeline": f"In order of time: {plural(_record_count(dossier), 'record')}",
        "sources": plural(len(dossier.sources), "source"),
    }
    links = " · ".join(f'<a href="#{anchor}">{title}</a>' for anchor, title in parts.items())
    return f'<nav class="mw-note mw-screen" aria-label="On this page">{links}</nav>'


def _record_count(dossier: Dossier) -> int:
    return sum(len(frame) for frame in dossier.records.values())


@st.cache_resource(show_spinner=False, max_entries=64)
def _dossier(_data: Geodata, version: str, compound: str) -> Dossier:
    return compound_dossier(_data.layers, compound=compound)


@st.cache_data(show_spinner=False, max_entries=64)
def _written(_dossier: Dossier, _data: Geodata, version: str, compound: str) -> dict[str, str]:
    """Return the long parts of a dossier as HTML."""
    schemas = {layer: library.schema(layer) for layer in _dossier.records}
    reports, name = _dossier.records["construction_reports"], _dossier.compound["name"]
    return {
        "figures": figures_html(reports, name=name, data=_data),
        "timeline": timeline_html(_dossier, schemas=schemas, data=_data),
        "sources": _sources_html(_dossier, _data),
    }


def _sources_html(dossier: Dossier, data: Geodata) -> str:
    listed = citation_list(dossier.sources, data.sources)
    if len(dossier.sources) <= _SOURCES_OPEN:
        return listed
    return f"<details><summary>All of them, in the order in which they are used</summary>{listed}</details>"


@st.cache_resource(show_spinner=False, max_entries=2)
def _status_spans(_data: Geodata, version: str) -> pd.DataFrame:
    layers = (_data.layers[layer] for layer in ("compounds", "construction_reports", "rescue_events"))
    return status_spans(*layers, sources=_data.sources)


def _show_family(dossier: Dossier, view: ViewState, *, data: Geodata) -> None:
    names = data.layers["compounds"]["name"]
    not_settled = "Not settled: kept apart in the records, and not added here."
    families = (
        ("Part of", dossier.wholes, "A zone, cluster or compound that holds this one."),
        ("Its parts", dossier.parts, "Their reports and people are in the figures here."),
        ("Perhaps the same place", dossier.twins, not_settled),
        ("Perhaps the same place as one of its parts", dossier.part_twins, not_settled),
    )
    for title, ids, words in families:
        if ids:
            st.html(f'<div class="mw-figure"><h3>{title}</h3><p>{words}</p></div>')
            with st.container(horizontal=True, gap="small"):
                for one in ids:
                    doubted = " or ".join(names[part] for part in dossier.part_twins.get(one, ()))
                    st.button(
                        markdown_text(names.get(one, one) + (f", perhaps {doubted}" if doubted else "")),
                        key=f"open-{title}-{one}",
                        type="tertiary",
                        on_click=lambda one=one: keep_view(kept_view(), compound=one),
                    )


def _show_people(dossier: Dossier, *, data: Geodata) -> None:
    events = dossier.records["rescue_events"]
    st.subheader("People who left", anchor="people")
    if events.empty:
        st.html('<p class="mw-note">No rescue, release or escape names this compound.</p>')
        return
    everything = data.layers["rescue_events"]
    people = people_range(events, among=everything)
    kinds = people_by(events, by="kind", among=everything)
    terms = library.schema("rescue_events").properties["kind"].terms
    rows = "".join(
        f"<tr><td>{html_text(terms[kind].title if kind in terms else kind)}</td>"
        f"<td>{people_words(row.low, row.high, open_above=row.open_above)}</td></tr>"
        f"{counted_row(row.records, columns=2, data=data)}"
        for kind, row in kinds.iterrows()
    )
    st.html(
        f'<div class="mw-figure"><p class="mw-value">{range_words(people)}</p>'
        f"<p>{counting_words(people, events)} {twice_words(people)}</p>"
        + records_html(people.records, f"{plural(len(people.records), 'report')} counted", data=data)
        + f"<table>{rows}</table><p>{_OVERLAP if len(kinds) > 1 else ''}National totals that do not say from "
        "where are not in here.</p></div>"
    )
