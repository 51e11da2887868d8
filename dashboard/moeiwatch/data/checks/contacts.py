"""The harm rule in words: ways to reach a person, such as telephone numbers, told from dates and counts."""

import re

_GAP = r"[ \u00a0\u202f.\-\u2010-\u2013()/_]"
_MANY_DIGITS = re.compile(rf"\d(?:{_GAP}{{0,3}}\d){{6}}")
_DATE = re.compile(
    r"(?<!\d)(?:(?:19|20|25)[0-9]{2}[-/.](?:0[1-9]|1[0-2])(?:[-/.][0-3][0-9])?"
    r"|[0-3]?[0-9][-/. ][0-3]?[0-9][-/. ](?:19|20|25)[0-9]{2})(?!\d)"
)
_SIGN = re.compile(r"[@\uff20]|[\[({] ?at ?[\])}]|\.me/| id\b", re.IGNORECASE)
"""What mail addresses and accounts have in common: most texts have none of it."""

_WEB = re.compile(r"https?://\S+")
_ID_OR_DATE = re.compile(r"(?=[^a-z]*[a-z])(?:[a-z_]+/)?[a-z0-9]+(?:-[a-z0-9]+)*|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CALLS = (
    r"(?i:\b(?:tel|(?:tele|mobile |cell ?)?phone|mobile|call|fax|hotline|whatsapp|viber|signal|line|wechat)\b"
    r"|\u0e42\u0e17\u0e23|\u0e40\u0e1a\u0e2d\u0e23\u0e4c|\u1016\u102f\u1014\u103a\u1038"
    r"|\u7535\u8bdd|\u96fb\u8a71|\u624b\u673a)"
)
_TELEPHONE = re.compile(
    rf"[+\uff0b]{_GAP}{{0,2}}[1-9](?:{_GAP}{{0,3}}[0-9]){{7,14}}"  # +66 81 234 5678
    rf"|(?<![\w.,/-])00[1-9](?:{_GAP}{{0,2}}[0-9]){{8,13}}(?![0-9])"  # 0095 9 ...
    rf"|(?<![\w.,/-])\(?0[1-9](?:{_GAP}{{0,3}}[0-9]){{7,9}}(?![0-9])"  # as dialled in Thailand and Myanmar
    r"|(?<![\w.,/-])1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![\w.,])"  # a mobile telephone in China
    rf"|{_CALLS}[^0-9+\n]{{0,12}}[0-9](?:{_GAP}{{0,3}}[0-9]){{6,14}}"
)
_MAIL = re.compile(
    r"[\w.+-]{1,64}(?:[@\uff20]|\s?[\[({]\s?at\s?[\])}]\s?)[\w-]{1,64}"
    r"(?:(?:\.|\s?[\[({]\s?dot\s?[\])}]\s?)\w{2,20}){1,5}",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"(?i:\b(?:line|wechat|viber|telegram|signal|whatsapp|facebook|contact|write to|ask)\b.{0,12}?)"
    r"[@\uff20][a-zA-Z]\w{3,}(?![\w/-])"
    r"|(?i:\b(?:t|wa|line|m|fb)\.me/\w\S*)"
    r"|(?i:\b(?:line|wechat|viber|telegram|signal|whatsapp) id\b.{0,3}\w\S*)"
)


def find_contact(text: str) -> tuple[str, int] | None:
    """Return by what somebody can be reached in a text, and at which offset; None where nothing is found.

    Digits of every script count. Dates, ids, web addresses, coordinates and counts of people are none.

    Examples
    --------
    >>> find_contact("Ask for her at 081-234-5678."), find_contact("Read again on 2026-11-25: not found.")
    (('a telephone number', 15), None)
    """
    if _SIGN.search(text):
        if found := _MAIL.search(text):
            return "an e-mail address", found.start()
        if found := _ACCOUNT.search(text):
            return "an account of a messenger", found.start()
    if not _MANY_DIGITS.search(text) or _ID_OR_DATE.fullmatch(text):
        return None
    plain = text if text.isascii() else re.sub(r"\d", lambda digit: str(int(digit[0])), text)
    for no_number in (_WEB, _DATE):
        plain = no_number.sub(lambda found: "#" * len(found[0]), plain)
    found = _TELEPHONE.search(plain)
    return ("a telephone number", found.start()) if found else None
