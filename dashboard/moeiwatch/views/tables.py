"""Records as rows for people: words in place of terms and ids. Frames in, frames out."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from moeiwatch.data.citations import spell_date
from moeiwatch.data.country_names import country_name
from moeiwatch.data.derived import DERIVED
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.metrics import spell_metric
from moeiwatch.data.schema import LayerSchema, Property
from moeiwatch.views.text import number, number_range

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "compounds": (
        "name", "kind", "status_shown", "status_shown_as_of", "not_confirmed_since", "newest_word",
        "township", "armed_groups", "operators", "part_of", "precision_m", "confidence", "verified",
        "summary",
    ),
    "construction_reports": (
        "observed", "place", "kind", "metric", "value_qualifier", "value", "value_max", "unit", "basis",
        "method", "confidence", "verified", "summary",
    ),
    "rescue_events": (
        "date", "place", "kind", "people", "basis", "nationalities", "destination", "counted_in",
        "confidence", "verified", "summary",
    ),
    "interventions": (
        "date", "kind", "target", "actor", "compound", "value", "unit", "confidence", "verified", "summary",
    ),
    "crossings": ("name", "kind", "official", "status", "precision_m", "confidence", "verified", "summary"),
    "river_reaches": ("from_km", "to_km", "nearest_place", "nearest_place_km", "sinuosity", "confidence"),
    "hydrology": ("name", "variable", "statistic", "unit", "period", "months", "confidence", "verified"),
    "season_evidence": ("date", "place", "season", "tells_of_crossing", "finding", "verified"),
}  # fmt: skip
"""The columns of each layer's table, in order; ``people`` and ``place`` are made here. Of compounds some are
not in the record: see `data.derived`."""

NOT_READ_TWICE = "not yet read twice"


def record_table(layer: str, records: pd.DataFrame, *, schema: LayerSchema, data: Geodata) -> pd.DataFrame:
    """Return the table of a layer's records: a row a record, same index, columns titled for people.

    Missing stays None. Numbers stay numbers, dates stay as far as they are known. Newest first, where the
    layer has dates; what is not dated comes last.
    """
    when = next((name for name in ("observed", "date") if name in COLUMNS[layer]), None)
    if when:
        records = records.sort_values(when, ascending=False, kind="stable", na_position="last")
    names = reference_names(layer, schema=schema, data=data)
    derived = DERIVED.get(layer, {})
    table = {}
    for name in COLUMNS[layer]:
        if name == "people":
            table["People"] = _people(records)
        elif name == "place":
            table["Place"] = place_names(records, data=data)
        elif name == "precision_m" and name in schema.properties:
            table["Position within, km"] = records[name] / 1000
        elif name == "verified" and name in schema.properties:
            table["Read again"] = [value or NOT_READ_TWICE for value in records[name]]
        elif name in derived:
            known = schema.properties[derived[name].like]
            table[derived[name].title] = [written(value, known, names) for value in records[name]]
        elif name in schema.properties:
            known = schema.properties[name]
            table[known.title] = [written(value, known, names) for value in records[name]]
            if name == "metric":
                table[known.title] = [value and spell_metric(value) for value in table[known.title]]
    table["Sources"] = [len(ids) if isinstance(ids, list) else 0 for ids in records["sources"]]
    table["On the map"] = ["yes" if shape is not None else "no place known" for shape in records.geometry]
    return pd.DataFrame(table, index=records.index)


def reference_names(layer: str, *, schema: LayerSchema, data: Geodata) -> dict[str, pd.Series]:
    """Return what to call the records that those of a layer refer to, by layer and id.

    Compounds and actors have names; a rescue event is called by its dates, kind and place.
    """
    names = {"compounds": data.layers["compounds"]["name"], "actors": data.actors["name"]}
    if layer == "rescue_events":  # they have no name: days, kind and place stand for it
        events = data.layers[layer]
        kinds = [written(kind, schema.properties["kind"], {}) for kind in events["kind"]]
        days = [
            " to ".join(dict.fromkeys(spell_date(day) for day in ends if day))
            for ends in zip(events["date"], events["date_end"], strict=True)
        ]
        rows = zip(days, kinds, place_names(events, data=data), strict=True)
        told = [", ".join(filter(None, row)) for row in rows]
        names[layer] = pd.Series(told, index=events.index, dtype=object)
    return names


def place_names(records: pd.DataFrame, *, data: Geodata) -> list[str | None]:
    """Return where each record is: the compound's name, else the place as the source tells it."""
    compounds = data.layers["compounds"]["name"]
    at = records["compound"] if "compound" in records else [None] * len(records)
    places = records["place"] if "place" in records else [None] * len(records)
    return [
        compounds.get(compound, compound) if compound else place
        for compound, place in zip(at, places, strict=True)
    ]


def written(value: Any, known: Property, names: Mapping[str, pd.Series]) -> Any:
    """Return a value as people read it: titles of terms, names of what is referred to; numbers unchanged."""
    if value is None or value != value:
        return None
    if isinstance(value, list):
        return ", ".join(str(written(part, known, names)) for part in value if part is not None)
    if isinstance(value, dict):
        who = value.get("actor") or value.get("authority")
        if who is None:
            return ", ".join(f"{country_name(code)} {number(count)}" for code, count in value.items())
        until = f" (until {spell_date(value['until'])})" if value.get("until") else ""
        return f"{names['actors'].get(who, who)}{until}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if known.terms:
        term = known.terms.get(value)
        return term.title if term else value
    if known.references in names:
        return str(names[known.references].get(value, value))
    return value


def record_title(layer: str, record: pd.Series, *, data: Geodata, schema: LayerSchema) -> str:
    """Return one line that names a record: its name, else date, kind and place."""
    if isinstance(record.get("name"), str):
        return record["name"]
    when = record.get("date") or record.get("observed")
    kind = written(record.get("kind"), schema.properties["kind"], {}) if "kind" in schema.properties else None
    where = place_names(record.to_frame().T, data=data)[0] or record.get("target") or record.get("season")
    return ", ".join(str(part) for part in (spell_date(when) if when else None, kind, where) if part)


def _people(events: pd.DataFrame) -> list[str | None]:
    rows = zip(events["people_min"], events["people_max"], strict=True)
    return [None if low != low and high != high else number_range(low, high) for low, high in rows]
