"""A page with what changed beside the map before and after."""

from html import escape
from urllib.parse import quote

from moeiwatch.data.changes.compare import Changes, RecordChange
from moeiwatch.data.changes.report import by_layer
from moeiwatch.data.changes.sentences import file_phrase, notes, record_phrase, summary
from moeiwatch.data.changes.wording import visible

_HEAD = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; frame-src 'self' file:">
<title>What changed in the data</title>
<style>
 :root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif }
 body { margin: 0; display: grid; height: 100vh; grid-template: minmax(0, 3fr) minmax(0, 2fr) / 1fr 1fr }
 figure { margin: 0; display: flex; flex-direction: column; border: 1px solid #8886 }
 figcaption { padding: .3rem .7rem; font-weight: 600 }
 iframe { flex: 1; border: 0; width: 100% }
 h1 { font-size: 1.2rem } h2 { font-size: 1rem; margin: 1rem 0 .2rem }
 main { grid-column: 1 / -1; overflow: auto; padding: .3rem 1rem 2rem }
 @media (max-width: 700px) { body { display: block; height: auto } iframe { height: 70vh } }
</style>
"""


def comparison_page(changes: Changes) -> str:
    """Return the page as HTML. Each sentence leads the maps to its record; no script, nothing from elsewhere.

    The maps lie beside the page, in the folders ``before`` and ``after``.
    """
    parts = [_HEAD]
    for name, label in (("before", changes.before), ("after", changes.after)):
        caption = f"{name.capitalize()}: {_safe(label, limit=120)}"
        frame = f'<iframe name="{name}" title="{caption}" src="{name}/index.html"></iframe>'
        parts.append(f"<figure><figcaption>{caption}</figcaption>{frame}</figure>\n")
    parts.append(f"<main>\n<h1>What changed: {_safe(summary(changes))}</h1>\n")
    parts += [f"<p>{_safe(note)}</p>\n" for note in notes(changes)]
    for layer, found in by_layer(changes):
        parts.append(f"<h2>{_safe(layer)}</h2>\n<ul>\n")
        parts += [_item(change) for change in found]
        parts.append("</ul>\n")
    files = [change for change in changes.files if change.has_meaning or change.kind == "moved"]
    if files:
        parts.append("<h2>Files</h2>\n<ul>\n")
        parts += [f"<li>{_safe(file.path, limit=200)}: {_safe(file_phrase(file))}</li>\n" for file in files]
        parts.append("</ul>\n")
    return "".join([*parts, "</main>\n"])


def _item(change: RecordChange) -> str:
    words = f"<b>{_safe(change.name)}</b>: {_safe(record_phrase(change))}"
    links = []
    for frame, record in (("before", change.before), ("after", change.after)):
        if record is not None and record.id and record.geometry is not None:
            address = f"{frame}/index.html?sel={quote(change.layer)}/{quote(record.id, safe='')}"
            links.append(f'<a target="{frame}" href="{address}">{frame}</a>')
    on_map = f" ({', '.join(links)})" if links else ""
    return f"<li>{words}{on_map}</li>\n"


def _safe(text: str, *, limit: int | None = None) -> str:
    return escape(visible(text, limit=limit))
