"""The timeline: what it counts and draws, how its window is moved, how it plays."""

from urllib.parse import parse_qsl

import pytest
from page_waiting import wait_until

pytestmark = pytest.mark.browser

DATED = "['construction_reports', 'rescue_events', 'interventions']"
SHOWN = f"{DATED}.reduce((sum, layer) => sum + MoeiWatch.shown(layer).reduce((a, b) => a + b, 0), 0)"
PERIODS = [
    ("", ""),
    ("2025-02", "2025-02"),
    ("", "2019-12"),
    ("2023-01", "2023-06"),
    ("2016-05", ""),
    ("2026-08", "2030-01"),
    ("1999-01", "1999-02"),
    ("2026-11", "2026-12"),
]
FIRST, LAST = ".timeline-handle-from", ".timeline-handle-to"


def query(page):
    """Return the page's own address; Playwright's ``page.url`` hears of it later."""
    return dict(parse_qsl(page.evaluate("location.search").lstrip("?")))


def count_line(page):
    return page.locator(".timeline-count").inner_text()


def counted(page):
    """Return the two numbers that the count line begins with."""
    words = count_line(page).replace(",", "").split()
    return int(words[0]), int(words[2])


def edge_x(page, month):
    """Return where a month begins on the screen, and a height inside the strip."""
    box = page.locator(".timeline-plot").bounding_box()
    x = page.evaluate(
        """month => {
            const d = MoeiWatch.bins.domain();
            const box = document.querySelector('.timeline-plot').getBoundingClientRect();
            const g = MoeiWatch.strip.geometry(box.width, box.height, 64, 12);
            return g.edge(MoeiWatch.months.parse(month) - d.first + d.earlier);
        }""",
        month,
    )
    return box["x"] + x, box["y"] + box["height"] * 0.35


def drag(page, start, end, *, steps=8):
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=steps)


@pytest.mark.parametrize("mode", ["happened", "known"])
def test_the_count_line_says_what_the_map_shows(open_page, mode):
    page = open_page(f"?mode={mode}")
    everything = page.evaluate(f"{DATED}.reduce((sum, layer) => sum + MoeiWatch.records[layer].n, 0)")
    for since, until in PERIODS:
        page.evaluate("([from, to]) => MoeiWatch.store.set({ from, to })", [since, until])
        assert counted(page) == (page.evaluate(SHOWN), everything), (since, until)


def test_the_count_line_says_how_many_are_dated_by_year_or_month_only(open_page):
    page = open_page("?from=2024-01&to=2024-12")
    vague = page.evaluate(f"{DATED}.reduce((sum, layer) => sum + MoeiWatch.counts(layer).vague, 0)")
    assert vague > 0
    assert f"{vague} dated by year or month only" in count_line(page)


def test_what_is_published_on_no_known_day_is_told_apart_from_what_is_dated_by_month_or_year(open_page):
    page = open_page("?mode=known")
    coarse, undated = page.evaluate(
        DATED
        + """.reduce(([coarse, undated], layer) => {
            const { n, knownStart, knownEnd } = MoeiWatch.records[layer];
            for (let i = 0; i < n; i++) {
                if (knownEnd[i] === MoeiWatch.LAST) undated += 1;
                else if (knownEnd[i] > knownStart[i]) coarse += 1;
            }
            return [coarse, undated];
        }, [0, 0])"""
    )
    assert coarse > 0 and undated > 0
    assert count_line(page).endswith(
        f", publication dated by year or month only: {coarse}, not dated: {undated}"
    )
    page.evaluate("MoeiWatch.store.set({ mode: 'happened' })")
    assert "not dated" not in count_line(page)


def test_what_has_no_date_at_all_is_counted_in_every_window(open_page):
    counts = open_page().evaluate(
        """() => {
            const tally = MoeiWatch.tallyOver(100, 120), { FIRST, LAST } = MoeiWatch;
            tally.add(FIRST, LAST, false, true);
            tally.add(105, LAST, false, true);
            tally.add(110, 112, true, false);
            return [[90, 95], [104, 109], [113, 130], [-Infinity, Infinity]].map(([from, to]) => {
                const { shown, coarse, undated } = tally.inPeriod(from, to);
                return [shown, coarse, undated];
            });
        }"""
    )
    assert counts == [[1, 0, 1], [2, 0, 2], [2, 0, 2], [3, 1, 2]]


def test_a_window_covers_no_more_of_the_strip_than_it_means(open_page):
    page = open_page()
    lost = page.evaluate(
        """() => {
            const { columns, months } = MoeiWatch, d = MoeiWatch.bins.domain(), lost = [];
            for (let month = d.oldest + 1; month < d.last; month++) {
                const view = { from: months.text(month), to: months.text(month) };
                const found = columns.period(...columns.edges(view));
                if (found.from !== view.from || found.to !== view.to) lost.push([view, found]);
            }
            return lost;
        }"""
    )
    assert lost == [], "a window of one month comes back as another"
    frame = page.locator(".timeline-frame")
    for since, until in (("1995-01", "1995-12"), ("2031-01", "2031-06")):
        page.evaluate("([from, to]) => MoeiWatch.store.set({ from, to })", [since, until])
        assert counted(page)[0] == 0
        assert frame.evaluate("node => node.style.width") == "0px", since


def test_every_report_of_works_and_of_people_is_drawn_once_and_a_year_is_no_january(open_page):
    page = open_page()
    drawn, reports, sure, within_a_month = page.evaluate(
        """() => {
            const { bins, records, months, days } = MoeiWatch;
            const found = bins.count('happened'), d = bins.domain();
            let drawn = 0, sure = 0, within = 0;
            for (const row of [0, 1, 2]) {
                for (let column = 0; column < d.columns; column++) drawn += bins.sum(found, row, column);
            }
            const january = months.parse('2024-01'), column = january - d.first + d.earlier;
            for (let basis = 0; basis < 3; basis++) sure += found.sure[bins.at(2, basis, column)];
            const events = records.rescue_events, inJanuary = day => days.monthOf(day) === january;
            for (let i = 0; i < events.n; i++) {
                if (inJanuary(events.start[i]) && inJanuary(events.end[i])) within += 1;
            }
            const works = Array.from(records.construction_reports.side).filter(side => side !== 255).length;
            return [drawn, works + events.n, sure, within];
        }"""
    )
    assert drawn == pytest.approx(reports)
    assert sure == within_a_month


def test_dragging_a_handle_follows_at_once_and_makes_one_entry_in_the_history(open_page):
    page = open_page()
    entries = page.evaluate("history.length")
    box = page.locator(LAST).bounding_box()
    y = box["y"] + box["height"] / 2
    x, _ = edge_x(page, "2025-03")
    drag(page, (box["x"] + box["width"] / 2, y), (x, y))
    assert page.evaluate("MoeiWatch.store.get().to") == "2025-02"
    assert counted(page)[0] == page.evaluate(SHOWN)
    assert query(page) == {}, "nothing is written while the handle moves"
    page.mouse.up()
    assert query(page) == {"to": "2025-02"}
    assert page.evaluate("history.length") == entries + 1
    page.go_back()
    wait_until(page, "MoeiWatch.store.get().to === ''")
    assert page.locator(LAST).get_attribute("aria-valuetext").startswith("the newest record")


def test_dragging_inside_the_window_moves_it_and_outside_makes_a_new_one(open_page):
    page = open_page("?from=2023-01&to=2023-06")
    (x1, y), (x2, _) = edge_x(page, "2023-03"), edge_x(page, "2024-03")
    drag(page, (x1 + 3, y), (x2 + 3, y))
    page.mouse.up()
    assert query(page) == {"from": "2024-01", "to": "2024-06"}
    (x1, y), (x2, _) = edge_x(page, "2025-02"), edge_x(page, "2025-05")
    drag(page, (x1 + 3, y), (x2 + 3, y))
    page.mouse.up()
    assert query(page) == {"from": "2025-02", "to": "2025-05"}


def test_a_month_under_the_pointer_is_told(open_page):
    page = open_page()
    x, y = edge_x(page, "2025-02")
    page.mouse.move(x + 4, y)
    assert count_line(page).startswith("February 2025, reports: built ")
    page.mouse.move(700, 300)
    assert "records in this period" in count_line(page)


def test_handles_are_sliders_for_the_keyboard(open_page):
    page = open_page("?from=2023-05&to=2024-05")
    entries = page.evaluate("history.length")
    first, last = page.locator(FIRST), page.locator(LAST)
    assert first.get_attribute("role") == "slider"
    assert first.get_attribute("aria-valuetext") == "May 2023"
    first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert first.get_attribute("aria-valuetext") == "June 2023"
    wait_until(page, "entries => history.length > entries", entries)
    assert page.evaluate("history.length") == entries + 1, "a run of presses is one choice"
    page.keyboard.press("PageDown")
    assert first.get_attribute("aria-valuetext") == "June 2022"
    page.keyboard.press("Home")
    assert first.get_attribute("aria-valuetext") == "the first record"
    page.keyboard.press("End")
    assert first.get_attribute("aria-valuetext") == "May 2024", "a handle stops at the other"
    last.focus()
    page.keyboard.press("Shift+ArrowRight")
    last.blur()
    assert query(page) == {"from": "2024-06", "to": "2024-06"}


def test_months_can_be_typed_and_wrong_ones_are_told(open_page):
    page = open_page()
    since, until = page.get_by_label("From", exact=True), page.get_by_label("to", exact=True)
    since.fill("2023-4")
    since.press("Enter")
    assert query(page) == {"from": "2023-04"}
    assert since.input_value() == "2023-04"
    until.fill("02.2025")
    until.press("Tab")
    assert query(page) == {"from": "2023-04", "to": "2025-02"}
    until.fill("2025-13")
    until.press("Enter")
    wrong = page.locator("#period-wrong")
    assert wrong.inner_text() == "The months of a year run from 01 to 12."
    assert until.get_attribute("aria-invalid") == "true"
    for typed in ("2150-01", "1850-01"):
        until.fill(typed)
        until.press("Enter")
        assert wrong.inner_text() == "Years run from 1900 to 2099 here."
        assert until.input_value() == typed, "what is wrong is not cleared in silence"
    until.fill("soon")
    until.press("Enter")
    assert wrong.inner_text().startswith("A month is four digits, a hyphen and two digits, such as 20")
    until.fill("2020-01")
    until.press("Enter")
    assert page.locator("#period-wrong").inner_text() == "The first month is after the last."
    assert query(page) == {"from": "2023-04", "to": "2025-02"}, "a wrong month changes nothing"
    page.get_by_role("button", name="reset").click()
    assert query(page) == {}
    assert page.locator("#period-wrong").inner_text() == ""
    assert page.get_by_role("button", name="reset").is_hidden()
    until.fill("soon")
    page.get_by_role("button", name="reset").click()
    assert until.input_value() == ""
    assert wrong.inner_text() == ""


def test_a_play_shows_every_month_and_is_one_entry_in_the_history(open_page):
    page = open_page("?to=2026-04")
    entries = page.evaluate("history.length")
    page.evaluate("() => { window.seen = []; MoeiWatch.store.on(view => seen.push(view.to)); }")
    page.get_by_label("Speed of play").select_option("4")
    page.get_by_role("button", name="Play the months").click()
    wait_until(page, "MoeiWatch.store.get().to === ''")
    assert page.evaluate("seen") == ["2026-05", "2026-06", "2026-07", "2026-08", ""]
    page.get_by_role("button", name="Play the months").wait_for()
    assert query(page) == {}
    assert page.evaluate("history.length") == entries + 1
    page.go_back()
    wait_until(page, "MoeiWatch.store.get().to === '2026-04'")


@pytest.mark.parametrize(
    ("period", "way", "steps"),
    [
        (
            "?from=2020-01&to=2020-12",
            "window",
            [["2020-02", "2021-01"], ["2020-03", "2021-02"], ["2020-04", "2021-03"]],
        ),
        (
            "?from=2018-01&to=2019-06",
            "cumulative",
            [["2018-01", "2019-07"], ["2018-01", "2019-08"], ["2018-01", "2019-09"]],
        ),
        ("?from=2018-01", "cumulative", [["2018-01", "2018-01"], ["2018-01", "2018-02"]]),
    ],
)
def test_a_play_goes_month_by_month_before_the_strip_too(open_page, period, way, steps):
    assert played(open_page(period), way, len(steps)) == steps


@pytest.mark.parametrize(
    ("way", "edges"), [("cumulative", [["", -1], ["", 0]]), ("window", [[0, 5], [1, 6]])]
)
def test_a_play_of_all_months_begins_with_the_strip(open_page, way, edges):
    page = open_page()
    month = "k => k === '' ? '' : MoeiWatch.months.text(MoeiWatch.bins.domain().first + k)"
    steps = page.evaluate(f"edges => edges.map(one => one.map({month}))", edges)
    assert played(page, way, len(steps)) == steps


def played(page, way, count):
    """Return the first steps of a play, each as first and last month."""
    page.evaluate("() => { window.seen = []; MoeiWatch.store.on(view => seen.push([view.from, view.to])); }")
    page.get_by_label("What moves while playing").select_option(way)
    page.get_by_label("Speed of play").select_option("4")
    page.get_by_role("button", name="Play the months").click()
    wait_until(page, "count => seen.length >= count", count)
    return page.evaluate("seen")[:count]


def test_a_moving_window_keeps_its_width_and_stops_when_touched(open_page):
    page = open_page("?from=2024-01&to=2024-03")
    page.get_by_label("What moves while playing").select_option("window")
    page.get_by_label("Speed of play").select_option("4")
    page.get_by_role("button", name="Play the months").click()
    wait_until(page, "MoeiWatch.store.get().from > '2024-02'")
    page.mouse.move(600, 300)
    page.mouse.wheel(0, 10)
    page.get_by_role("button", name="Play the months").wait_for()
    view = page.evaluate("MoeiWatch.store.get()")
    width = "MoeiWatch.months.parse('{to}') - MoeiWatch.months.parse('{from}')".format(**view)
    assert page.evaluate(width) == 2
    assert query(page)["from"] == view["from"]
    page.wait_for_timeout(400)
    assert page.evaluate("MoeiWatch.store.get().from") == view["from"]


@pytest.mark.parametrize("by", ["play", "keys"])
def test_who_leaves_the_page_finds_where_the_play_or_the_handle_stood(open_page, by):
    page = open_page("?to=2022-01")
    entries = page.evaluate("history.length")
    if by == "play":
        page.get_by_role("button", name="Play the months").click()
        wait_until(page, "MoeiWatch.store.get().to > '2022-01'")
    else:
        page.locator(LAST).press("ArrowRight")
    assert query(page) == {"to": "2022-01"}
    page.goto("about:blank")
    page.go_back()
    page.wait_for_selector("body.ready")
    assert query(page)["to"] == page.evaluate("MoeiWatch.store.get().to") > "2022-01"
    assert page.evaluate("history.length") == entries + 1, "the entry that stood is replaced"


def test_a_reload_in_the_middle_of_a_play_shows_where_it_was_and_a_later_one_what_the_address_says(open_page):
    page = open_page("?to=2022-01")
    page.get_by_role("button", name="Play the months").click()
    wait_until(page, "MoeiWatch.store.get().to > '2022-02'")
    assert query(page) == {"to": "2022-01"}
    page.reload()
    page.wait_for_selector("body.ready")
    month = page.evaluate("MoeiWatch.store.get().to")
    assert month > "2022-02"
    assert query(page) == {"to": month}
    page.evaluate("MoeiWatch.store.set({ to: '2023-05' })")
    page.reload()
    page.wait_for_selector("body.ready")
    assert query(page) == {"to": page.evaluate("MoeiWatch.store.get().to")} == {"to": "2023-05"}


def test_what_another_page_noted_in_the_middle_of_a_play_is_not_taken_up(open_page):
    page = open_page("?to=2022-01")
    page.get_by_role("button", name="Play the months").click()
    wait_until(page, "MoeiWatch.store.get().to > '2022-02'")
    page.goto(page.url.replace("2022-01", "2023-05"))
    page.wait_for_selector("body.ready")
    page.reload()
    page.wait_for_selector("body.ready")
    assert page.evaluate("MoeiWatch.store.get().to") == "2023-05"


def test_a_key_that_may_reload_the_page_chooses_what_the_arrows_have_in_hand(open_page):
    page = open_page("?to=2022-01")
    for key, month in (("F5", "2022-02"), ("Control+r", "2022-03")):
        page.locator(LAST).press("ArrowRight")
        page.keyboard.press(key)
        assert query(page) == {"to": month}


def test_a_key_on_the_play_button_that_does_not_press_it_ends_the_play(open_page):
    page = open_page("?to=2022-01")
    button = page.locator(".play-button")
    button.press("Enter")
    wait_until(page, "MoeiWatch.store.get().to > '2022-01'")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Play the months").wait_for()
    assert query(page)["to"] == page.evaluate("MoeiWatch.store.get().to")


def test_less_motion_means_one_month_for_each_press(open_page):
    page = open_page("?to=2024-01", reduced_motion=True)
    page.get_by_role("button", name="Next month").click()
    assert query(page) == {"to": "2024-02"}
    page.wait_for_timeout(700)
    assert query(page) == {"to": "2024-02"}


def test_a_change_of_the_period_neither_counts_nor_draws_the_strip_again(open_page):
    page = open_page()
    page.evaluate(
        """() => {
            window.work = [];
            for (const [owner, name] of [[MoeiWatch.bins, 'count'], [MoeiWatch.strip, 'draw']]) {
                const whole = owner[name];
                owner[name] = (...given) => { work.push(name); return whole(...given); };
            }
        }"""
    )
    page.evaluate("MoeiWatch.store.set({from: '2024-01'}, {kind: 'step'})")
    assert page.evaluate("work") == []
    page.evaluate("MoeiWatch.store.set({basis: ['observed']})")
    assert page.evaluate("work") == ["count", "draw"]


def test_on_a_phone_the_timeline_lies_below_the_map_and_fits_a_finger(open_page):
    page = open_page(width=390, height=844, touch=True)
    box = page.locator("#timeline").bounding_box()
    the_map = page.locator("#map").bounding_box()
    assert box["y"] >= the_map["y"] + the_map["height"] - 1
    assert box["x"] + box["width"] <= 390
    for target in (FIRST, LAST, ".play-button", ".timeline-key-button", ".play-speed"):
        size = page.locator(target).bounding_box()
        assert size["height"] >= 44, target
        assert size["width"] >= 44, target
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_key_opens_and_closes_by_keyboard(open_page):
    page = open_page()
    key = page.get_by_role("button", name="Key", exact=True)
    key.focus()
    page.keyboard.press("Enter")
    assert page.locator("#timeline-key").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#timeline-key").is_hidden()
    assert page.evaluate("document.activeElement.textContent") == "Key"


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize(
    "period", ["?from=2025-02&to=2025-02", "?from=1995-01&to=1995-12", "?from=2026-09&to=2026-09"]
)
def test_handles_of_a_short_window_stand_beside_each_other(open_page, period, width):
    page = open_page(period, width=width, touch=width < 500)
    first, last = page.locator(FIRST).bounding_box(), page.locator(LAST).bounding_box()
    assert first["x"] + first["width"] <= last["x"] + 0.5
    assert min(first["width"], last["width"]) >= 24
    assert width - last["x"] >= 24
    grips = [page.locator(f"{side} .timeline-grip").bounding_box() for side in (FIRST, LAST)]
    assert grips[0]["x"] + grips[0]["width"] <= grips[1]["x"] + 0.5
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_handle_held_beside_its_edge_moves_with_the_pointer(open_page):
    page = open_page("?from=2025-02&to=2025-02")
    box = page.locator(FIRST).bounding_box()
    x, y = box["x"] + 3, box["y"] + box["height"] / 2
    away = edge_x(page, "2025-02")[0] - edge_x(page, "2024-11")[0]
    drag(page, (x, y), (x - away, y))
    page.mouse.up()
    assert query(page) == {"from": "2024-11", "to": "2025-02"}
