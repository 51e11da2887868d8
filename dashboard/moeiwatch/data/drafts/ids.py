"""Ids for new records, written as those of the layer are: suggested, never taken twice."""

import re
import unicodedata
from collections.abc import Collection as Sized
from collections.abc import Mapping
from typing import Any

from moeiwatch.data.contents import Contents
from moeiwatch.data.dates import parse_partial_date

LONGEST = 60
_LETTERS = str.maketrans({"đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "æ": "ae"})
"""Latin letters that Unicode does not take apart."""

_NUMBERED = {"construction_reports": "kc", "season_evidence": "se", "river_reaches": "moei"}
_EMPTY_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "and",
        "or",
        "from",
        "by",
        "with",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "has",
        "have",
        "after",
        "over",
        "amid",
        "near",
        "into",
        "out",
        "says",
        "say",
        "said",
        "new",
        "more",
        "than",
        "its",
        "their",
        "his",
        "her",
        "it",
        "that",
        "this",
        "how",
        "why",
        "what",
        "who",
        "will",
        "not",
        "no",
    ]
)


def slug(text: Any, *, limit: int = LONGEST) -> str:
    """Return a text as an id: lower-case Latin letters, digits, single hyphens; "" where nothing is left.

    Examples
    --------
    >>> slug("Công Luận: K.K. Park")
    'cong-luan-k-k-park'
    """
    if not isinstance(text, str):
        return ""
    plain = unicodedata.normalize("NFKD", text[:400].translate(_LETTERS)).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")
    return words[:limit].rpartition("-")[0] or words[:limit].strip("-") if len(words) > limit else words


def suggest_id(layer: str, properties: Mapping[str, Any], *, taken: Sized[str], prefix: str = "") -> str:
    """Return an id that is free, made as those of the layer are.

    Parameters
    ----------
    taken : all ids that are in use or were, in this layer.
    prefix : for publications, the short name of the publisher.
    """
    if layer in _NUMBERED:
        return _next_number(_NUMBERED[layer], taken)
    if layer == "sources":
        base, more = _source_parts(properties, prefix)
        return _free(base, more, taken)
    if layer in ("rescue_events", "interventions"):
        base, more = _event_parts(layer, properties)
        return _free(base, more, taken)
    base = slug(properties.get("name")) or "record"
    extra = [slug(properties.get(member), limit=20) for member in ("variable", "statistic", "period", "kind")]
    return _free(base, [word for word in extra if word], taken)


def taken_ids(contents: Contents, layer: str) -> set[str]:
    """Return all ids of a layer, former ones of publications included."""
    collection = contents.collections[layer]
    found = set(collection.by_id)
    for record in collection.records if layer == "sources" else []:
        custom = record.properties.get("custom")
        former = custom.get("other_ids") if isinstance(custom, dict) else None
        found |= {id_ for id_ in former if isinstance(id_, str)} if isinstance(former, list) else set()
    return found


def _next_number(prefix: str, taken: Sized[str]) -> str:
    numbers = [
        int(found.group(1)) for id_ in taken if (found := re.fullmatch(rf"{prefix}-([0-9]{{1,9}})", id_))
    ]
    return f"{prefix}-{max(numbers, default=0) + 1:03}"


def _source_parts(item: Mapping[str, Any], prefix: str) -> tuple[str, list[str]]:
    issued = item.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    numbers = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    date = "".join(f"{n:02}" for n in numbers if isinstance(n, int)) or "undated"
    words = [w for w in slug(item.get("title"), limit=200).split("-") if w and w not in _EMPTY_WORDS]
    words = [w for w in words if len(w) > 2 or w.isdigit()] or words
    base = "-".join([prefix or "source", date[:8], *(word[:20] for word in words[:1])])
    return base, [word[:20] for word in words[1:4]]  # a title in another script leaves no word: no slug


def _event_parts(layer: str, properties: Mapping[str, Any]) -> tuple[str, list[str]]:
    date = properties.get("date_end") if layer == "rescue_events" else None
    date = _dated(date or properties.get("date"))
    kind = slug(properties.get("kind"), limit=16) or "event"
    if layer == "interventions":
        words = [w for w in slug(properties.get("actor"), limit=80).split("-") if w and w not in _EMPTY_WORDS]
        return f"iv-{date}-{(words or ['step'])[0][:16]}", [
            slug(properties.get("compound"), limit=20) or kind,
            kind,
        ]
    countries = properties.get("nationalities")
    only = next(iter(countries)) if isinstance(countries, dict) and len(countries) == 1 else ""
    people = next(
        (properties[n] for n in ("people_best", "people_min") if isinstance(properties.get(n), int)), ""
    )
    base = "-".join(str(part) for part in ("ev", date, slug(only, limit=2) or kind, people) if part != "")
    return base, [kind] if only else [slug(properties.get("compound"), limit=20)]


def _dated(date: Any) -> str:
    """Return a date as it stands in an id; what is no date has no place there."""
    try:
        return parse_partial_date(date).text
    except ValueError:
        return "undated"


def _free(base: str, more: list[str], taken: Sized[str]) -> str:
    """Return the base, lengthened by words and then by numbers until it is free."""
    tried = base = base[:LONGEST].strip("-")
    if len(tried) < 2:
        tried = base = "record"
    for word in more:
        if tried not in taken:
            return tried
        if word and len(tried) + len(word) < LONGEST:
            tried = f"{tried}-{word}"
    number = 2
    while tried in taken:
        tried = f"{base[: LONGEST - 8].rstrip('-')}-{number}"
        number += 1
    return tried
