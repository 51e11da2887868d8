"""A page with what changed beside the map before and after."""

from collections.abc import Mapping
from html import escape
from urllib.parse import quote

from moeiwatch.data.changes.compare import Changes
from moeiwatch.data.changes.excerpts import changed_part
from moeiwatch.data.changes.fields import FieldChange
from moeiwatch.data.changes.lines import Line, heading, lines_by_layer
from moeiwatch.data.changes.phrases import LONG_TEXT
from moeiwatch.data.changes.record_change import RecordChange
from moeiwatch.data.changes.report import told_files
from moeiwatch.data.changes.sentences import file_phrase, notes, summary
from moeiwatch.data.changes.wording import visible
from moeiwatch.data.checks.geometry import shape_fault
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.losses import loss_sentences

_HEAD = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; frame-src 'self' file:">
<title>What changed in the data</title>
<style>
 :root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif }
 body { margin: 0; display: grid; height: 100vh; height: 100dvh; grid-template-rows: 3fr 2fr }
 .maps { display: grid; grid-template-columns: 1fr 1fr; min-height: 0 }
 figure { margin: 0; display: flex; flex-direction: column; min-width: 0; border: 1px solid #8886 }
 figcaption { padding: .3rem .7rem; font-weight: 600; overflow-wrap: anywhere }
 figcaption a { display: none; font-weight: 400 }
 iframe { flex: 1; border: 0; width: 100%; min-height: 0; color-scheme: normal }
 h1 { font-size: 1.15rem; margin: .7rem 0 } h2 { font-size: 1rem; margin: 1rem 0 .2rem }
 main { overflow: auto; padding: 0 1rem 2rem; overflow-wrap: anywhere }
 ul { margin: .2rem 0; padding-left: 1.2rem } li { margin: .25rem 0; max-width: 75rem }
 a { display: inline-block; padding: .1rem .3rem }
 summary { cursor: pointer; padding: .2rem 0 } blockquote { margin: .3rem 0 .6rem; padding-left: .7rem;
  border-left: 3px solid #8888 }
 del { background: #d9363e33 } ins { background: #1a7f3733 }
 @media (max-width: 700px) {
  body { grid-template-rows: 1fr 1fr }
  .maps { grid: 1fr / auto-flow 100%; overflow-x: auto; scroll-snap-type: x mandatory }
  figure { scroll-snap-align: start }
  figcaption a { display: inline-block }
  a, summary { padding: .3rem .5rem }
 }
</style>
"""

_ZOOM = 13
_SOUTH = 0.016
"""Degrees between a record and the middle of the map: what is said of the record covers the lower half."""


def comparison_page(changes: Changes, *, drawn: Mapping[str, Geodata] | None = None) -> str:
    """Return the page as HTML. Each sentence leads the maps to its record; no script, nothing from elsewhere.

    The maps lie beside the page, in the folders ``before`` and ``after``; on a narrow screen one of them is
    seen at a time, and its caption leads to the other.

    Parameters
    ----------
    drawn : what the two maps draw, by the names of their folders: records that could not be read are missing.
    """
    drawn = drawn or {}
    parts = [_HEAD, '<div class="maps">\n']
    for name, other, label in (("before", "after", changes.before), ("after", "before", changes.after)):
        caption = f"{name.capitalize()}: {_safe(label, limit=120)}"
        frame = f'<iframe name="{name}" title="{caption}" src="{name}/index.html?embed=true"></iframe>'
        leads = f'<a href="#map-{other}">show {other}</a>'
        parts.append(f'<figure id="map-{name}"><figcaption>{caption} {leads}</figcaption>{frame}</figure>\n')
    parts.append(f"</div>\n<main>\n<h1>What changed: {_safe(summary(changes))}</h1>\n")
    lost = {name: " ".join(loss_sentences(data)) for name, data in drawn.items()}
    said = [f"The map {name} lacks what could not be read. {words}" for name, words in lost.items() if words]
    parts += [f"<p>{_safe(note)}</p>\n" for note in (*said, *notes(changes))]
    for layer, lines in lines_by_layer(changes):
        items = "".join(_item(line, drawn) for line in lines)
        parts.append(f"<h2>{_safe(heading(layer))}</h2>\n<ul>\n{items}</ul>\n")
    if files := told_files(changes):
        items = [f"<li>{_safe(file.path, limit=200)}: {_safe(file_phrase(file))}</li>\n" for file in files]
        parts.append(f"<h2>Files</h2>\n<ul>\n{''.join(items)}</ul>\n")
    return "".join([*parts, "</main>\n"])


def _item(line: Line, drawn: Mapping[str, Geodata]) -> str:
    words = f"<b>{_safe(line.name)}</b>: {_safe(line.phrase)}"
    if len(line.changes) > 1:
        return f"<li>{words}</li>\n"
    change = line.changes[0]
    links, lost = [], []
    for frame, record in (("before", change.before), ("after", change.after)):
        if record is None or not record.id or record.geometry is None:
            continue
        if frame in drawn and not _is_drawn(change, record.id, drawn[frame]):
            lost.append(frame)
            continue
        selected = f"{quote(change.layer)}/{quote(record.id, safe='')}"
        address = f"{frame}/index.html?sel={selected}{_view(change)}&amp;embed=true"
        links.append(f'<a target="{frame}" href="{address}">{frame}</a>')
    on_map = f" · on the map: {' '.join(links)}" if links else ""
    on_map += f" · not on the map {' and '.join(lost)}: it could not be read" if lost else ""
    return f"<li>{words}{on_map}{''.join(map(_whole_text, change.fields))}</li>\n"


def _is_drawn(change: RecordChange, id_: str, data: Geodata) -> bool:
    """Return False for a record of a layer that was left out; a base layer is not drawn record by record."""
    return change.layer not in data.layers or id_ in data.layers[change.layer].index


def _view(change: RecordChange) -> str:
    """Return the part of an address that shows a point's place, the same on both maps; "" for lines."""
    for record in (change.after, change.before):
        place = record.geometry if record is not None else None
        if place is not None and shape_fault(place) is None and place["type"] == "Point":
            longitude, latitude = place["coordinates"]
            return f"&amp;at={_ZOOM}/{latitude - _SOUTH:.5f}/{longitude:.5f}"
    return ""


def _whole_text(field: FieldChange) -> str:
    """Return a long text that changed, before and after as a whole with the part that differs marked."""
    texts = [value if isinstance(value, str) else "" for value in (field.before, field.after)]
    if max(map(len, texts)) <= LONG_TEXT:
        return ""
    start, gone, come, end = map(_safe, changed_part(*texts))
    shown = [
        f"<blockquote>{title}: {start}<{mark}>{part}</{mark}>{end}</blockquote>"
        for title, mark, part, text in (("Before", "del", gone, texts[0]), ("After", "ins", come, texts[1]))
        if text
    ]
    return f"<details><summary>{_safe(field.title)} as a whole</summary>{''.join(shown)}</details>"


def _safe(text: str, *, limit: int | None = None) -> str:
    return escape(visible(text, limit=limit))
