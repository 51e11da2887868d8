"""Tables of the page on method: what is missing by layer, and the terms of the schema."""

from collections.abc import Mapping

import pandas as pd

from moeiwatch.analysis.reading_shares import reading_shares
from moeiwatch.analysis.records import column, select_standing
from moeiwatch.data.properties import Property, inner_properties
from moeiwatch.data.schema import LayerSchema
from moeiwatch.views.text import html_text, number

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
    DataFrame, a row a layer, columns ``Layer``, ``Records``, ``Read again``, ``Share``, ``Of more weight``,
    ``Of these read again``, ``Their share`` (see `reading_shares`), ``Without place`` and ``Without date``
    (None where the layer has none), ``Low confidence``, ``Newest``.
    """
    rows = []
    shares = reading_shares(layers)
    for layer, frame in layers.items():
        standing = select_standing(frame)
        dates = column(standing, DATES[layer]) if layer in DATES else None
        read = shares.loc[layer]
        rows.append(
            {
                "Layer": titles.get(layer, layer),
                "Records": read["records"],
                "Read again": read["read_again"],
                "Share": _percent(read["share"]),
                "Of more weight": read["heavy"],
                "Of these read again": read["heavy_read_again"],
                "Their share": _percent(read["heavy_share"]),
                "Without place": _without_place(standing),
                "Without date": None if dates is None else int(dates.isna().sum()),
                "Low confidence": int((column(standing, "confidence") == "low").sum()),
                "Newest": None if dates is None else max(dates.dropna(), default=None),
            }
        )
    counts = (
        "Records",
        "Read again",
        "Of more weight",
        "Of these read again",
        "Without place",
        "Without date",
    )
    return pd.DataFrame(rows).astype(dict.fromkeys(counts, "Int64"))


def coverage_html(table: pd.DataFrame) -> str:
    """Return the table of `coverage_table` as HTML; what a layer does not have stays empty."""
    heads = "".join(f"<th scope='col'>{html_text(name)}</th>" for name in table.columns)
    rows = "".join(
        f"<tr><th scope='row'>{html_text(row.iloc[0])}</th>"
        + "".join(
            f"<td>{'' if pd.isna(value) else html_text(_written(value))}</td>" for value in row.iloc[1:]
        )
        + "</tr>"
        for _, row in table.iterrows()
    )
    head = f"<thead><tr>{heads}</tr></thead>"
    return f'<table class="mw-facts mw-counts mw-layers">{head}<tbody>{rows}</tbody></table>'


def _written(value: object) -> str:
    return str(value) if isinstance(value, str) else number(value)


def _percent(number: float) -> str | None:
    return None if pd.isna(number) else f"{number:.0f} %"


def _without_place(records: pd.DataFrame) -> int | None:
    if "geometry" not in records:
        return None
    return int((records.geometry.isna() | records.geometry.is_empty).sum())


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
