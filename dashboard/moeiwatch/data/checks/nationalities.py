"""The rule on nationalities: countries by their codes of ISO 3166-1."""

from moeiwatch.data.contents import Contents
from moeiwatch.data.country_names import COUNTRIES
from moeiwatch.data.problems import Problem

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


def nearest_code(written: object) -> str:
    """Return the code of the country that was likely meant, "" where none is.

    Examples
    --------
    >>> nearest_code("uk"), nearest_code("ph"), nearest_code("Myanmar"), nearest_code("zz")
    ('GB', 'PH', 'MM', '')
    """
    plain = written.strip()[:60] if isinstance(written, str) else ""
    upper = plain.upper()
    if upper in _MISTAKEN or upper in ISO_3166:
        return _MISTAKEN.get(upper, upper)
    return next((code for code, name in COUNTRIES.items() if name.casefold() == plain.casefold()), "")


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
