"""Text that GitHub's Markdown shows as it stands, whatever it holds."""

import re
from bisect import bisect_right

from moeiwatch.data.changes.wording import visible

_ZERO_WIDTH = "&#8203;"
_SPECIAL = re.compile(r"[\\`*_{}\[\]|~$#]")


def escape_markdown(text: str) -> str:
    """Return a text that GitHub's Markdown shows as it stands, in one line, without links or mentions.

    Examples
    --------
    >>> escape_markdown("*a* <b> @user #1")
    '\\\\*a\\\\* &lt;b&gt; @&#8203;user \\\\#&#8203;1'
    """
    safe = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    safe = _SPECIAL.sub(lambda found: "\\" + found.group(), safe)
    safe = safe.replace("@", "@" + _ZERO_WIDTH).replace("\\#", "\\#" + _ZERO_WIDTH)
    safe = safe.replace("://", ":" + _ZERO_WIDTH + "//")
    safe = re.sub(r"(?i)\b(www)\.", lambda found: found.group(1) + _ZERO_WIDTH + ".", safe)
    return re.sub(r"(?i)\bgh-(?=[0-9])", "GH-" + _ZERO_WIDTH, safe)


def escape_within(text: str, longest: int) -> str:
    """Return a text escaped and cut to `longest` characters as they are written, not as they are read.

    Examples
    --------
    >>> escape_within("#####", 30)
    '\\\\#&#8203;\\\\#&#8203;\\\\#&#8203;…'
    """
    escaped = escape_markdown(text)
    if len(escaped) <= longest:
        return escaped
    kept = bisect_right(
        range(min(len(text), longest)), longest - 1, key=lambda n: len(escape_markdown(text[:n]))
    )
    return escape_markdown(text[: max(0, kept - 1)]) + "…"
