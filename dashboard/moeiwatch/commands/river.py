"""Print the river's year: low water, crossing risk and danger by month, with the evidence.

With --sensitivity it prints what the classes hang on. Numbers for the whole river only: no list of reaches or
places.
"""

import argparse
import datetime
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("--geodata", type=Path, metavar="DIR", help="folder of the data (default: geodata/)")
    parser.add_argument(
        "--as-of", type=_day, metavar="YYYY-MM-DD", help="day of the compounds (default: today)"
    )
    parser.add_argument("--sensitivity", action="store_true", help="print what the classes hang on, and stop")


def run(args: argparse.Namespace) -> int:
    """Print the tables."""
    from moeiwatch.data.geodata import read_geodata
    from moeiwatch.data.paths import GEODATA
    from moeiwatch.data.problems import GeodataError

    directory = args.geodata or GEODATA
    if not directory.is_dir():
        print(f"python dashboard river: {directory} is not a folder", file=sys.stderr)
        return 2
    try:
        layers = read_geodata(directory).layers
    except GeodataError as error:
        print(error, file=sys.stderr)
        return 1
    as_of = args.as_of or datetime.date.today()
    for line in _sensitivity_lines(layers, as_of) if args.sensitivity else _year_lines(layers, as_of):
        print(line)
    return 0


def _day(text: str) -> datetime.date:
    from moeiwatch.data.dates import parse_full_date

    try:
        return parse_full_date(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _year_lines(layers: dict, as_of: datetime.date) -> list[str]:
    import pandas as pd

    from moeiwatch.analysis.river import crossing_risk, danger_by_month, low_water_by_month, low_water_months
    from moeiwatch.analysis.river.crossing_risk import CLASSES
    from moeiwatch.analysis.river.evidence import evidence_by_month

    hydrology, evidence = layers["hydrology"], layers["season_evidence"]
    low_water, shaded = low_water_by_month(hydrology), low_water_months(hydrology)
    danger = danger_by_month(hydrology, season_evidence=evidence)
    risk = crossing_risk(layers["river_reaches"], layers["compounds"], hydrology, as_of=as_of)
    seen = evidence_by_month(evidence, layers["rescue_events"], hydrology)
    names = [name for name, _ in CLASSES]
    reaches = f"reaches by risk: {', '.join(names)}"
    lines = [
        f"The river's year, compounds as known for {as_of.isoformat()}",
        "",
        f"{'month':6} {'low water':17} {'danger':14} {reaches:44} seen at the river",
    ]
    for month, water in low_water.iterrows():
        harm, row = danger.loc[month], seen.loc[month]
        classes = risk["class"][risk.index.get_level_values("month") == month]
        counts = ", ".join(f"{(classes == name).sum():2d}" for name in names)
        band = f"{water['best']:.2f} ({water['low']:.2f}-{water['high']:.2f})"
        peril = f"{harm['best']:.0f} ({harm['low']:.0f}-{harm['high']:.0f})"
        people = "" if pd.isna(row["people"]) else f", {row['people']} people"
        reports = f"{len(row['statements'])} statements, {len(row['events'])} events{people}"
        mark = "*" if month in shaded else " "
        lines.append(f"{month:5d}{mark} {band:17} {peril:14} {counts:44} {reports}")
    return [*lines, "", "* low-water month", _agreement_line(layers)]


def _agreement_line(layers: dict) -> str:
    from moeiwatch.analysis.river.evidence import agreement

    found = agreement(layers["season_evidence"], layers["rescue_events"], layers["hydrology"])
    value = "not known" if found.rho is None else f"{found.rho:.2f} ({found.low:.2f} to {found.high:.2f})"
    return f"Rank correlation of low water with {found.months} months that have a report: {value}"


def _sensitivity_lines(layers: dict, as_of: datetime.date) -> list[str]:
    from moeiwatch.analysis.river.sensitivity import sensitivity

    table = sensitivity(layers["river_reaches"], layers["compounds"], layers["hydrology"], as_of=as_of)
    title = "Share of reaches that change class"
    width = max(len(words) for words in [title, *table.index])
    head = f"{title:{width}}  lowest month  highest month  all months  mean change"
    rows = [
        f"{words:{width}}  {row['lowest_month']:12.0%}  {row['highest_month']:13.0%}"
        f"  {row['all_months']:10.0%}  {row['mean_change']:+11.1f}"
        for words, row in table.iterrows()
    ]
    return [head, *rows]
