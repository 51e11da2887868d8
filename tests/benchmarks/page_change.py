"""What a page of the app, or a change of its filters, costs the server: the shipped data, and ten times it.

Run it from the repository root:

    python tests/benchmarks/page_change.py [--changes 7]

Pages run in this process, as Streamlit runs them, without a browser. Every change asks for another first and
last month, so that nothing that hangs on the period comes from a cache. Medians are printed; the first run of
a page is printed beside them.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

PAGES = {
    "Map": ("map", "show_map", {}),
    "Compounds": ("compounds", "show_compounds", {}),
    "Dossier of KK Park": ("compounds", "show_compounds", {"compound": "kk-park"}),
    "Construction": ("building", "show_building", {}),
    "Events": ("events", "show_events", {}),
    "Nationalities": ("nationalities_page", "show_nationalities", {}),
    "River": ("river_page", "show_river", {}),
    "Sources": ("sources_page", "show_sources", {}),
    "Actors": ("actors_page", "show_actors", {}),
    "Method": ("method_page", "show_method", {}),
}


def show_page(module: str, function: str) -> None:
    """Run one page; the script that Streamlit's test runner runs."""
    import importlib

    getattr(importlib.import_module(f"moeiwatch.views.{module}"), function)()


def measure_pages(changes: int) -> None:
    """Print a line a page: the first run, then the median of runs for other periods."""
    from streamlit.testing.v1 import AppTest

    for title, (module, function, query) in PAGES.items():
        app = AppTest.from_function(show_page, args=(module, function), default_timeout=300)
        times = []
        for change in range(changes + 1):
            period = {"from": f"{2021 + change // 12}-{1 + change % 12:02d}"}
            period["to"] = f"{2025 + change // 12}-{1 + change % 12:02d}"
            for key, value in {**query, **period}.items():
                app.query_params[key] = value
            begin = time.perf_counter()
            app.run()
            times.append(1000 * (time.perf_counter() - begin))
            assert not app.exception, (title, app.exception[0].value)
        print(
            f"| {title} | {times[0]:,.0f} | {statistics.median(times[1:]):,.0f} | {max(times[1:]):,.0f} |",
            flush=True,
        )


def main() -> None:
    """Measure the shipped data, then ten times it in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--changes", type=int, default=7)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    sys.path[:0] = [str(ROOT / "dashboard"), str(HERE)]
    if arguments.inside:
        measure_pages(arguments.changes)
        return
    from tenfold import write_tenfold

    head = "| page | first run, ms | a change, median ms | worst |\n|---|---|---|---|"
    command = f'"{sys.executable}" "{__file__}" --inside --changes {arguments.changes} 2>{os.devnull}'
    print(f"## Shipped data\n\n{head}", flush=True)
    os.system(command)
    with tempfile.TemporaryDirectory() as temporary:
        tenfold = Path(temporary) / "geodata"
        write_tenfold(tenfold, template=ROOT / "geodata")
        os.environ["MOEIWATCH_GEODATA"] = str(tenfold)
        print(f"\n## Ten times the data\n\n{head}", flush=True)
        os.system(command)


if __name__ == "__main__":
    main()
