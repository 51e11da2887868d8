"""The workbench's answer in words and tables: what the check finds, what changes, where on the map."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any
from urllib.parse import quote

from moeiwatch.data.geodata import Geodata
from moeiwatch.data.plurals import plural
from moeiwatch.data.problems import SEVERITIES, WARNING, severity_parts
from moeiwatch.data.schema import LAYERS, TABLES
from moeiwatch.views import library
from moeiwatch.views.text import html_text
from moeiwatch.views.workbench_remedies import web_remedy

MOST_SENTENCES = 300
MOST_PROBLEMS = 100
ZOOM = 13
"""Of the map that shows a changed record: about six kilometres across."""

_ON_THE_MAP = ("compounds", "construction_reports", "rescue_events", "interventions", "crossings")


def new_problems(found: Iterable[dict], *, shipped: Iterable[dict]) -> list[dict[str, Any]]:
    """Return the problems that the shipped data does not have: those of the change, the heaviest first.

    Parameters
    ----------
    found, shipped : problems as plain dicts, as `Problem.as_dict`.
    """
    known = {_mark(problem) for problem in shipped}
    new = [problem for problem in found if _mark(problem) not in known]
    return sorted(new, key=lambda p: (SEVERITIES.index(p["severity"]), p["file"], p["line"] or 0))


def problems_html(problems: list[dict[str, Any]]) -> str:
    """Return problems as a list for people, each with its place and its remedy in full; all of it escaped."""
    items = "".join(
        f'<li><span class="mw-tag">{html_text(_sort(problem))}</span> '
        f"<strong>{html_text(_place(problem))}</strong>: {html_text(problem['message'])}."
        f'<div class="mw-remedy">{html_text(web_remedy(problem["remedy"]))}</div></li>'
        for problem in problems[:MOST_PROBLEMS]
    )
    left = len(problems) - MOST_PROBLEMS
    more = f"<p>and {plural(left, 'more problem')}: mend these first.</p>" if left > 0 else ""
    return f'<ol class="mw-list mw-problems">{items}</ol>{more}'


def problems_text(problems: list[dict[str, Any]]) -> str:
    """Return the same as plain lines, to be copied."""
    lines = [
        f"{_place(problem)}: {_sort(problem)}: {problem['message']}. {web_remedy(problem['remedy'])}".strip()
        for problem in problems[:MOST_PROBLEMS]
    ]
    return "\n".join(lines)


def _place(problem: dict[str, Any]) -> str:
    line = f", line {problem['line']}" if problem["line"] else ""
    return " ".join(
        part for part in (f"{problem['file']}{line}", problem["record"], problem["field"]) if part
    )


def _sort(problem: dict[str, Any]) -> str:
    is_to_mend = problem["severity"] == WARNING and problem.get("blocks")
    return "warning, to mend" if is_to_mend else problem["severity"]


def verdict_words(problems: list[dict[str, Any]], *, old: int) -> str:
    """Return the check's answer in one sentence.

    Parameters
    ----------
    problems : those of the change.
    old : how many the shipped data has as well.
    """
    said = severity_parts(problem["severity"] for problem in problems)
    words = (
        f"The check finds {' and '.join(said)} in your change." if said else "The check finds nothing wrong."
    )
    return words + (f" {plural(old, 'older problem')} of the shipped data left aside." if old else "")


def sentences_html(report: dict[str, Any]) -> str:
    """Return what changes as sentences, by layer, then what happens to the files; all of it escaped."""
    lines = report.get("lines", [])
    parts = []
    for layer, found in groupby(lines[:MOST_SENTENCES], key=lambda line: line["layer"]):
        items = "".join(
            f'<li><span class="mw-tag">{html_text(line["change"])}</span> '
            f"<strong>{html_text(line['name'])}</strong>: {html_text(line['phrase'])}</li>"
            for line in found
        )
        parts.append(f'<h3>{html_text(_title(layer))}</h3><ul class="mw-list">{items}</ul>')
    if len(lines) > MOST_SENTENCES:
        parts.append(f"<p>and {plural(len(lines) - MOST_SENTENCES, 'more line')}</p>")
    files = [file for file in report.get("files", []) if not file["layer"] or file["members"]]
    said = [f"{file['path']}: {file['phrase']}" for file in files] + report.get("notes", [])
    if said:
        items = "".join(f"<li>{html_text(_told(words))}</li>" for words in said[:100])
        parts.append(f'<h3>Beside the records</h3><ul class="mw-list">{items}</ul>')
    return f'<div class="mw-changes">{"".join(parts)}</div>'


def views_of_changes(report: dict[str, Any], *, data: Geodata) -> dict[str, str]:
    """Return for each changed record with a place on the map the query of the view that shows it, by name."""
    found = {}
    for record in report.get("records", [])[:MOST_SENTENCES]:
        point = None if record.get("moves_with") else _point(record, data)
        if record["layer"] in _ON_THE_MAP and record["id"] and point:
            selected = f"{quote(record['layer'])}/{quote(record['id'], safe='')}"
            place = f"{ZOOM}/{point[1]:.5f}/{point[0]:.5f}"
            found[f"{record['name']}: {record['change']}"] = f"sel={selected}&at={place}"
    return found


def _point(record: dict[str, Any], data: Geodata) -> tuple[float, float] | None:
    """Return longitude and latitude of a changed record: where it goes, else where it is."""
    moved = next((f.get("after") for f in record["fields"] if f["name"] == "geometry"), None)
    value = record.get("after") or record.get("before") or {}
    for geometry in (moved, value.get("geometry") if isinstance(value, dict) else None):
        place = geometry.get("coordinates") if isinstance(geometry, dict) else None
        is_pair = isinstance(place, list) and len(place) >= 2
        if is_pair and all(isinstance(x, int | float) and abs(x) <= 180 for x in place[:2]):
            return place[0], place[1]
    frame = data.layers.get(record["layer"])
    if frame is None or record["id"] not in frame.index:
        return None
    shape = frame.geometry[record["id"]]
    return (shape.x, shape.y) if shape is not None and shape.geom_type == "Point" else None


def _mark(problem: dict[str, Any]) -> tuple:
    return tuple(problem[name] for name in ("file", "record", "field", "message", "severity"))


def _title(layer: str) -> str:
    return library.schema(layer).title if layer in (*LAYERS, *TABLES) else layer


def _told(words: str) -> str:
    return words.replace("shipped-data", "the shipped data").replace("changed-data", "your change")
