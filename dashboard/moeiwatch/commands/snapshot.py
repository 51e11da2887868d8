"""Take a picture of a view of the map, for slides and previews, with a Chromium that is installed.

The page is built anew and opened from disk. Time in the browser is virtual: every timer has run and
everything is drawn when the picture is taken, and the same view of the same data on the same day gives the
same picture.
"""

import argparse
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

BROWSER = "MOEIWATCH_CHROMIUM"
"""Environment variable that names the browser; it goes before what is on the path."""

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
    "--force-color-profile=srgb",
    "--force-prefers-reduced-motion",
    "--run-all-compositor-stages-before-draw",
    "--virtual-time-budget=8000",
)

FRAME = (
    "<!doctype html><style>html {{ overflow: hidden }} body {{ margin: 0 }}"
    " iframe {{ display: block; border: 0; width: {width}px; height: {height}px }}</style>"
    '<iframe src="{address}"></iframe>'
)
"""The page stands in a frame of the picture's size: the browser's window is smaller (by its own bars, which
no picture shows) until the picture is taken, too late for the page to draw itself anew."""

TIMEOUT_SECONDS = 120
PNG = b"\x89PNG\r\n\x1a\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("out", metavar="OUT.png", type=Path, help="picture to write")
    parser.add_argument("--view", metavar="ADDRESS", default="", help="an address of the map, or its query")
    parser.add_argument(
        "--size", metavar="WxH", type=parse_size, default=(1920, 1080), help="pixels (default: 1920x1080)"
    )
    parser.add_argument("--geodata", metavar="DIR", type=Path, help="folder of the data (default: geodata/)")


def run(args: argparse.Namespace) -> int:
    """Take the picture, and tell what of its address is not understood.

    Return 0 when it is written, 1 when it cannot be, 2 for wrong usage.
    """
    from moeiwatch.data.geodata import read_geodata
    from moeiwatch.data.paths import GEODATA
    from moeiwatch.data.problems import GeodataError
    from moeiwatch.data.settings import read_settings
    from moeiwatch.data.stories import read_stories
    from moeiwatch.data.view_faults import view_faults
    from moeiwatch.mappage.build import write_page

    out, directory = args.out.absolute(), args.geodata or GEODATA
    if refusal := refuse(out, directory):
        print(refusal, file=sys.stderr)
        return 2
    browser = browser_path()
    if browser is None:
        named = os.environ.get(BROWSER)
        wrong = f"{BROWSER} names {named!r}, which is no program here."
        missing = "No Chromium or Chrome was found."
        print(f"{wrong if named else missing} Install one, or name it in {BROWSER}.", file=sys.stderr)
        return 1
    try:
        with tempfile.TemporaryDirectory(prefix="moei-watch-") as temporary:
            page, picture = Path(temporary) / "page", Path(temporary) / "picture.png"
            geodata, stories = read_geodata(directory), read_stories(directory)
            for fault in view_faults(parse_query(args.view), geodata=geodata, stories=stories):
                print(fault, file=sys.stderr)
            write_page(geodata, page, as_of=date.today(), stories=stories, settings=read_settings())
            index = page / "index.html"
            index.write_text(as_picture(index.read_text(encoding="utf-8")), encoding="utf-8")
            address = f"{index.as_uri()}?{parse_query(args.view)}"
            take_picture(browser, address, picture, size=args.size)
            out.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(picture, out)
    except (OSError, GeodataError, subprocess.SubprocessError) as error:
        print(f"The picture could not be taken: {error}", file=sys.stderr)
        return 1
    print(f"{out}: {args.size[0]}x{args.size[1]} pixels, {out.stat().st_size / 1000:.0f} kB")
    return 0


def take_picture(browser: str, address: str, picture: Path, *, size: tuple[int, int]) -> None:
    """Open an address of a file in a browser of its own and write what it shows.

    Parameters
    ----------
    size : width and height in pixels.

    Raises
    ------
    OSError
        If the browser cannot be started or has written no picture.
    subprocess.TimeoutExpired
        If it takes longer than `TIMEOUT_SECONDS`.
    """
    with tempfile.TemporaryDirectory(prefix="moei-watch-browser-", ignore_cleanup_errors=True) as profile:
        frame = Path(profile) / "frame.html"
        words = FRAME.format(width=size[0], height=size[1], address=html.escape(address))
        frame.write_text(words, encoding="utf-8")
        own = [f"--user-data-dir={profile}", f"--window-size={size[0]},{size[1]}", f"--screenshot={picture}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            own.append("--no-sandbox")  # Chromium refuses its sandbox to root, as in a container
        done = subprocess.run(
            [browser, *OPTIONS, *own, frame.as_uri()],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=TIMEOUT_SECONDS,
            check=False,
        )
    if not picture.is_file() or not picture.read_bytes().startswith(PNG):
        said = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
        raise OSError(f"{browser} wrote no picture{': ' + said[-1] if said else ''}")


def as_picture(page: str) -> str:
    """Return the page with nothing to press: the map with title, period, key and credits (picture.css)."""
    return page.replace('<body class="', '<body class="picture ', 1)


def browser_path() -> str | None:
    """Return the browser to use, None where none is installed."""
    named = os.environ.get(BROWSER)
    return shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)


def parse_size(text: str) -> tuple[int, int]:
    """Return width and height of ``1920x1080``."""
    match = re.fullmatch(r"([1-9]\d{2,3})[xX]([1-9]\d{2,3})", text)
    if not match:
        words = f"{text!r} is no size: give width and height such as 1920x1080, each from 100 to 9999 pixels"
        raise argparse.ArgumentTypeError(words)
    return int(match[1]), int(match[2])


def parse_query(address: str) -> str:
    """Return the query of an address of the map, or of what was given without the rest of it."""
    query = address.partition("?")[2] if "?" in address else "" if "://" in address else address
    return urlencode(parse_qsl(query.partition("#")[0]), safe="/,")


def refuse(out: Path, directory: Path) -> str:
    """Return why a picture must not be written, "" if it may: the file is new or a picture."""
    if not directory.is_dir():
        return f"There is no folder of data at {directory}."
    if out.suffix.lower() != ".png":
        return f"{out.name} does not end in .png: pictures are written as PNG."
    if out.is_dir():
        return f"{out} is a folder. Name a file."
    if out.is_file() and out.stat().st_size and out.read_bytes()[:8] != PNG:
        return f"{out} is no PNG picture. Name a new file."
    return ""
