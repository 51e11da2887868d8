"""What changed in the data: by version, newest first, in sentences."""

from collections import Counter
from itertools import groupby
from urllib.parse import quote

import streamlit as st

from moeiwatch.analysis.records import select_standing
from moeiwatch.data.changes.history import Told, Version
from moeiwatch.data.changes.history_file import read_versions
from moeiwatch.data.citations import spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.paths import GEODATA
from moeiwatch.data.plurals import plural
from moeiwatch.data.schema import LAYERS, TABLES
from moeiwatch.views import library
from moeiwatch.views.address import read_view
from moeiwatch.views.shell import show_problems
from moeiwatch.views.text import html_text

FIRST = 5
MORE = 6
"""Versions that are told at first, and with each step on demand."""

_AT_ONCE = 25
"""Records of one version that are listed at once; the others are folded."""

_COUNT = "moeiwatch_versions"
_WIDTH_PX = 960
_EMPTY = (
    '<div class="mw-empty">What changed is not known here: this copy of the data has neither its git history '
    "(a shallow clone has none) nor the file <code>changes.json</code> that comes with a release.</div>"
)


def show_changes() -> None:
    """Show the newest versions of the data with what changed in each, and earlier ones on demand."""
    read_view()
    data = library.geodata()
    show_problems(data)
    wanted = st.session_state.get(_COUNT, FIRST)
    with st.container(width=_WIDTH_PX):
        st.title("What changed", anchor=False)
        words = (
            f"Records added, changed and withdrawn, by version of the data. Shown is version {data.version}."
        )
        st.html(f'<p class="mw-note">{html_text(words)}</p>')
        with st.spinner("Reading what changed"):
            versions = _versions(library.revision(), data.version, wanted)
        if not versions:
            st.html(_EMPTY)
        first = next((version for version in versions if _has_more(version)), None)
        for version in versions:
            _show_version(version, data=data, is_open=version is first)
        if len(versions) == wanted:
            st.button("Earlier versions", on_click=show_earlier, key="mw-earlier")
        elif versions:
            st.html('<p class="mw-note">No earlier version is known.</p>')


def show_earlier() -> None:
    """Ask for some more versions in the next run."""
    st.session_state[_COUNT] = st.session_state.get(_COUNT, FIRST) + MORE


@st.cache_data(show_spinner=False, max_entries=8)
def _versions(revision: str, version: str, most: int) -> list[Version]:
    return read_versions(GEODATA, most=most)


def _show_version(version: Version, *, data: Geodata, is_open: bool) -> None:
    st.html(heading_html(version))
    words = f"{version.summary.capitalize()}."
    if not _has_more(version):
        st.html(f'<p class="mw-note">{html_text(words)}</p>')
        return
    with st.expander(words, expanded=is_open):
        st.html(records_html(version.records[:_AT_ONCE], data=data))
        rest = version.records[_AT_ONCE:]
        if rest:
            st.html(
                f"<details><summary>and {plural(len(rest), 'more record')}</summary>"
                f"{records_html(rest, data=data)}</details>"
            )
        left = [f"{plural(version.left_out, 'record')} more are not listed."] if version.left_out else []
        notes = "".join(f"<li>{html_text(note)}</li>" for note in (*left, *version.notes))
        if notes:
            st.html(f'<ul class="mw-list mw-note">{notes}</ul>')


def _has_more(version: Version) -> bool:
    """Return True if there is more to say of a version than its summary."""
    return bool(version.records or version.notes)


def heading_html(version: Version) -> str:
    """Return day, version and commit as a heading."""
    commit = f", commit <code>{html_text(version.revision)}</code>" if version.revision else ""
    since = f" Compared with <code>{html_text(version.since)}</code>." if version.since else ""
    return (
        f'<div class="mw-version"><h2>{html_text(spell_date(version.date)) or "Not dated"}</h2>'
        f'<p class="mw-note">Version <code>{html_text(version.version)}</code>{commit}.{since}</p></div>'
    )


def records_html(records: tuple[Told, ...], *, data: Geodata) -> str:
    """Return records with what happened to each, by layer; those that the map shows lead there."""
    parts = []
    for layer, found in groupby(records, key=lambda record: record.layer):
        told = list(found)
        items = "".join(
            f'<li><span class="mw-tag">{html_text(record.change)}</span> '
            f"<strong>{html_text(record.name)}</strong>: {html_text(_phrase(record))}"
            f"{_link(record, data)}</li>"
            for record in told
        )
        counts = Counter(record.change for record in told)
        said = ", ".join(f"{count} {change}" for change, count in counts.items())
        title = library.schema(layer).title if layer in (*LAYERS, *TABLES) else layer
        parts.append(f'<h3>{html_text(title)} <span class="mw-when">{html_text(said)}</span></h3>')
        parts.append(f'<ul class="mw-list">{items}</ul>')
    return f'<div class="mw-changes">{"".join(parts)}</div>'


def _phrase(record: Told) -> str:
    """Return what happened without the word that the label beside it says already."""
    rest = record.phrase.removeprefix(record.change).removeprefix(":").strip()
    return rest.removeprefix("(").removesuffix(")") if rest.startswith("(") and rest.count("(") == 1 else rest


def _link(record: Told, data: Geodata) -> str:
    frame = data.layers.get(record.layer)
    if frame is None or record.id not in frame.index or record.layer in ("hydrology", "season_evidence"):
        return ""
    if select_standing(frame.loc[[record.id]]).empty:
        return ""
    address = f"./?sel={quote(record.layer)}/{quote(record.id, safe='')}"
    return f' <a href="{html_text(address)}" target="_self">on the map</a>'
