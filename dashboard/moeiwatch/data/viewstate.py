"""The view state: what a reader has chosen to see, and its two written forms, address and message.

The fields are declared once, in viewstate.json, for this module and for the map page's codec.js. Reading
never fails: what is not valid counts as not given.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

DECLARATION = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
"""The content of viewstate.json."""

FIELDS = tuple(DECLARATION["fields"])

_LONGEST = DECLARATION["longest"]
_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_LAYER = "(?:" + "|".join(DECLARATION["layers"]) + ")"
_SELECTABLE = "(?:" + "|".join(DECLARATION["layers"] + DECLARATION["named"]) + ")"
_MONTH = re.compile("(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])")
_HIDDEN = re.compile(rf"{_LAYER}(?:\.[a-z0-9_]{{1,40}})?")
_REFERENCE = re.compile(rf"{_SELECTABLE}/{_ID}")
_NUMBER = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,20})?")


@dataclass(frozen=True)
class ViewState:
    """What a reader has chosen to see; every value is valid.

    Attributes
    ----------
    since, until : first and last month shown, YYYY-MM; "" is open.
    mode : ``happened`` or ``known``: which of its two times puts a record into the period.
    month : month of the river, 1 to 12; 0 is the month of the reader's date.
    hide : hidden layers and ``layer.term`` pairs, sorted.
    basis, confidence : terms shown; empty is all.
    group : id of an armed group; "" is all.
    selected : ``layer/id`` of the selected record, or of an actor, a town or a place that reports name; ""
        is none.
    viewport : zoom, latitude and longitude of the middle, in degrees; None is the map's home.
    base : base layer under the symbols; "" is our own geometry.
    theme : ``light``, ``dark``, or "" as the host says.
    """

    since: str = ""
    until: str = ""
    mode: str = "happened"
    month: int = 0
    hide: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    confidence: tuple[str, ...] = ()
    group: str = ""
    selected: str = ""
    viewport: tuple[float, float, float] | None = None
    base: str = ""
    theme: str = ""


def parse_address(query: Mapping[str, Any] | str) -> ViewState:
    """Return the view that an address asks for; keys that are not ours are passed over. Never raises.

    Parameters
    ----------
    query : the part of an address after ``?`` (a whole address will do), or its keys and values.

    Examples
    --------
    >>> parse_address("?from=2025-01&month=3&sel=compounds/kk-park").selected
    'compounds/kk-park'
    """
    if isinstance(query, str):
        text = query.split("#")[0].rpartition("?")[2]
        values: dict[str, Any] = {}
        for key, value in parse_qsl(text, errors="replace"):
            values.setdefault(key, value)
    else:
        values = dict(query) if isinstance(query, Mapping) else {}
    return _build({key: value for key, value in values.items() if isinstance(value, str)})


def address(view: ViewState) -> dict[str, str]:
    """Return the keys and values of an address that gives this view back; defaults are left out.

    Examples
    --------
    >>> address(ViewState(month=3, hide=("crossings",)))
    {'month': '3', 'hide': 'crossings'}
    """
    return {
        field["name"]: _write(value)
        for field in FIELDS
        if (value := getattr(view, _attribute(field))) != _frozen(field["default"])
    }


def parse_message(message: Any) -> ViewState:
    """Return the view that a message of the map page holds; anything else gives the default. Never raises."""
    return _build(message) if isinstance(message, Mapping) else ViewState()


def message(view: ViewState) -> dict[str, Any]:
    """Return the view as plain values for JSON, every field under its name in the address."""
    values = {field["name"]: getattr(view, _attribute(field)) for field in FIELDS}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def _build(values: Mapping) -> ViewState:
    read = {_attribute(field): _READERS[field["kind"]](values.get(field["name"]), field) for field in FIELDS}
    if read["since"] and read["until"] and read["since"] > read["until"]:
        read["since"], read["until"] = read["until"], read["since"]
    return ViewState(**read)


def _attribute(field: Mapping) -> str:
    return field.get("attribute", field["name"])


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _matching(pattern: re.Pattern) -> Callable[[Any, Mapping], str]:
    def read(value: Any, field: Mapping) -> str:
        valid = isinstance(value, str) and len(value) <= _LONGEST and pattern.fullmatch(value)
        return value if valid else field["default"]

    return read


def _read_term(value: Any, field: Mapping) -> str:
    return value if isinstance(value, str) and value in field["terms"] else field["default"]


def _read_number(value: Any, field: Mapping) -> int:
    number = _finite(value)
    if number is None or number != int(number) or not field["lowest"] <= number <= field["highest"]:
        return field["default"]
    return int(number)


def _items(value: Any) -> Iterable[str]:
    parts = _cut(value).split(",") if isinstance(value, str) else value
    return [part for part in parts if isinstance(part, str)] if isinstance(parts, list | tuple) else []


def _cut(text: str) -> str:
    """Return the whole items of a list within the longest text."""
    return text if len(text) <= _LONGEST else text[: max(0, text.rfind(",", 0, _LONGEST + 1))]


def _read_list(value: Any, field: Mapping) -> tuple[str, ...]:
    return tuple(sorted({part for part in _items(value) if _HIDDEN.fullmatch(part)})[: field["most"]])


def _read_subset(value: Any, field: Mapping) -> tuple[str, ...]:
    parts = set(_items(value))
    chosen = tuple(term for term in field["terms"] if term in parts)
    return () if len(chosen) == len(field["terms"]) else chosen


def _read_viewport(value: Any, field: Mapping) -> tuple[float, float, float] | None:
    parts = value[:_LONGEST].split("/") if isinstance(value, str) else value
    if not isinstance(parts, list | tuple) or len(parts) != 3:
        return field["default"]
    zoom, *middle = (_finite(part) for part in parts)
    if zoom is None or None in middle:
        return field["default"]
    for number, bounds in zip(middle, ("latitude", "longitude"), strict=True):
        if not field[bounds][0] <= number <= field[bounds][1]:
            return field["default"]  # nothing of ours to see there
    lowest, highest = field["zoom"]
    return (_round(min(max(zoom, lowest), highest), 2), *(_round(number, 5) for number in middle))


def _finite(value: Any) -> float | None:
    """Return a number, or None for anything else; a text must be written in plain decimal digits."""
    if isinstance(value, str):
        return float(value) if len(value) <= 30 and _NUMBER.fullmatch(value) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if -1000 < value < 1000 else None


def _round(number: float, decimals: int) -> float:
    """Round halves up, as JavaScript does, so that both codecs write the same address."""
    try:
        return float(Decimal(number).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP))
    except InvalidOperation:  # pragma: no cover - numbers are below 1000 here
        return 0.0


def _write(value: Any) -> str:
    if isinstance(value, tuple):
        separator = "/" if value and isinstance(value[0], float) else ","
        return separator.join(_write(part) for part in value)
    if isinstance(value, float):
        return f"{value:.5f}".rstrip("0").rstrip(".")
    return str(value)


_READERS: dict[str, Callable[[Any, Mapping], Any]] = {
    "month": _matching(_MONTH),
    "id": _matching(re.compile(_ID)),
    "reference": _matching(_REFERENCE),
    "term": _read_term,
    "number": _read_number,
    "list": _read_list,
    "subset": _read_subset,
    "viewport": _read_viewport,
}
