"""The harm rule: nobody may be found by this map, and no place to cross that was not in print."""

from collections.abc import Mapping
from typing import Any

from moeiwatch.data.checks.misplaced import misplaced_compounds, point_of
from moeiwatch.data.checks.unread import not_checked
from moeiwatch.data.contents import Collection, Contents, Record
from moeiwatch.data.problems import Problem, shorten

_PUBLIC_DECIMALS = 5
"""Two points are one and the same published point if they agree to this many decimals, about a metre."""

_COARSE_DECIMALS = 2
"""Decimals of a degree, about a kilometre: how exact a point may be that is not published."""

_JUDGED = ("rescue_events", "season_evidence", "crossings", "construction_reports", "interventions")
"""Layers under the rule. Compounds are what the map is about, and weather stations stand in public lists."""

_REMEDY = (
    "Use the point of a compound, a crossing, a town, a village or an airport of this data, or two decimals: "
)
_REMEDY_CROSSING = (
    "Use the point of a town or village of this data, or two decimals: {}. Only an official bridge, pier or "
    "checkpoint with published coordinates may be more exact."
)


def check_harm(contents: Contents) -> list[Problem]:
    """Report points that are not public and more exact than two decimals of a degree, about a kilometre.

    A record stands at a compound, at a crossing, or at a published point of a town, village or airport
    (``base/places``, ``base/cities``). A crossing itself stands at the point of a town or village, unless it
    is an official bridge, pier or checkpoint: these are published.

    Where one of the files of public points could not be read, nobody can say which points are public: that is
    said once. An event at a compound whose own place is wrong is judged when that place is mended.
    """
    layers = contents.collections
    events = layers["rescue_events"]
    listed = [contents.base[name] for name in ("places", "cities")]
    ours = [layers[name] for name in ("compounds", "crossings")]
    if skipped := not_checked(events, "whether events stand at public points", because=[*ours, *listed]):
        return skipped if events.records else []
    towns = _points(listed)
    public, misplaced = towns | _points(ours), misplaced_compounds(contents)
    problems = []
    for layer in (layers[name] for name in _JUDGED):
        known = towns if layer.name == "crossings" else public
        for record in layer.records:
            point, id_ = point_of(record), record.properties.get("compound")
            if point is None or _rounded(point, _COARSE_DECIMALS) == point:
                continue
            if _rounded(point, _PUBLIC_DECIMALS) in known or _may_be_exact(layer, record.properties):
                continue
            if not (isinstance(id_, str) and id_ in misplaced):
                problems.append(_problem(layer, record, point))
    return problems


def _may_be_exact(layer: Collection, facts: Mapping[str, Any]) -> bool:
    """Return True for a crossing that a state runs, unless we placed it ourselves from words."""
    is_told = facts.get("official") is not False and facts.get("kind") != "ford_area"
    return layer.name == "crossings" and is_told and facts.get("location_basis") != "described"


def _problem(layer: Collection, record: Record, point: tuple[float, float]) -> Problem:
    message = f"the point {shorten(point[0])}, {shorten(point[1])} is no published place and too exact"
    coarse = list(_rounded(point, _COARSE_DECIMALS))
    remedy = _REMEDY_CROSSING.format(coarse) if layer.name == "crossings" else f"{_REMEDY}{coarse}."
    return layer.problem(record, "geometry", message, remedy=remedy)


def _points(collections: list[Collection]) -> set[tuple[float, float]]:
    points = (point_of(record) for collection in collections for record in collection.records)
    return {_rounded(point, _PUBLIC_DECIMALS) for point in points if point is not None}


def _rounded(point: tuple[float, float], decimals: int) -> tuple[float, float]:
    return round(point[0], decimals), round(point[1], decimals)
