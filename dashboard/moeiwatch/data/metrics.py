"""What a construction report measured, in words: every metric by its subject, named once for all who show it.

The vocabulary is open: a metric that is not listed is told by its own words under `OTHER`, so that a new one
can be shown at once.
"""

import re
from collections.abc import Mapping

SUBJECTS: Mapping[str, Mapping[str, str]] = {
    "Buildings demolished, destroyed or damaged": {
        "demolished_buildings": "buildings demolished",
        "demolished_buildings_cumulative": "buildings demolished, running total",
        "demolished_buildings_rounded": "buildings demolished, in round figures",
        "demolished_buildings_zone_1": "buildings demolished, in zone 1",
        "demolished_buildings_zone_2": "buildings demolished, in zone 2",
        "demolished_buildings_zone_3": "buildings demolished, in zone 3",
        "demolished_by_explosives": "buildings demolished, with explosives",
        "demolished_by_machinery": "buildings demolished, with machinery",
        "high_rises_demolished_cumulative": "high-rises demolished, running total",
        "buildings_reburned_cumulative": "buildings destroyed again by fire, running total",
        "buildings_destroyed_satellite": "buildings destroyed, by satellite",
        "buildings_damaged_satellite": "buildings damaged, by satellite",
        "buildings_destroyed_or_damaged_confirmed": "buildings destroyed or damaged, confirmed",
        "share_of_buildings_hit": "share of the buildings hit",
        "area_demolished_share": "share of the area demolished",
    },
    "Buildings to be demolished": {
        "buildings_targeted": "buildings to be demolished",
        "buildings_targeted_rounded": "buildings to be demolished, in round figures",
    },
    "Blasts and air strikes": {
        "blasts_cumulative": "blasts, running total",
        "blasts_in_day": "blasts, in one day",
        "airstrikes": "air strikes",
    },
    "Buildings on the site": {
        "buildings_total_declared": "buildings on the site, as declared",
        "buildings_declared_zone_a": "buildings in zone A, as declared",
        "buildings_declared_zone_b": "buildings in zone B, as declared",
        "buildings_itemised": "buildings on the site, summed from a list",
        "buildings_occupied_by_troops": "buildings occupied by troops",
        "buildings_inspected_cumulative": "buildings inspected, running total",
        "buildings_found_used_cumulative": "buildings found used for fraud, running total",
        "buildings_sealed_cumulative": "buildings sealed, running total",
    },
    "New buildings": {
        "structures_built": "structures built",
        "buildings_built_or_altered": "buildings built or altered",
        "buildings_under_construction": "buildings under construction",
        "large_buildings_completed": "large buildings completed",
        "large_buildings_near_completion": "large buildings near completion",
        "large_buildings_under_construction": "large buildings under construction",
        "four_storey_buildings": "buildings of four storeys",
        "permitted_buildings": "buildings permitted",
        "projects": "building projects",
        "groundbreaking": "ground broken",
        "main_construction_period": "main period of building",
    },
    "Land and size": {
        "site_area": "area of the site",
        "leased_area": "area leased",
        "planned_area": "area planned",
        "permitted_area": "area permitted",
        "land_under_deals": "land under deals",
        "size_growth": "growth in size",
        "growth_rate": "growth in area",
    },
    "Satellite internet and power": {
        "starlink_dishes": "Starlink dishes",
        "starlink_dishes_one_roof": "Starlink dishes, on one roof",
        "starlink_terminals_seized": "Starlink terminals seized",
        "starlink_terminals_disabled": "Starlink terminals switched off",
        "starlink_connections": "Starlink connections",
        "starlink_connections_growth": "growth in Starlink connections",
        "new_generators": "new generators",
        "solar_panels_installed": "solar panels put up",
        "night_lights_change": "change in lights at night",
    },
    "Thai bank": {"thai_houses_damaged": "houses damaged, on the Thai bank"},
    "Sites and operations": {
        "compounds_count": "compounds",
        "compounds_expanding": "compounds that grew",
        "new_sites": "new sites",
        "sites": "sites",
        "scam_operations": "scam operations",
        "industry_growth": "growth of the trade",
        "arrivals": "people who arrived",
        "business_resumed": "business taken up again",
    },
    "State of the site": {
        "site_state": "state of the site",
        "site_intact": "site intact",
        "site_seized": "site seized",
        "site_cleared_claim": "site said to be cleared",
        "fortifications_seen": "fortifications seen",
        "fire": "fire",
    },
}
"""Subject to its metrics, each with its words: the thing first, what is said of the count behind a comma."""

OTHER = "Other figures"

METRIC_WORDS = {metric: words for metrics in SUBJECTS.values() for metric, words in metrics.items()}
"""Metric to its words."""

_SUBJECT_OF = {metric: subject for subject, metrics in SUBJECTS.items() for metric in metrics}
_THINGS = ("buildings", "dishes", "count")
_PLURAL = re.compile(r"\b(\w+?)(?:(?<=sh)es|s)\b")
_LAST_PARTS = {
    "cumulative": "running total",
    "confirmed": "confirmed",
    "rounded": "in round figures",
    "satellite": "by satellite",
}


def metric_subject(metric: str | None) -> str:
    """Return the subject that a metric belongs to, `OTHER` for one that is not listed.

    Examples
    --------
    >>> metric_subject("blasts_in_day"), metric_subject("fences_built")
    ('Blasts and air strikes', 'Other figures')
    """
    return _SUBJECT_OF.get(metric, OTHER)


def spell_metric(metric: str) -> str:
    """Return the name of a metric in words; what it says of the count stands behind a comma.

    Examples
    --------
    >>> spell_metric("demolished_buildings_cumulative"), spell_metric("fences_torn_down_satellite")
    ('buildings demolished, running total', 'fences torn down, by satellite')
    """
    if metric in METRIC_WORDS:
        return METRIC_WORDS[metric]
    words, _, last = metric.rpartition("_")
    return (f"{words}, {_LAST_PARTS[last]}" if last in _LAST_PARTS else metric).replace("_", " ")


def metric_words(metric: str, value: float) -> str:
    """Return what a number counts, to be said behind it; one thing is said of in the singular.

    Examples
    --------
    >>> metric_words("blasts_cumulative", 1), metric_words("blasts_cumulative", 21)
    ('blast, running total', 'blasts, running total')
    """
    words = spell_metric(metric)
    return _PLURAL.sub(r"\1", words, count=1) if value == 1 else words


def shown_unit(unit: str | None) -> str | None:
    """Return the unit to be said beside a number and its metric; None where the metric names the things.

    Examples
    --------
    >>> shown_unit("ha"), shown_unit("buildings")
    ('ha', None)
    """
    return None if unit in _THINGS else unit
