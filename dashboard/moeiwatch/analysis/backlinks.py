"""What rests on a publication, and what names an actor: references read the other way round."""

from collections.abc import Mapping

import pandas as pd

from moeiwatch.analysis.records import column, select_standing

ROLES = ("armed_groups", "operators")
"""Properties of a compound that name actors."""


def records_by_source(layers: Mapping[str, pd.DataFrame], actors: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return which records rest on which publication.

    Parameters
    ----------
    layers : frames by layer; withdrawn and merged records rest on nothing.
    actors : their sources, and those of the sanctions on them, count under the layer ``actors``.

    Returns
    -------
    DataFrame, a row a pair, columns ``source``, ``layer``, ``record``; in the order of layers and records,
    each pair once.
    """
    pairs = [
        (source, layer, record)
        for layer, frame in layers.items()
        for record, ids in column(select_standing(frame), "sources").items()
        for source in ids or ()
    ]
    if actors is not None:
        pairs += [(source, "actors", record) for record, row in actors.iterrows() for source in _stated(row)]
    table = pd.DataFrame(pairs, columns=["source", "layer", "record"], dtype=object)
    return table.drop_duplicates(ignore_index=True)


def compounds_by_actor(compounds: pd.DataFrame) -> pd.DataFrame:
    """Return which compounds sources name an actor with, and in which words.

    To be named is what a source said, not a finding. The words are those of the record.

    Returns
    -------
    DataFrame, a row a naming, columns ``actor``, ``compound``, ``role`` (one of `ROLES`), ``until`` (partial
    date, None if not ended) and ``note`` (None if there is none).
    """
    standing = select_standing(compounds)
    rows = [
        (entry["actor"], compound, role, entry.get("until"), entry.get("note"))
        for role in ROLES
        for compound, entries in column(standing, role).items()
        for entry in entries or ()
    ]
    return pd.DataFrame(rows, columns=["actor", "compound", "role", "until", "note"], dtype=object)


def sanction_rows(actors: pd.DataFrame) -> pd.DataFrame:
    """Return the sanctions on actors, oldest first; those without a date last.

    Returns
    -------
    DataFrame, a row a sanction, columns ``actor``, ``authority``, ``date``, ``programme`` (list),
    ``sdn_uid``, ``sources`` (list); None where not known.
    """
    names = ("authority", "date", "programme", "sdn_uid", "sources")
    rows = [
        (actor, *(entry.get(name) for name in names))
        for actor, entries in column(actors, "sanctions").items()
        for entry in entries or ()
    ]
    table = pd.DataFrame(rows, columns=["actor", *names], dtype=object)
    return table.sort_values(["date", "actor"], kind="stable", na_position="last", ignore_index=True)


def _stated(actor: pd.Series) -> list[str]:
    sanctions = actor.get("sanctions") or ()
    return [
        *(actor.get("sources") or ()),
        *(one for entry in sanctions for one in entry.get("sources") or ()),
    ]
