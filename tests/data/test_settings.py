import pytest
from hypothesis import given
from hypothesis import strategies as st
from moeiwatch.data.paths import REPOSITORY
from moeiwatch.data.settings import TILES, VARIABLES, Settings, read_settings
from moeiwatch.data.takeaway.privacy import privacy_note


def test_nothing_set_gives_the_defaults():
    assert read_settings({}) == Settings()
    assert read_settings(dict.fromkeys(VARIABLES, "  ")) == Settings()
    assert Settings().tiles == TILES and not Settings().repository and not Settings().contact


@pytest.mark.parametrize(
    ("variable", "text", "name", "value"),
    [
        ("MOEIWATCH_TITLE", "  Moei\n  Watch, Mae Sot ", "title", "Moei Watch, Mae Sot"),
        ("MOEIWATCH_TITLE", "<b>A & B</b>", "title", "<b>A & B</b>"),
        ("MOEIWATCH_REPOSITORY", "https://github.com/a-b/c.d/", "repository", "https://github.com/a-b/c.d"),
        ("MOEIWATCH_REPOSITORY", "https://github.com/a/b.git", "repository", "https://github.com/a/b"),
        ("MOEIWATCH_TILES", "off", "tiles", ()),
        ("MOEIWATCH_TILES", "Satellite, light", "tiles", ("light", "satellite")),
        ("MOEIWATCH_TILES", "light", "tiles", ("light",)),
        ("MOEIWATCH_TILES", "on", "tiles", TILES),
        ("MOEIWATCH_CONTACT", "mailto:map@example.org", "contact", "map@example.org"),
        ("MOEIWATCH_CONTACT", "https://example.org/ask?a=b", "contact", "https://example.org/ask?a=b"),
        ("MOEIWATCH_BANNER", "Under review until May.", "banner", "Under review until May."),
    ],
)
def test_values_are_read(variable, text, name, value):
    settings = read_settings({variable: text})
    assert getattr(settings, name) == value
    assert settings.faults == ()


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        ("MOEIWATCH_TITLE", "x" * 61),
        ("MOEIWATCH_TITLE", "a\x00b"),
        ("MOEIWATCH_TITLE", "gro\u202eup"),
        ("MOEIWATCH_TITLE", "a\ud800"),
        ("MOEIWATCH_BANNER", "x" * 301),
        ("MOEIWATCH_BANNER", "x" * 5_000_000),
        ("MOEIWATCH_REPOSITORY", "javascript:alert(1)"),
        ("MOEIWATCH_REPOSITORY", "http://github.com/a/b"),
        ("MOEIWATCH_REPOSITORY", "https://github.com.evil.example/a/b"),
        ("MOEIWATCH_REPOSITORY", "https://github.com/a/b/../../c"),
        ("MOEIWATCH_REPOSITORY", "https://github.com/a/.."),
        ("MOEIWATCH_REPOSITORY", 'https://github.com/a/b"onclick=x'),
        ("MOEIWATCH_TILES", "everything"),
        ("MOEIWATCH_TILES", "light,https://tiles.example"),
        ("MOEIWATCH_TILES", "off,light"),
        ("MOEIWATCH_CONTACT", "javascript:alert(1)"),
        ("MOEIWATCH_CONTACT", "http://example.org"),
        ("MOEIWATCH_CONTACT", "a@b"),
        ("MOEIWATCH_CONTACT", 'a@example.org?body="x'),
        ("MOEIWATCH_CONTACT", "https://example.org/<script>"),
    ],
)
def test_a_bad_value_is_told_and_the_default_stands(variable, text):
    settings = read_settings({variable: text})
    name = VARIABLES[variable][0]
    assert getattr(settings, name) == getattr(Settings(), name)
    assert len(settings.faults) == 1
    assert variable in settings.faults[0] and len(settings.faults[0]) < 250
    assert settings.faults[0].isprintable()


@given(st.dictionaries(st.sampled_from(list(VARIABLES)), st.text(max_size=400)))
def test_no_value_crashes_or_leads_elsewhere(environment):
    settings = read_settings(environment)
    assert settings.contact_link.startswith(("mailto:", "https://")) or not settings.contact
    assert settings.repository.startswith("https://github.com/") or not settings.repository
    assert set(settings.tiles) <= set(TILES)


def test_the_contact_is_followed_by_mail_or_on_the_web():
    assert Settings(contact="map@example.org").contact_link == "mailto:map@example.org"
    assert Settings(contact="https://example.org/a@b").contact_link == "https://example.org/a@b"


def test_every_setting_is_explained_to_those_who_host():
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert [name for name in VARIABLES if f"`{name}`" not in readme] == []


def test_the_privacy_note_names_the_hosts_that_are_offered_and_no_other():
    def words(settings):
        return " ".join(p for section in privacy_note(settings) for p in section.paragraphs)

    assert "tile.openstreetmap.org" in words(Settings()) and "arcgisonline" in words(Settings())
    assert "arcgisonline" not in words(Settings(tiles=("light",)))
    assert "openstreetmap" not in words(Settings(tiles=())) and "switched off" in words(Settings(tiles=()))
    assert "map@example.org" in words(Settings(contact="map@example.org"))
    assert "is kept, but in this tab, until you close it, which tiles" in words(Settings())
    assert "Nothing else about you is kept." in words(Settings(tiles=()))
