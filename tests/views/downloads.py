"""What the downloads of a page hold, taken without a browser."""

import pytest
import streamlit as st


def catch_downloads(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[str, bytes]]:
    """Return a dictionary that fills with name and content of each download, by its title, as a page runs."""
    caught: dict[str, tuple[str, bytes]] = {}

    def offer(title: str, make, *, file_name: str, **_: object) -> None:
        caught[title] = (file_name, make())

    monkeypatch.setattr(st, "download_button", offer)
    return caught
