"""The app's pages in a browser: tasks of a reader, and records that are meant to do harm."""

import shutil

import pytest
from moeiwatch.data.paths import REPOSITORY
from playwright.sync_api import Browser, Page, expect
from running_app import map_frame, open_app, start_app
from sample_geodata import properties, small_files, write_files

pytestmark = pytest.mark.browser

HARM = (
    "<img src=x onerror='window.harmed=1'></script><script>window.harmed=1</script>"
    "`${1}` [a](javascript:x) :smile:"
)


@pytest.fixture(scope="module")
def harmful_app(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The app on data whose every text tries to be more than text; the check would refuse most of it."""
    files = small_files()
    for file in ("compounds", "construction_reports", "rescue_events", "interventions"):
        for feature in files[f"{file}.geojson"]["features"]:
            feature["properties"]["summary"] = HARM
    for record in ("kk-park", "kk-park-north"):
        properties(files, "compounds.geojson", record)["name"] = HARM[:180]
    files["actors.json"]["actors"][0]["name"] = HARM[:180]
    files["sources.json"][0]["title"] = HARM
    folder = write_files(tmp_path_factory.mktemp("geodata"), files)
    shutil.copytree(REPOSITORY / "geodata" / "schema", folder / "schema")
    return start_app(geodata=folder)


def finish(page: Page) -> None:
    """Close a page that must have asked no other host and written no error."""
    context = page.context
    context.close()
    assert context.foreign == [] and context.errors == []


def test_what_a_page_asks_of_another_host_is_noted_and_not_answered(chromium: Browser) -> None:
    page = open_app(chromium, start_app())
    map_frame(page)
    asked = "https://tile.openstreetmap.org/0/0/0.png"
    answer = "address => fetch(address, {mode: 'no-cors'}).then(() => 'answered', () => 'none')"
    assert page.evaluate(answer, asked) == "none"
    with page.expect_event("pageerror"):
        page.evaluate("setTimeout(() => { throw new Error('harm'); })")
    page.context.close()
    assert page.context.foreign == [asked]
    assert page.context.errors == ["harm"]


def test_a_context_that_is_used_again_holds_nothing_of_the_test_before(chromium: Browser) -> None:
    page = open_app(chromium, start_app())
    page.evaluate("localStorage.setItem('left', 'here')")
    context = page.context
    other = open_app(chromium, start_app())
    assert other.context != context, "the first is still in use"
    other.context.close()
    context.close()
    again = open_app(chromium, start_app())
    assert again.context == context and len(context.pages) == 1
    assert again.evaluate("localStorage.getItem('left')") is None
    assert context.foreign == [] and context.errors == []
    context.close()


def test_from_a_headline_number_to_its_sources_in_two_clicks(chromium: Browser) -> None:
    page = open_app(chromium, start_app(), "?from=2025-10&to=2025-12")
    map_frame(page)
    page.get_by_role("link", name="See the ", exact=False).first.click()
    expect(page.get_by_role("heading", name="Events", exact=True)).to_be_visible()
    assert "from=2025-10" in page.evaluate("location.search")
    table = page.locator("[data-testid='stDataFrame'] canvas").first
    table.click(position={"x": 20, "y": 52}, force=True)
    expect(page.get_by_role("heading", name="Sources", exact=True)).to_be_visible()
    assert page.locator(".mw-record ol a[target=_blank]").count() >= 1
    finish(page)


def test_a_dossier_by_its_address_and_back_to_the_map(chromium: Browser) -> None:
    page = open_app(chromium, start_app(), "?compound=kk-park")
    expect(page.get_by_role("heading", name="KK Park", exact=True)).to_be_visible()
    assert page.locator("[lang=zh]").first.inner_text() == "KK园区"
    page.get_by_role("button", name="KK Park II (Zone A)", exact=True).click()
    expect(page.get_by_role("heading", name="KK Park II (Zone A)", exact=True)).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="KK Park", exact=True)).to_be_visible()
    finish(page)


def test_a_dossier_is_cited_as_what_it_is(chromium: Browser) -> None:
    page = open_app(chromium, start_app(), "compounds?compound=kk-park&basis=observed")
    page.get_by_role("button", name="Cite this view").click()
    cited = page.locator("[data-testid=stCode]").first
    expect(cited).to_contain_text("Dossier: KK Park. Data version")
    expect(cited).not_to_contain_text("Filters")
    finish(page)


@pytest.mark.parametrize("path", ["", "compounds?compound=kk-park", "events?sel=rescue_events/ev-2025-all"])
def test_harmful_texts_stay_texts(chromium: Browser, harmful_app: str, path: str) -> None:
    page = open_app(chromium, harmful_app, path)
    expect(page.locator(".mw-foot")).to_be_visible()
    if not path:
        map_frame(page)
    assert page.evaluate("window.harmed") is None
    assert page.locator("img[src=x]").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    finish(page)
