"""One actor: names, sanctions, compounds it is named with in the words of the record, sources."""

import pandas as pd
import streamlit as st

from moeiwatch.analysis.backlinks import compounds_by_actor, sanction_rows
from moeiwatch.data.citations import spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.plurals import plural
from moeiwatch.data.properties import inner_properties
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.address import keep_view
from moeiwatch.views.shell import show_link
from moeiwatch.views.sources_list import citation_list, short_citations
from moeiwatch.views.suggest import show_suggest
from moeiwatch.views.tables import NOT_READ_TWICE
from moeiwatch.views.text import html_text, markdown_text

SDN_ENTRY = "https://sanctionssearch.ofac.treas.gov/Details.aspx?id="
"""Address of an entry on the SDN list of the US Treasury; the number of the entry follows."""

_SCRIPTS = {"name_my": "my", "name_zh": "zh", "name_th": "th"}
_ROLES = {"armed_groups": "named as armed group", "operators": "named as operator"}


def show_actor(actor: str, view: ViewState, *, data: Geodata) -> None:
    """Show what the data says of an actor, in the strength of its sources' words."""
    row = data.actors.loc[actor]
    st.html(
        f'<div class="mw-record"><h3>{html_text(row["name"])}</h3>{_names(row)}'
        f"<p>{html_text(row['summary'])}</p>{_facts(actor, row, data)}</div>"
    )
    _show_sanctions(actor, data)
    _show_compounds(actor, view, data)
    _show_relations(actor, row, view, data)
    st.html(
        f'<div class="mw-figure"><h3>{plural(len(row["sources"]), "source")}</h3></div>'
        f"{citation_list(row['sources'], data.sources)}"
    )
    show_suggest("actors", actor, title=row["name"], summary=row["summary"] or "", data=data)


def sdn_link(uid: object) -> str:
    """Return the link to an entry of the SDN list as HTML; "" where the number is none.

    Examples
    --------
    >>> sdn_link("53778").startswith('<a href="https://sanctionssearch.ofac.treas.gov/Details.aspx?id=53778"')
    True
    >>> sdn_link("x")
    ''
    """
    if not isinstance(uid, str) or not uid.isascii() or not uid.isdigit():
        return ""
    return f'<a href="{SDN_ENTRY}{uid}" target="_blank" rel="noopener noreferrer">SDN entry {uid}</a>'


def _names(row: pd.Series) -> str:
    parts = [
        f'<span lang="{language}">{html_text(name)}</span>'
        for column, language in _SCRIPTS.items()
        for name in row.get(column) or ()
    ]
    parts += [html_text(name) for name in row.get("other_names") or ()]
    return f'<p class="mw-names">{" · ".join(parts)}</p>' if parts else ""


def _facts(actor: str, row: pd.Series, data: Geodata) -> str:
    properties = library.schema("actors").properties

    def term(name: str) -> str:
        known = properties[name].terms.get(row[name])
        return html_text(known.title if known else row[name])

    read = f"read again {spell_date(row['verified'])}" if row.get("verified") else NOT_READ_TWICE
    facts = [
        ("Kind", term("kind")),
        ("Confidence", f"{term('confidence')}, {html_text(read)}"),
        ("Remark", html_text(row["note"])),
        ("Identifier", f"<code>{html_text(actor)}</code>"),
    ]
    cells = "".join(f"<tr><th scope='row'>{name}</th><td>{words}</td></tr>" for name, words in facts if words)
    return f'<table class="mw-facts">{cells}</table>'


def _show_sanctions(actor: str, data: Geodata) -> None:
    sanctions = sanction_rows(data.actors.loc[[actor]])
    if sanctions.empty:
        st.html('<p class="mw-note">No sanctions on record in the sources read.</p>')
        return
    terms = inner_properties(library.schema("actors").properties["sanctions"])["authority"].terms
    items = "".join(
        f'<li><span class="mw-when">{html_text(spell_date(entry.date or "")) or "Not dated"}</span> '
        f"<strong>{html_text(terms[entry.authority].title if entry.authority in terms else entry.authority)}"
        f"</strong> {html_text(', '.join(entry.programme or ()))} {sdn_link(entry.sdn_uid)} "
        f"<small>{short_citations(entry.sources, data.sources)}</small></li>"
        for entry in sanctions.itertuples()
    )
    st.html(f'<div class="mw-figure"><h3>Sanctions</h3></div><ul class="mw-list">{items}</ul>')


def _show_compounds(actor: str, view: ViewState, data: Geodata) -> None:
    named = compounds_by_actor(data.layers["compounds"])
    named = named[named["actor"] == actor]
    if named.empty:
        return
    st.html(
        '<div class="mw-figure"><h3>Compounds it is named with</h3><p>As sources say; the words in brackets '
        "are those of the record. To be named is not a finding of guilt.</p></div>"
    )
    names = data.layers["compounds"]["name"]
    for entry in named.itertuples():
        words = [_ROLES[entry.role]]
        words += [f"until {spell_date(entry.until)}"] if entry.until else []
        words += [entry.note] if entry.note else []
        show_link(
            "compounds",
            f"{markdown_text(names.get(entry.compound, entry.compound))} ({markdown_text('; '.join(words))})",
            view,
            compound=entry.compound,
        )


def _show_relations(actor: str, row: pd.Series, view: ViewState, data: Geodata) -> None:
    listed = data.actors["member_of"]
    members = [other for other, groups in listed.items() if actor in (groups or ())]
    for title, ids in (
        ("Member of, as a source says", row["member_of"] or ()),
        ("Named as members", members),
    ):
        if len(ids):
            st.html(f'<div class="mw-figure"><h3>{title}</h3></div>')
            for other in ids:
                st.button(
                    markdown_text(data.actors["name"].get(other, other)),
                    key=f"actor-{other}",
                    type="tertiary",
                    on_click=keep_view,  # a link to the page that is open would not be followed
                    args=(view,),
                    kwargs={"actor": other},
                )
