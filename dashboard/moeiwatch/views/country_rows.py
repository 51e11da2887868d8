"""The table of people by country as a file holds it. Frames in, frame out."""

import pandas as pd


def country_rows(table: pd.DataFrame, *, sides: tuple[str, ...]) -> pd.DataFrame:
    """Return people by country, each range with what it rests on.

    Parameters
    ----------
    table : as `nationality_rows.nationality_table`.
    sides : names of its sides, such as ``out`` and ``home``.

    Returns
    -------
    DataFrame, a row a country: ``country``, ``code`` (ISO 3166-1 alpha-2) and, for each side, ``<side>_low``,
    ``<side>_best``, ``<side>_high`` (persons, never to be added across sides; missing where no event names
    the country), ``<side>_open`` (True where an event counted names no upper end, so that the high is 'or
    more') and ``<side>_records`` (ids of the events counted).
    """
    rows = table[["country"]].assign(code=table.index)
    for side in sides:
        ids = table[f"{side}_records"]
        for end in ("low", "best", "high"):
            rows[f"{side}_{end}"] = table[f"{side}_{end}"]
        rows[f"{side}_open"] = table[f"{side}_open_above"].astype(object).where(ids.map(bool), None)
        rows[f"{side}_records"] = ["; ".join(one) or None for one in ids]
    return rows
