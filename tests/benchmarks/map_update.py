"""What a choice, a step, a first paint and a message of the map cost, beside what the usual ways cost.

Run it from the repository root with the benchmark's requirements installed:

    python tests/benchmarks/map_update.py [--sizes 200 2000 20000 100000] [--changes 7] [--play-steps 0]

It starts every app itself, drives one Chromium, and prints medians and ratios of one run.
"""

import argparse
import os
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "dashboard"), str(HERE)]

from bare_leaflet import write_bare_page  # noqa: E402
from measured_app import CHROMIUM_FLAGS, Traffic, click_times, median, running_app  # noqa: E402
from measured_page import change_costs, folder_bytes, heap_mb, paint_ms, static_host  # noqa: E402
from peer_assets import serve_peer_assets  # noqa: E402
from synthetic import CHOICES, shown_features, synthetic_features, write_geodata  # noqa: E402

LEAFLET = next((ROOT / "dashboard" / "static" / "vendor").glob("leaflet-1*"))

OURS, WHOLE, GROUP, PYDECK = "ours", "folium_whole", "folium_group", "pydeck_points"
TITLES = {
    OURS: "ours",
    WHOLE: "streamlit-folium, whole map",
    GROUP: "streamlit-folium, feature_group_to_add",
    PYDECK: "pydeck in Streamlit",
}

MAP_MARK = b"app/static/page/"
"""Stands in every message of the app to our map, and in no other."""

DRAWN = {
    OURS: """want => {
        const inside = root => [...root.querySelectorAll('*')].flatMap(one =>
            one.tagName === 'IFRAME' ? [one] : one.shadowRoot ? inside(one.shadowRoot) : []);
        return inside(document).some(frame => {
            const ours = frame.contentWindow && frame.contentWindow.MoeiWatch;
            if (!ours || !ours.records || !ours.map) return false;
            let shown = 0;
            for (const one of ours.shown('rescue_events')) shown += one;
            return shown === want; }); }""",
    PYDECK: """want => {
        const canvas = document.querySelector('[data-testid="stDeckGlJsonChart"] canvas');
        if (!canvas) return false;
        const small = window.sample || (window.sample = document.createElement('canvas'));
        small.width = 240; small.height = 120;
        const context = small.getContext('2d', {willReadFrequently: true});
        context.clearRect(0, 0, 240, 120);
        context.drawImage(canvas, 0, 0, 240, 120);
        let sum = 0;
        for (const value of context.getImageData(0, 0, 240, 120).data) sum += value;
        const before = window.sampled;
        window.sampled = sum;
        return before !== undefined && sum !== before && sum > 0; }""",
}
DRAWN[WHOLE] = DRAWN[GROUP] = """want => [...document.querySelectorAll('iframe')].some(frame => {
    const map = frame.contentWindow && frame.contentWindow.map;
    if (!map) return false;
    let drawn = 0;
    for (const key in map._layers) if (map._layers[key].feature) drawn += 1;
    return drawn === want; })"""
KEEP_WEBGL_PIXELS = """
const getContext = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, options) {
  const kept = kind.startsWith('webgl') ? {...options, preserveDrawingBuffer: true} : options;
  return getContext.call(this, kind, kept);
};"""


def measure_app(
    browser: Browser, name: str, script: Path, *, environment: dict, features: list, changes: int
):
    """Return medians of a change: ms from click to redrawn map, bytes of all messages, of the map's own."""
    wants = [len(shown_features(features, hidden_kinds=CHOICES[k + 1])) for k in range(changes)]
    with running_app(script, environment=environment) as address:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.add_init_script(KEEP_WEBGL_PIXELS)
        serve_peer_assets(page, folder=Path(tempfile.gettempdir()) / "moeiwatch-peer-assets")
        traffic = Traffic(page, mark=MAP_MARK)
        page.goto(address)
        page.wait_for_selector('[data-testid="stButton"]', timeout=120_000)
        drawn = f"() => ({DRAWN[name]})({len(features)})"
        if name == PYDECK:
            page.wait_for_timeout(5_000)
            page.evaluate(drawn)
        else:
            page.wait_for_function(drawn, timeout=180_000)
        page.wait_for_timeout(500)
        times, sent = [], []
        traffic.messages.clear()
        for want in wants:
            before = traffic.received
            times += click_times(page, drawn_when=DRAWN[name], wants=[want])
            page.wait_for_timeout(300)
            sent.append(traffic.received - before)
        page.close()
    return median(times), median(sent), median(traffic.messages or [0])


def build_ours(folder: Path, *, features: list) -> tuple[Path, str]:
    """Write a data folder with `features` and build its page beside our app; returns app and page name."""
    from moeiwatch.data.geodata import read_geodata
    from moeiwatch.mappage.build import build_page

    write_geodata(folder / "geodata", features=features, template=ROOT / "geodata")
    data = read_geodata(folder / "geodata")
    assert len(data.layers["rescue_events"]) == len(features), data.problems[:3]
    built = build_page(data, folder / "static" / "page", as_of=date(2026, 11, 23))
    shutil.copy(HERE / "apps" / "ours.py", folder / "ours.py")
    return folder / "ours.py", built.name


def measure_apps(browser: Browser, folder: Path, *, features: list, changes: int, apps: list[str]) -> str:
    """Print what a choice costs in each app; returns the name of our page's folder."""
    script, page_name = build_ours(folder, features=features)
    environment = {
        "BENCHMARK_FEATURES": str(len(features)),
        "BENCHMARK_PACKAGE": str(ROOT / "dashboard"),
        "BENCHMARK_TOOLS": str(HERE),
        "BENCHMARK_PAGE": page_name,
        "STREAMLIT_SERVER_ENABLE_STATIC_SERVING": "true",
    }
    print("\n| a choice in the app | ms to redrawn map | of ours | bytes | of them the map's message |")
    print("|---|---|---|---|---|")
    ours_ms = None
    for name in apps:
        path = script if name == OURS else HERE / "apps" / f"{name}.py"
        try:
            taken, sent, message = measure_app(
                browser, name, path, environment=environment, features=features, changes=changes
            )
        except Exception as error:
            print(f"| {TITLES[name]} | - | - | {str(error).splitlines()[0][:80]} | - |", flush=True)
            continue
        ours_ms = taken if name == OURS else ours_ms
        ratio = f"{taken / ours_ms:.1f}" if ours_ms else "-"
        own = f"{message:,.0f}" if name == OURS else "-"
        print(f"| {TITLES[name]} | {taken:,.0f} | {ratio} | {sent:,.0f} | {own} |", flush=True)
    return page_name


def measure_page(browser: Browser, built: Path, bare: Path, *, changes: int, play_steps: int) -> None:
    """Print what our page costs by itself, beside the bare page."""
    with static_host(built) as ours, static_host(bare) as plain:
        taken = [
            (paint_ms(browser, ours, mark="moeiwatch:ready"), paint_ms(browser, plain, mark="drawn"))
            for _ in range(changes)
        ]
        first = median([one["moeiwatch:drawn"] for one, _ in taken])
        whole = median([one["moeiwatch:ready"] for one, _ in taken])
        other = median([one["drawn"] for _, one in taken])
        page = browser.new_page(viewport={"width": 1440, "height": 900}, bypass_csp=True)
        page.goto(ours)
        page.wait_for_selector("body.ready", timeout=120_000)
        change_costs(page, changes=20)
        costs = {kind: change_costs(page, changes=60, kind=kind) for kind in ("step", "month")}
        before = heap_mb(page)
        change_costs(page, changes=play_steps)
        after = heap_mb(page)
        page.close()
    print("\n| the page alone | |\n|---|---|")
    print(f"| first picture with all symbols, ours | {first:,.0f} ms |")
    print(f"| the same, bare Leaflet on one canvas | {other:,.0f} ms (ours: {first / other:.2f} of it) |")
    print(f"| all of our page: ground, names, panels, timeline | {whole:,.0f} ms |")
    for kind, title in (("step", "a step of the timeline"), ("month", "a change of the river's month")):
        script, missed = costs[kind]
        words = f"{median(script)} ms (worst {max(script):.1f}), {missed} of 60 frames missed"
        print(f"| {title}, script | {words} |")
    print(f"| page and data | {folder_bytes(built):,} bytes |")
    print(f"| heap before and after {play_steps:,} steps | {before:.1f} and {after:.1f} MB |", flush=True)


def main() -> None:
    """Measure every size in one run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 2_000, 20_000, 100_000])
    parser.add_argument("--changes", type=int, default=7, help="changes per median (at most 9)")
    parser.add_argument("--apps", nargs="+", default=list(TITLES), choices=list(TITLES))
    parser.add_argument(
        "--play-steps",
        type=int,
        default=0,
        help="steps before the heap is measured again; 4,800: ten minutes",
    )
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    arguments = parser.parse_args()
    print(f"Cores: {os.cpu_count()}. Medians of {arguments.changes} changes, all in one run.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=arguments.chromium, args=CHROMIUM_FLAGS)
        for size in arguments.sizes:
            print(f"\n## {size:,} features")
            features = synthetic_features(size)
            with tempfile.TemporaryDirectory() as temporary:
                folder = Path(temporary)
                name = measure_apps(
                    browser, folder, features=features, changes=arguments.changes, apps=arguments.apps
                )
                write_bare_page(folder / "bare", features=features, leaflet=LEAFLET)
                measure_page(
                    browser,
                    folder / "static" / "page" / name,
                    folder / "bare",
                    changes=arguments.changes,
                    play_steps=arguments.play_steps,
                )
        browser.close()


if __name__ == "__main__":
    main()
