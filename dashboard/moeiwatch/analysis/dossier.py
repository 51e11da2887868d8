"""All that the data holds on one compound, put side by side."""

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from moeiwatch.analysis.records import column, select_standing

METRES = "EPSG:32647"
"""UTM zone 47N: distances near the Moei are measured in it."""

TIMES = {"construction_reports": "observed", "rescue_events": "date", "interventions": "date"}
"""The layers that tell what happened at a compound, with the column that says when."""

_SAYS = ("kind", "basis", "metric", "value", "value_max", "value_qualifier", "unit", "summary", "sources")


@dataclass(frozen=True)
class Dossier:
    """What is known of a compound.

    Attributes
    ----------
    compound : its record.
    wholes : ids of what it is a part of, nearest first.
    parts : ids of its parts, and theirs, sorted.
    twins : ids of records that may be the same place, named by it or naming it, sorted.
    part_twins : by id, sorted, of other records that may be the same place as one of its parts: the ids of
        these parts. A count of sites folds them into this one.
    records : by layer of `TIMES`, the records at it and its parts, oldest first; those without a date last.
    sources : ids of all sources behind it and these records, in order of first use.
    reach : id of the river reach nearest to its point; None where there is no point or no river.
    reach_km : distance to that reach, km; None where there is none. The point itself is no surer than its
        precision.
    """

    compound: pd.Series
    wholes: tuple[str, ...]
    parts: tuple[str, ...]
    twins: tuple[str, ...]
    part_twins: dict[str, tuple[str, ...]]
    records: dict[str, pd.DataFrame]
    sources: tuple[str, ...]
    reach: str | None
    reach_km: float | None


def compound_dossier(layers: dict[str, gpd.GeoDataFrame], *, compound: str) -> Dossier:
    """Return all that the layers hold on a compound and its parts.

    Parameters
    ----------
    layers : all layers; a filter on them filters the dossier.
    compound : id of a standing record.

    Raises
    ------
    KeyError
        If there is no such record.
    """
    compounds = select_standing(layers["compounds"])
    record = compounds.loc[compound]
    parts = _parts(compounds, compound)
    at = {compound, *parts}
    twins, wholes = _twins(compounds, compound), _wholes(compounds, compound)
    records = {layer: _at(layers[layer], at, when) for layer, when in TIMES.items()}
    listed = [record["sources"], *(ids for frame in records.values() for ids in frame["sources"])]
    reach, distance = _nearest_reach(layers["river_reaches"], compounds.loc[[compound]])
    return Dossier(
        compound=record,
        wholes=wholes,
        parts=tuple(sorted(parts)),
        twins=twins,
        part_twins=_part_twins(compounds, sorted(parts), known={*at, *wholes, *twins}),
        records=records,
        sources=tuple(dict.fromkeys(source for ids in listed for source in ids or ())),
        reach=reach,
        reach_km=distance,
    )


def timeline(dossier: Dossier) -> pd.DataFrame:
    """Return what happened at a compound, oldest first, all layers together.

    Returns
    -------
    DataFrame, index the record's id, columns ``layer``, ``when`` and ``until`` (as written, None if not
    dated, or without an end), ``kind``, ``basis`` (None for interventions), ``metric``, ``value``,
    ``value_max``, ``value_qualifier`` and ``unit`` (what was measured, None where nothing was; of events the
    people, unit ``people``), ``summary``, ``sources``.
    """
    frames = []
    for layer, frame in dossier.records.items():
        times = {"when": TIMES[layer], "until": f"{TIMES[layer]}_end"}
        names = {**times, **{name: name for name in _SAYS}}
        rows = pd.DataFrame({name: column(frame, own) for name, own in names.items()}, index=frame.index)
        rows.insert(0, "layer", layer)
        if layer == "rescue_events":
            rows["value"], rows["value_max"] = column(frame, "people_min"), column(frame, "people_max")
            is_open = rows["value"].notna() & rows["value_max"].isna()
            rows["value_qualifier"] = is_open.map({True: "at_least", False: None})
            rows["unit"] = "people"
        frames.append(rows.astype(object))
    return pd.concat(frames).sort_values("when", kind="stable", na_position="last")


def _at(frame: pd.DataFrame, compounds: set[str], when: str) -> pd.DataFrame:
    standing = select_standing(frame)
    chosen = standing[column(standing, "compound").isin(compounds).to_numpy(bool)]
    return chosen.sort_values(when, kind="stable", na_position="last")


def _wholes(compounds: pd.DataFrame, compound: str) -> tuple[str, ...]:
    parents = column(compounds, "part_of").to_dict()
    chain: list[str] = []
    above = parents.get(compound)
    while above in parents and above not in chain and above != compound:
        chain.append(above)
        above = parents[above]
    return tuple(chain)


def _parts(compounds: pd.DataFrame, compound: str) -> set[str]:
    return {record for record in compounds.index if compound in _wholes(compounds, record)}


def _twins(compounds: pd.DataFrame, compound: str) -> tuple[str, ...]:
    named = column(compounds, "possibly_same_as")
    naming = {record for record, others in named.items() if compound in (others or ())}
    return tuple(sorted((naming | set(named[compound] or ())) & set(compounds.index) - {compound}))


def _part_twins(compounds: pd.DataFrame, parts: list[str], *, known: set[str]) -> dict[str, tuple[str, ...]]:
    """Return the twins of parts, without those that the dossier names anyway."""
    pairs = [(twin, part) for part in parts for twin in _twins(compounds, part) if twin not in known]
    twins = sorted({twin for twin, _ in pairs})
    return {twin: tuple(part for other, part in pairs if other == twin) for twin in twins}


def _nearest_reach(reaches: gpd.GeoDataFrame, place: gpd.GeoDataFrame) -> tuple[str | None, float | None]:
    point = place.geometry.iloc[0]
    lines = reaches.geometry.dropna()
    if point is None or lines.empty:
        return None, None
    metres = lines.to_crs(METRES).distance(place.geometry.to_crs(METRES).iloc[0])
    return str(metres.idxmin()), float(metres.min()) / 1000
