"""Rules on where things stand: no compound in Thailand, events at their compound, and the harm rule."""

from moeiwatch.data.checks.misplaced import misplaced_compounds, point_of, wrong_bank
from moeiwatch.data.checks.unread import not_checked
from moeiwatch.data.contents import Collection, Contents
from moeiwatch.data.problems import Problem, shorten

_PUBLIC_DECIMALS = 5
"""Two points are one and the same published point if they agree to this many decimals, about a metre."""

_COARSE_DECIMALS = 2
"""Decimals of a degree, about a kilometre: how exact a point may be that is not published."""


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
                message = "the record has a point, but neither compound nor location_basis"
                remedy = "Say on what the point rests (location_basis), or write null."
                problems.append(layer.problem(record, "geometry", message, remedy=remedy))
    return problems


def check_harm(contents: Contents) -> list[Problem]:
    """Report events with people at points that are not public: nobody may be found by this map.

    A rescue event stands at a compound, at a crossing, or at a published point of a town, village or airport
    (``base/places``, ``base/cities``); anything else is given at two decimals of a degree, about a kilometre.
    Where one of these files could not be read, nobody can say which points are public: that is said once. An
    event at a compound whose own place is wrong is judged when that place is mended.
    """
    events, problems = contents.collections["rescue_events"], []
    places = _public_places(contents)
    if skipped := not_checked(events, "whether events stand at public points", because=places):
        return skipped if events.records else []
    points = [point_of(record) for collection in places for record in collection.records]
    public = {_rounded(point, _PUBLIC_DECIMALS) for point in points if point is not None}
    misplaced = misplaced_compounds(contents)
    for record in events.records:
        point = point_of(record)
        if point is None or _rounded(point, _COARSE_DECIMALS) == point:
            continue
        id_ = record.properties.get("compound")
        if _rounded(point, _PUBLIC_DECIMALS) in public or (isinstance(id_, str) and id_ in misplaced):
            continue
        message = f"the point {shorten(point[0])}, {shorten(point[1])} is no published place and too exact"
        coarse = list(_rounded(point, _COARSE_DECIMALS))
        remedy = (
            "Use the point of a compound, a crossing, a town, a village or an airport of this data, "
            f"or two decimals: {coarse}."
        )
        problems.append(events.problem(record, "geometry", message, remedy=remedy))
    return problems


def _public_places(contents: Contents) -> list[Collection]:
    """Return the files at whose points an event with people may stand."""
    layers = [contents.collections[name] for name in ("compounds", "crossings")]
    return layers + [contents.base[name] for name in ("places", "cities")]


def _rounded(point: tuple[float, float], decimals: int) -> tuple[float, float]:
    return round(point[0], decimals), round(point[1], decimals)


def _same(point: tuple[float, float] | None, other: tuple[float, float] | None) -> bool:
    if point is None or other is None:
        return point is other
    return _rounded(point, 6) == _rounded(other, 6)
