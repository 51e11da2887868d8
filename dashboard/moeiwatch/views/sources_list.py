"""Publications as people cite them, with a link where there may be one."""

from collections.abc import Iterable

import pandas as pd

from moeiwatch.data.citations import citation, link
from moeiwatch.views.text import html_text


def citation_html(source: pd.Series) -> str:
    """Return one publication as HTML; what was read in a copy says so and is no link."""
    words = html_text(citation(source))
    address = link(source)
    if address is None:
        return words
    return f'<a href="{html_text(address)}" target="_blank" rel="noopener noreferrer">{words}</a>'


def citation_list(ids: Iterable[str], sources: pd.DataFrame) -> str:
    """Return publications as an HTML list, in the order given; an unknown id is shown as it is."""
    items = "".join(
        f"<li>{citation_html(sources.loc[one]) if one in sources.index else html_text(one)}</li>"
        for one in ids
    )
    return f'<ol class="mw-list">{items}</ol>'


def short_citations(ids: Iterable[str] | None, sources: pd.DataFrame) -> str:
    """Return publishers as HTML, each a link to its publication where there may be one."""
    return ", ".join(_short(one, sources) for one in ids or ())


def _short(one: str, sources: pd.DataFrame) -> str:
    if one not in sources.index:
        return html_text(one)
    source = sources.loc[one]
    name = html_text(source["publisher"] or source["title"] or one)
    address = link(source)
    full = html_text(citation(source))
    if address is None:
        return f'<span title="{full}">{name}</span>'
    return (
        f'<a href="{html_text(address)}" title="{full}" target="_blank" rel="noopener noreferrer">{name}</a>'
    )
