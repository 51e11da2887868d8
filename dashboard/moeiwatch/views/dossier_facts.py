"""What a compound's dossier says of its names, position, control and status, as HTML; escaped here, once."""

from typing import NamedTuple

import pandas as pd

from moeiwatch.analysis.backlinks import ROLES
from moeiwatch.analysis.dossier import Dossier
from moeiwatch.analysis.sanctioned import named_actors, sanctions_tied
from moeiwatch.data.citations import spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.properties import inner_properties
from moeiwatch.data.schema import LayerSchema
from moeiwatch.views.sources_list import short_citations
from moeiwatch.views.tables import NOT_READ_TWICE
from moeiwatch.views.text import html_text, link_html, within_words

_SCRIPTS = {"name_my": ("my", "Burmese"), "name_zh": ("zh", "Chinese"), "name_th": ("th", "Thai")}
_NOBODY = "Nobody is named in the sources read."
_NO_SANCTION = "No sanction is on record on those named with it."
_BY_SOURCES = '<a href="#sources">By the sources of this record</a>, which stand first in the list.'


def names_html(compound: pd.Series) -> str:
    """Return the names in other scripts and the other names; each script marked as its language."""
    parts = [
        f'<span lang="{language}" title="{title}">{html_text(name)}</span>'
        for column, (language, title) in _SCRIPTS.items()
        for name in compound.get(column) or ()
    ]
    parts += [html_text(name) for name in compound.get("other_names") or ()]
    return f'<p class="mw-names">{" · ".join(parts)}</p>' if parts else ""


def facts_html(dossier: Dossier, *, schema: LayerSchema, data: Geodata, since: str | None) -> str:
    """Return what is known of position, control and standing as a table of two columns.

    Parameters
    ----------
    since : date of the newest word on the status where it is no longer confirmed, else None.
    """
    compound, terms = dossier.compound, {name: known.terms for name, known in schema.properties.items()}

    def term(name: str) -> str:
        value = compound.get(name)
        return html_text(terms[name][value].title if value in terms[name] else value)

    precision = within_words(compound.get("precision_m"))
    within = f", {precision}" if precision else ""
    first = compound.get("first_reported")
    rows = [
        ("Kind", term("kind")),
        ("Status", f"{term('status')}{_as_of(compound.get('status_as_of'))}{_stale(since)}"),
        ("First reported", html_text(spell_date(first) if first else "Not known")),
        ("Where", html_text(_where(compound))),
        ("Position", f"{term('location_basis')}{within}. {html_text(compound.get('location_note'))}"),
        *((schema.properties[role].title, _named(compound, role, schema, data)) for role in ROLES),
        (schema.properties["sanctions"].title, _sanctions(compound, schema, data)),
        ("Confidence", f"{term('confidence')}, {_verified(compound)}"),
    ]
    cells = "".join(f"<tr><th scope='row'>{name}</th><td>{text}</td></tr>" for name, text in rows if text)
    return f'<table class="mw-facts mw-stacked">{cells}</table>'


def status_html(spans: pd.DataFrame, compound: str, *, schema: LayerSchema) -> str:
    """Return the status of a compound through time, as far as dated words tell; "" where none does.

    Parameters
    ----------
    spans : as `status.status_spans` gives them.
    """
    terms = schema.properties["status"].terms
    items = "".join(
        f'<li><span class="mw-when">'
        f"{_word_link(row)}</span> "
        f"{html_text(terms[row.status].title if row.status in terms else row.status)}</li>"
        for row in spans[(spans["compound"] == compound).to_numpy(bool)].itertuples()
    )
    if not items:
        return ""
    words = (
        "Derived from dated words on it, each until the next; silence changes nothing. What is dated by "
        "month or year counts by its last day, or by that of its publication; a raid or a demolition told "
        "over several days by the last of them, shown here. A date opens the record."
    )
    return (
        '<div class="mw-figure"><h3>Status through time</h3>'
        f'<ul class="mw-list">{items}</ul><p>{words}</p></div>'
    )


def _word_link(row: NamedTuple) -> str:
    """Return the date of a word on the status as a link to its record; of the compound's own to its sources.

    Parameters
    ----------
    row : of `status.status_spans`.
    """
    when = spell_date(row.when) if row.when else "not dated"
    if row.layer == "compounds":
        return f'<a href="#sources">{html_text(when)}</a>'
    return link_html(when, "events", layer=row.layer, sel=f"{row.layer}/{row.record}")


def _where(compound: pd.Series) -> str:
    town = f"{compound['township']} township" if compound.get("township") else ""
    facing = compound.get("facing_thai_place") or []
    return ", ".join(part for part in (town, f"opposite {', '.join(facing)}" if facing else "") if part)


def _as_of(text: str | None) -> str:
    return f" as of {html_text(spell_date(text))}" if text else ", no date"


def _stale(since: str | None) -> str:
    return f" <strong>Not confirmed since {html_text(spell_date(since))}.</strong>" if since else ""


def _verified(record: pd.Series) -> str:
    read = record.get("verified")
    return f"read again {html_text(spell_date(read))}" if read else NOT_READ_TWICE


def _actor(actor: str, data: Geodata) -> str:
    """Return an actor's name as a link to all that is said of it; an unknown id is shown as it is."""
    if actor not in data.actors.index:
        return html_text(actor)
    return link_html(data.actors["name"][actor], "actors", actor=actor)


def _named(compound: pd.Series, role: str, schema: LayerSchema, data: Geodata) -> str:
    """Return whom the record names in a role, with what the role means and whose word it is."""
    entries = compound.get(role)
    if not entries:
        return _NOBODY
    meaning = html_text(schema.properties[role].description)
    return f'{_actors(entries, data)}<p class="mw-note">{meaning} {_BY_SOURCES}</p>'


def _actors(entries: list[dict], data: Geodata) -> str:
    return "<br>".join(
        _actor(entry["actor"], data)
        + (f" until {html_text(spell_date(entry['until']))}" if entry.get("until") else "")
        + (f" <small>({html_text(entry['note'])})</small>" if entry.get("note") else "")
        for entry in entries
    )


def _sanctions(compound: pd.Series, schema: LayerSchema, data: Geodata) -> str:
    """Return the sanctions on those named with a compound: by whom, when, on whom, and who says so."""
    authorities = inner_properties(schema.properties["sanctions"])["authority"].terms
    parts = []
    tied = sanctions_tied(compound, data.actors)
    if tied.empty:
        return _NO_SANCTION if named_actors(compound) else _NOBODY
    for (authority, date), rows in tied.groupby(["authority", "date"], sort=False, dropna=False):
        title = authorities[authority].title if authority in authorities else authority
        who = [
            _actor(row.actor, data)
            + (f" <small>(member of {_actor(row.member_of, data)})</small>" if row.member_of else "")
            for row in rows.dropna(subset=["actor"]).itertuples()
        ]
        listed = f"on {', '.join(who)}" if who else "on whom is told in the summary"
        when = spell_date(date) if isinstance(date, str) else "not dated"
        sources = dict.fromkeys(source for ids in rows["sources"] for source in ids or ())
        parts.append(
            f"<p><strong>{html_text(title)}</strong>, {html_text(when)}: {listed} "
            f"<small>{short_citations(sources, data.sources)}</small></p>"
        )
    return "".join(parts)
