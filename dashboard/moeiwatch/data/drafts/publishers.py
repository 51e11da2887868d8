"""What is known of publishers from their publications: how ids begin, in which language they write."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from moeiwatch.data.contents import Contents
from moeiwatch.data.drafts.ids import slug

_LONGEST_PREFIX = 14
_NEARLY_ALL = 0.9


class Publishers:
    """The habits of the publishers in ``sources``, by host and by name."""

    def __init__(self, contents: Contents) -> None:
        self._seen: dict[tuple[str, str], dict[str, Counter]] = defaultdict(lambda: defaultdict(Counter))
        for record in contents.collections["sources"].records:
            facts = record.properties
            custom = facts.get("custom") if isinstance(facts.get("custom"), dict) else {}
            habits = {"language": facts.get("language"), "kind": custom.get("kind")}
            habits["prefix"] = record.id.partition("-")[0] if record.id else None
            for key in _keys(facts):
                for name, value in habits.items():
                    if isinstance(value, str) and value:
                        self._seen[key][name][value] += 1

    def habits(self, item: Mapping[str, Any]) -> dict[str, str]:
        """Return language and kind of this publisher's publications, where nearly all of them agree."""
        found = {}
        for name in ("language", "kind"):
            counts = self._counts(item, name)
            if counts and counts.most_common(1)[0][1] >= _NEARLY_ALL * counts.total():
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
        host = slug(host_of(item).rpartition(".")[0]).replace("-", "")
        return short or host[:_LONGEST_PREFIX] or "source"

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
    """Return the host of a publication's address without ``www.``, "" where it has none."""
    try:
        return (urlsplit(item["URL"]).hostname or "").removeprefix("www.") if item.get("URL") else ""
    except (ValueError, TypeError, AttributeError):
        return ""


def _keys(item: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [key for key in (("host", host_of(item)), ("name", publisher_of(item))) if key[1]]
