"""What was likely mistyped where a text is no JSON, and what to write; the parser tells where it stuck."""

import json
import re
from typing import NamedTuple

from moeiwatch.data.positions import STRING

USUAL = "Look at the line before, too: a missing or superfluous comma or quote is the usual cause."


class Mistyping(NamedTuple):
    """What is wrong, the offset of the character where, and what to do."""

    message: str
    offset: int
    remedy: str


_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u201b\u2032\u2033`'"
_QUOTED = re.compile(rf"[{_QUOTES}]([^\n\"{_QUOTES}]{{0,200}})[{_QUOTES}]?")
_WORD = re.compile(r"[^\W\d][\w -]{0,80}")
_GROUPED = re.compile(r"([0-9]{1,3})((?:,[0-9]{3})+)(?![0-9])")
_LITERALS = {"true": "true", "false": "false", "yes": "true", "no": "false"}
_NOTHING = ("none", "nan", "null", "nil", "undefined", "n/a", "na")
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
_END_OF_LIST = 2
"""Brackets behind the last record of a file. Where more are open, the file ends inside a record."""

_GET_WHOLE = "If the file was cut off, get it whole again (git checkout origin/main -- FILE)."
_NO_SPACE = "\u00a0\u2003\u2009\u200b\u202f\u3000\ufeff"


def mistyping(text: str, error: json.JSONDecodeError) -> Mistyping:
    """Return what was likely mistyped, as far as it can be told from the place where the parser stuck."""
    at = error.pos
    if "control character" in error.msg or "Unterminated" in error.msg:
        return _inside_text(text, at)
    if "escape" in error.msg:
        remedy = "Write \\\\ for a backslash that is meant, or take it out."
        return Mistyping("a backslash stands in a text", at, remedy)
    after, before = _next(text, at), _previous(text, at)
    return (
        _conflict(text, after)
        or _comma_too_many(text, before, after)
        or _foreign_sign(text, before, after)
        or _end(text, after, error.msg)
        or _object_for_list(text, before, after)
        or _missing_sign(text, before, after, error.msg)
        or Mistyping(f"this is not JSON: {_plain(error)}", at, USUAL)
    )


def _inside_text(text: str, at: int) -> Mistyping:
    """Return what is wrong with a text that does not end on its line."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    if at < len(text) and text[at] == "\t":
        return Mistyping("a tab stands in a text", at, "Write a space in its place.")
    if re.search(rf"[{_QUOTES}]\s*,?\s*$", line):
        remedy = 'Write a straight quote (") at its end.'
        return Mistyping("a text ends with a curly quote", at, remedy)
    following = text[end + 1 :].lstrip()[:1] if end >= 0 else ""
    if following in ("", '"', "}", "]", "{"):
        comma = ", before the comma" if line.rstrip().endswith(",") else ""
        return Mistyping("the last text of this line has no closing quote", at, f'Write " at its end{comma}.')
    return Mistyping("a text runs over the end of its line", at, "Write the whole text in one line.")


def _conflict(text: str, at: int) -> Mistyping | None:
    start = text.rfind("\n", 0, at) + 1
    if not text[start : at + 7].lstrip().startswith(_CONFLICT):
        return None
    remedy = (
        "Keep the right version between <<<<<<< and >>>>>>>, and take out these lines and the one of =======."
    )
    return Mistyping("a conflict of a merge was left in the file", start, remedy)


def _comma_too_many(text: str, before: int, after: int) -> Mistyping | None:
    sign, following = text[after : after + 1], text[_next(text, after + 1) :][:1]
    if sign == "," and following in ("}", "]"):  # where newer versions of the parser stick
        before, sign = after, following
    if text[before : before + 1] != "," or before < 0:
        return None
    if sign in ("}", "]") and sign:
        return Mistyping(f"a comma stands before the closing {sign}", before, "Take this last comma out.")
    if sign == ",":
        return Mistyping("two commas stand in a row", after, "Take one of them out.")
    grouped = _GROUPED.search(text, max(0, before - 3), before + 20)
    if sign.isdigit() and grouped and grouped.start() < before:
        number = grouped[0].replace(",", "")
        return Mistyping(f"the number {grouped[0]} is written with a comma", before, f"Write {number}.")
    return None


def _foreign_sign(text: str, before: int, after: int) -> Mistyping | None:
    """Return what is wrong with a quote, a word, a number or a remark that JSON does not know."""
    sign = text[after : after + 1]
    if sign and sign in _NO_SPACE:
        name = f"U+{ord(sign):04X}"
        return Mistyping(
            f"a space stands here that JSON does not know ({name})", after, "Write a plain space."
        )
    if quoted := _QUOTED.match(text, after):
        remedy = f"Write it in straight double quotes: {json.dumps(quoted[1], ensure_ascii=False)}."
        return Mistyping(f"a quote stands here that JSON does not know ({sign})", after, remedy)
    if text.startswith(("//", "/*", "#"), after):
        remedy = "Take it out; a remark on a record belongs into its note."
        return Mistyping("a comment stands here, and JSON has none", after, remedy)
    previous = text[before : before + 1] if before >= 0 else ""
    if number := re.compile(r"[+.][0-9.]*").match(text, after):
        meant = number[0].lstrip("+")
        return Mistyping(
            f"the number {number[0]} begins with a sign that JSON does not allow there",
            after,
            f"Write {f'0{meant}' if meant[:1] == '.' else meant}.",
        )
    if (digits := re.compile("0[0-9]+").match(text, before)) and before >= 0 and sign.isdigit():
        return Mistyping("a number begins with 0", before, f"Write {digits[0].lstrip('0') or 0}.")
    word = _WORD.match(text, after)
    if not word or previous not in (":", ",", "[", "{"):
        return None
    plain = word[0].strip()
    if plain.casefold() in _LITERALS and previous != "{":
        return Mistyping(f"{plain} is no word of JSON", after, f"Write {_LITERALS[plain.casefold()]}.")
    if plain.casefold() in _NOTHING:
        remedy = "Where nothing is known, take the property out; an unknown geometry is null."
        return Mistyping(f"{plain} is no word of JSON", after, remedy)
    return Mistyping("a text has no opening quote", after, f'Write "{plain}".')


def _end(text: str, after: int, message: str) -> Mistyping | None:
    """Return what is wrong where the file ends too early or too late."""
    if message.startswith("Extra data"):
        return Mistyping(
            "something stands after the end of the list", after, "Take it out, to the end of the file."
        )
    if after < len(text):
        return None
    missing = unclosed(text)
    remedy = f"Write {missing} at its end." if 0 < len(missing) <= 20 else USUAL
    if len(missing) > _END_OF_LIST:
        remedy = f"{_GET_WHOLE} If nothing is missing: {remedy}"
    return Mistyping("the file ends too early", max(len(text.rstrip()) - 1, 0), remedy)


def _object_for_list(text: str, before: int, after: int) -> Mistyping | None:
    """Return what is wrong where things stand in an object without names, as they do in a list."""
    if before < 0 or text[before] != "{" or text[after] not in "{[":
        return None
    remedy = "Write [ in its place (and ] where it ends) if a list is meant, else a name before what follows."
    return Mistyping("an object begins here whose first property has no name", before, remedy)


def _missing_sign(text: str, before: int, after: int, message: str) -> Mistyping | None:
    if before < 0:
        return None
    if "':'" in message:
        name = text[text.rfind('"', 0, before) : before + 1]
        return Mistyping(
            "a colon is missing after the name of a property", before, f"Write {name[:80]}: before its value."
        )
    if "','" not in message:
        return None
    if (
        text[before] == '"'
        and not text[after].isspace()
        and text[after] not in '"{[]}:'
        and "\n" not in text[before:after]
    ):
        return Mistyping("a quote stands inside a text", before, 'Write \\" for each quote inside a text.')
    if text[after] in '"{[' or text[after].isdigit():
        line = text[text.rfind("\n", 0, before) + 1 : before + 1].strip()
        remedy = f"Write a comma behind {line[-40:]}" if line else "Write one."
        return Mistyping(
            "a comma is missing at the end of this line"
            if "\n" in text[before:after]
            else "a comma is missing",
            before,
            remedy,
        )
    return None


def unclosed(text: str) -> str:
    """Return the brackets that close all that is open at the end."""
    waiting = []
    for found in re.finditer(f"{STRING}|[{{}}\\[\\]]", text, re.DOTALL):
        sign = found.group()
        if sign in "{[":
            waiting.append("}" if sign == "{" else "]")
        elif sign in "}]" and waiting:
            waiting.pop()
    return "".join(reversed(waiting))


def _next(text: str, at: int) -> int:
    return len(text) - len(text[at:].lstrip(" \t\r\n")) if at < len(text) else len(text)


def _previous(text: str, at: int) -> int:
    return len(text[:at].rstrip(" \t\r\n")) - 1


def _plain(error: json.JSONDecodeError) -> str:
    return f"{error.msg[0].lower()}{error.msg[1:]} (column {error.colno})"
