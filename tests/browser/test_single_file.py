"""The map in one file, from disk, with every other host shut."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from moeiwatch.mappage.page import TILE_HOSTS
from moeiwatch.mappage.single_file import LARGEST_BYTES, single_file
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(page_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the one file and nothing else."""
    alone = tmp_path_factory.mktemp("single")
    html = single_file(page_folder, tile_hosts=tuple(TILE_HOSTS.values()))
    (alone / "index.html").write_text(html, encoding="utf-8")
    yield alone


def test_it_is_smaller_than_three_megabytes(folder: Path) -> None:
    assert (folder / "index.html").stat().st_size < LARGEST_BYTES


def test_map_search_popup_and_sources_work(open_page: Callable[..., Page], folder: Path) -> None:
    page = open_page("?sel=compounds/kk-park", folder=folder)
    assert page.evaluate("MoeiWatch.symbols.drawnRevision") > 0
    expect(page.locator("#drawer h2")).to_have_text("KK Park")
    assert page.locator("#drawer .sources a").count() > 0
    page.locator("#search input").fill("shwe kokko")
    expect(page.locator("#search")).to_contain_text("Shwe Kokko")
    expect(page.locator("#timeline")).to_contain_text("records in this period")


def test_time_and_layers_work_and_the_address_keeps_them(
    open_page: Callable[..., Page], folder: Path
) -> None:
    page = open_page(folder=folder)
    before = page.evaluate("MoeiWatch.shown('rescue_events').reduce((sum, one) => sum + one, 0)")
    page.evaluate("MoeiWatch.store.set({from: '2025-06', hide: ['crossings']})")
    after = page.evaluate("MoeiWatch.shown('rescue_events').reduce((sum, one) => sum + one, 0)")
    assert 0 < after < before
    page.reload()
    page.wait_for_selector("body.ready")
    assert page.evaluate("MoeiWatch.store.get().from") == "2025-06"


def test_story_is_told_and_no_script_of_another_may_run(open_page: Callable[..., Page], folder: Path) -> None:
    page = open_page("?story=rescue-and-construction", folder=folder)
    expect(page.locator("#story-title")).to_have_text("2021: the coup")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".story-place")).to_have_text("2 of 14")
    policy = page.locator("meta[http-equiv]").get_attribute("content")
    assert "script-src 'sha256-" in policy
    assert "unsafe-inline" not in policy.partition("style-src")[0]


def test_its_privacy_note_stands_in_it(open_page: Callable[..., Page], folder: Path) -> None:
    page = open_page(folder=folder, width=390, height=844, touch=True)
    page.locator("#open-privacy").tap()
    dialog = page.get_by_role("dialog", name="Privacy")
    expect(dialog).to_contain_text("tile.openstreetmap.org")
    box = dialog.bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= 844
