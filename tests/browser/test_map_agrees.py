"""The page's scripts and the package's functions say the same: addresses, what is shown, crossing risk."""

from datetime import date

import pytest
from moeiwatch.analysis.compound_words import shown_status
from moeiwatch.analysis.river import crossing_risk
from moeiwatch.analysis.selection import select_view
from moeiwatch.data.geodata import read_geodata
from moeiwatch.data.viewstate import address, message, parse_address, parse_message

pytestmark = pytest.mark.browser

ADDRESSES = [
    "",
    "?from=2025-06&to=2025-01",
    "?from=2025-1&month=13&at=99/1/200&theme=dark",
    "?month=03&hide=crossings.bridge,nowhere,compounds,compounds&basis=observed,claimed,not_stated",
    "?conf=low,high&group=bgf-kna&sel=compounds/kk-park&at=10.125/16.123456/98.5",
    "?sel=actors/bgf-kna",
    "?sel=towns/geonames-1150007&at=13/16.71/98.57",
    "?sel=report_places/mae-sot-airport&month=2",
    "?sel=report_place/mae-sot",
    "?month=%FF&from=2025-01&from=2026-01&at=1e3/2/3",
    "?sel=compounds/<b>&group=../x&at=10/16&basis=,,claimed,",
    "?from=2025-01&from=2024-01&to=2025-02&hide=crossings&hide=compounds",
    f"?x={'y' * 30_000}&to=2024-01",
    f"?hide={','.join(f'compounds.a{number}' for number in range(300))}",
    f"?hide=compounds.{'a' * 3000}",
    "?from=٢٠٢٥-01&month=+3&at=12.5/16.10000/98.000009&base=satellite&embed=true",
]
MESSAGES = [
    None,
    [],
    {"month": 3.0, "hide": ["compounds", 4, None], "at": [10.125, "16.5", 98]},
    {"month": True, "from": 2025, "at": {"0": 1}, "basis": "claimed", "theme": "dark", "sel": ["x"]},
]
VIEWS = [
    "",
    "from=2025-01&to=2025-03",
    "to=2024-06",
    "to=2024-06&mode=known",
    "from=2025-10&mode=known&basis=claimed",
    "from=1999-01&to=1999-02&mode=known",
    "to=2024-01&mode=known",
    "conf=high&hide=rescue_events.repatriation,interventions",
    "group=bgf-kna&from=2023-05&to=2026-01",
    "hide=compounds.active,construction_reports.demolition&to=2025-11",
]
SHOWN = """() => Object.fromEntries(Object.values(MoeiWatch.records).map((record) =>
    [record.layer, record.id.filter((id, i) => MoeiWatch.shown(record.layer)[i])]))"""


def test_both_codecs_read_and_write_alike(open_page):
    page = open_page()
    for text in ADDRESSES:
        there = page.evaluate(
            """(text) => {
                const codec = MoeiWatch.store.codec(), view = codec.parseAddress(text);
                return [view, codec.address(view)];
            }""",
            text,
        )
        assert there == [message(parse_address(text)), address(parse_address(text))], text
    for value in MESSAGES:
        there = page.evaluate("(value) => MoeiWatch.store.codec().parseMessage(value)", value)
        assert there == message(parse_message(value)), value


def test_page_shows_what_the_selection_shows(open_page):
    data = read_geodata()
    page = open_page()
    for text in VIEWS:
        view = parse_address(text)
        page.evaluate("(view) => MoeiWatch.store.set(view)", message(view))
        there = page.evaluate(SHOWN)
        here = select_view(data.layers, view, sources=data.sources)
        for layer, records in there.items():
            assert sorted(records) == sorted(here[layer].index), (text, layer)


def test_page_gives_compounds_the_status_of_the_selection(open_page):
    data = read_geodata()
    page = open_page()
    for text in ("to=2023-06", "to=2024-06", "to=2025-11", "to=2025-11&mode=known", "to=2024-01&mode=known"):
        view = parse_address(text)
        page.evaluate("(view) => MoeiWatch.store.set(view)", message(view))
        there = page.evaluate(
            """() => Object.fromEntries(MoeiWatch.records.compounds.id.map((id, i) =>
                [id, (MoeiWatch.data.layers.compounds.terms[MoeiWatch.status(i)] || {}).id]))"""
        )
        here = shown_status(data.layers, view, sources=data.sources)["status_shown"]
        assert {record: status for record, status in there.items() if status} == here.to_dict(), text


@pytest.mark.parametrize(("text", "day"), [("", date(2026, 11, 23)), ("to=2025-02", date(2025, 2, 28))])
def test_page_and_model_give_one_risk(open_page, text, day):
    data = read_geodata()
    page = open_page(f"?{text}")
    layers = data.layers
    here = crossing_risk(layers["river_reaches"], layers["compounds"], layers["hydrology"], as_of=day)
    there = page.evaluate(
        """() => MoeiWatch.records.river_reaches.id.flatMap((id, i) => [3, 8].map((month) =>
            [id, month, MoeiWatch.river.risk(i, month)]))"""
    )
    assert len(there) == 2 * len(layers["river_reaches"])
    for reach, month, risk in there:
        row = here.loc[(reach, month)]
        for end in ("low", "best", "high"):
            assert risk[end] == pytest.approx(row[end], abs=0.15), (reach, month, end)
        near_edge = min(abs(row["best"] - edge) for edge in (25, 50, 75)) < 0.15
        assert risk["class"] == row["class"] or near_edge
