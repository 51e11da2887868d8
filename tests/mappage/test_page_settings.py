"""What the host sets, in the built page: title, banner, tiles, contact."""

import json
import re

import pytest
from moeiwatch.data.geodata import read_geodata
from moeiwatch.data.settings import Settings
from moeiwatch.data.takeaway.about import About
from moeiwatch.mappage.build import page_version, write_page
from moeiwatch.mappage.page import TILE_HOSTS
from moeiwatch.mappage.site_pages import about_page, privacy_page
from sample_geodata import AS_OF, small_files, write_files

MARKUP = '<img src=x onerror="a">&amp;'


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return read_geodata(write_files(tmp_path_factory.mktemp("geodata"), small_files()))


def policy_of(folder):
    html = (folder / "index.html").read_text(encoding="utf-8")
    return re.search(r'Content-Security-Policy" content="([^"]+)"', html)[1]


def test_the_page_may_ask_only_the_hosts_that_are_offered(tmp_path, data):
    for number, tiles in enumerate([(), ("light",), ("light", "satellite")]):
        folder = tmp_path / str(number)
        write_page(data, folder, as_of=AS_OF, settings=Settings(tiles=tiles))
        policy = policy_of(folder)
        assert [name for name, host in TILE_HOSTS.items() if host in policy] == list(tiles)
        assert ("https:" in policy) == bool(tiles)


def test_markup_in_title_and_banner_stays_text(tmp_path, data):
    write_page(data, tmp_path, as_of=AS_OF, settings=Settings(title=MARKUP, banner=MARKUP))
    html = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "<img" not in html and "&lt;img" in html
    site = json.loads(re.search(r'id="pack">(.*)</script>', html)[1])["site"]
    assert site["title"] == site["banner"] == MARKUP


def test_other_settings_make_another_page(data):
    one, other = (page_version(data, as_of=AS_OF, settings=s) for s in (Settings(), Settings(banner="x")))
    assert one != other
    assert one == page_version(data, as_of=AS_OF)


def test_written_pages_name_title_contact_and_repository():
    given = {"contact": "map@example.org", "repository": "https://github.com/a/b", "banner": "On loan <b>"}
    settings = Settings(title=MARKUP, **given)
    about = about_page({}, about=About("v", "all", AS_OF), counts={}, sizes={}, settings=settings)
    assert 'href="mailto:map@example.org"' in about and "https://github.com/a/b/issues/new" in about
    assert "map@example.org" in privacy_page(settings)
    for page in (about, privacy_page(settings)):
        assert "<img" not in page and "<script" not in page
        assert 'role="note">On loan &lt;b&gt;</p>' in page
    assert 'role="note"' not in privacy_page(Settings())
    for words in ("Status through time", "not yet known", "When a thing became public", "not dated"):
        assert words in about, "the rules of both times stand where no app is"
    assert "No contact is named" in about_page(
        {}, about=About("v", "all", AS_OF), counts={}, sizes={}, settings=Settings()
    )
