"""The map page by itself: what a reader does, with all other hosts out of reach."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from page_waiting import wait_until
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

REACH = "() => Array.from(document.querySelectorAll('path.reach'), path => path.getAttribute('class')).join()"
VIEWPORT = (
    "() => { const c = MoeiWatch.map.getCenter(); return [MoeiWatch.map.getZoom(), c.lat, c.lng].join() }"
)


def query(page):
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def at(page, layer, record):
    """Return where a record stands on the screen."""
    return page.evaluate(
        """([layer, id]) => {
            const record = MoeiWatch.records[layer], i = record.index(id);
            const p = MoeiWatch.map.latLngToContainerPoint([record.lat[i], record.lon[i]]);
            const box = document.getElementById("map").getBoundingClientRect();
            return [p.x + box.left, p.y + box.top];
        }""",
        [layer, record],
    )


def test_layers_and_terms_toggle_and_the_address_says_so(open_page):
    page = open_page()
    layer = page.get_by_role("button", name="Construction reports", exact=False).nth(1)
    before = page.evaluate("MoeiWatch.symbols.drawnRevision")
    layer.click()
    assert layer.get_attribute("aria-pressed") == "false"
    assert query(page)["hide"] == "construction_reports"
    assert page.evaluate("MoeiWatch.shown('construction_reports').every(one => one === 0)")
    wait_until(page, "before => MoeiWatch.symbols.drawnRevision > before", before)
    page.get_by_role("button", name="Building", exact=False).last.click()
    assert page.evaluate("MoeiWatch.counts('construction_reports').groups[0]") > 0
    assert page.evaluate("MoeiWatch.counts('construction_reports').groups[1]") == 0
    page.go_back()
    assert query(page)["hide"] == "construction_reports"
    page.go_back()
    wait_until(page, "() => MoeiWatch.shown('construction_reports').some(one => one === 1)")


def test_click_on_a_compound_tells_it_with_its_sources(open_page):
    page = open_page("?at=13/16.631/98.557")
    page.mouse.click(*at(page, "compounds", "kk-park"))
    drawer = page.locator("#drawer")
    drawer.get_by_role("heading", name="KK Park", exact=True).wait_for()
    words = drawer.inner_text()
    assert "KK园区" in words
    assert "not yet read twice" in words or "read again on" in words
    links = drawer.locator(".sources a")
    assert links.count() > 0
    for link in links.all():
        assert link.get_attribute("href").startswith(("http://", "https://"))
        assert "noopener" in link.get_attribute("rel")
    assert query(page)["sel"] == "compounds/kk-park"
    assert page.locator("path.precision").count() == 1
    entries = drawer.locator(".reports .entry-note")
    assert entries.count() > 20


def test_reports_at_one_place_open_as_one_list_in_order_of_time(open_page):
    page = open_page()
    spot = page.evaluate(
        """() => {
            const isEvents = ({ records }) => records.every(([layer]) => layer === "rescue_events");
            const place = MoeiWatch.places.find((one) => one.records.length > 30 && isEvents(one));
            MoeiWatch.map.setView([place.lat, place.lon], 14, { animate: false });
            const p = MoeiWatch.map.latLngToContainerPoint([place.lat, place.lon]);
            const box = document.getElementById("map").getBoundingClientRect();
            return [p.x + box.left, p.y + box.top];
        }"""
    )
    page.mouse.click(*spot)
    page.locator("#drawer .entries").wait_for()
    assert page.locator("#drawer .entry").count() > 20
    years = [words[-4:] for words in page.locator(".entry-note").all_inner_texts() if words[-4:].isdigit()]
    assert years == sorted(years)
    assert "claimed" in page.locator("#drawer").inner_text()


def test_records_without_a_place_are_reached_from_the_legend(open_page):
    page = open_page()
    button = page.get_by_role("button", name="not on the map", exact=False)
    said = int(button.inner_text().split()[0])
    button.click()
    assert f"{said} records" in page.locator("#drawer").inner_text()
    page.locator("#drawer .entry-open").first.click()
    page.get_by_text("Not on the map: no position is published.").wait_for()


def test_month_recolours_the_river_and_its_risk_is_taken_apart(open_page):
    page = open_page("?month=8&at=12/16.7/98.5")
    august = page.evaluate(REACH)
    page.get_by_title("March, low water").click()
    assert query(page)["month"] == "3"
    march = page.evaluate(REACH)
    assert march != august
    assert march.count("reach-very-high") > august.count("reach-very-high")
    page.evaluate("MoeiWatch.select('river_reaches/moei-044')")
    words = page.locator("#drawer").inner_text()
    assert "of 100" in words
    assert "March" in words
    assert "Not how deep the water is" in words


def test_reload_and_a_pasted_address_restore_the_view(open_page):
    wish = (
        "?from=2025-01&to=2025-11&mode=known&month=4&hide=crossings&basis=observed&sel=compounds/kk-park"
        "&theme=dark&at=12/16.64/98.55"
    )
    page = open_page(wish)
    view = page.evaluate("JSON.stringify(MoeiWatch.store.get())")
    assert json.loads(view)["mode"] == "known"
    page.reload()
    page.wait_for_selector("body.ready")
    assert page.evaluate("JSON.stringify(MoeiWatch.store.get())") == view
    assert "theme-dark" in page.locator("body").get_attribute("class")
    assert page.get_by_role("heading", name="KK Park", exact=True).is_visible()


def test_viewport_survives_ten_changes(open_page):
    page = open_page("?at=11.5/16.7/98.55")
    before = page.evaluate(VIEWPORT)
    for number in range(10):
        page.evaluate(
            """n => MoeiWatch.store.set({
                month: n + 1, from: `2024-0${n % 9 + 1}`, hide: n % 2 ? ["crossings"] : []
            })""",
            number,
        )
    assert page.evaluate(VIEWPORT) == before
    assert page.evaluate("MoeiWatch.store.get().at.join()") == "11.5,16.7,98.55"


def test_pan_replaces_the_address_and_a_choice_pushes_it(open_page):
    page = open_page()
    entries = page.evaluate("history.length")
    page.evaluate("MoeiWatch.map.panBy([120, 0], {animate: false})")
    wait_until(page, "() => location.search.includes('at=')")
    assert page.evaluate("history.length") == entries
    page.evaluate("MoeiWatch.store.set({month: 2})")
    assert page.evaluate("history.length") == entries + 1


def test_symbols_are_reached_by_keyboard(open_page):
    page = open_page("?at=13/16.631/98.557")
    mark = page.locator("button.mark[aria-label^='KK Park,']")
    mark.wait_for()
    mark.focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="KK Park", exact=True).wait_for()
    assert page.evaluate("document.activeElement.id") == "drawer"
    page.keyboard.press("Escape")
    assert page.locator("#drawer").is_hidden()


def test_tiles_that_cannot_be_had_are_said_in_one_line(chromium, page_folder):
    context = chromium.new_context(viewport={"width": 1024, "height": 768})
    context.route("http*://**", lambda route: route.abort())
    page = context.new_page()
    page.goto((page_folder / "index.html").as_uri())
    page.get_by_role("button", name="Satellite").click()
    page.get_by_text("Tiles cannot be reached").wait_for()
    assert page.locator("path.land").first.is_visible()
    page.get_by_role("button", name="Own map").click()
    assert page.locator("#quiet").is_hidden()
    context.close()


def test_a_link_does_not_decide_about_tiles_for_its_reader(chromium, page_folder):
    asked = []
    context = chromium.new_context(viewport={"width": 1024, "height": 768})
    context.route("http*://**", lambda route: route.abort())
    context.on("request", lambda request: request.url.startswith("http") and asked.append(request.url))
    page = context.new_page()
    page.goto(f"{(page_folder / 'index.html').as_uri()}?base=satellite")
    page.get_by_text("from server.arcgisonline.com, which then sees").wait_for()
    page.locator("body.ready").wait_for()
    assert asked == [] and page.locator("body.base-satellite").count() == 0
    page.get_by_role("button", name="Show them").click()
    page.get_by_text("Tiles cannot be reached").wait_for()
    assert asked and all(url.startswith("https://server.arcgisonline.com/") for url in asked)
    page.reload()
    page.get_by_text("Tiles cannot be reached").wait_for()
    context.close()


def test_one_finger_scrolls_the_phones_page(open_page):
    page = open_page(width=390, height=844, touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("document.documentElement.scrollHeight") > 844
    assert not page.evaluate("MoeiWatch.map.dragging.enabled()")
    assert page.evaluate("getComputedStyle(document.getElementById('map')).touchAction") == "pan-x pan-y"


def test_page_and_data_are_small(page_folder):
    loaded = [path for path in page_folder.rglob("*") if path.suffix in (".html", ".js", ".css")]
    assert sum(path.stat().st_size for path in loaded) < 1_500_000


def test_a_place_outside_the_map_is_home(open_page):
    home = open_page().evaluate(VIEWPORT)
    page = open_page("?at=99/999/999")
    assert page.evaluate(VIEWPORT) == home
    assert page.locator("button.mark").first.is_enabled()


def test_on_a_phone_the_search_stands_above_the_map_and_its_list_over_it(open_page):
    page = open_page(width=390, height=844, touch=True)
    field, the_map = page.locator("#search-field"), page.locator("#map")
    box, below = field.bounding_box(), the_map.bounding_box()
    assert box["y"] + box["height"] <= below["y"]
    field.fill("kk park")
    option = page.locator("#search-list [role=option]").first
    option.wait_for()
    at = option.bounding_box()
    top = page.evaluate(
        "([x, y]) => Boolean(document.elementFromPoint(x, y).closest('#search-list'))",
        [at["x"] + at["width"] / 2, at["y"] + at["height"] / 2],
    )
    assert top, "the list lies under the map"


def test_no_name_lies_under_the_buttons_of_the_map_or_is_cut_by_its_edge(open_page):
    page = open_page(width=390, height=844, touch=True)
    written, under = page.evaluate(
        """() => {
            const written = [], over = MoeiWatch.overMap();
            const [names] = document.querySelectorAll(".leaflet-symbols-pane canvas:last-of-type");
            const corner = L.DomUtil.getPosition(names), context = names.getContext("2d");
            const fillText = context.fillText.bind(context);
            context.fillText = (words, x, y) => {
                const width = context.textAlign === "left" ? context.measureText(words).width : 0;
                if (width) written.push([words, x + corner.x, y + corner.y, width]);
                fillText(words, x, y);
            };
            MoeiWatch.map.eachLayer((layer) => layer instanceof MoeiWatch.CanvasOverlay && layer.draw());
            const lies = ([, x, y, width]) => over.some(([left, top, right, bottom]) =>
                x < right && x + width > left && y + 6 > top && y - 6 < bottom);
            const view = MoeiWatch.map.getPixelBounds(), origin = MoeiWatch.map.getPixelOrigin();
            const [west, east] = [view.min.x - origin.x, view.max.x - origin.x];
            const isCut = ([, x, , width]) => [west, east].some((edge) => x < edge && x + width > edge);
            return [written.length, written.filter((one) => lies(one) || isCut(one))];
        }"""
    )
    assert written > 3
    assert under == []


def test_wide_map_shows_the_credits_at_once(open_page):
    page = open_page("", width=1920, height=1080)
    credits = page.locator(".leaflet-control-attribution")
    expect(credits).to_contain_text("OpenStreetMap contributors")
    expect(credits).to_be_visible()
    scale = page.locator(".leaflet-control-scale").bounding_box()
    assert credits.bounding_box()["x"] > scale["x"] + scale["width"]
    assert credits.bounding_box()["height"] < 36, "two lines at most"


def test_the_drawer_leaves_the_credits_free(open_page):
    page = open_page("?sel=compounds/kk-park", width=1024, height=768)
    credits, drawer = page.locator(".leaflet-control-attribution"), page.locator("#drawer")
    expect(credits).to_be_hidden()
    page.get_by_role("button", name="Map data ©").click()
    right = credits.bounding_box()
    assert right["x"] + right["width"] <= drawer.bounding_box()["x"] + 1
    assert right["x"] >= page.locator(".leaflet-control-scale").bounding_box()["x"]


@pytest.mark.parametrize(
    ("selected", "words"),
    [
        ("compounds/never-was", "There is no such record on this map: compounds/never-was."),
        ("actors/nobody", "There is no such record on this map: actors/nobody."),
        ("report_places/nowhere", "There is no such record on this map: report_places/nowhere."),
        ("season_evidence/se-001", "The map does not draw this layer: season_evidence/se-001."),
    ],
)
def test_a_record_that_cannot_be_shown_is_said_to_be_missing(open_page, selected, words):
    expect(open_page(f"?sel={selected}").locator("#drawer")).to_contain_text(words)


def test_what_is_measured_by_keyboard_is_drawn_and_stays(open_page):
    page = open_page(reduced_motion=True)
    page.locator("button.mark").first.wait_for(state="attached")
    page.get_by_role("button", name="Measure a distance").focus()
    page.keyboard.press("Enter")
    page.evaluate("() => { window.former = document.querySelector('button.mark'); }")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    wait_until(page, "() => !window.former.isConnected")  # the buttons of the symbols are made anew
    expect(page.locator(".measure-words strong")).to_have_text("8.28 km")
    widths = "paths => paths.map(path => path.getBBox().width)"
    assert page.locator(".leaflet-measure-pane path").evaluate_all(widths) == [80, 8, 8]


def test_no_name_of_a_country_lies_across_a_border(open_page):
    page = open_page()
    found = page.evaluate(
        """() => {
            const written = [], crossed = [];
            const [names] = document.querySelectorAll(".leaflet-symbols-pane canvas:last-of-type");
            const context = names.getContext("2d"), fillText = context.fillText.bind(context);
            const crosses = (x1, y1, x2, y2) => {
                const box = L.bounds([x1, y1], [x2, y2]);
                const lines = [];
                const add = (part) => Array.isArray(part[0]) ? part.forEach(add) : lines.push(part);
                [MoeiWatch.mapLayers.border, MoeiWatch.mapLayers.neighbour].forEach((layer) =>
                    layer.eachLayer((line) => add(line.getLatLngs())));
                return lines.some((line) => {
                    const points = line.map((one) => MoeiWatch.map.latLngToLayerPoint(one));
                    return points.some((one, k) => k && L.LineUtil.clipSegment(points[k - 1], one, box));
                });
            };
            let text = [];
            context.fillText = (words, x, y) => {
                if (["MYANMAR", "THAILAND"].includes(words))
                    text.push([words, x, y, context.measureText(words).width / 2]);
                fillText(words, x, y);
            };
            [5.5, 6, 6.75, 7, 8, 9, 10.5].forEach((zoom) => {
                MoeiWatch.map.setView([17, 98.8], zoom, { animate: false });
                text = [];
                MoeiWatch.map.eachLayer((layer) => layer instanceof MoeiWatch.CanvasOverlay && layer.draw());
                const corner = L.DomUtil.getPosition(names);
                text.forEach(([words, x, y, half]) => {
                    const [px, py] = [x + corner.x, y + corner.y];
                    written.push(words);
                    if (crosses(px - half, py - 6, px + half, py + 6)) crossed.push([words, zoom]);
                });
            });
            return [written.length, crossed];
        }"""
    )
    assert found[0] > 6
    assert found[1] == []


def test_all_of_the_border_is_free_of_what_lies_over_the_map(open_page):
    page = open_page(width=390, height=844, touch=True, reduced_motion=True)
    page.get_by_role("button", name="Go to a named extent").click()
    page.get_by_role("button", name="Whole border").click()
    x, y = at(page, "compounds", "tachileik-town")
    box = page.locator(".base-choice").bounding_box()
    assert y > box["y"] + box["height"]
    assert x < 390


def test_no_number_of_reports_lies_on_a_compound_or_on_another(open_page):
    page = open_page()
    numbers, covered = page.evaluate(
        """() => {
            const ofLayer = (name) => MoeiWatch.symbols.drawn().filter(({ layer }) => layer === name);
            const badges = ofLayer("badge"), compounds = ofLayer("compounds");
            const meets = (a, b, wide, high) => Math.abs(a.x - b.x) < wide && Math.abs(a.y - b.y) < high;
            const covered = badges.filter((one) =>
                compounds.some((other) => meets(one, other, one.reach + other.r, 7 + other.r)) ||
                badges.some((other) => other !== one && meets(one, other, one.reach + other.reach, 14)));
            return [badges.length, covered.map(({ place }) => MoeiWatch.placeName(place))];
        }"""
    )
    assert numbers > 5
    assert covered == []


def test_what_stands_alone_far_out_is_named(open_page):
    page = open_page()
    names = page.evaluate(
        """() => {
            MoeiWatch.map.setView([17.5, 98.8], 6.5, { animate: false });
            MoeiWatch.map.eachLayer((layer) => layer instanceof MoeiWatch.CanvasOverlay && layer.draw());
            const [names] = document.querySelectorAll(".leaflet-symbols-pane canvas:last-of-type");
            const corner = L.DomUtil.getPosition(names);
            const frame = { zoom: 6.5, corner, scale: 1, left: 0, top: 0, width: 1, height: 1 };
            return MoeiWatch.labelNames.candidates(frame, MoeiWatch.symbols.drawn()).map(({ text }) => text);
        }"""
    )
    assert [name for name in names if "Tachileik" in name] == ["Tachileik town cluster + 1 more"]


def test_an_actor_whom_no_record_names_is_told_all_the_same(open_page):
    page = open_page()
    page.locator("#search-field").fill("Saw Chit Chit")
    page.keyboard.press("Enter")
    drawer = page.locator("#drawer")
    expect(drawer.get_by_role("heading", name="Saw Chit Chit")).to_be_visible()
    words = drawer.inner_text()
    assert "OFAC 5 May 2025" in words
    assert "No record with this name" in words
    assert drawer.locator(".sources a").count() == 3
    drawer.get_by_role("button", name="Karen National Army").click()
    expect(drawer.get_by_role("heading", name="Karen National Army")).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "drawer"
    assert drawer.locator(".entry").count() > 10


def test_a_crossing_without_a_place_says_so_first(open_page):
    page = open_page("?sel=crossings/pier-999")
    first = page.locator("#drawer .record > :nth-child(2)")
    expect(first).to_have_text("Not on the map: no position is published.")


def test_a_list_of_undated_records_begins_with_words_and_on_a_phone_at_its_head(open_page):
    page = open_page(width=390, height=844, touch=True)
    page.get_by_role("button", name="as a list").click()
    notes = page.locator("#drawer .entry-note").all_inner_texts()
    assert notes
    assert [note for note in notes if note.strip().startswith("·")] == []
    head = page.locator("#drawer h2").bounding_box()
    assert 0 <= head["y"] < 200
    icon = page.locator("#drawer .entry .symbol").first.bounding_box()
    words = page.locator("#drawer .entry-title").first.bounding_box()
    assert icon["y"] + icon["height"] / 2 == pytest.approx(words["y"] + words["height"] / 2, abs=3)


def test_the_bars_of_the_rivers_risk_are_as_wide_as_its_lines(open_page):
    page = open_page("?month=3")
    bars, lines = page.evaluate(
        """() => {
            const names = ["very-high", "high", "raised", "lower"];
            const width = (node) => getComputedStyle(node).getPropertyValue("--width");
            const line = (name) => MoeiWatch.svg("path", { class: `reach reach-${name}` });
            return [
                names.map((name) => width(document.querySelector(`.sample-${name}`))),
                names.map((name) => {
                    const node = document.querySelector(".leaflet-river-pane svg").appendChild(line(name));
                    return getComputedStyle(node).strokeWidth;
                }),
            ];
        }"""
    )
    assert bars == lines == ["6.5px", "5px", "3.8px", "3px"]


def test_numbers_of_all_years_say_so_beside_a_map_that_shows_less(open_page):
    page = open_page("?mode=known&to=2024-03")
    note = page.locator("#numbers .numbers-of-all")
    assert "of all years" in note.inner_text() and "to Mar 2024, as it was known then" in note.inner_text()
    page.evaluate("MoeiWatch.store.set({ mode: 'happened', to: '', hide: ['crossings'] })")
    assert "filtered" in note.inner_text()
    page.evaluate("MoeiWatch.store.set({ hide: [], sel: 'compounds/kk-park' })")
    assert note.is_hidden()


@pytest.mark.parametrize(
    ("width", "height"), [(1180, 820), (1100, 800), (1024, 768), (900, 700), (800, 600), (768, 1024)]
)
def test_what_is_said_of_a_filtered_map_leaves_it_its_room(open_page, width, height):
    page = open_page("?from=2025-01&mode=known&basis=observed", width=width, height=height)
    note, first, the_map, tools, timeline = (
        page.locator(part).bounding_box()
        for part in (".numbers-of-all", "#numbers .number >> nth=0", "#map", "#maptools", "#timeline")
    )
    assert note["width"] > 1.5 * first["width"]
    assert the_map["height"] >= 300
    assert tools["y"] + tools["height"] <= timeline["y"]
    page.evaluate("MoeiWatch.store.set({ from: '', mode: 'happened', basis: [] })")
    assert page.locator("#map").bounding_box()["height"] - the_map["height"] <= 60


@pytest.mark.parametrize(("width", "touch"), [(1440, False), (1024, False), (1024, True), (390, True)])
def test_what_stands_at_the_head_of_the_panel_ends_at_one_edge(open_page, width, touch):
    page = open_page("?from=2025-01", width=width, touch=touch)
    parts = ("#search-field", "#time .segmented", "#period-to")
    boxes = [page.locator(part).bounding_box() for part in parts]
    right = [box["x"] + box["width"] for box in boxes]
    assert max(right) - min(right) < 1
    buttons = page.locator("#time .segmented button")
    assert buttons.evaluate_all("nodes => nodes.every((node) => node.scrollWidth <= node.clientWidth)")
