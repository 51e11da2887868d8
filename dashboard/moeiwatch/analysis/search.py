"""Finding records by words, in any script."""

import unicodedata

import pandas as pd


def fold(text: str) -> str:
    """Return a text without case and diacritics, for comparing.

    Marks that carry meaning in Thai and Burmese (vowels and tones) are kept.

    Examples
    --------
    >>> fold("KÀYIN State")
    'kayin state'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not (unicodedata.combining(c) and ord(c) < 0x370))


def select_matching(records: pd.DataFrame, words: str) -> pd.DataFrame:
    """Return the records that hold every word somewhere in their texts or in their id; all if there are none.

    Parameters
    ----------
    words : words with blanks between; case and diacritics make no difference.
    """
    wanted = fold(words).split()
    if not wanted or records.empty:
        return records
    columns = [name for name in records.columns if name not in ("geometry", "sources")]
    rows = zip(records.index, *(records[name] for name in columns), strict=True)
    matching = [all(word in text for word in wanted) for text in (fold(_text(row)) for row in rows)]
    return records[matching]


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return " ".join(f"{key} {_text(inner)}" for key, inner in value.items())
    if isinstance(value, list | tuple):
        return "\n".join(_text(inner) for inner in value)
    return ""
