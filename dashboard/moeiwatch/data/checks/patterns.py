"""Regular expressions as JSON Schema means them."""

import re
from functools import lru_cache


@lru_cache(maxsize=200)
def ecma_pattern(text: str) -> re.Pattern:
    r"""Return an expression as ECMA 262 reads it: ``$`` is the very end, ``\d`` an ASCII digit.

    Raises
    ------
    re.error
        If it is no expression.
    """
    return re.compile(re.sub(r"(?<!\\)\$$", r"\\Z", text).replace(r"\d", "[0-9]"))
