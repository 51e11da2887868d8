"""Symbols that would cover each other: each is seen, or one tells of the others; what is heard of them."""

import pytest
from page_waiting import wait_for_frames, wait_until
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SHOW = """([lat, lon, zoom]) => {
    MoeiWatch.select("");
    MoeiWatch.map.setView([lat, lon], zoom, { animate: false });
    MoeiWatch.map.eachLayer((layer) => layer instanceof MoeiWatch.CanvasOverlay && layer.draw());
}"""
VIEWS = [(16.64, 98.6, 10.5), (16.64, 98.6, 9), (16.64, 98.6, 11), (17.5, 98.9, 5.5), (16.82, 98.53, 13)]
COVERED = """() => {
    const compounds = MoeiWatch.symbols.drawn().filter(({ layer }) => layer === "compounds");
    return compounds.flatMap((one, n) => compounds.slice(n + 1)
        .filter((other) => Math.hypot(one.x - other.x, one.y - other.y) < Math.max(one.r, other.r))
        .map((other) => [one, other].map(({ compound }) => MoeiWatch.records.compounds.title(compound))));
}"""
MISSING = """() => {
    const { records, shown, symbols } = MoeiWatch;
    const told = new Set(symbols.drawn().filter(({ layer }) => layer === "compounds")
        .flatMap(({ compound, members }) => [compound, ...members]));
    const bounds = MoeiWatch.map.getBounds(), { compounds } = records;
    return compounds.id.filter((id, i) => shown("compounds")[i] && compounds.place[i] >= 0 && !told.has(i) &&
        bounds.contains([compounds.lat[i], compounds.lon[i]]));
}"""
NAMES = """() => {
    const names = [], own = MoeiWatch.labelBoxes.place;
    MoeiWatch.labelBoxes.place = (context, frame, boxes, one) => {
        const write = context.fillText.bind(context);
        context.fillText = (words, left, y) =>
            names.push({ words, left, y, right: left + context.measureText(words).width, own: one.own,
                corner: frame.corner });
        own(context, frame, boxes, one);
        context.fillText = write;
    };
    MoeiWatch.map.eachLayer((layer) => layer instanceof MoeiWatch.CanvasOverlay && layer.draw());
    MoeiWatch.labelBoxes.place = own;
    const compounds = MoeiWatch.symbols.drawn().filter(({ layer }) => layer === "compounds");
    const far = ({ left, right, y, corner }, one) => Math.hypot(
        Math.max(left - 2 - one.x + corner.x, one.x - corner.x - right - 2, 0),
        Math.max(Math.abs(y - one.y + corner.y) - 7, 0)) - one.r;
    return names.filter((name) => name.own).map((name) => ({
        words: name.words, beside: compounds.filter((one) =>
            one.compound !== name.own.compound && far(name, one) < Math.min(5, far(name, name.own)))
            .map((one) => MoeiWatch.records.compounds.title(one.compound)),
    }));
}"""
WORDS = "() => Array.from(document.querySelectorAll('button.mark'), (node) => node.ariaLabel)"


def on_screen(page, wanted):
    """Return where the drawn symbol stands for which the JavaScript function `wanted` is true."""
    return page.evaluate(
        f"""() => {{
            const {{ x, y }} = MoeiWatch.symbols.drawn().find({wanted});
            const point = MoeiWatch.map.layerPointToContainerPoint([x, y]);
            const box = document.getElementById("map").getBoundingClientRect();
            return [point.x + box.left, point.y + box.top];
        }}"""
    )


def test_no_compound_lies_under_another_and_no_name_stands_beside_anothers_symbol(open_page):
    page = open_page()
    for view in VIEWS:
        page.evaluate(SHOW, view)
        assert page.evaluate(COVERED) == [], view
        assert page.evaluate(MISSING) == [], view
        names = page.evaluate(NAMES)
        assert [name for name in names if name["beside"]] == [], view
        if view[2] in (10.5, 5.5):
            assert [name for name in names if name["words"].startswith("KK Park")], view
    page.evaluate(SHOW, VIEWS[0])
    page.mouse.click(
        *on_screen(
            page, "(one) => one.compound >= 0 && MoeiWatch.symbolWords.name(one).startsWith('Kyun Taw')"
        )
    )
    expect(page.locator("#drawer h2")).to_have_text("Kyun Taw Thel Pone gate casino")


def test_what_lies_on_one_point_far_out_is_one_symbol_that_opens_a_list(open_page):
    page = open_page()
    page.evaluate(SHOW, (17.5, 98.9, 5.5))
    pile, count, number, reports = page.evaluate(
        """() => {
            const { records, symbols } = MoeiWatch;
            const isKkPark = ({ compound }) => compound >= 0 && records.compounds.id[compound] === "kk-park";
            const pile = symbols.drawn().find(isKkPark);
            const badge = symbols.drawn().find((one) => one.layer === "badge" && one.place === pile.place);
            const reports = badge.places.reduce((sum, place) => sum + symbols.reportsAt(place), 0);
            return [MoeiWatch.symbolWords.name(pile), 1 + pile.members.length, badge.places.length, reports];
        }"""
    )
    assert count > 10 and number > 3
    assert pile == f"KK Park + {count - 1} more"
    page.mouse.click(
        *on_screen(page, "({ compound }) => MoeiWatch.records.compounds.id[compound] === 'kk-park'")
    )
    drawer = page.locator("#drawer")
    expect(drawer.get_by_role("heading", name=f"{count} compounds here")).to_be_visible()
    expect(drawer.locator(".entry")).to_have_count(count)
    page.mouse.click(*on_screen(page, "({ layer, places }) => layer === 'badge' && places.length > 3"))
    expect(drawer).to_contain_text(f"{reports} of them reports")
    # a compound in the pile is named where it is selected, and ringed there
    page.evaluate("MoeiWatch.select('compounds/qingsong-park')")
    wait_for_frames(page)
    names = [name["words"] for name in page.evaluate(NAMES)]
    assert "Qingsong Park" in names


def test_it_is_heard_what_a_symbol_is_how_many_reports_it_has_and_on_what_basis(open_page):
    page = open_page("?at=11/16.64/98.6")
    page.locator("button.mark").first.wait_for(state="attached")
    words = page.evaluate(WORDS)
    [place] = [
        one for one in words if one.startswith("KK Park and KK Park I (Zone C), place with 90 reports")
    ]
    said = [int(part.split()[0]) for part in place.partition(": ")[2].split(", ")]
    assert sum(said) == 90
    assert "observed" in place and "claimed" in place and "not stated" in place
    assert [one for one in words if one.startswith("Mae Sot, place with 49 reports: ")]
    assert len([one for one in words if "place with 14 reports" in one]) == 2
    page.evaluate(
        """() => Array.from(document.querySelectorAll("button.mark"))
            .find((node) => node.ariaLabel.includes("place with 90 reports")).click()"""
    )
    expect(page.locator("#drawer")).to_contain_text("90 of them reports")
    page.evaluate("MoeiWatch.select('compounds/kk-park')")
    page.get_by_role("button", name="90 reports stand at this point of the map").wait_for()
    page.evaluate("MoeiWatch.store.set({ sel: '', mode: 'known', to: '2024-03' })")
    wait_until(page, f"() => ({WORDS})().some((one) => one.includes('not yet known then'))")
    words = page.evaluate(WORDS)
    assert "Qingsong Park, compound, not yet known then" in words
    assert [one for one in words if "0 records" in one or "0 reports" in one] == []
