"""The block of totals in geodata/README.md: what the data adds up to, as Markdown."""

import pandas as pd

from moeiwatch.analysis.reading_shares import overall, reading_shares
from moeiwatch.analysis.tally import people_by
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.schema import LAYERS

NAME = "totals"
"""Name of the markers between which the block stands."""


def totals_block(data: Geodata) -> str:
    """Return the records by layer with the shares read again, and the people by year, as Markdown."""
    return "\n\n".join(
        [
            "Records, and how many of them were read again (`verified`). Of more weight are those that carry "
            "people, values, sanctions or a status. The reaches are cut from a line by calculation: there is "
            "nothing to read again.",
            _reading_table(data),
            "People who left compounds, by year, by the rule of 'Counting'. Where it says 'or more', a "
            "report counted is open upwards.",
            *_people_tables(data.layers["rescue_events"]),
        ]
    )


def _reading_table(data: Geodata) -> str:
    shares = reading_shares({**{layer: data.layers[layer] for layer in LAYERS}, "actors": data.actors})
    files = {layer: f"`{layer}.{'json' if layer == 'actors' else 'geojson'}`" for layer in shares.index}
    rows = [_reading_row(files[layer], row) for layer, row in shares.iterrows()]
    rows.append(_reading_row("all but the reaches", overall(shares)))
    head = "| file | records | read again | share | of more weight | read again | share |"
    return "\n".join([head, "|---|---|---|---|---|---|---|", *rows])


def _reading_row(name: str, row: pd.Series) -> str:
    counts = ("records", "read_again", "share", "heavy", "heavy_read_again", "heavy_share")
    cells = [_percent(row[n]) if "share" in n else _count(row[n]) for n in counts]
    return f"| {name} | {' | '.join(cells)} |"


def _people_tables(rescue_events: pd.DataFrame) -> list[str]:
    years = people_by(rescue_events, by="year")
    rows = [
        f"| {year or 'no year'} | {row['low']:,} | {row['best']:,} | "
        f"{row['high']:,}{' or more' if row['open_above'] else ''} | {len(row['records'])} |"
        for year, row in years.iterrows()
    ]
    head = "| year | at least | best | at most | records counted |"
    told = [
        f"Of {year}, up to {row['twice']:,} may be counted twice, as records say of themselves (`overlaps`); "
        f"{row['low'] - row['twice']:,} is the least without them."
        for year, row in years.iterrows()
        if row["twice"]
    ]
    return ["\n".join([head, "|---|---|---|---|---|", *rows]), *told]


def _count(number: object) -> str:
    return "" if pd.isna(number) else f"{int(number):,}"


def _percent(number: object) -> str:
    return "" if pd.isna(number) else f"{float(number):.0f} %"
