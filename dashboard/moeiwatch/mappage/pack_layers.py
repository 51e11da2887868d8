"""The layers of the page: what the schema and the style say of them, and their records as columns."""

from typing import Any

import geopandas as gpd

from moeiwatch.analysis.records import column
from moeiwatch.analysis.works import WORKS, works_sides
from moeiwatch.data.metrics import METRIC_WORDS
from moeiwatch.data.schema import LayerSchema
from moeiwatch.mappage.columns import code_column, number_column, text_columns
from moeiwatch.mappage.style import GROUPS, TERM_PROPERTY

SINGULAR = {
    "compounds": "Compound",
    "construction_reports": "Construction report",
    "rescue_events": "Rescue event",
    "interventions": "Intervention",
    "crossings": "Crossing",
    "river_reaches": "Stretch of the river",
}

PEOPLE = ("people_min", "people_best", "people_max")


def layer_words(layer: str, *, schema: LayerSchema) -> dict[str, Any]:
    """Return what the schema and the style say of a layer: titles, terms, rows of the legend, properties."""
    property_name = TERM_PROPERTY.get(layer)
    return {
        "title": schema.title,
        "singular": SINGULAR[layer],
        "term_property": property_name,
        "terms": term_words(schema.properties[property_name].terms) if property_name else [],
        "groups": [
            {
                "id": group.id,
                "title": group.title,
                "terms": list(group.terms),
                "shape": group.symbol.shape,
                "paint": group.symbol.paint,
                "colour": group.symbol.colour,
            }
            for group in GROUPS.get(layer, ())
        ],
        "properties": [
            {
                "name": name,
                "title": prop.title,
                "unit": prop.unit,
                "terms": METRIC_WORDS
                if name == "metric"
                else {str(term): words.title for term, words in prop.terms.items()},
                "references": prop.references,
            }
            for name, prop in schema.properties.items()
        ],
    }


def layer_records(
    frame: gpd.GeoDataFrame,
    *,
    layer: str,
    schema: LayerSchema,
    times: dict[str, list],
    sources: dict[str, int],
    compounds: dict[str, int],
) -> dict[str, Any]:
    """Return the records of a layer as columns, in the order of the frame.

    Parameters
    ----------
    times : columns of `time_columns`.
    sources, compounds : place of each source and compound in their tables.
    """
    taken = ["sources", "compound", "basis", "confidence", "merged_into", "withdrawn"]
    term = TERM_PROPERTY.get(layer)
    is_point = [shape is not None and shape.geom_type == "Point" for shape in frame.geometry]
    record: dict[str, Any] = {
        "id": frame.index.tolist(),
        "lon": [round(p.x, 5) if ok else None for p, ok in zip(frame.geometry, is_point, strict=True)],
        "lat": [round(p.y, 5) if ok else None for p, ok in zip(frame.geometry, is_point, strict=True)],
        **times,
        "sources": [
            [sources[s] for s in cell if s in sources] if isinstance(cell, list) else []
            for cell in column(frame, "sources")
        ],
    }
    for name in ("basis", "confidence"):
        if name in schema.properties and name in frame:
            record[name] = code_column(frame[name], terms=schema.properties[name].terms)
    if term:
        record["term"] = code_column(frame[term], terms=schema.properties[term].terms)
        taken.append(term)
    if "compound" in frame:
        record["compound"] = [compounds.get(cell, -1) for cell in frame["compound"]]
    if layer == "rescue_events":
        record.update({name: number_column(frame[name]) for name in PEOPLE})
        taken += PEOPLE
    if layer == "construction_reports":
        record["side"] = code_column(works_sides(frame), terms=WORKS)
    record["text"] = text_columns(frame, schema=schema, without=taken)
    return record


def term_words(terms: Any) -> list[dict]:
    """Return id, title and description of each term of a property."""
    return [
        {"id": str(term), "title": words.title, "description": words.description}
        for term, words in terms.items()
    ]
