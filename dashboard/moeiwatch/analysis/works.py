"""Which construction reports tell of works, of building or of tearing down: declared by kind and metric.

A report of building says that something was put up, begun, grew or was still being built. A report of tearing
down says that something was blown up or pulled down, or how much was by then. No such report is:

- a count of sites, the state or size of a site on a day, or people who arrive: no works of that time;
- a plan, a permit, a lease, a declared stock or a target: nothing that was done;
- power and connectivity: supply, not building;
- business that opens again, or an industry that grows;
- what a raid found, inspected, sealed or seized;
- a denial, or word that work has stopped (kind ``halted``);
- damage: by fighting, fire or debris, or as what demolition left standing;
- a second figure of a statement that is a record of its own: a part of a running total, the same total in
  round figures, ruins destroyed again.

What is not declared is no report of works, so a new metric is shown with its record and swells no count until
it is declared.
"""

from collections.abc import Mapping

import pandas as pd

from moeiwatch.analysis.records import column

WORKS: Mapping[str, Mapping[str, tuple[str | None, ...]]] = {
    "built": {
        "new_site": (None, "groundbreaking", "main_construction_period", "new_sites", "structures_built"),
        "expansion": (None, "compounds_expanding", "growth_rate", "size_growth"),
        "new_buildings": (
            None,
            "buildings_built_or_altered",
            "buildings_under_construction",
            "large_buildings_completed",
            "large_buildings_near_completion",
            "large_buildings_under_construction",
            "projects",
            "structures_built",
        ),
        "infrastructure": (None,),
        "resumed": (None,),
    },
    "torn_down": {
        "demolition": (
            None,
            "area_demolished_share",
            "blasts_cumulative",
            "blasts_in_day",
            "buildings_destroyed_or_damaged_confirmed",
            "buildings_destroyed_satellite",
            "demolished_buildings",
            "demolished_buildings_cumulative",
            "high_rises_demolished_cumulative",
        ),
    },
}
"""Side to kind of report to the metrics under which a report of that kind tells of works; None stands for a
report without a metric, whose kind says it all."""


def works_side(kind: str | None, metric: str | None) -> str | None:
    """Return ``built`` or ``torn_down``, the side on which a report stands; None where it tells of no works.

    Examples
    --------
    >>> works_side("new_buildings", None), works_side("demolition", "demolished_buildings_cumulative")
    ('built', 'torn_down')
    >>> works_side("demolition", "buildings_targeted") is None
    True
    """
    return next((side for side, kinds in WORKS.items() if metric in kinds.get(kind, ())), None)


def works_sides(construction_reports: pd.DataFrame) -> list[str | None]:
    """Return the side of each report, in the order of the frame."""
    cells = zip(column(construction_reports, "kind"), column(construction_reports, "metric"), strict=True)
    return [works_side(kind, metric) for kind, metric in cells]
