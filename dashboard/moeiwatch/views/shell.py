"""What stands around every page: style, the row across the top, words on broken data, the foot."""

from pathlib import Path

import streamlit as st

from moeiwatch.data.citations import spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.losses import loss_sentences
from moeiwatch.data.plurals import plural
from moeiwatch.data.viewstate import ViewState
from moeiwatch.mappage.page import PAGE_FILES
from moeiwatch.views import library
from moeiwatch.views.address import link_query
from moeiwatch.views.links import follow_links
from moeiwatch.views.text import html_text

_SHEETS = (Path(__file__).with_name("app.css"), PAGE_FILES / "handout.css")
_STYLE = "\n".join(sheet.read_text(encoding="utf-8") for sheet in _SHEETS)
_EMBEDDED = """
:root { --mw-above: 0px; --mw-least: 0px; }
.stMainBlockContainer:has(.st-key-map) { padding: 0; }
.stMainBlockContainer:has(.st-key-map) > * { gap: 0; }
"""
_PAGES = "moeiwatch_pages"

MORE = ("changes", "workbench", "privacy")
"""Pages for those who contribute, and the privacy note: they stand in a menu at the end of the row."""


def keep_pages(pages: dict) -> None:
    """Keep the pages of the app by name, so that any of them can link to any other."""
    st.session_state[_PAGES] = pages


def show_link(name: str, label: str, view: ViewState, **page_keys: str) -> None:
    """Show a link to a page that takes the view along; nothing if the app has no such page.

    Parameters
    ----------
    name : the page's name in `keep_pages`.
    label : Markdown; names from the data go through `markdown_text` first.
    page_keys : keys of that page's address, such as ``compound``.
    """
    page = st.session_state.get(_PAGES, {}).get(name)
    if page is not None:
        st.page_link(page, label=label, query_params=link_query(view, **page_keys) or None)


def show_style() -> None:
    """Add the app's style sheet to the page, with what is other where the app stands in a frame."""
    st.html(f"<style>{_STYLE}{_EMBEDDED if st.context.is_embedded else ''}</style>")


def show_top(view: ViewState, *, newest: str, page: str) -> None:
    """Show the row across the top: the name, the pages, the date of the newest report from the ground.

    Parameters
    ----------
    page : title of the page that is open.

    The links carry the view in their address, so that a step to another page is one step in the reader's
    history and may be opened in a new tab; Streamlit's own navigation drops the query.
    """
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="mw-top"):
        st.html(f'<span class="mw-name">{html_text(library.settings().title)}</span>')
        pages = st.session_state[_PAGES]
        for name in pages:
            if name not in MORE:
                title = pages[name].title
                show_link(name, f"**{title}**" if title == page else title, view)
        more = [name for name in MORE if name in pages]
        if more:
            is_open = page in [pages[name].title for name in more]
            with st.popover("**More**" if is_open else "More", key="mw-more", type="tertiary"):
                for name in more:
                    show_link(name, pages[name].title, view)
        if newest:
            words = f"Newest from the ground: {spell_date(newest)}"
            st.html(f'<span class="mw-newest">{html_text(words)}</span>')
    follow_links(page)


def show_site_banner() -> None:
    """Show the sentence that the host has set."""
    if banner := library.settings().banner:
        st.html(f'<div class="mw-banner site" role="note">{html_text(banner)}</div>')


def show_problems(data: Geodata) -> None:
    """Say which records are left out because their file is broken, why, and how many of how many stand."""
    if not data.problems:
        return
    shown = html_text(" ".join(loss_sentences(data)))
    listed = "".join(f"<li>{html_text(problem)}</li>" for problem in data.problems[:20])
    more = len(data.problems) - 20
    st.html(
        '<div class="mw-banner" role="status"><strong>Some of the data could not be read.</strong> '
        f"{shown}<details><summary>{plural(len(data.problems), 'problem')}</summary><ul>{listed}</ul>"
        + (f"<p>and {more} more: run <code>python dashboard check</code></p>" if more > 0 else "")
        + "</details></div>"
    )


def show_foot(data: Geodata) -> None:
    """Say whose data it is and which version."""
    st.html(
        '<div class="mw-foot">Data version '
        f"<code>{html_text(data.version)}</code>. Curated data CC BY 4.0; border and river © OpenStreetMap "
        "contributors, ODbL; places GeoNames, OCHA, MIMU; land Natural Earth. Reports are told as their "
        "sources tell them: claims of authorities are marked as claims. "
        f"{_contact_html()}</div>"
    )


def _contact_html() -> str:
    settings = library.settings()
    link = '<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>'
    parts = []
    if settings.contact:
        words = html_text(settings.contact)
        parts.append(f"Contact: {link.format(html_text(settings.contact_link), words)}.")
    if settings.repository:
        parts.append(f"Contribute: {link.format(html_text(settings.repository), 'the repository')}.")
    return " ".join(parts)
