"""Rules on where things stand: no compound in Thailand, and events at their compound."""

from moeiwatch.data.checks.misplaced import misplaced_compounds, point_of, wrong_bank
from moeiwatch.data.contents import Contents
from moeiwatch.data.problems import Problem


def check_banks(contents: Contents) -> list[Problem]:
    """Report compounds in Thailand: all of them stand on the Myanmar side of the border."""
    compounds, problems = contents.collections["compounds"], []
    for record, metres in wrong_bank(contents):
        distance = f"{metres / 1000:.1f} km" if metres >= 1000 else f"{metres:.0f} m"
        message = f"the compound stands in Thailand, {distance} from the border"
        remedy = "Compounds stand on the Myanmar side: mend the coordinates, or give the place as a crossing."
        problems.append(compounds.problem(record, "geometry", message, remedy=remedy))
    return problems


def check_compound_places(contents: Contents) -> list[Problem]:
    """Report events at a compound that stand elsewhere without saying on what their own place rests."""
    compounds, problems = contents.collections["compounds"], []
    misplaced = misplaced_compounds(contents)
    for layer in contents.layers:
        if layer.schema is None or "compound" not in layer.schema.properties or compounds.document.broken:
            continue
        for record in layer.records:
            id_ = record.properties.get("compound")
            own = "location_basis" in record.properties
            compound = compounds.by_id.get(id_) if isinstance(id_, str) else None
            if compound is not None and id_ in misplaced:
                continue  # told of the compound itself
            if compound is not None and not own and not _same(point_of(record), point_of(compound)):
                where = "is not that of" if record.geometry else "is null, unlike that of"
                message = f"the point {where} the compound {id_}"
                remedy = (
                    "Run python dashboard format, or give location_basis if the event has a place of its own."
                )
                problems.append(layer.problem(record, "geometry", message, remedy=remedy))
            elif id_ is None and not own and record.geometry is not None:
                known = [n for n in ("compound", "location_basis") if n in layer.schema.properties]
                lacks = f"neither {' nor '.join(known)}" if len(known) > 1 else f"no {known[0]}"
                message = f"the record has a point, but {lacks}"
                remedy = f'Say on what the point rests ({" or ".join(known)}), or write "geometry": null.'
                problems.append(layer.problem(record, "geometry", message, remedy=remedy))
    return problems


def _same(point: tuple[float, float] | None, other: tuple[float, float] | None) -> bool:
    if point is None or other is None:
        return point is other
    return all(round(a, 6) == round(b, 6) for a, b in zip(point, other, strict=True))
