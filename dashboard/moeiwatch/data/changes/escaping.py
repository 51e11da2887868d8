"""Text that GitHub's Markdown shows as it stands, whatever it holds."""

import re

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
