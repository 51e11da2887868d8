"""Which record a text means: by id, by name, by address or by DOI."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import Any
from urllib.parse import unquote

from moeiwatch.data.checks.duplicates import plain_text
from moeiwatch.data.contents import Contents
from moeiwatch.data.drafts.publishers import host_of, publisher_of
from moeiwatch.data.inline import inline
from moeiwatch.data.web_addresses import archived_address, plain_address, written_address

_DOI = re.compile(r"\b(10\.[0-9]{4,9}/[^\s\"<>?#]+)")
_MOST_HINTS = 200
_NAMES = ("name", "title", "other_names", "name_my", "name_zh", "name_th")


class Lookup:
    """Finds records of the data as it stands, and of those that are about to be added (`add_source`)."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._hints_left = _MOST_HINTS

    def resolve(self, layer: str, text: str) -> str:
        """Return the id that a text means in a layer; the text itself where it means none, or several."""
        collection = self._contents.collections.get(layer)
        if collection is None or text in collection.by_id:
            return text
        if layer == "sources":
            return self.source_of({"URL": text, "DOI": text}) or text
        found = self._names(layer).get(plain_text(text), set())
        return next(iter(found)) if len(found) == 1 else text

    def ids(self, layer: str) -> Mapping[str, Any]:
        """Return the records of a layer by id; none where there is no such layer."""
        collection = self._contents.collections.get(layer)
        return collection.by_id if collection is not None else {}

    def nearest(self, layer: str, text: str, *, most: int = 5) -> list[str]:
        """Return ids of the records whose id, name or title holds a text or is much like it, nearest first.

        So many texts are looked for (`_MOST_HINTS`): each is compared with all names. Of others none is near.
        """
        plain = plain_text(text)
        if len(plain) < 2 or len(text) > 200 or self._hints_left <= 0:
            return []
        self._hints_left -= 1
        called: dict[str, str] = {}
        for id_, record in self.ids(layer).items():
            if "merged_into" not in record.properties and "withdrawn" not in record.properties:
                for name in (id_, *names_of(record.properties)):
                    called.setdefault(plain_text(name), id_)
        holding = sorted((name for name in called if plain in name), key=lambda name: (len(name), name))
        found = [*holding, *get_close_matches(plain, called, n=most, cutoff=0.7)]
        return list(dict.fromkeys(called[name] for name in found))[:most]

    def words(self, layer: str, id_: str) -> str:
        """Return an id with the name of its record: ``kk-park (KK Park)``."""
        record = self.ids(layer).get(id_)
        name = next(names_of(record.properties), "") if record is not None else ""
        return f"{id_} ({name[:80]})" if name and name != id_ else id_

    def name_of(self, layer: str, id_: Any) -> str | None:
        """Return what a record is called, None where there is none or it has no name."""
        record = self.ids(layer).get(id_) if isinstance(id_, str) else None
        name = record.properties.get("name") if record is not None else None
        return name if isinstance(name, str) else None

    def source_of(self, item: Mapping[str, Any]) -> str:
        """Return the id of the publication with the same address or DOI, "" where there is none."""
        return next((self._sources[key] for key in source_keys(item) if key in self._sources), "")

    def same_title(self, item: Mapping[str, Any]) -> dict[str, bool]:
        """Return publications of the same title and publisher or host, each with True if no date differs."""
        found = {id_: date for key in _title_keys(item) for id_, date in self._titles.get(key, {}).items()}
        own = _issued(item)
        return {id_: not (date and own and date != own) for id_, date in found.items()}

    def add_source(self, item: Mapping[str, Any], id_: str) -> None:
        """Let a publication that is about to be added be found."""
        for key in source_keys(item):
            self._sources.setdefault(key, id_)
        for key in _title_keys(item):
            self._titles.setdefault(key, {})[id_] = _issued(item)

    @cached_property
    def _sources(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for id_, record in self._contents.collections["sources"].by_id.items():
            for key in source_keys(record.properties):
                found.setdefault(key, id_)
        return found

    @cached_property
    def _titles(self) -> dict[tuple[str, str], dict[str, str]]:
        found: dict[tuple[str, str], dict[str, str]] = {}
        for id_, record in self._contents.collections["sources"].by_id.items():
            for key in _title_keys(record.properties):
                found.setdefault(key, {})[id_] = _issued(record.properties)
        return found

    @cached_property
    def _found(self) -> dict[str, dict[str, set[str]]]:
        return {}

    def _names(self, layer: str) -> dict[str, set[str]]:
        if layer not in self._found:
            names = self._found[layer] = {}
            for id_, record in self._contents.collections[layer].by_id.items():
                for name in names_of(record.properties):
                    names.setdefault(plain_text(name), set()).add(id_)
        return self._found[layer]


def names_of(properties: Mapping[str, Any]) -> Iterator[str]:
    """Yield all names of a record, in every script; of a publication its title."""
    for member in _NAMES:
        value = properties.get(member)
        for name in value if isinstance(value, list) else [value]:
            if isinstance(name, str) and name.strip():
                yield name


def source_keys(item: Mapping[str, Any]) -> list[str]:
    """Return what tells a publication: its DOI (of its own, or in its address or note) and its addresses.

    Of a copy at an archive of web pages, the address of the page itself counts as well.

    Examples
    --------
    >>> source_keys({"URL": "https://doi.org/10.1234/AB.c"})
    ['doi:10.1234/ab.c', 'doi.org/10.1234/AB.c']
    """
    custom = item.get("custom")
    read_at = custom.get("read_at") if isinstance(custom, Mapping) else None
    texts = [item.get("DOI"), item.get("URL"), item.get("note")]
    keys = [f"doi:{doi}" for doi in map(doi_of, texts) if doi]
    given = [text for text in (item.get("URL"), read_at) if isinstance(text, str) and "://" in text]
    addresses = [*map(written_address, given), *filter(None, map(archived_address, given))]
    return list(dict.fromkeys([*keys, *map(plain_address, addresses)]))


def _title_keys(item: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the title with the host, and with the publisher, folded."""
    title = item.get("title")
    if not isinstance(title, str) or not title.strip():
        return []
    places = {host_of(item), plain_text(publisher_of(item))} - {""}
    return [(plain_text(title), place) for place in sorted(places)]


def _issued(item: Mapping[str, Any]) -> str:
    return inline(item["issued"]) if item.get("issued") else ""


def doi_of(text: Any) -> str:
    """Return the DOI in a text in lower case, "" where it holds none."""
    found = _DOI.search(unquote(text)) if isinstance(text, str) else None
    return found.group(1).rstrip(".,;)]}").casefold() if found else ""
