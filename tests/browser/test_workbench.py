"""The workbench in a browser: both maps in frames of no origin, harmful names, large files, two sessions."""

import json
from pathlib import Path

import pytest
from moeiwatch.data.paths import GEODATA, REPOSITORY
from page_waiting import wait_until
from playwright.sync_api import Browser, Page, expect
from running_app import open_app, start_app

pytestmark = pytest.mark.browser

HARM = "<img src=x onerror='parent.harmed=window.harmed=1'></script><script>window.harmed=1</script>"
OWN = "Words that no other session may read."
STATIC = REPOSITORY / "dashboard" / "static"


def changed_file(folder: Path, **properties: object) -> Path:
    """Write the compounds with one record changed, under the name that they have in the data."""
    value = json.loads((GEODATA / "compounds.geojson").read_text(encoding="utf-8"))
    found = next(feature for feature in value["features"] if feature["id"] == "kk-park")
    found["properties"].update(properties)
    path = folder / "compounds.geojson"
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def drop(page: Page, path: Path) -> None:
    expect(page.get_by_text("Nothing dropped yet")).to_be_visible()
    page.set_input_files("input[type=file]", path)


def test_a_change_is_seen_before_and_after_by_its_own_session_only(chromium: Browser, tmp_path: Path) -> None:
    address = start_app()
    page = open_app(chromium, address, "workbench")
    served = {path for path in STATIC.rglob("*") if path.is_file()}
    drop(page, changed_file(tmp_path, status="demolished", status_as_of="2026-04", summary=OWN))
    expect(page.get_by_role("heading", name="The files to send")).to_be_visible(timeout=120_000)
    expect(page.get_by_text("status partly demolished -> demolished", exact=False)).to_be_visible()
    words = {}
    for name in ("Before", "After"):
        holder = page.wait_for_selector(f"iframe[title='Map {name.lower()} the change']")
        assert "allow-same-origin" not in holder.get_attribute("sandbox")
        frame = holder.content_frame()
        frame.wait_for_selector("body.ready.embedded")
        wait_until(frame, "() => MoeiWatch.store.get().sel === 'compounds/kk-park'")
        words[name] = frame.locator("#drawer").inner_text()
        frame.evaluate("MoeiWatch.store.set({month: 4})")  # a choice that no address takes
    assert "Partly demolished" in words["Before"] and "Partly demolished" not in words["After"]
    other = open_app(chromium, address, "workbench")
    expect(other.get_by_text("Nothing dropped yet")).to_be_visible()
    new = {path for path in STATIC.rglob("*") if path.is_file()} - served
    assert not [path for path in new if OWN in path.read_text(encoding="utf-8", errors="replace")]
    for one in (page, other):
        one.context.close()
        assert one.context.foreign == [] and one.context.errors == []


def test_harmful_names_stay_text_in_words_tables_and_maps(chromium: Browser, tmp_path: Path) -> None:
    page = open_app(chromium, start_app(), "workbench")
    drop(page, changed_file(tmp_path, name=HARM[:150], summary=HARM))
    expect(page.get_by_role("heading", name="The files to send")).to_be_visible(timeout=120_000)
    expect(page.get_by_text("in your change", exact=False)).to_be_visible()
    for frame in page.frames:
        assert frame.evaluate("window.harmed") is None
        assert frame.locator("img[src=x]").count() == 0
    page.context.close()
    assert page.context.foreign == []


def test_a_file_that_is_too_large_is_told_so(chromium: Browser, tmp_path: Path) -> None:
    path = tmp_path / "compounds.geojson"
    path.write_bytes(b"[" + b" " * 9_000_000 + b"]")
    page = open_app(chromium, start_app(), "workbench")
    drop(page, path)
    expect(page.get_by_text("8.0MB or smaller", exact=False)).to_be_visible()
    expect(page.get_by_text("Nothing dropped yet")).to_be_visible()
    page.context.close()


@pytest.mark.parametrize("path", ["changes", "workbench", "privacy"])
@pytest.mark.parametrize("width", [1024, 390])
def test_the_menu_at_the_end_of_the_row_leads_to_each_page(chromium: Browser, path: str, width: int) -> None:
    titles = {"changes": "What changed", "workbench": "Workbench", "privacy": "Privacy"}
    page = open_app(chromium, start_app(), "?month=3", viewport={"width": width, "height": 844})
    more = page.get_by_role("button", name="More", exact=True)
    expect(more).to_be_visible()
    if width == 1024:
        box = more.bounding_box()
        assert box["x"] + box["width"] <= width
    more.click()
    page.get_by_role("link", name=titles[path], exact=True).click()
    expect(page.get_by_role("heading", name=titles[path], exact=True)).to_be_visible()
    assert f"/{path}?month=3" in page.url
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.context.close()
    assert page.context.foreign == [] and page.context.errors == []
