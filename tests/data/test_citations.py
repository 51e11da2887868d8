"""How publications are cited and linked."""

import pytest
from moeiwatch.data.citations import citation, is_web_address, link, spell_date


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ({"publisher": "AP", "title": "Raid", "published": "2025-10-20"}, "AP: Raid. 20 October 2025"),
        ({"publisher": "AP", "title": "Raid?", "published": "2025"}, "AP: Raid? 2025"),
        ({"publisher": "AP", "published": "2025-10", "access": "copy"}, "AP. October 2025 (read in a copy)"),
        ({"title": "Raid", "publisher": None, "published": float("nan")}, "Raid. Undated"),
        ({}, "Publication without a title. Undated"),
    ],
)
def test_citation_is_publisher_title_and_date(source, words):
    assert citation(source) == words


@pytest.mark.parametrize(
    ("url", "access", "linked"),
    [
        ("https://example.org/a?b=c#d", "original", True),
        ("http://example.org", "syndicated", True),
        ("https://example.org", "copy", False),
        ("javascript:alert(1)", "original", False),
        ("JavaScript://example.org/%0aalert(1)", "original", False),
        ("data:text/html,x", "original", False),
        ("https://", "original", False),
        ("//example.org", "original", False),
        ("https://user@example.org", "original", False),
        ("https://exa mple.org", "original", False),
        ('https://example.org/"onload="x', "original", False),
        ("https://[::1", "original", False),
        ("", "original", False),
        (None, "original", False),
    ],
)
def test_only_web_addresses_of_originals_are_linked(url, access, linked):
    assert link({"url": url, "access": access}) == (url if linked else None)
    assert is_web_address(url or "") == (linked or access == "copy")


def test_date_is_spelt_as_far_as_it_is_known():
    assert [spell_date(text) for text in ("2025-02-03", "2025-02", "2025", "soon")] == [
        "3 February 2025",
        "February 2025",
        "2025",
        "soon",
    ]
