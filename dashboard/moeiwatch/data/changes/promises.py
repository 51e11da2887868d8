"""Ids are promises: none disappears. What stood under one is still there, is merged, or is withdrawn."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from moeiwatch.data.changes.revisions import git_lines, read_blobs
from moeiwatch.data.changes.sides import Side
from moeiwatch.data.contents import Contents
from moeiwatch.data.documents import checkout
from moeiwatch.data.problems import Problem, shorten
from moeiwatch.data.schema import LAYERS, TABLES

FILES = {f"{layer}.geojson": layer for layer in LAYERS} | {f"{table}.json": table for table in TABLES}

ID_MEMBER = re.compile(r'"id"\s*:\s*"([a-z0-9]+(?:-[a-z0-9]+)*)"')
"""An id in a text that may be no JSON."""

MOST_LOST = 5
"""So many lost ids of a layer are told one by one."""

EDITS_LOST = "and takes your other edits of that file away"
"""What a checkout of a whole file does besides."""

_AT_ONCE = 50
"""So many old files are held in memory at a time."""


def lost_id(layer: str, id_: str, *, last_in: str = "", base: str = "") -> Problem:
    """Return the problem of an id that disappeared, with what to do.

    Parameters
    ----------
    last_in : the last commit that had it, in words; "" where the one before is meant.
    base : the revision that has it, "" where none is known by its name.
    """
    file = f"{layer}.json" if layer in TABLES else f"{layer}.geojson"
    message = f"the id {shorten(id_)} is gone{f', which {last_in} had' if last_in else ''}: ids are promises"
    back = f"as it was (git log -p -- geodata/{file} shows it)"
    mistake = f"If it went by mistake: {checkout(file, base=base)} brings the whole file back, {EDITS_LOST}."
    remedy = (
        f'Put the record back {back}. {mistake} If it has to go, add "merged_into": "id of the record that '
        'took it over" or "withdrawn": {"date": "YYYY-MM-DD", "reason": "why"} to its properties.'
    )
    if layer == "sources":
        remedy = (
            f"Put the publication back {back}. {mistake} If it has to go, write its id into custom of the "
            f'one that took it over: "other_ids": [{shorten(id_)}].'
        )
    return Problem(file, None, id_[:100] if id_.isprintable() else "", "id", message, remedy=remedy)


def lost_ids(layer: str, ids: list[str], *, base: str = "") -> list[Problem]:
    """Return a problem for each id of a layer that disappeared; one for all where many did.

    Parameters
    ----------
    base : the revision that has them, "" where none is known by its name.
    """
    if len(ids) <= MOST_LOST:
        return [lost_id(layer, id_, base=base) for id_ in ids]
    first = lost_id(layer, ids[0], base=base)
    named = ", ".join(shorten(id_) for id_ in ids[:MOST_LOST])
    message = f"{len(ids):,} ids are gone ({named} and {len(ids) - MOST_LOST:,} more): ids are promises"
    return [replace(first, record="", message=message)]


def lost_with_broken_files(before: Side, contents: Contents) -> Iterator[tuple[str, str]]:
    """Yield layer and id of what stood in an earlier file that cannot be parsed, and stands nowhere now."""
    for layer in FILES.values():
        kept = _kept(contents, layer)
        if kept is not None and not before.is_whole(layer):
            texts = [collection.document.text for collection in before.collections(layer)]
            found = dict.fromkeys(id_ for text in texts for id_ in ID_MEMBER.findall(text))
            yield from ((layer, id_) for id_ in found if id_ not in kept)


def lost_in_history(contents: Contents, directory: Path) -> list[Problem]:
    """Return a problem for each id that some commit had, up to the one checked out, and the data has not.

    Files that cannot be read, then or now, lose nothing.

    Raises
    ------
    ValueError
        Where there is no history: no repository, no git, no commit.
    """
    kept = {layer: _kept(contents, layer) for layer in FILES.values()}
    lost: dict[tuple[str, str], str] = {}
    for layer, commit, ids in _past(directory):
        for id_ in ids:
            if kept[layer] is not None and id_ not in kept[layer]:
                lost.setdefault((layer, id_), commit)
    return [lost_id(layer, id_, last_in=commit) for (layer, id_), commit in sorted(lost.items())]


def is_shallow(directory: Path) -> bool:
    """Return True if this clone holds a part of the history only; ValueError where there is none."""
    return git_lines(["rev-parse", "--is-shallow-repository"], directory) == ["true"]


def _kept(contents: Contents, layer: str) -> set[str] | None:
    """Return all ids that a layer has, or has taken over; None where its file cannot be read."""
    collection = contents.collections[layer]
    if not collection.is_read:
        return None
    kept = {record.id for record in collection.records if record.id is not None}
    for record in collection.records if layer == "sources" else []:
        custom = record.properties.get("custom")
        former = custom.get("other_ids") if isinstance(custom, dict) else None
        kept |= {id_ for id_ in former if isinstance(id_, str)} if isinstance(former, list) else set()
    return kept


def _past(directory: Path) -> Iterator[tuple[str, str, set[str]]]:
    """Yield what each file was in the past, the newest first: its layer, a commit that had it, its ids."""
    listed = ["log", "-m", "--raw", "--no-abbrev", "--no-renames", "--relative", "--format=commit %h of %cs"]
    found: dict[tuple[str, str], str] = {}
    commit = ""
    for line in git_lines([*listed, "--", "."], directory):
        if line.startswith("commit "):
            commit = line
        elif line.startswith(":") and (layer := FILES.get(line.partition("\t")[2])):
            blob = line.split()[3]
            if set(blob) != {"0"}:
                found.setdefault((layer, blob), commit)
    waiting = iter(found)
    while part := list(islice(waiting, _AT_ONCE)):
        read = read_blobs((blob for _, blob in part), directory=directory)
        yield from ((layer, found[layer, blob], _ids(read.get(blob, b""))) for layer, blob in part)


def _ids(raw: bytes) -> set[str]:
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return set()
    if isinstance(value, dict):
        value = value.get("features", value.get("actors"))
    items: Iterable = value if isinstance(value, list) else []
    ids = (item.get("id") for item in items if isinstance(item, dict))
    return {id_ for id_ in ids if isinstance(id_, str)}
