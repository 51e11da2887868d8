"""How long `check`, `check --since` and `diff` take: on the shipped data, ten times it, 50,000 records."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from synthetic import synthetic_features, write_geodata
from tenfold import write_tenfold

ROOT = Path(__file__).parents[2]
RUNS = 3


def main() -> None:
    """Print a table: medians of some runs, by the clock and in the processor, and the load of the machine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--records", type=int, default=50_000, help="size of the largest data")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sizes = {"shipped": ROOT / "geodata", "ten times": Path(folder) / "tenfold"}
        sizes[f"{given.records:,} records"] = Path(folder) / "many"
        write_tenfold(sizes["ten times"], template=ROOT / "geodata")
        many = synthetic_features(given.records)
        write_geodata(sizes[f"{given.records:,} records"], features=many, template=ROOT / "geodata")
        print("| | check | check --since | diff |\n|---|---|---|---|")
        for name, data in sizes.items():
            changed = Path(folder) / f"{name} changed"
            write_changed(data, changed)
            told = [
                median(given.runs, "check", "--geodata", data),
                median(given.runs, "check", "--geodata", changed, "--since", data),
                median(given.runs, "diff", data, changed),
            ]
            print(f"| {name} | {' | '.join(f'{clock:.1f} s ({work:.1f})' for clock, work in told)} |")
    print(f"Load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.")


def write_changed(data: Path, folder: Path) -> None:
    """Write the same data with one event in ten changed and one in a thousand misspelt."""
    write_tenfold(folder, template=data, times=1)
    file = folder / "rescue_events.geojson"
    collection = json.loads(file.read_text("utf-8"))
    for number, feature in enumerate(collection["features"]):
        if number % 10 == 0:
            feature["properties"]["summary"] = f"Another summary, {number}."
        if number % 1000 == 0:
            feature["properties"]["kind"] = "raidd"
    file.write_text(json.dumps(collection, ensure_ascii=False), "utf-8")


def median(runs: int, *arguments: object) -> tuple[float, float]:
    """Return the middle of the times that a command takes: seconds by the clock, and of the processor."""
    times = []
    for _ in range(runs):
        start, before = time.perf_counter(), os.times()
        subprocess.run(
            [sys.executable, str(ROOT / "dashboard"), *map(str, arguments)], capture_output=True, check=False
        )
        after = os.times()
        work = after.children_user + after.children_system - before.children_user - before.children_system
        times.append((time.perf_counter() - start, work))
    return sorted(times)[len(times) // 2]


if __name__ == "__main__":
    main()
