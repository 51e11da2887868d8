"""The container as far as it can be held without an engine: who runs it, its health check, its size."""

import json
import re
import urllib.request
from importlib import metadata

import pytest
from moeiwatch.data.paths import REPOSITORY
from packaging.requirements import Requirement

LARGEST_BYTES = 1_000_000_000
BASE_IMAGE_BYTES = 150_000_000
"""python:3.13-slim, unpacked, rounded up."""

DOCKERFILE = (REPOSITORY / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")


def instructions(name: str) -> list[str]:
    return re.findall(rf"(?m)^(?:.*?\s)?{name}\s+(.+)$", DOCKERFILE)


def installed_bytes(names: list[str]) -> int:
    """Return the bytes of these packages and of all that they need, as installed here."""
    waiting, seen, total = list(names), set(), 0
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in seen:
            continue
        seen.add(name)
        found = metadata.distribution(name)
        total += sum(file.locate().stat().st_size for file in found.files or [] if file.locate().is_file())
        for line in found.requires or []:
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                waiting.append(needed.name)
    return total


def test_it_does_not_run_as_root():
    users = instructions("USER")
    assert users and users[-1].isdigit() and users[-1] != "0", "a number, which every engine can judge"
    assert DOCKERFILE.rindex("\nUSER") < DOCKERFILE.rindex("\nCMD")


@pytest.mark.parametrize(
    ("settings", "asked"),
    [
        ({}, "http://127.0.0.1:8501/_stcore/health"),
        ({"PORT": "80"}, "http://127.0.0.1:80/_stcore/health"),
        ({"BASE_URL_PATH": "/moei/watch/"}, "http://127.0.0.1:8501/moei/watch/_stcore/health"),
    ],
)
def test_its_health_check_asks_the_app_itself_at_its_port_and_path(monkeypatch, settings, asked):
    command = json.loads(re.search(r"HEALTHCHECK .*?CMD (\[.*\])", DOCKERFILE)[1])
    assert command[:2] == ["python", "-c"]
    seen, proxies = [], []

    class Opener:
        def open(self, address, timeout):
            seen.append(address)

    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")
    for name in ("PORT", "BASE_URL_PATH"):
        monkeypatch.delenv(f"STREAMLIT_SERVER_{name}", raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(f"STREAMLIT_SERVER_{name}", value)
    monkeypatch.setattr(urllib.request, "build_opener", lambda h: (proxies.append(h.proxies), Opener())[1])
    exec(command[2], {})
    assert seen == [asked]
    assert proxies == [{}], "no proxy is asked for the app's own address"


def test_it_stays_under_a_gigabyte():
    lines = (REPOSITORY / "requirements.txt").read_text(encoding="utf-8").splitlines()
    wanted = [Requirement(line.partition("#")[0].strip()).name for line in lines if line.strip()]
    own = sum(
        path.stat().st_size
        for folder in ("dashboard", "geodata")
        for path in (REPOSITORY / folder).rglob("*")
        if path.is_file() and "page" not in path.relative_to(REPOSITORY).parts[1:3]
    )
    packages = installed_bytes([name for name in wanted if name != "pytest"])
    assert BASE_IMAGE_BYTES + packages + own < LARGEST_BYTES
