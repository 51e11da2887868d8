"""The harm rule in words: shelters that a text names, or places more exactly than by a country."""

import re

from moeiwatch.data.country_names import COUNTRIES

_SHELTER = (
    r"\b(?:[Ss]helters?|[Ss]afe[ -]?[Hh]ouses?"
    r"|(?:[Pp]rotection|[Ww]elfare|[Rr]ecovery) (?:[Cc]ent(?:er|re)|[Hh]ome)s?)\b"
)
_NAME = r"[A-Z][\w'\u2019-]{1,40}"
_WORDS_BETWEEN = r"(?:,? (?!and\b|or\b|but\b|while\b|who\b)[^\s.;:,]{1,40}){0,5}?"
_BESIDE = re.compile(
    rf"{_SHELTER}{_WORDS_BETWEEN},? (?:near|behind|beside|opposite|next to|close to|across from|\d+ ?k?m)\b"
)
_PLACED = re.compile(
    rf"{_SHELTER}{_WORDS_BETWEEN},? (?:at|in|on|off|outside|inside|within|north|south|east|west|of|by)"
    r"(?: (?:of|the|town|city|village|district|eastern|western|northern|southern|central))*"
    rf" ({_NAME})(.{{0,12}})"
)
_CALLED = re.compile(rf"{_SHELTER},? (?:called|named|known as)\b|{_SHELTER},? [\"'\u2018\u201c(]{_NAME}")
_NAMED = re.compile(rf"((?:{_NAME} ){{0,4}}{_NAME}) ({_SHELTER})")
_OTHER_TONGUES = re.compile(
    "\u0e1a\u0e49\u0e32\u0e19\u0e1e\u0e31\u0e01(?:\u0e09\u0e38\u0e01\u0e40\u0e09\u0e34\u0e19|\u0e40\u0e14\u0e47\u0e01)"
    "|\u0e2a\u0e16\u0e32\u0e19\u0e04\u0e38\u0e49\u0e21\u0e04\u0e23\u0e2d\u0e07|\u0e1e\u0e31\u0e01\u0e1e\u0e34\u0e07"
    "|\u1001\u102d\u102f\u101c\u103e\u102f\u1036|\u5e87\u62a4\u6240|\u5e87\u8b77\u6240|\u6536\u5bb9\u6240"
)
"""Thai, Burmese and Chinese words for a shelter of people in need."""

_HINT = re.compile(f"{_SHELTER}|{_OTHER_TONGUES.pattern}")

_AREAS = re.compile(r"^ (?:[Ss]tate|[Pp]rovince|[Rr]egion)\b")
_NO_NAME = {
    *(word for name in COUNTRIES.values() for word in name.split()),
    *("Thai", "Burmese", "Lao", "Chinese", "Indian", "Kenyan", "Southeast", "South-East", "Asia"),
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    *("Government", "State", "The", "A", "An"),
}
"""Words with a capital that tell of no place more exact than a country."""


def find_shelter(text: str) -> tuple[int, int] | None:
    """Return where in a text a shelter is named or placed (start and end); None where neither is done.

    A country, a state or a province may be told; a town may not.

    Examples
    --------
    >>> find_shelter("They wait in a shelter in Mae Sot."), find_shelter("129 were in Myanmar shelters.")
    ((15, 29), None)
    """
    if not _HINT.search(text):
        return None
    if found := _OTHER_TONGUES.search(text) or _CALLED.search(text) or _BESIDE.search(text):
        return found.span()
    for found in _NAMED.finditer(text):
        names = [name for name in found[1].split() if name.removesuffix("'s") not in _NO_NAME]
        before = text[: found.start()].rstrip()
        begins = not before or before[-1] in ".!?:"
        if names and (found[2][0].isupper() or len(names) > 1 or not begins):
            return found.span()
    for found in _PLACED.finditer(text):
        if found[1] not in _NO_NAME and not _AREAS.match(found[2]):
            return found.span(0)[0], found.end(1)
    return None
