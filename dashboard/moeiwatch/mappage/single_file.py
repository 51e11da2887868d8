"""The map page as one file: scripts, sheets and pictures inside; it opens from disk with no network."""

import base64
import hashlib
import re
from html import escape
from pathlib import Path
from urllib.parse import unquote

from moeiwatch.mappage.joined import PRELOAD

LARGEST_BYTES = 3_000_000
"""What goes through mail and onto a stick without a thought; a test holds the real data to it."""

_SCRIPT = re.compile(r'<script src="([^"]+)"(?: type="later")?></script>')
_SHEET = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*(">)')
_ADDRESS = re.compile(r"""url\(\s*(["']?)([^"')]+)\1\s*\)""")
_BREAKS_OUT = re.compile(r"<(?=/script|script|!--)", re.IGNORECASE)
_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".gif": "image/gif"}
_NO_PICTURE = "data:,"


def single_file(folder: Path, *, tile_hosts: tuple[str, ...] = ()) -> str:
    """Return the page of a built folder as one HTML text that asks for nothing beside it.

    Parameters
    ----------
    folder : holds ``index.html`` as `write_page` wrote it.
    tile_hosts : the only hosts from which pictures may come, once a reader chooses a tile base layer.

    Raises
    ------
    ValueError
        If a script stands in the page in a way that this does not know.
    OSError
        If a file of the page is missing.
    """
    html = (folder / "index.html").read_text(encoding="utf-8").replace(f"{PRELOAD}\n", "", 1)
    scripts: list[str] = []

    def put_script(match: re.Match) -> str:
        script = _script(folder / match[1])
        scripts.append(script)
        return f"<script>{script}</script>"

    def put_sheet(match: re.Match) -> str:
        return f"<style>{_with_pictures(match[1], folder)}</style>"

    html = _SCRIPT.sub(put_script, _SHEET.sub(put_sheet, html))
    policy = escape(_policy(scripts, tile_hosts=tile_hosts), quote=True)
    html, count = _POLICY.subn(lambda match: match[1] + policy + match[2], html)
    outside = re.findall(r'<(?:script|link|img|iframe)\b[^>]*\s(?:src|href)="(?!data:)[^"]*"', _markup(html))
    if count != 1 or outside:
        raise ValueError(f"the page cannot be put into one file: {outside or 'it has no policy'}")
    return html


def _script(path: Path) -> str:
    """Return a script that cannot end its element, whatever it says: a backslash there changes no string."""
    text = path.read_text(encoding="utf-8")
    return _BREAKS_OUT.sub(r"<\\", text).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _with_pictures(sheet: str, folder: Path) -> str:
    """Return a sheet with its pictures inside; one that is not there is left empty."""

    def put(match: re.Match) -> str:
        address = match[2]
        if address.startswith(("data:", "#")):
            return match[0]
        picture = folder / unquote(address.partition("?")[0].partition("#")[0])
        if not picture.is_file() or picture.suffix not in _TYPES:
            return f'url("{_NO_PICTURE}")'
        content = base64.b64encode(picture.read_bytes()).decode("ascii")
        return f'url("data:{_TYPES[picture.suffix]};base64,{content}")'

    return _ADDRESS.sub(put, sheet)


def _policy(scripts: list[str], *, tile_hosts: tuple[str, ...]) -> str:
    """Return a policy that runs these scripts and no other, and asks no host but for tiles."""
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; "
        f"img-src data: {' '.join(tile_hosts)}; base-uri 'none'; form-action 'none'"
    )


def _markup(html: str) -> str:
    """Return the page without what its scripts and sheets say."""
    return re.sub(r"(<(script|style)>).*?(</\2>)", r"\1\3", html, flags=re.DOTALL)
