"""Write the map page into a folder: a new one for new inputs, whole or not at all."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from moeiwatch.data.geodata import Geodata
from moeiwatch.data.paths import REPOSITORY
from moeiwatch.data.settings import Settings
from moeiwatch.data.stories import Story, read_stories
from moeiwatch.mappage.elements import MAP_SCRIPT
from moeiwatch.mappage.headline_numbers import numbers_html
from moeiwatch.mappage.joined import LATER_SCRIPT, join_files
from moeiwatch.mappage.pack import page_pack
from moeiwatch.mappage.pack_text import later_script, pack_block
from moeiwatch.mappage.page import PAGE_FILES, build_figure, is_later
from moeiwatch.mappage.style import theme_css

VENDOR = REPOSITORY / "dashboard" / "static" / "vendor"
"""Leaflet and its plugins, unmodified, with their licences."""

PACKAGE = Path(__file__).parents[1]

HOST_FILES = Path(__file__).parent / "host"
"""The app's half of the bridge to the page: beside the page where the app shows it, not in an export."""

MARK = "moei-watch-page"
"""Name of the file by which a folder is known as one that was built here."""

HASH_LENGTH = 12


def build_page(
    geodata: Geodata,
    directory: Path,
    *,
    as_of: date,
    changes: Callable[[], Mapping[str, int]] | None = None,
    settings: Settings | None = None,
    lines: Callable[[], Mapping[str, Mapping[str, int]]] | None = None,
) -> Path:
    """Build the page in a folder of its own inside `directory`, unless it stands there already.

    The folder is named by a hash of all that goes in: data, code, sheets, vendored files, settings, the day.
    Folders of older builds are removed. What else lies in `directory` is left alone.

    Parameters
    ----------
    changes, lines : return what `write_page` wants under these names; called only if the page is written.
    settings : as in `write_page`.

    Returns
    -------
    The folder that holds ``index.html``.

    Raises
    ------
    OSError
        If the folder cannot be written; what stood there before stands there still.
    """
    name = page_version(geodata, as_of=as_of, settings=settings)
    target = directory / name
    if not (target / MARK).is_file():
        directory.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=directory, prefix=".building-") as temporary:
            built = Path(temporary) / name
            given = {"changes": changes and changes(), "lines": lines and lines()}
            write_page(geodata, built, as_of=as_of, settings=settings, **given)
            shutil.copytree(HOST_FILES, built / "host")
            if target.exists():
                shutil.rmtree(target)
            try:
                built.rename(target)
            except OSError:
                if not (target / MARK).is_file():  # another process was as quick with the same page
                    raise
    for old in directory.iterdir():
        if old != target and (old / MARK).is_file():
            shutil.rmtree(old, ignore_errors=True)
    return target


def write_page(
    geodata: Geodata,
    folder: Path,
    *,
    as_of: date,
    stories: Sequence[Story] | None = None,
    about: str = "",
    changes: Mapping[str, int] | None = None,
    settings: Settings | None = None,
    lines: Mapping[str, Mapping[str, int]] | None = None,
) -> None:
    """Write all files of the page into a folder, which is made if need be.

    Parameters
    ----------
    stories : what can be told on the map; None: the stories of the project's own data.
    about : address of the page on data and method beside this one, "" where there is none.
    changes : how many records changed since earlier versions of the data, as far as that is known.
    settings : title, tiles and more; by default those of a host that set nothing.
    lines : on which line of its file each record begins, by layer and id, as far as that is known.
    """
    told = read_stories() if stories is None else stories
    given = {"stories": told, "about": about, "changes": changes, "settings": settings, "lines": lines}
    pack = page_pack(geodata, as_of=as_of, **given)
    figure = build_figure(pack_block(pack), numbers=numbers_html(geodata), settings=settings)
    html = figure.render()
    made = {MAP_SCRIPT: figure.render_script(), "page/theme.css": theme_css()}
    html, texts = join_files(html, read=lambda name: made.get(name) or _read(name), is_later=is_later)
    texts["index.html"] = html
    texts[LATER_SCRIPT] = later_script(pack) + texts[LATER_SCRIPT]
    joined = shutil.ignore_patterns("*.js", "*.css")  # of other projects the licences and pictures stay
    shutil.copytree(VENDOR, folder / "vendor", dirs_exist_ok=True, ignore=joined)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / MARK).write_text(page_version(geodata, as_of=as_of, settings=settings) + "\n", encoding="utf-8")


def _read(name: str) -> str:
    """Return a script or sheet by the name that the page's elements have for it."""
    kind, _, rest = name.partition("/")
    return ({"page": PAGE_FILES, "vendor": VENDOR}[kind] / rest).read_text(encoding="utf-8")


def page_version(geodata: Geodata, *, as_of: date, settings: Settings | None = None) -> str:
    """Return a short hash of everything that the page is made of."""
    digest = hashlib.sha256(f"{geodata.version} {as_of.isoformat()} {settings or Settings()!r}".encode())
    for root in (PACKAGE / "data", PACKAGE / "analysis", PACKAGE / "mappage", VENDOR):
        for path in sorted(root.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(root).as_posix().encode() + b"\0")
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:HASH_LENGTH]
