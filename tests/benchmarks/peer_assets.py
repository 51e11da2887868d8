"""Gives the peers' pages the scripts that they ask a CDN for, from the npm registry, so that the network's
speed is in nobody's figures."""

import re
import subprocess
import tarfile
from functools import cache
from pathlib import Path

from playwright.sync_api import Page, Route

NPM_ADDRESS = re.compile(
    r"https://cdn\.jsdelivr\.net/npm/(?P<name>@?[^@]+)@(?P<version>[^/]+)/(?P<path>[^?]+)"
)
KINDS = {".js": "text/javascript", ".css": "text/css"}


@cache
def _package(name: str, version: str, folder: Path) -> Path:
    unpacked = folder / f"{name.replace('/', '_')}-{version}"
    if not unpacked.exists():
        folder.mkdir(parents=True, exist_ok=True)
        packed = subprocess.run(
            ["npm", "pack", f"{name}@{version}", "--silent", "--pack-destination", str(folder)],
            check=True,
            capture_output=True,
            text=True,
        )
        with tarfile.open(folder / packed.stdout.split()[-1]) as archive:
            archive.extractall(unpacked, filter="data")
    return unpacked / "package"


def serve_peer_assets(page: Page, *, folder: Path) -> None:
    """Answer requests to other hosts: npm packages from `folder`, all else with an empty answer."""

    def answer(route: Route) -> None:
        match = NPM_ADDRESS.match(route.request.url)
        if match:
            file = _package(match["name"], match["version"], folder) / match["path"]
            if file.is_file():
                route.fulfill(body=file.read_bytes(), content_type=KINDS.get(file.suffix, "text/plain"))
                return
        route.fulfill(body="", content_type="text/plain")

    page.route(lambda address: "://127.0.0.1" not in address and address.startswith("http"), answer)
