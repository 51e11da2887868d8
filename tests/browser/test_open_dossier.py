"""From the table of compounds to a dossier and back, by pointer and by keyboard, and a dossier on a phone."""

from collections.abc import Iterator

import pytest
from moeiwatch.views.choice_table import ROW_PX
from page_waiting import wait_for_frames, wait_until
from playwright.sync_api import Browser, Page, expect
from running_app import open_app, start_app

pytestmark = pytest.mark.browser

BESIDE_BOX_PX = 60
TABLE = "[data-testid=stDataFrame]"


@pytest.fixture
def compounds(chromium: Browser) -> Iterator[Page]:
    """The table of compounds, drawn."""
    page = open_app(chromium, start_app(), "compounds?from=2025-01")
    expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator(TABLE).locator("canvas [role=gridcell]").first).to_be_attached()
    wait_for_frames(page)
    yield page
    page.context.close()


def first_name(page: Page) -> str:
    return page.locator(TABLE).locator("[role=gridcell]").first.text_content()


def is_open_and_back_is_one_step(page: Page, name: str, depth: int) -> None:
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
    assert "compound=" in page.url and "from=2025-01" in page.url
    assert page.evaluate("history.length") == depth + 1
    page.go_back()
    expect(page.get_by_role("heading", name="Compounds", exact=True)).to_be_visible()
    assert "compound=" not in page.url and "from=2025-01" in page.url


def test_a_click_on_a_name_opens_its_dossier(compounds: Page) -> None:
    name, depth = first_name(compounds), compounds.evaluate("history.length")
    compounds.locator(TABLE).click(position={"x": BESIDE_BOX_PX, "y": ROW_PX * 1.5})
    is_open_and_back_is_one_step(compounds, name, depth)


def test_the_keyboard_opens_a_dossier(compounds: Page) -> None:
    name, depth = first_name(compounds), compounds.evaluate("history.length")
    compounds.locator(TABLE).locator("canvas").first.focus()
    for _ in range(10):
        if compounds.evaluate("document.activeElement.getAttribute('role')") == "gridcell":
            break
        compounds.keyboard.press("Tab")
    compounds.keyboard.press("Shift+Space")
    is_open_and_back_is_one_step(compounds, name, depth)


def test_on_a_phone_figures_stand_below_each_other_and_the_contents_lead_to_them(chromium: Browser) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    page = open_app(chromium, start_app(), "compounds?compound=kk-park", **phone)
    expect(page.locator(".mw-foot")).to_be_attached()
    page.get_by_role("link", name="Claimed beside observed").tap()
    expect(page.get_by_role("heading", name="Claimed beside observed")).to_be_in_viewport()
    row = page.locator(".mw-sides tr:has(td:nth-of-type(2) li):has(td:first-of-type li)").first
    claimed, observed = (row.locator("td").nth(place).bounding_box() for place in (0, 1))
    assert observed["y"] >= claimed["y"] + claimed["height"] and observed["x"] == claimed["x"]
    wide = "document.querySelector('[data-testid=stMain]').scrollWidth"
    wait_until(page, f"() => {wide} <= innerWidth")
    page.context.close()


def test_numbers_are_set_by_their_last_figure_and_words_by_their_first(compounds: Page) -> None:
    aligned = "all => [...new Set(all.map(cell => getComputedStyle(cell).textAlign))]"
    assert compounds.locator(".mw-counts td:not(.mw-words)").evaluate_all(aligned) == ["right"]
    assert compounds.locator(".mw-counts td.mw-words").evaluate_all(aligned) == ["left"]
