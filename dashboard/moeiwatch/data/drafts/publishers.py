"""What is known of publishers from their publications: how ids begin, in which language they write."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from moeiwatch.data.contents import Contents
from moeiwatch.data.drafts.ids import slug
from moeiwatch.data.web_addresses import archived_address, publisher_host

_LONGEST_PREFIX = 14
_NEARLY_ALL = 0.9
_SHARED = ("language", "type", "container-title", "publisher")
_GENERIC = ("co", "com", "or", "org", "net", "go", "gov", "ac", "edu", "in", "gob", "mil")
"""Parts of hosts that name a kind of site, no site: ``co`` in ``thairath.co.th``."""


class Publishers:
    """The habits of the publishers in ``sources``, by host and by name."""

    def __init__(self, contents: Contents) -> None:
        self._seen: dict[tuple[str, str], dict[str, Counter]] = defaultdict(lambda: defaultdict(Counter))
        for record in contents.collections["sources"].records:
            facts = record.properties
            custom = facts.get("custom") if isinstance(facts.get("custom"), dict) else {}
            habits = {name: facts.get(name) for name in _SHARED} | {"kind": custom.get("kind")}
            habits["prefix"] = record.id.partition("-")[0] if record.id else None
            for key in _keys(facts):
                for name, value in habits.items():
                    if isinstance(value, str) and value:
                        self._seen[key][name][value] += 1

    def habits(
        self,
        item: Mapping[str, Any],
        *,
        names: Iterable[str] = ("language", "kind"),
        share: float = _NEARLY_ALL,
    ) -> dict[str, str]:
        """Return what such a share of this publisher's publications have alike, of the names asked for."""
        found = {}
        for name in names:
            counts = self._counts(item, name)
            if counts and counts.most_common(1)[0][1] >= share * counts.total():
                found[name] = counts.most_common(1)[0][0]
        return found

    def prefix(self, item: Mapping[str, Any]) -> str:
        """Return how ids begin for this publisher: as those it has, else its name or its host in short."""
        used = self._counts(item, "prefix")
        if used:
            return used.most_common(1)[0][0]
        words = [word for word in slug(publisher_of(item)).split("-") if word and word != "the"]
        short = "".join(words)
        if len(short) > _LONGEST_PREFIX:
            short = "".join(word[0] for word in words) if len(words) > 2 else words[0][:_LONGEST_PREFIX]
        return short or slug(_site(host_of(item))).replace("-", "")[:_LONGEST_PREFIX] or "source"

    def _counts(self, item: Mapping[str, Any], name: str) -> Counter:
        found: Counter = Counter()
        for key in _keys(item):
            if key in self._seen:
                found += self._seen[key][name]
        return found


def publisher_of(item: Mapping[str, Any]) -> str:
    """Return the name of the publisher in small letters, "" where none is given."""
    name = item.get("container-title") or item.get("publisher")
    return name.strip().casefold() if isinstance(name, str) else ""


def host_of(item: Mapping[str, Any]) -> str:
    """Return the host that tells the publisher of a publication, "" where none does (doi.org, archives)."""
    custom = item.get("custom")
    read_at = custom.get("read_at") if isinstance(custom, Mapping) else None
    return publisher_host(item.get("URL") or archived_address(read_at))


def _site(host: str) -> str:
    """Return the one word of a host that names the site: ``thairath`` of ``en.thairath.co.th``."""
    words = host.split(".")[:-1]
    named = [word for word in words if word not in _GENERIC]
    return (named or words or [""])[-1]


def _keys(item: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [key for key in (("host", host_of(item)), ("name", publisher_of(item))) if key[1]]
