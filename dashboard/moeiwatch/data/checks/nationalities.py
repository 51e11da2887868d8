"""Rules on nationalities: countries by their codes of ISO 3166-1, and no more people than there were."""

from moeiwatch.data.checks.duplicates import plain_text
from moeiwatch.data.contents import Contents
from moeiwatch.data.country_names import COUNTRIES
from moeiwatch.data.problems import WARNING, Problem

_CODES = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
    BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
    ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
    HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
    LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
    NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
    SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
    UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""

ISO_3166 = frozenset(_CODES.split())
"""Two-letter codes of ISO 3166-1."""

_MISTAKEN = {"UK": "GB", "EN": "GB", "BU": "MM", "SU": "RU", "EL": "GR", "JA": "JP"}


_OTHER_NAMES = {
    **{"burma": "MM", "vietnam": "VN", "usa": "US", "uk": "GB", "britain": "GB"},
    **{
        "greatbritain": "GB",
        "england": "GB",
        "ivorycoast": "CI",
        "czechia": "CZ",
        "turkiye": "TR",
        "uae": "AE",
    },
    **{"prc": "CN", "mainlandchina": "CN", "hongkongsar": "HK", "macau": "MO", "drc": "CD"},
    **{"drcongo": "CD", "swaziland": "SZ", "lao": "LA", "laopdr": "LA", "easttimor": "TL"},
}
"""Names in use beside those of `COUNTRIES`, as `plain_text` gives them."""

_MOST_PEOPLE = ("people_max", "people_best", "people_min")


def nearest_code(written: object) -> str:
    """Return the code of the country that was likely meant, "" where none is.

    Examples
    --------
    >>> nearest_code("uk"), nearest_code("ph"), nearest_code("Myanmar"), nearest_code("zz")
    ('GB', 'PH', 'MM', '')
    """
    plain = written.strip()[:60] if isinstance(written, str) else ""
    return _MISTAKEN.get(plain.upper()) or country_code(plain)


def country_code(written: str) -> str:
    """Return the code of a country that is given by its code or by an English name, "" where it is neither.

    Examples
    --------
    >>> country_code("ke"), country_code("south africa"), country_code("Burma"), country_code("Kenyans")
    ('KE', 'ZA', 'MM', '')
    """
    if written.upper() in ISO_3166:
        return written.upper()
    plain = _plain_name(written)
    if plain in _OTHER_NAMES:
        return _OTHER_NAMES[plain]
    return next((code for code, name in COUNTRIES.items() if _plain_name(name) == plain), "")


def _plain_name(name: str) -> str:
    return plain_text(name.replace("&", "and").removeprefix("the "))


def check_nationalities(contents: Contents) -> list[Problem]:
    """Report codes of nationalities that no country has, such as UK."""
    events, problems = contents.collections["rescue_events"], []
    for record in events.records:
        counts = record.properties.get("nationalities")
        for code in counts if isinstance(counts, dict) else ():
            if len(code) == 2 and code.isascii() and code.isupper() and code not in ISO_3166:
                meant = f"Did you mean {near}? " if (near := nearest_code(code)) else ""
                message = f"{code} is no country's code"
                remedy = f"{meant}Use the two letters of ISO 3166-1, such as CN, IN, PH."
                problems.append(events.problem(record, ("nationalities", code), message, remedy=remedy))
    return problems


def check_nationality_sums(contents: Contents) -> list[Problem]:
    """Report nationalities that add up to more people than an event had at most.

    They need not add up to the whole. An event without ``people_max`` is open upwards: there the best count
    (else the lowest) is compared, and that it is exceeded is a warning.
    """
    events, problems = contents.collections["rescue_events"], []
    for record in events.records:
        counts = record.properties.get("nationalities")
        known = [n for n in counts.values() if type(n) is int] if isinstance(counts, dict) else []
        people = {n: v for n in _MOST_PEOPLE if type(v := record.properties.get(n)) is int}
        if not known or not people or sum(known) <= (most := max(people.values())):
            continue
        name, total = next(iter(people)), sum(known)
        message = f"the nationalities add up to {total:,} people, more than {name} ({most:,})"
        remedy = f"Mend a number in nationalities, or write {total} into {name} if the source counts so many."
        told = {} if name == "people_max" else {"severity": WARNING}
        problems.append(events.problem(record, "nationalities", message, remedy=remedy, **told))
    return problems
