"""Whom the sanctions tied to a compound are on: a place cannot be sanctioned, those named with it can."""

import pandas as pd

from moeiwatch.analysis.backlinks import ROLES, sanction_rows
from moeiwatch.analysis.records import column


def sanctions_tied(compound: pd.Series, actors: pd.DataFrame) -> pd.DataFrame:
    """Return the sanctions that a compound's record names, each with those who were listed.

    Listed are the actors with a sanction of that authority and day whom the record names as armed group or
    operator, and those said to be members of such a one. Others who were listed on the same day are not
    named with the compound and are left out.

    Parameters
    ----------
    compound : a record of the layer ``compounds``.
    actors : index actor id, columns ``sanctions`` and ``member_of``.

    Returns
    -------
    DataFrame, a row an actor, columns ``authority``, ``date``, ``actor`` (None where nobody listed is named
    with the compound), ``member_of`` (the actor named with it through whom this one is, None where it is
    named itself) and ``sources`` (list); in the order of the record.
    """
    named = [entry["actor"] for role in ROLES for entry in compound.get(role) or ()]
    groups = column(actors, "member_of").to_dict()
    listed = sanction_rows(actors)
    rows = []
    for entry in compound.get("sanctions") or ():
        alike = (listed["authority"] == entry["authority"]) & (listed["date"] == entry["date"])
        found = [
            (entry["authority"], entry["date"], row.actor, through, row.sources)
            for row in listed[alike.to_numpy(bool)].itertuples()
            if (through := _through(row.actor, named, groups)) is not False
        ]
        rows += found or [(entry["authority"], entry["date"], None, None, [])]
    return pd.DataFrame(rows, columns=["authority", "date", "actor", "member_of", "sources"], dtype=object)


def _through(actor: str, named: list[str], groups: dict[str, list | None]) -> str | bool | None:
    """Return the named actor through whom another is tied: None if it is named itself, False if there is
    none."""
    if actor in named:
        return None
    return next((group for group in groups.get(actor) or () if group in named), False)
