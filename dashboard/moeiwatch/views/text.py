"""Text from the data, made safe for the two ways in which Streamlit sets words: HTML and Markdown labels.

Names and summaries come from anybody who sends a record in. They go through one of these functions and no
other way, except where Streamlit itself shows plain text (``st.text``, cells of a table, options of a select
box).
"""

import html
import re
from urllib.parse import urlencode

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_JOINER = "\u2060"


def html_text(value: object) -> str:
    """Return a value as text inside HTML, or inside an attribute in double quotes; "" where it is missing.

    Examples
    --------
    >>> html_text('<b onclick="x">')
    '&lt;b onclick=&quot;x&quot;&gt;'
    """
    return "" if value is None or value != value else html.escape(str(value), quote=True)


def link_html(words: object, page: str, **query: str) -> str:
    """Return words as a link to a page of the app in the same window, HTML.

    Parameters
    ----------
    words : plain text.
    page : path of the page, such as ``events``.
    query : keys of its address.

    Examples
    --------
    >>> link_html("A & B", "actors", actor="a-b")
    '<a href="./actors?actor=a-b" target="_self">A &amp; B</a>'
    """
    address = f"./{page}?{urlencode(query, doseq=True, safe='/,')}"
    return f'<a href="{html_text(address)}" target="_self">{html_text(words)}</a>'


def markdown_text(value: object) -> str:
    r"""Return a value as text inside a label or a paragraph of Streamlit's Markdown; "" where it is missing.

    Backslashes stop markup, directives (``:red[..]``), formulas and raw HTML. Emoji codes, icons and bare
    addresses are looked for after that, in finished text: an invisible word joiner breaks them.

    Examples
    --------
    >>> markdown_text("*KK*")
    '\\*KK\\*'
    """
    if value is None or value != value:
        return ""
    text = " ".join(str(value).split())
    text = re.sub(r"(?i)\b(www)\.", rf"\1{_JOINER}.", text)
    text = _PUNCTUATION.sub(r"\\\1", text)
    return text.replace("\\:", f"\\:{_JOINER}").replace("\\@", f"\\@{_JOINER}")


def number(value: float | int) -> str:
    """Return a number with thousands set apart, no decimals where it has none.

    Examples
    --------
    >>> number(20321.0), number(5.5)
    ('20,321', '5.5')
    """
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.4g}"


def within_words(metres: float | None) -> str:
    """Return how far off a position can be, in words; "" where that is not known.

    Examples
    --------
    >>> within_words(20000.0), within_words(2500), within_words(300), within_words(None)
    ('within 20 km', 'within 2.5 km', 'within 300 m', '')
    """
    if metres is None or metres != metres or not metres:
        return ""
    return f"within {number(metres / 1000)} km" if metres >= 1000 else f"within {number(metres)} m"


def number_range(low: float | None, high: float | None) -> str:
    """Return a range in words; an open end is said, never left out.

    Parameters
    ----------
    low : the least; NaN where it is not known.
    high : the most; None or NaN where the range is open upwards.

    Examples
    --------
    >>> number_range(75, 166), number_range(200, None), number_range(16, 16)
    ('75 to 166', '200 or more', '16')
    """
    has_low, has_high = low is not None and low == low, high is not None and high == high
    if has_low and has_high:
        return number(low) if low == high else f"{number(low)} to {number(high)}"
    if has_low:
        return f"{number(low)} or more"
    return f"up to {number(high)}" if has_high else "not known"


def value_words(
    value: float | None, *, high: float | None = None, qualifier: str | None = None, unit: object = None
) -> str:
    """Return a measured value as exact as its source gives it, with its unit.

    Parameters
    ----------
    high : upper end where the source gives a range; None or NaN where it does not.
    qualifier : term of ``value_qualifier``, whose name is its word; None where the number stands bare.
    unit : term or words; nothing is said of ``count``, whose things the metric names.

    Examples
    --------
    >>> value_words(20, qualifier="more_than", unit="buildings"), value_words(30, high=50.0, unit="count")
    ('more than 20 buildings', '30 to 50')
    """
    hedge = qualifier.replace("_", " ") if isinstance(qualifier, str) else ""
    amount = number_range(value, value if high is None or high != high else high)
    named = unit if isinstance(unit, str) and unit != "count" else ""
    return " ".join(part for part in (hedge, amount, named.replace("ha_per_month", "ha a month")) if part)
