"""People by country, those who got out beside those sent home, and for how many a country is on record."""

import pandas as pd

from moeiwatch.analysis.counting_period import ALL_YEARS, Period
from moeiwatch.analysis.nationalities import Coverage, people_by_nationality
from moeiwatch.analysis.people_words import people_words
from moeiwatch.data.country_names import country_name
from moeiwatch.data.plurals import plural
from moeiwatch.views.text import number

HOME = "repatriation"
"""The kind of event by which people are sent home; all other kinds are ways out of a compound."""

SIDES = {"out": "Got out of a compound", "home": "Sent home"}


def nationality_table(
    events: pd.DataFrame, *, among: pd.DataFrame, period: Period = ALL_YEARS
) -> pd.DataFrame:
    """Return people by country, those who got out beside those sent home; most people first.

    Parameters
    ----------
    events, among, period : as in `moeiwatch.analysis.tally.people_range`.

    Returns
    -------
    DataFrame, index the country's code, columns ``country`` (name) and, for each of `SIDES`, ``<side>_low``,
    ``<side>_best``, ``<side>_high`` (persons; NaN where no record names the country), ``<side>_open_above``
    (True where the highest is open upwards) and ``<side>_records`` (ids; an empty tuple for none).
    """
    parts = []
    for side, chosen in sides_of(events).items():
        counted = people_by_nationality(chosen, among=among, period=period)
        parts.append(counted.add_prefix(f"{side}_"))
    table = parts[0].join(parts[1], how="outer")
    for side in SIDES:
        table[f"{side}_open_above"] = table[f"{side}_open_above"].eq(True)
        ids = table[f"{side}_records"]
        table[f"{side}_records"] = pd.Series(
            [one if isinstance(one, tuple) else () for one in ids], index=table.index, dtype=object
        )
    table.insert(0, "country", [country_name(code) for code in table.index])
    most = table[["out_best", "home_best"]].max(axis=1)
    return table.loc[most.sort_values(ascending=False, kind="stable").index]


def sides_of(events: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return the events of each of `SIDES`."""
    is_home = (events["kind"] == HOME).to_numpy(bool)
    return {"out": events[~is_home], "home": events[is_home]}


def charted_rows(table: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each country and side that has people, for the chart."""
    rows = [
        {
            "country": row["country"],
            "side": title,
            **{end: row[f"{side}_{end}"] for end in ("low", "best", "high")},
            "words": side_range(row, side),
        }
        for _, row in table.iterrows()
        for side, title in SIDES.items()
        if row[f"{side}_best"] == row[f"{side}_best"]
    ]
    return pd.DataFrame(rows)


def side_range(row: pd.Series, side: str) -> str | None:
    """Return the range of a country on one side in words, None where no record names it."""
    low, high = row[f"{side}_low"], row[f"{side}_high"]
    return people_words(int(low), int(high), open_above=row[f"{side}_open_above"]) if low == low else None


def coverage_words(coverage: Coverage) -> str:
    """Return for how many people a country is on record, in words."""
    if not coverage.people:
        return "Nobody is counted in what is shown."
    if not coverage.share:
        return f"Of {plural(coverage.people, 'person', 'people')} counted, no country is on record."
    return (
        f"For {number(coverage.known)} of {number(coverage.people)} people counted, "
        f"{percent(coverage)} percent, a country is on record. Where reports overlap, each is taken down in "
        "proportion."
    )


def percent(coverage: Coverage) -> str:
    """Return the share with a country on record in percent; 100 only where it is everybody.

    Examples
    --------
    >>> percent(Coverage(13130, 13102, 13102 / 13130)), percent(Coverage(3, 2, 2 / 3))
    ('99.8', '67')
    >>> percent(Coverage(90000, 89999, 89999 / 90000)), percent(Coverage(7, 7, 1.0))
    ('99.9', '100')
    """
    if coverage.known == coverage.people:
        return "100"
    share = 100 * coverage.known / coverage.people
    return f"{share:.0f}" if share < 99.5 else f"{min(share, 99.9):.1f}"
