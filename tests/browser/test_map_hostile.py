"""A record that tries to be more than text: it changes nothing on the page but its own words."""

import json
from datetime import date

import pytest
from moeiwatch.data.geodata import read_geodata
from moeiwatch.mappage.build import write_page
from sample_geodata import small_files, write_files

pytestmark = pytest.mark.browser

HOSTILE = (
    """<img src=x onerror="window.hit=1"></script><script>window.hit=2</script>`${window.hit=3}` {{ 7*7 }}"""
)


def hostile_folder(folder):
    """Return a page of data whose texts are hostile; written past the check, which would refuse them."""
    data = write_files(folder / "geodata", small_files())
    path = data / "compounds.geojson"
    value = json.loads(path.read_text(encoding="utf-8"))
    for feature in value["features"]:
        feature["properties"]["name"] = "x" * 180 + "<b>"
        feature["properties"]["summary"] = HOSTILE
        feature["properties"]["other_names"] = [HOSTILE]
    path.write_text(json.dumps(value), encoding="utf-8")
    geodata = read_geodata(data)
    compounds = geodata.layers["compounds"]
    assert len(compounds), [str(problem) for problem in geodata.problems]
    compounds["name"] = "y" * 10_000
    geodata.sources["title"] = HOSTILE
    geodata.sources["access"] = "original"
    geodata.sources["url"] = "javascript:window.hit=4"
    write_page(geodata, folder / "page", as_of=date(2026, 6, 1))
    return folder / "page", compounds.index[0]


def test_hostile_record_is_only_its_own_text(open_page, tmp_path):
    folder, record = hostile_folder(tmp_path)
    page = open_page(f"?sel=compounds/{record}", folder=folder)
    drawer = page.locator("#drawer")
    drawer.locator("h2").wait_for()
    assert HOSTILE in drawer.inner_text()
    assert "y" * 10_000 in drawer.inner_text()
    assert page.evaluate("window.hit") is None
    assert drawer.locator("img, script, b").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    assert drawer.locator(".sources li").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(
        "MoeiWatch.openList('All', () => MoeiWatch.records.compounds.id.map((id, i) => ['compounds', i]))"
    )
    assert page.evaluate("window.hit") is None
    assert drawer.locator("img, script, b").count() == 0
