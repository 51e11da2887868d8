"""'Suggest a change' below a record: on GitHub where a repository is set, else as words to copy."""

import streamlit as st

from moeiwatch.data.geodata import Geodata
from moeiwatch.data.suggestions import suggestion
from moeiwatch.views import library
from moeiwatch.views.text import html_text

_LINK = '<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>'


def show_suggest(layer: str, record: str, *, title: str, summary: str, data: Geodata) -> None:
    """Show the ways to suggest a change of a record.

    Parameters
    ----------
    layer : a layer, ``sources`` or ``actors``.
    title, summary : what people call the record, and what it says.
    """
    settings = library.settings()
    ways = suggestion(
        layer,
        record,
        title=title,
        summary=summary,
        site=settings.title,
        repository=settings.repository,
        version=data.version,
        line=library.record_line(layer, record),
    )
    with st.popover("Suggest a change", type="tertiary", key=f"suggest-{layer}-{record}", width="content"):
        if ways.form:
            form = _LINK.format(html_text(ways.form), "Fill in the form on GitHub")
            file = _LINK.format(html_text(ways.file), "its line in the file")
            st.html(f'<p class="mw-note">{form}, or change {file} and open a pull request.</p>')
        to = "whoever runs this site"
        if settings.contact:
            to = _LINK.format(html_text(settings.contact_link), html_text(settings.contact))
        st.html(f'<p class="mw-note">Without GitHub: copy this and send it to {to}.</p>')
        st.code(ways.letter, language=None, wrap_lines=True)
