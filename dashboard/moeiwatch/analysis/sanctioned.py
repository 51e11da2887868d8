"""Sanctions tied to a compound: a place cannot be sanctioned, those named with it can."""

from collections.abc import Iterable, Mapping

import pandas as pd

from moeiwatch.analysis.backlinks import ROLES, sanction_rows
from moeiwatch.analysis.records import column

COLUMNS = ("authority", "date", "actor", "member_of", "sources")


def sanctions_tied(compound: pd.Series, actors: pd.DataFrame) -> pd.DataFrame:
    """Return the sanctions on those whom a compound's record names, each with those who were listed.

    Listed are the actors with a sanction whom the record names as armed group or operator, and those said to
    be members of such a one. Others who were listed on the same day are not named with the compound and are
    left out. What the record itself says of sanctions (`sanctions`) is added where no such actor has it.

    Parameters
    ----------
    compound : a record of the layer ``compounds``.
    actors : index actor id, columns ``sanctions`` and ``member_of``.

    Returns
    -------
    DataFrame, a row an actor, columns ``authority``, ``date`` (None where the listing has none), ``actor``
    (None where nobody listed is named with the compound), ``member_of`` (the actor named with it through
    whom this one is, None where it is named itself) and ``sources`` (list); oldest first, those without a
    date last.
    """
    named = named_actors(compound)
    groups = column(actors, "member_of").to_dict()
    rows = [
        (row.authority, row.date, row.actor, through, row.sources)
        for row in sanction_rows(actors).itertuples()
        if (through := _through(row.actor, named, groups)) is not False
    ]
    told = {row[:2] for row in rows}
    recorded = [(entry["authority"], entry["date"]) for entry in compound.get("sanctions") or ()]
    rows += [(*entry, None, None, []) for entry in recorded if entry not in told]
    table = pd.DataFrame(rows, columns=COLUMNS, dtype=object)
    return table.sort_values("date", kind="stable", na_position="last", ignore_index=True)


def named_actors(compound: pd.Series) -> list[str]:
    """Return the ids of those whom a compound's record names as armed group or operator, in its order."""
    return [entry["actor"] for role in ROLES for entry in compound.get(role) or ()]


def _through(actor: str, named: list[str], groups: Mapping[str, Iterable[str] | None]) -> str | bool | None:
    """Return the named actor through whom another is tied: None if it is named itself, False if there is
    none."""
    if actor in named:
        return None
    return next((group for group in groups.get(actor) or () if group in named), False)
