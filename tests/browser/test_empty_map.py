"""A map without reports says what left it empty and leads out; what a reader hides on purpose is no loss."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

EMPTY = [
    ("?from=1995-01&to=1995-12", "Nothing was reported in this period. Show all months"),
    ("?from=1995-01&to=1995-12&mode=known", "Nothing became public in this period. Show all months"),
    ("?basis=claimed&group=nobody-there", 'No compound is named with "nobody-there". Show all groups'),
    (
        "?hide=compounds,construction_reports,rescue_events,interventions,crossings",
        "The filters leave no report. Show everything",
    ),
]


@pytest.mark.parametrize(("query", "words"), EMPTY)
def test_the_sentence_names_the_cause_and_its_button_leads_out(open_page, query, words):
    page = open_page(query)
    line = page.locator("#empty")
    expect(line).to_have_text(words)
    line.get_by_role("button").click()
    expect(line).to_be_hidden()
    assert page.evaluate("MoeiWatch.counts('construction_reports').total") > 0
    assert page.evaluate("document.activeElement.id") == "map"


@pytest.mark.parametrize("query", ["", "?hide=construction_reports,interventions,rescue_events"])
def test_nothing_is_said_where_the_map_is_not_empty(open_page, query):
    expect(open_page(query).locator("#empty")).to_be_hidden()


def test_an_unknown_group_is_named_in_its_choice_and_gone_with_it(open_page):
    page = open_page("?group=nobody-there")
    choice = page.locator("#group-choice")
    options = choice.locator("option").count()
    assert choice.evaluate("node => node.selectedOptions[0].textContent") == "nobody-there: no compound"
    choice.select_option("")
    expect(choice.locator("option")).to_have_count(options - 1)


def test_the_sentence_lies_clear_of_the_buttons_on_a_phone(open_page):
    page = open_page("?from=1995-01&to=1995-12", width=390, height=844, touch=True)
    box = page.locator("#empty").bounding_box()
    over = page.evaluate(
        """() => Array.from(document.querySelectorAll("#map .leaflet-control, #maptools button"), (node) => {
            const { left, top, right, bottom } = node.getBoundingClientRect();
            return [left, top, right, bottom];
        }).filter(([left, , right]) => right > left)"""
    )
    assert over
    for left, top, right, bottom in over:
        apart = (
            box["x"] >= right
            or box["x"] + box["width"] <= left
            or box["y"] >= bottom
            or box["y"] + box["height"] <= top
        )
        assert apart, (box, left, top, right, bottom)
