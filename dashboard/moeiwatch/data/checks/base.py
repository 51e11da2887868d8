"""Rules on the base layers that other rules rest on: without them these would fall silent."""

from moeiwatch.data.contents import Contents, Record
from moeiwatch.data.problems import Problem

RESTED_ON = {
    "countries": "on which bank a compound stands",
    "border": "how far from the border a place lies",
    "places": "which points of towns and villages are published",
    "cities": "which points of cities are published",
}
"""Layers of ``base/`` that rules need, each with what nobody can say without it."""


def check_base(contents: Contents) -> list[Problem]:
    """Report a base layer without records, or with one that has no geometry: rules rest on it."""
    problems = []
    for name, what in RESTED_ON.items():
        layer = contents.base[name]
        if not layer.is_read:
            continue  # told already
        wanted = [record for record in layer.records if name != "countries" or country_of(record) == "TH"]
        remedy = f"Restore {layer.file}; it is replaced as a whole, by a maintainer."
        if not wanted:
            missing = "Thailand (TH)" if name == "countries" else "records"
            message = f"the layer is without {missing}: nobody can say {what}"
            problems.append(layer.problem(None, "features", message, remedy=remedy))
        for record in wanted:
            if record.geometry is None:
                message = f"the geometry is null: nobody can say {what}"
                problems.append(layer.problem(record, "geometry", message, remedy=remedy))
    return problems


def country_of(record: Record) -> str | None:
    """Return the two-letter code of a country of ``base/countries``, None where it has none."""
    return record.id or record.properties.get("country")
