"""Compounds whose own place is wrong: told once of the compound, never of the events that stand there."""

from moeiwatch.data.checks.border import border_of
from moeiwatch.data.checks.geometry import check_geometry, is_number
from moeiwatch.data.contents import Contents, Record

BORDER_ACCURACY_M = 100.0
"""Metres. How far the border line may be off (geodata/base): nearer than this, either bank is allowed."""


def misplaced_compounds(contents: Contents) -> set[str]:
    """Return the ids of compounds whose geometry is missing, cannot be drawn, or lies where it cannot be.

    That is what `check_geometry` reports, and compounds in Thailand (`wrong_bank`).
    """
    compounds, frame = contents.collections["compounds"], contents.frame
    wrong = {
        id_
        for id_, record in compounds.by_id.items()
        if "geometry" not in record.value or check_geometry(compounds, record, frame=frame)
    }
    return wrong | {record.id for record, _ in wrong_bank(contents) if record.id is not None}


def wrong_bank(contents: Contents) -> list[tuple[Record, float]]:
    """Return compounds in Thailand with their distance to the border in metres, where it is known."""
    border = border_of(contents) if contents.base else None
    if border is None:
        return []
    found = []
    for record in contents.collections["compounds"].records:
        point = point_of(record)
        if point is not None and border.in_thailand(*point):
            metres = border.distance_m(*point)
            if metres > BORDER_ACCURACY_M:
                found.append((record, metres))
    return found


def point_of(record: Record) -> tuple[float, float] | None:
    """Return longitude and latitude of a record that is a point in good shape, else None."""
    geometry = record.geometry
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        return None
    position = geometry.get("coordinates")
    if not (
        isinstance(position, list) and len(position) == 2 and all(is_number(value) for value in position)
    ):
        return None
    return position[0], position[1]
