"""A publication as CSL-JSON, BibTeX, RIS or a table gives it, made into a record of ``sources``."""

import re
from collections.abc import Mapping
from typing import Any

from moeiwatch.data.drafts.issue_dates import issued
from moeiwatch.data.drafts.lookup import doi_of
from moeiwatch.data.drafts.publishers import Publishers
from moeiwatch.data.drafts.rows import one_line
from moeiwatch.data.web_addresses import is_archived, web_host, written_address

_TYPES = {
    "article": "article-newspaper",
    "article-magazine": "article-newspaper",
    "broadcast": "article-newspaper",
    "post-weblog": "webpage",
    "post": "webpage",
    "document": "report",
    "book": "report",
    "chapter": "report",
    "thesis": "report",
    "paper-conference": "report",
    "pamphlet": "report",
    "speech": "report",
    "entry": "entry-encyclopedia",
    "entry-dictionary": "entry-encyclopedia",
    "bill": "legislation",
    "regulation": "legislation",
    "treaty": "legislation",
    "hearing": "legal_case",
}
_KINDS = {
    "article-newspaper": "news",
    "article-journal": "academic",
    "dataset": "dataset",
    "entry-encyclopedia": "encyclopedia",
    "legal_case": "government",
    "legislation": "government",
}
_LANGUAGES = {
    "english": "en",
    "thai": "th",
    "burmese": "my",
    "chinese": "zh",
    "japanese": "ja",
    "korean": "ko",
}
_LANGUAGES |= {"french": "fr", "german": "de", "spanish": "es", "indonesian": "id", "vietnamese": "vi"}
_CUSTOM = ("access", "kind", "read_at", "other_ids")
_USED = (
    "type",
    "title",
    "container-title",
    "publisher",
    "issued",
    "URL",
    "DOI",
    "language",
    "note",
    "custom",
    "id",
)
_TAG = re.compile(r"</?(?:i|b|em|strong|sup|sub|sc|span)(?:\s[^<>]*)?>", re.IGNORECASE)


LAST = ("language", "kind")
"""What is given for all (``--set``) is taken for these only where the publisher's others tell nothing."""


def publication(
    values: Mapping[str, Any], publishers: Publishers, *, given_last: Mapping[str, str] | None = None
) -> tuple[dict[str, Any], list[str]]:
    """Return a record of ``sources`` without its id, and what was derived or left out, to be told.

    The values stand under the names that `names.property_names` gives; what it does not know is left out.
    What the file does not say is taken from publications of the same host or publisher, if all of them agree;
    a publication with an address counts as read there (``access`` = original). Anything else stays open.

    Parameters
    ----------
    given_last : values of `LAST` for what is still open then.
    """
    given = dict(values)
    custom = {name: given.pop(name) for name in _CUSTOM if name in given}
    custom |= given["custom"] if isinstance(given.get("custom"), dict) else {}
    said: list[str] = []
    item: dict[str, Any] = {}
    item["type"] = _type(given.get("type"), said)
    for name in ("title", "container-title", "publisher", "note"):
        if name in given:
            item[name] = _text(given[name], name, said)
    if "issued" in given:
        item |= issued(given["issued"], said)
    else:
        said.append("no date of publication (issued) is given")
    item |= _address(given, custom, item, said)
    _move_copy(item, custom, said)
    known = publishers.habits(item | {"custom": custom})
    last = given_last or {}
    language = language_code(given.get("language")) or _filled("language", item, known, last, said)
    if language:
        item["language"] = language_code(language)
    if "access" not in custom and item.get("URL"):
        custom["access"] = "original"
        said.append("access original: it has an address of its own")
    if "kind" not in custom and (kind := _filled("kind", item, known, last, said)):
        custom["kind"] = kind
    item["custom"] = custom
    left = [name for name in given if name not in _USED]
    if left:
        said.append(f"left out: {', '.join(sorted(map(str, left)))[:300]}")
    return item, said


def _type(value: Any, said: list[str]) -> str:
    if not isinstance(value, str) or not value.strip():
        said.append("type webpage, as none is given")
        return "webpage"
    known = _TYPES.get(value.strip(), value.strip())
    if known != value:
        said.append(f"type {value[:40]} counts as {known}")
    return known


def _text(value: Any, name: str, said: list[str]) -> Any:
    if not isinstance(value, str):
        return value
    text = one_line(_TAG.sub("", value))
    if text != one_line(value):
        said.append(f"{name}: taken out the marks of italics and the like")
    return text


def _address(given: Mapping, custom: Mapping, item: Mapping, said: list[str]) -> dict[str, Any]:
    """Return address and note: a DOI is the address where there is no other, else it is kept in the note."""
    found: dict[str, Any] = {}
    url = given.get("URL")
    doi = doi_of(given.get("DOI"))
    if given.get("DOI") and not doi:
        said.append(f"left out: {str(given['DOI'])[:60]!r}, which is no DOI")
    if isinstance(url, str):
        found["URL"] = written_address(url)
        if found["URL"] != url.strip():
            said.append(f"address {found['URL'][:200]}, without what only tells who led there")
    elif url is not None:
        found["URL"] = url
    elif doi and custom.get("access") != "copy":
        found["URL"] = f"https://doi.org/{doi}"
        doi = ""
    if doi and doi not in doi_of(url):
        note = item.get("note")
        words = f"DOI {doi}"
        found["note"] = (
            words if not isinstance(note, str) else note if doi in note.casefold() else f"{note} {words}"
        )
    return found


def _move_copy(item: dict[str, Any], custom: dict[str, Any], said: list[str]) -> None:
    """Move the address of a copy, such as one at an archive of web pages, to where it is no link."""
    url = item.get("URL")
    is_copy = custom.get("access", "copy" if is_archived(url) else "") == "copy"
    if is_copy and "read_at" not in custom and url is not None:
        custom |= {"access": "copy", "read_at": item.pop("URL")}
        host = web_host(url) or "another host"
        said.append(f"read in a copy at {host}, so no link; better is the address at the publisher")


def language_code(value: Any) -> str:
    """Return the two letters of a language given by code (``en-GB``) or English name; else what is given."""
    if not isinstance(value, str):
        return ""
    plain = value.strip().casefold()
    short = re.match(r"([a-z]{2})(?![a-z])", plain)
    return short.group(1) if short else _LANGUAGES.get(plain, plain)


def _filled(name: str, item: Mapping, known: Mapping, last: Mapping, said: list[str]) -> str:
    """Return a value that the file does not give: as the publisher has it, from the type, of --set; or ""."""
    value, why = known.get(name), "as other publications of this publisher"
    if not value and name == "kind":
        value, why = _KINDS.get(str(item.get("type"))), f"from the type {item['type']}"
    given = last.get(name, "")
    if value:
        said.append(
            f"{name} {value}, {why}" + (f", not {given} of --set" if given not in ("", value) else "")
        )
    elif given:
        said.append(f"{name} {given} of --set")
    return value or given
