"""Tables of the page on method: what is missing by layer, and the terms of the schema."""

from collections.abc import Mapping

import pandas as pd

from moeiwatch.analysis.records import column, select_standing
from moeiwatch.data.properties import Property, inner_properties
from moeiwatch.data.schema import LayerSchema
from moeiwatch.views.text import html_text

DATES = {
    "compounds": "status_as_of",
    "construction_reports": "observed",
    "rescue_events": "date",
    "interventions": "date",
    "season_evidence": "date",
}
"""The date of a layer by which its newest record is told."""

SHARED = ("confidence", "basis", "location_basis")
"""Properties that several layers have; their terms are told once, first."""


def coverage_table(layers: Mapping[str, pd.DataFrame], *, titles: Mapping[str, str]) -> pd.DataFrame:
    """Return what is known of each layer's records, and what is not; withdrawn ones are not counted.

    Returns
    -------
    DataFrame, a row a layer, columns ``Layer``, ``Records``, ``Read twice`` (with a day of a second reading),
    ``Share read twice``, ``Without place``, ``Without date`` (None where the layer has no date),
    ``Low confidence``, ``Newest``.
    """
    rows = []
    for layer, frame in layers.items():
        standing = select_standing(frame)
        dates = column(standing, DATES[layer]) if layer in DATES else None
        read = int(column(standing, "verified").notna().sum())
        rows.append(
            {
                "Layer": titles.get(layer, layer),
                "Records": len(standing),
                "Read twice": read,
                "Share read twice": f"{100 * read / len(standing):.0f} %" if len(standing) else None,
                "Without place": int((standing.geometry.isna() | standing.geometry.is_empty).sum()),
                "Without date": None if dates is None else int(dates.isna().sum()),
                "Low confidence": int((column(standing, "confidence") == "low").sum()),
                "Newest": None if dates is None else max(dates.dropna(), default=None),
            }
        )
    return pd.DataFrame(rows).astype({"Without date": "Int64"})


def definitions_html(schemas: Mapping[str, LayerSchema]) -> str:
    """Return the meaning of every term, first of what layers share, then layer by layer, opening on "
    "demand."""
    parts = []
    for name in SHARED:
        known = next((p for s in schemas.values() if (p := s.properties.get(name)) and p.terms), None)
        if known:
            parts.append(_details(known.title, known.description, _terms(known)))
    for schema in schemas.values():
        own = [known for name, known in _with_terms(schema.properties) if name not in SHARED]
        words = "".join(
            f"<h4>{html_text(known.title)}</h4><p>{html_text(known.description)}</p>{_terms(known)}"
            for known in own
        )
        parts.append(_details(schema.title, schema.description, words))
    return "".join(parts)


def _with_terms(properties: Mapping[str, Property]) -> list[tuple[str, Property]]:
    """Return the properties that have terms, those inside others as well."""
    found = []
    for name, known in properties.items():
        found += [(name, known)] if known.terms else _with_terms(inner_properties(known))
    return found


def _details(title: str, description: str, words: str) -> str:
    return f"<details><summary>{html_text(title)}</summary><p>{html_text(description)}</p>{words}</details>"


def _terms(known: Property) -> str:
    rows = "".join(
        f"<tr><th scope='row'>{html_text(term.title)}</th><td>{html_text(term.description)}</td></tr>"
        for term in known.terms.values()
    )
    return f'<table class="mw-facts">{rows}</table>'
