"""Method and limits: how records are made and counted, what the words mean, what is missing, licences."""

import re
from pathlib import Path

import streamlit as st

from moeiwatch.analysis.reading_shares import overall, reading_shares
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.paths import GEODATA
from moeiwatch.data.schema import LAYERS, TABLES
from moeiwatch.data.takeaway.privacy import TAKE_DOWN
from moeiwatch.data.viewstate import ViewState
from moeiwatch.mappage.rules import WHOSE_WORDS, rules_html
from moeiwatch.views import library
from moeiwatch.views.address import read_view
from moeiwatch.views.events import LAYERS as EVENT_LAYERS
from moeiwatch.views.method_tables import coverage_html, coverage_table, definitions_html
from moeiwatch.views.shell import show_link, show_problems
from moeiwatch.views.text import html_text

_NOT_SHOWN = ("Data dictionary",)
_TOTALS = "Totals"
_YEAR = re.compile(r"(?m)^\| (\d{4}) \|")
_WIDTH_PX = 960
_HEADING = re.compile(r"(?m)^## (.+)$")
_COMMENT = re.compile(r"<!--.*?-->", re.S)


def show_method() -> None:
    """Show how the records were made, how they are counted, what is missing and what the terms mean."""
    view = read_view()
    data = library.geodata()
    show_problems(data)
    with st.container(width=_WIDTH_PX):
        _show_body(view, data)


def _show_body(view: ViewState, data: Geodata) -> None:
    st.title("Method and limits", anchor=False)
    sections = readme_sections(_readme(GEODATA))
    if not sections:
        st.html('<div class="mw-empty">The notes of the data (its README.md) are missing.</div>')
    for number, (title, text) in enumerate(sections.items()):
        st.header(title, anchor=re.sub(r"[^a-z]+", "-", title.lower()).strip("-"))
        st.markdown(link_years(text) if title == _TOTALS else text)
        if number == 0:
            _show_missing(data)
    _show_take_down()
    st.header("How numbers are made", anchor="rules")
    st.html(f'<p class="mw-note">{html_text(WHOSE_WORDS)}</p>')
    st.html(f'<div class="mw-prose">{_rules()}</div>')
    show_link("river", "The model of the river, with its constants and limits", view)
    st.header("What the words mean", anchor="terms")
    st.html('<p class="mw-note">From the schema, which is the law of the data.</p>')
    st.html(f'<div class="mw-prose">{_definitions(data.version)}</div>')


def _show_take_down() -> None:
    """Say how to have a record taken down, and whom to ask where the host has named somebody."""
    settings = library.settings()
    link = '<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>'
    ways = []
    if settings.contact:
        named = link.format(html_text(settings.contact_link), html_text(settings.contact))
        ways.append(f"Write to {named}.")
    if settings.repository:
        form = link.format(html_text(f"{settings.repository}/issues/new?template=take_down.yml"), "form")
        ways.append(f"What may be read by everybody can go into the public {form}.")
    if not ways:
        ways.append("No contact is named here: ask whoever runs this site.")
    st.header("Take something down", anchor="take-down")
    st.html(f'<div class="mw-prose"><p>{html_text(TAKE_DOWN)}</p><p>{" ".join(ways)}</p></div>')


def readme_sections(text: str) -> dict[str, str]:
    """Return the sections of the data's notes by title, as Markdown; dictionary and comments are left out.

    Dollar signs are escaped: Streamlit would take two of them for a formula.
    """
    _, *parts = _HEADING.split(_COMMENT.sub("", text))
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    return {
        title: body.strip().replace("$", r"\$") for title, body in sections.items() if title not in _NOT_SHOWN
    }


def link_years(text: str) -> str:
    """Return Markdown in which each year of the first table leads to the events of that year.

    A table after it is of another time, and has numbers that no page shows.

    Examples
    --------
    >>> link_years("| year | best |\\n|---|---|\\n| 2025 | 942 |\\n\\n| 2025 | 9 |").splitlines()[2:]
    ['| [2025](./events?layer=rescue_events&from=2025-01&to=2025-12) | 942 |', '', '| 2025 | 9 |']
    """
    before, bar, rest = text.partition("|---")
    table, gap, after = rest.partition("\n\n")
    linked = _YEAR.sub(r"| [\1](./events?layer=rescue_events&from=\1-01&to=\1-12) |", table)
    return before + bar + linked + gap + after


def _readme(directory: Path) -> str:
    try:
        return (directory / "README.md").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _show_missing(data: Geodata) -> None:
    st.subheader("What is missing, layer by layer", anchor="missing")
    frames = {**data.layers, "actors": data.actors}
    table = coverage_table(frames, titles={name: library.schema(name).title for name in frames})
    st.html(f'<div class="mw-prose">{coverage_html(table)}</div>')
    with st.container(horizontal=True):
        show_link("compounds", "See the compounds", ViewState())
        for layer in EVENT_LAYERS:
            show_link("events", f"See {library.schema(layer).title.lower()}", ViewState(), layer=layer)
        show_link("river", "See the river and its series", ViewState())
        show_link("actors", "See the actors", ViewState())
    whole = overall(reading_shares(frames))
    st.html(
        f'<p class="mw-note">{whole["read_again"]:,} of {whole["records"]:,} records have been found again '
        "in their sources since they were entered, and mended where they were wrong: those with a day under "
        "'Read again'. Of those of more weight, which carry people, values, sanctions or a status, "
        f"it is {whole['heavy_read_again']:,} of {whole['heavy']:,}. The reaches of the river are cut from a "
        "line by calculation, with nothing to read again. The newest record is the newest known: a quiet "
        "month at the end means that nothing was read.</p>"
    )


@st.cache_data(show_spinner=False)
def _rules() -> str:
    return rules_html()


@st.cache_data(show_spinner=False, max_entries=2)
def _definitions(version: str) -> str:
    return definitions_html({name: library.schema(name) for name in (*LAYERS, *TABLES)})
