"""The publications: cited once, linked only where they were published."""

from collections import Counter

import pytest
from geodata_files import sources
from moeiwatch.data.paths import GEODATA

COPIES = [id_ for id_, source in sources().items() if source["custom"]["access"] == "copy"]


@pytest.mark.parametrize("id_", COPIES)
def test_copy_has_no_link(id_):
    source = sources()[id_]
    assert "URL" not in source
    assert source["custom"]["read_at"].startswith(("http://", "https://"))
    assert source.get("container-title") or source.get("publisher")


def test_every_other_source_has_a_link_and_no_copy():
    for id_, source in sources().items():
        if id_ not in COPIES:
            assert source["URL"].startswith(("http://", "https://")), id_
            assert "read_at" not in source["custom"], id_


def test_no_address_stands_twice():
    listed = [source.get("URL") or source["custom"]["read_at"] for source in sources().values()]
    addresses = Counter(map(bare, listed))
    assert [address for address, times in addresses.items() if times > 1] == []


def bare(address):
    """Return an address without what does not change the page: protocol, www, a slash at the end."""
    return address.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def test_former_ids_are_not_in_use():
    former = [other for source in sources().values() for other in source["custom"].get("other_ids", [])]
    assert len(former) == len(set(former))
    assert not set(former) & set(sources())


def test_no_publication_is_lost():
    former = {other for source in sources().values() for other in source["custom"].get("other_ids", [])}
    assert len(set(sources()) | former) >= 604, "533 of the first release, and 71 that they took in"


def test_the_notes_say_in_how_many_languages_and_how_often_in_a_copy():
    notes = (GEODATA / "README.md").read_text(encoding="utf-8")
    languages = {source.get("language") for source in sources().values()} - {None}
    assert len(languages) > 20 and "in more than twenty languages" in notes
    assert (
        round(len(sources()) / len(COPIES)) == 12 and "About one source in twelve was read in a copy" in notes
    )
