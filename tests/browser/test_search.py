"""Finding: names in every script, places, actors; named extents, measuring, the pointer's position."""

import re

import pytest
from page_waiting import wait_for_frames, wait_until

pytestmark = pytest.mark.browser

FIELD = "Find a compound, place or actor"
NAMES = [
    ("KK Park", "KK Park"),
    ("kkpark", "KK Park"),
    ("KK园区", "KK Park"),
    ("KK園區", "KK Park"),
    ("เคเคปาร์ค", "KK Park"),
    ("ရွှေကုက္ကို", "Shwe Kokko / Yatai New City"),
    ("ရွှေကုက္ကိုလ်", "Shwe Kokko / Yatai New City"),
    ("亚太城", "Shwe Kokko / Yatai New City"),
    ("เจดีย์สามองค์", "Payathonzu (Three Pagodas Pass) cluster"),
    ("ဘုရားသုံးဆူ", "Payathonzu (Three Pagodas Pass) cluster"),
    ("Shwekokko", "Shwe Kokko / Yatai New City"),
    ("shwe-kokko", "Shwe Kokko / Yatai New City"),
    ("Yatai New", "Shwe Kokko / Yatai New City"),
    ("Shwe Koko", "Shwe Kokko / Yatai New City"),
    ("Taichang", "Tai Chang 1 (Casino Kosai)"),
    ("Hpalu", "Hpa Lu cluster"),
    ("Swe Kokko", "Shwe Kokko / Yatai New City"),
    ("Yatai City", "Shwe Kokko / Yatai New City"),
    ("Three Pagoda Pass", "Payathonzu (Three Pagodas Pass) cluster"),
    ("Mae Sod", "Mae Sot"),
    ("shwe", "Shwe Kokko / Yatai New City"),
    ("Saixigang", "Dongmei Park"),
    ("Mae Sot", "Mae Sot"),
    ("แม่สอด", "Mae Sot"),
    ("မဲဆောက်", "Mae Sot"),
    ("เมียวดี", "Myawaddy"),
    ("妙瓦底", "Myawaddy"),
    ("ท่าขี้เหล็ก", "Tachilek"),
    ("佘智江", "She Zhijiang"),
    ("尹國駒", "Wan Kuok-koi"),
    ("စောချစ်သူ", "Saw Chit Thu"),
]


def first_found(page):
    return page.locator("[role=option] .search-name").first.evaluate("node => node.firstChild.textContent")


def centre(page):
    return page.evaluate("() => { const c = MoeiWatch.map.getCenter(); return [c.lat, c.lng]; }")


def near(page, lat, lon):
    wait_until(
        page,
        "([lat, lon]) => MoeiWatch.map.getBounds().pad(-0.3).contains([lat, lon])",
        [lat, lon],
    )


def test_names_are_found_in_every_script_and_spelling(open_page):
    page = open_page()
    field = page.get_by_label(FIELD)
    for typed, name in NAMES:
        field.fill(typed)
        assert first_found(page) == name, typed


def test_one_chinese_character_is_looked_for_inside_names(open_page):
    page = open_page()
    page.get_by_label(FIELD).fill("园")
    assert "KK Park" in page.locator("[role=option] .search-name").all_inner_texts()[0]


@pytest.mark.parametrize("typed", ["zzzzz", "kkkk", "yyyy", "eeee", "qx", "Paris", "zzzz qqqq"])
def test_letters_that_no_name_holds_find_nothing(open_page, typed):
    page = open_page()
    page.get_by_label(FIELD).fill(typed)
    assert page.locator("[role=option]").count() == 0
    assert "Nothing here is called" in page.locator(".search-none").inner_text()


def test_two_romanisations_of_one_town_find_what_is_called_by_either(open_page):
    page = open_page()
    for typed in ("Tachileik", "Tachilek"):
        page.get_by_label(FIELD).fill(typed)
        found = " ".join(page.locator("[role=option] .search-name").all_inner_texts())
        assert "Tachilek" in found and "Tachileik" in found, typed


def test_a_name_in_another_script_stands_beside_the_latin_one_and_says_its_language(open_page):
    page = open_page()
    page.get_by_label(FIELD).fill("KK园区")
    other = page.locator("[role=option] .search-other").first
    assert other.inner_text() == "KK园区"
    assert other.get_attribute("lang") == "zh"


def test_slash_arrows_and_enter_find_fly_and_select(open_page):
    page = open_page("?at=8/15.30000/98.40000")
    page.keyboard.press("/")
    page.keyboard.type("kk park")
    field = page.get_by_role("combobox", name=FIELD)
    assert field.input_value() == "kk park", "the slash itself is not typed"
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    active = page.locator(f"#{field.get_attribute('aria-activedescendant')}")
    assert active.get_attribute("aria-selected") == "true"
    assert page.locator("[role=option][aria-selected=true]").count() == 1
    page.keyboard.press("Enter")
    assert page.evaluate("MoeiWatch.store.get().sel") == "compounds/kk-park"
    assert field.get_attribute("aria-expanded") == "false"
    near(page, 16.631, 98.557)
    page.locator("#drawer").get_by_role("heading", name="KK Park", exact=True).wait_for()


def test_nothing_found_is_said_and_escape_clears(open_page):
    page = open_page()
    field = page.get_by_label(FIELD)
    field.fill("<img src=x onerror=alert(1)>")
    none = page.locator(".search-none")
    assert none.inner_text() == "Nothing here is called “<img src=x onerror=alert(1)>”."
    assert page.locator(".search-box img").count() == 0
    assert field.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert none.is_hidden()
    page.keyboard.press("Escape")
    assert field.input_value() == ""


def test_the_river_is_found_by_all_its_names_and_all_its_stretches_are_shown(open_page):
    page = open_page("?at=12/20.44/99.88", width=900, height=700, reduced_motion=True)
    for name in ("moei", "thaungyin", "แม่น้ำเมย"):
        page.get_by_label(FIELD).fill(name)
        assert first_found(page) == "Moei (Thaungyin)", name
    page.keyboard.press("Enter")
    assert page.locator("#drawer .entry").count() == page.evaluate("MoeiWatch.records.river_reaches.n")
    wait_until(page, "() => MoeiWatch.map.getBounds().contains(MoeiWatch.mapLayers.reach.getBounds())")
    edge = page.evaluate(
        """() => MoeiWatch.map.latLngToContainerPoint(MoeiWatch.mapLayers.reach.getBounds().getNorthEast()).x
            + document.getElementById("map").getBoundingClientRect().left"""
    )
    assert edge <= page.locator("#drawer").bounding_box()["x"], "a part of the river lies under the list"
    assert "sel=rivers/moei-thaungyin" in page.url
    page.reload()
    page.wait_for_selector("body.ready")
    assert page.locator("#drawer .entry").count() == page.evaluate("MoeiWatch.records.river_reaches.n")


def test_enter_that_ends_a_composition_chooses_nothing(open_page):
    page = open_page()
    field = page.get_by_label(FIELD)
    field.fill("kk park")
    for composing in ({"isComposing": True}, {"keyCode": 229}):
        field.dispatch_event("keydown", {"key": "Enter", **composing})
        assert page.evaluate("MoeiWatch.store.get().sel") == ""
    page.keyboard.press("Enter")
    assert page.evaluate("MoeiWatch.store.get().sel") == "compounds/kk-park"


def test_an_actor_lists_the_compounds_that_name_it(open_page):
    page = open_page()
    page.get_by_label(FIELD).fill("Karen Border Guard")
    assert "armed group" in page.locator("[role=option] .search-kind").first.inner_text()
    page.locator("[role=option]").first.click()
    drawer = page.locator("#drawer")
    drawer.get_by_text("Karen Border Guard Force", exact=False).first.wait_for()
    assert "KK Park" in drawer.inner_text()


def test_a_place_of_reports_lists_them_even_without_a_position(open_page):
    page = open_page()
    place, reports = page.evaluate(
        """() => {
            const events = MoeiWatch.records.rescue_events;
            for (let i = 0; i < events.n; i++) {
                if (Number.isNaN(events.lon[i])) {
                    const name = events.get('place', i);
                    const isIt = one => one.kind === 'event' && one.name === name;
                    const entry = MoeiWatch.searchIndex().find(isIt);
                    if (entry) return [name, entry.note];
                }
            }
        }"""
    )
    page.get_by_label(FIELD).fill(place)
    page.locator("[role=option]", has_text=reports).first.click()
    page.locator("#drawer").get_by_text(place, exact=False).first.wait_for()


def test_named_extents_by_keyboard(open_page):
    page = open_page()
    button = page.get_by_role("button", name="Go to a named extent")
    for name, lat, lon in (
        ("Tachileik", 20.447, 99.881),
        ("Three Pagodas Pass", 15.303, 98.383),
        ("Myawaddy reach", 16.6, 98.55),
    ):
        button.focus()
        page.keyboard.press("Enter")
        page.get_by_role("button", name=name).focus()
        page.keyboard.press("Enter")
        near(page, lat, lon)
    button.click()
    page.get_by_role("button", name="Whole border").click()
    wait_until(page, "() => MoeiWatch.map.getBounds().contains([[15.303, 98.383], [20.447, 99.881]])")
    button.click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    page.get_by_role("button", name="Home", exact=True).click()
    near(page, 16.62, 98.58)


def test_measure_by_pointer_and_by_keyboard(open_page):
    page = open_page("?at=12/16.63100/98.55700")
    length = page.evaluate(
        "MoeiWatch.measure.metres({lat: 16.69083, lng: 98.51667}, {lat: 16.631, lng: 98.557})"
    )
    assert length == pytest.approx(7930, rel=0.01)
    button = page.get_by_role("button", name="Measure a distance")
    button.click()
    box = page.locator("#map").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.click(x, y)
    page.mouse.click(x + 100, y)
    words = page.locator(".measure-words strong")
    number, unit = words.inner_text().split()
    expected = page.evaluate(
        "() => { const m = MoeiWatch.map, a = m.getCenter();"
        "const b = m.containerPointToLatLng(m.latLngToContainerPoint(a).add([100, 0]));"
        "return MoeiWatch.measure.metres(a, b); }"
    )
    assert unit == "km"
    assert float(number) * 1000 == pytest.approx(expected, rel=0.02)
    assert page.evaluate("MoeiWatch.store.get().sel") == "", "a click that measures selects nothing"
    page.keyboard.press("Backspace")
    assert words.inner_text() == ""
    before = centre(page)
    page.keyboard.press("ArrowRight")
    wait_until(page, "lng => MoeiWatch.map.getCenter().lng > lng", before[1])
    page.wait_for_timeout(400)
    page.keyboard.press("Enter")
    assert re.fullmatch(r"[\d.]+ k?m", words.inner_text())
    page.keyboard.press("Escape")
    assert page.locator(".measure-cover").count() == 0
    assert button.get_attribute("aria-pressed") == "false"


def test_the_pointers_position_is_shown(open_page):
    page = open_page("?at=12/16.63100/98.55700")
    box = page.locator("#map").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    wait_for_frames(page)
    words = page.locator(".leaflet-control-mouseposition").inner_text()
    lat, lon = re.fullmatch(r"\s*([\d.]+) N, ([\d.]+) E", words).groups()
    assert float(lat) == pytest.approx(16.631, abs=0.001)
    assert float(lon) == pytest.approx(98.557, abs=0.001)
