import argparse
import os
from datetime import date

import pytest
from installed_chromium import NAMES, chromium_path
from moeiwatch.commands import snapshot
from moeiwatch.data.geodata import read_geodata
from moeiwatch.mappage.build import build_page
from PIL import Image
from playwright.sync_api import expect
from sample_geodata import small_files, write_files


def run(*arguments):
    parser = argparse.ArgumentParser()
    snapshot.add_arguments(parser)
    return snapshot.run(parser.parse_args([str(argument) for argument in arguments]))


@pytest.fixture
def data(tmp_path):
    return write_files(tmp_path / "geodata", small_files())


@pytest.mark.browser
def test_the_same_view_gives_the_same_picture_twice(tmp_path, data, monkeypatch, capsys):
    monkeypatch.setenv(snapshot.BROWSER, chromium_path(NAMES))
    view = "https://map.example/?from=2025-01&sel=compounds/kk-park#top"
    pictures = []
    for name in ("one.png", "two.png"):
        assert run(tmp_path / name, "--geodata", data, "--view", view, "--size", "800x600") == 0
        pictures.append((tmp_path / name).read_bytes())
    assert pictures[0] == pictures[1]
    assert [int.from_bytes(pictures[0][at : at + 4], "big") for at in (16, 20)] == [800, 600]
    said = capsys.readouterr()
    assert "800x600 pixels" in said.out and said.err == ""


@pytest.mark.browser
def test_what_is_not_understood_is_told_and_the_picture_is_taken(tmp_path, data, monkeypatch, capsys):
    monkeypatch.setenv(snapshot.BROWSER, chromium_path(NAMES))
    view = "?from=bogus&sel=compounds/none&at=99/1/1"
    assert run(tmp_path / "map.png", "--geodata", data, "--view", view, "--size", "800x600") == 0
    assert [line.partition(" ")[0] for line in capsys.readouterr().err.splitlines()] == [
        "from=bogus",
        "at=99/1/1",
        "sel=compounds/none:",
    ]


@pytest.mark.browser
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_the_page_has_the_size_of_the_picture_from_its_beginning(tmp_path, size):
    page = tmp_path / "page & more.html"
    page.write_text(
        "<body style='margin:0; background:lime'><script>"
        f"const isSized = innerWidth === {size[0]} && innerHeight === {size[1]};"
        "const fail = () => { document.body.style.background = 'red'; };"
        "if (!isSized || location.search !== '?a=1&b=2') fail();"
        "addEventListener('resize', fail);"
        "</script>",
        encoding="utf-8",
    )
    snapshot.take_picture(chromium_path(NAMES), f"{page.as_uri()}?a=1&b=2", tmp_path / "out.png", size=size)
    with Image.open(tmp_path / "out.png") as picture:
        colours = picture.convert("RGB").getcolors()
    assert colours == [(size[0] * size[1], (0, 255, 0))]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("view", "size"), [("", (1200, 630)), ("sel=compounds/kk-park&present=1", (390, 844)), ("", (1920, 1080))]
)
def test_a_picture_is_the_map_with_title_key_and_credits_and_nothing_to_press(
    tmp_path, data, open_page, view, size
):
    folder = build_page(read_geodata(data), tmp_path / "page", as_of=date(2026, 11, 23))
    index = folder / "index.html"
    index.write_text(snapshot.as_picture(index.read_text(encoding="utf-8")), encoding="utf-8")
    page = open_page(f"?{view}", width=size[0], height=size[1], folder=folder)
    expect(page.locator("#picture-foot")).to_contain_text("OpenStreetMap contributors")
    expect(page.locator("#map-key li").first).to_be_visible()
    expect(page.locator("#header h1")).to_be_visible()
    assert page.locator("button:not(.mark):visible, input:visible, a:visible").count() == 0
    boxes = [page.locator(part).bounding_box() for part in ("#header", "#map", "#map-key", "#picture-foot")]
    ends = [box["y"] + box["height"] for box in boxes]
    assert ends == sorted(ends) and ends[-1] == pytest.approx(size[1], abs=1)
    assert boxes[1]["width"] == size[0] and boxes[1]["height"] > size[1] * 0.6


def test_no_browser_is_said_clearly(tmp_path, data, monkeypatch, capsys):
    monkeypatch.setenv(snapshot.BROWSER, "no-such-browser")
    assert run(tmp_path / "map.png", "--geodata", data) == 1
    told = capsys.readouterr().err
    assert f"{snapshot.BROWSER} names 'no-such-browser', which is no program here" in told
    assert "Install one" in told and "was found" not in told
    monkeypatch.delenv(snapshot.BROWSER)
    monkeypatch.setattr(snapshot, "NAMES", ())
    assert run(tmp_path / "map.png", "--geodata", data) == 1
    assert "No Chromium or Chrome was found" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="needs a shell script as browser")
def test_a_browser_that_draws_nothing_is_told_with_its_last_word(tmp_path, data, monkeypatch, capsys):
    browser = tmp_path / "browser"
    browser.write_text("#!/bin/sh\necho 'cannot open display' >&2\n", encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv(snapshot.BROWSER, str(browser))
    assert run(tmp_path / "map.png", "--geodata", data) == 1
    assert "cannot open display" in capsys.readouterr().err
    assert not (tmp_path / "map.png").exists()


def test_other_files_are_never_replaced(tmp_path, data, capsys):
    kept = tmp_path / "thesis.png"
    kept.write_text("mine", encoding="utf-8")
    assert run(kept, "--geodata", data) == 2
    assert run(tmp_path / "map.jpg", "--geodata", data) == 2
    assert run(tmp_path / "map.png", "--geodata", tmp_path / "nowhere") == 2
    assert kept.read_text(encoding="utf-8") == "mine"
    assert "nowhere" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "query"),
    [
        ("", ""),
        ("from=2025-01", "from=2025-01"),
        ("?at=12/16.6/98.5&hide=a,b", "at=12/16.6/98.5&hide=a,b"),
        ("https://map.example/app?sel=compounds/kk-park#map", "sel=compounds/kk-park"),
        ("https://map.example/app", ""),
        ("from=2025-01 --dump-dom", "from=2025-01+--dump-dom"),
    ],
)
def test_the_view_is_the_query_of_an_address(given, query):
    assert snapshot.parse_query(given) == query


@pytest.mark.parametrize("text", ["", "1920", "1920x", "x1080", "99x99", "1920x108000", "-8x600", "064x048"])
def test_a_size_that_is_none_is_refused_with_what_may_be_given(text):
    with pytest.raises(argparse.ArgumentTypeError, match="1920x1080, each from 100 to 9999 pixels"):
        snapshot.parse_size(text)
