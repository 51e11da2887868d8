"""What the host sets, in the app: banner, contact, privacy note."""

import pytest
from moeiwatch.data.settings import Settings
from moeiwatch.views import library, method_page
from moeiwatch.views.privacy_page import show_privacy
from moeiwatch.views.shell import show_site_banner
from page_runs import html_of, run_page, small_data
from sample_geodata import small_files

MARKUP = "<img src=x onerror=alert(1)>"


def set_by_host(monkeypatch: pytest.MonkeyPatch, **given) -> None:
    monkeypatch.setattr(library, "settings", lambda: Settings(**given))


def test_the_banner_is_shown_as_text_and_a_wrong_setting_to_no_reader(monkeypatch):
    set_by_host(monkeypatch, banner=MARKUP, faults=("The setting X is not used.",))
    words = html_of(run_page(show_site_banner))
    assert "<img" not in words and "&lt;img" in words and "setting" not in words


def test_the_host_is_told_once_of_a_setting_that_is_not_used(monkeypatch, caplog):
    monkeypatch.setenv("MOEIWATCH_CONTACT", "nobody")
    library._tell_host.clear()
    assert library.settings() == library.settings()
    assert [record.message.split(" is ")[0] for record in caplog.records] == ["The setting MOEIWATCH_CONTACT"]


def test_without_a_banner_nothing_is_shown(monkeypatch):
    set_by_host(monkeypatch)
    assert html_of(run_page(show_site_banner)) == ""


def test_the_privacy_note_follows_the_settings(monkeypatch):
    set_by_host(monkeypatch, tiles=(), contact="map@example.org")
    words = html_of(run_page(show_privacy))
    assert "tiles are switched off here" in words and "map@example.org" in words
    assert "workbench" in words


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "No contact is named here"),
        ({"contact": "map@example.org"}, 'href="mailto:map@example.org"'),
        (
            {"repository": "https://github.com/a/b"},
            "https://github.com/a/b/issues/new?template=take_down.yml",
        ),
    ],
)
def test_the_page_on_method_says_how_to_have_something_taken_down(tmp_path, monkeypatch, given, words):
    small_data(tmp_path, small_files(), monkeypatch)
    monkeypatch.setattr(method_page, "GEODATA", tmp_path)
    set_by_host(monkeypatch, **given)
    assert words in html_of(run_page(method_page.show_method))
