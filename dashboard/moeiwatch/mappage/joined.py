"""The scripts and sheets that the page names, joined into few files.

The sources stay small files with one job each. A page that asks a server for ninety of them paints half a
second later than one that asks for three, so they are put one after the other when the page is written: the
scripts that the first picture of the map needs in one, all others in one behind the map, and the sheets into
the page itself, which a browser then lays out while it waits for the scripts.
"""

import re
from collections.abc import Callable, Iterable
from posixpath import dirname, join, normpath

SCRIPT, LATER_SCRIPT = "page.js", "later.js"

PRELOAD = f'<link rel="preload" href="{SCRIPT}" as="script">'
"""Asks for the first script at the top of the page, before sheets and records are read."""

_SCRIPT_LINK = re.compile(r'[ \t]*<script src="([^"]+)"></script>\n?')
_SHEET_LINK = re.compile(r'[ \t]*<link rel="stylesheet" href="([^"]+)"\s*/?>\n?')
_ADDRESS = re.compile(r"""url\(\s*(["']?)(?!data:|#)([^"')]+)\1\s*\)""")


def join_files(
    html: str, *, read: Callable[[str], str], is_later: Callable[[str], bool]
) -> tuple[str, dict[str, str]]:
    """Return the page with its sheets in it and links to `SCRIPT` and `LATER_SCRIPT`, and the text of these.

    Scripts are named at the foot of the body, so that browsers lay the page out while they read them. The
    last has a type that no browser knows: the page asks for it once its first picture stands (start.js).

    Parameters
    ----------
    html : a page whose scripts and sheets are links to files.
    read : gives the text of a file by the name that the page has for it.
    is_later : tells by its name whether a script can wait until the first picture stands.

    Raises
    ------
    ValueError
        If a sheet could end its element.
    """
    scripts, sheets = _SCRIPT_LINK.findall(html), _SHEET_LINK.findall(html)
    sheet = "".join(f"/* {name} */\n{_from_root(read(name), name).rstrip()}\n" for name in sheets)
    if "</" in sheet:
        raise ValueError("a sheet holds </, which could end its element")
    texts = {
        SCRIPT: _joined((name for name in scripts if not is_later(name)), read),
        LATER_SCRIPT: _joined(filter(is_later, scripts), read),
    }
    bare = _SHEET_LINK.sub("", _SCRIPT_LINK.sub("", html))
    page = bare.replace("<head>", f"<head>\n{PRELOAD}", 1)
    page = page.replace("</head>", f"<style>\n{sheet}</style>\n</head>", 1)
    before, _, after = page.rpartition("</body>")
    links = f'<script src="{SCRIPT}"></script>\n<script src="{LATER_SCRIPT}" type="later"></script>\n'
    return f"{before}{links}</body>{after}", texts


def _joined(names: Iterable[str], read: Callable[[str], str]) -> str:
    return "".join(f"// {name}\n{read(name).rstrip()}\n;\n" for name in names)


def _from_root(sheet: str, name: str) -> str:
    """Return a sheet whose pictures are named from the page's folder and no longer from the sheet's own."""
    return _ADDRESS.sub(lambda match: f'url("{normpath(join(dirname(name), match[2]))}")', sheet)
