"""The versions of the data as a small JSON file, for where there is no git history.

A release holds it as ``changes.json``, beside the data's folder. It is an object of these members; all
texts are plain, for people, and hold nothing that cannot be seen::

    {
      "format": 1,
      "versions": [                         newest first; at most `history.MOST_VERSIONS`
        {
          "version": "1f0f3cbf895f",        the data version that the app and every download name
          "date": "2026-03-05",             day of its commit
          "revision": "4dafb36",            commit, shortened; "" where it is not known
          "since": "9b2a64c01d3e",          the version before it; "" for the first one of all
          "summary": "2 added, 1 changed (3 records)",
          "counts": {"added": 2, "changed": 1},
          "records": [                      by layer, then change, then id; at most `history.MOST_RECORDS`
            {
              "layer": "compounds",
              "id": "kk-park",
              "name": "KK Park",
              "change": "changed",          added, changed, merged, withdrawn or removed
              "phrase": "status active -> raided (2026-03-05), 1 source added"
            }
          ],
          "left_out": 0,                    records that changed and are not listed
          "notes": []                       what else should be said: files that could not be read, stories
        }
      ]
    }
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from moeiwatch.data.changes.history import MOST_RECORDS, MOST_VERSIONS, Told, Version, read_history
from moeiwatch.data.parsing import JsonFault, parse_json

FORMAT = 1
FILE = "changes.json"
LARGEST_FILE = 20_000_000
"""Bytes. A file of a release holds a hundredth of it."""


def read_versions(directory: Path, *, most: int = MOST_VERSIONS) -> list[Version]:
    """Return the versions of the data, newest first: from git history, else from the release's file."""
    return read_history(directory, most=most) or read_history_file(directory.resolve().parent / FILE)[:most]


def history_text(versions: Iterable[Version]) -> str:
    """Return the versions as the text of the file."""
    value = {"format": FORMAT, "versions": [asdict(version) for version in versions]}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def read_history_file(path: Path) -> list[Version]:
    """Return the versions that a file tells of, [] where there is none or it is not of this format."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            return []
        return parse_history(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []


def parse_history(text: str) -> list[Version]:
    """Return the versions that the text of a file tells of.

    Raises
    ------
    ValueError
        If it is not of this format.
    """
    try:
        value, _ = parse_json(text)
    except JsonFault as fault:
        raise ValueError(str(fault)) from None
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise ValueError(f"this is no file of the format {FORMAT}")
    listed = value.get("versions")
    if not isinstance(listed, list) or len(listed) > 1000:
        raise ValueError("the file holds no list of versions")
    return [_version(item) for item in listed]


def _version(item: Any) -> Version:
    known = _members(item, Version)
    counts, records, said = known.pop("counts"), known.pop("records"), known.pop("notes")
    if not isinstance(counts, dict) or not all(type(count) is int for count in counts.values()):
        raise ValueError("the counts of a version are no numbers")
    if not isinstance(records, list) or len(records) > MOST_RECORDS:
        raise ValueError(f"a version has no list of up to {MOST_RECORDS} records")
    if not isinstance(said, list) or not all(isinstance(note, str) for note in said):
        raise ValueError("the notes of a version are no texts")
    told = tuple(Told(**_members(record, Told)) for record in records)
    return Version(**known, counts=counts, records=told, notes=tuple(said))


def _members(item: Any, kind: type) -> dict[str, Any]:
    """Return the members that an object of the format has, each of its type."""
    if not isinstance(item, dict):
        raise ValueError(f"a {kind.__name__.lower()} is no object")
    found = {}
    for member in fields(kind):
        value = item.get(member.name)
        wanted = int if member.type is int else str if member.type is str else object
        if value is None or not isinstance(value, wanted):
            raise ValueError(f"{member.name} is missing or not of its type")
        found[member.name] = value
    return found
