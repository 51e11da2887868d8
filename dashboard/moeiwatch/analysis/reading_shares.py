"""How much of the data has been read a second time, layer by layer, and what of it carries most."""

from collections.abc import Mapping

import pandas as pd

from moeiwatch.analysis.records import column, select_standing

HEAVY = ("people_min", "people_best", "people_max", "value", "months", "sanctions", "status")
"""Properties on which sums and judgements rest: people, values, sanctions, a status. A record that has one of
them carries more than another; so does an intervention of kind `sanction`."""

DERIVED = ("river_reaches",)
"""Layers cut from a line by calculation: there is nothing in them that could be read again."""


def reading_shares(frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return how many standing records were read again (`verified`), by layer.

    Returns
    -------
    DataFrame, index the layer, columns ``records``, ``read_again``, ``share`` (percent, NaN without records),
    ``heavy`` (records that carry one of `HEAVY`), ``heavy_read_again``, ``heavy_share`` (percent, NaN without
    such records). Layers of `DERIVED` have no number of readings (NA).
    """
    rows = {}
    for layer, frame in frames.items():
        standing = select_standing(frame)
        read = column(standing, "verified").notna().to_numpy(bool)
        heavy = carries_much(standing).to_numpy(bool)
        numbers = (read.sum(), heavy.sum(), (read & heavy).sum())
        again, weighty, both = (None,) * 3 if layer in DERIVED else map(int, numbers)
        rows[layer] = (len(standing), again, weighty, both)
    names = ["records", "read_again", "heavy", "heavy_read_again"]
    table = pd.DataFrame.from_dict(rows, orient="index", columns=names).astype("Int64")
    table.index.name = "layer"
    return with_shares(table)


def with_shares(table: pd.DataFrame) -> pd.DataFrame:
    """Return counts of readings with the shares beside them, in percent."""
    table = table.astype("Int64")
    for share, part, whole in (
        ("share", "read_again", "records"),
        ("heavy_share", "heavy_read_again", "heavy"),
    ):
        table[share] = 100 * table[part].astype(float) / table[whole].astype(float)
    return table[["records", "read_again", "share", "heavy", "heavy_read_again", "heavy_share"]]


def overall(table: pd.DataFrame) -> pd.Series:
    """Return the sums of `reading_shares` over the layers that can be read again, with their shares."""
    counts = table.loc[table["read_again"].notna(), ["records", "read_again", "heavy", "heavy_read_again"]]
    return with_shares(counts.sum().to_frame().T).astype(object).iloc[0]


def carries_much(records: pd.DataFrame) -> pd.Series:
    """Tell of each record whether sums or judgements rest on it (see `HEAVY`)."""
    found = column(records, "kind") == "sanction"
    for name in HEAVY:
        found |= column(records, name).map(lambda cell: cell is not None and cell != [])
    return found
