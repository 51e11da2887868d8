"""Records that an answer or a cell names and that are not there: which were meant, and what to do."""

import shlex
from typing import Any

from moeiwatch.data.checks.references import references_within
from moeiwatch.data.citations import is_web_address
from moeiwatch.data.drafts.ids import slug
from moeiwatch.data.drafts.lookup import Lookup
from moeiwatch.data.problems import shorten
from moeiwatch.data.properties import Property
from moeiwatch.data.web_addresses import written_address


def unknown_references(value: Any, prop: Property, lookup: Lookup) -> list[tuple[str, str]]:
    """Return the texts of a value that should name records and name none, each with its layer."""
    found = references_within(prop.schema, value, ())
    return [(text, layer) for _, text, layer in found if text not in lookup.ids(layer)]


def no_ids(value: Any, prop: Property, lookup: Lookup) -> list[tuple[str, str]]:
    """Return those that cannot be ids of records to come either: names and addresses that nobody knows."""
    return [(text, layer) for text, layer in unknown_references(value, prop, lookup) if text != slug(text)]


def reference_fault(text: str, layer: str, lookup: Lookup) -> tuple[str, str]:
    """Return what is wrong with a text that names no record of a layer, and what to do.

    An address that is not in ``sources`` yet comes with the command that adds it.
    """
    if layer == "sources" and is_web_address(text):
        remedy = f"Add it first: {command_for_source(written_address(text))}"
        return f"{shorten(text, limit=200)} is not in sources.json yet", remedy
    near = [lookup.words(layer, id_) for id_ in lookup.nearest(layer, text)]
    meant = f"Did you mean {' or '.join(near)}? " if near else ""
    other = "the address" if layer == "sources" else "the name"
    return f"no record of {layer} is called {shorten(text)}", f"{meant}Give the id or {other}."


def command_for_source(address: str) -> str:
    """Return the command that asks for the rest of a publication and adds it.

    Examples
    --------
    >>> command_for_source("https://a.example/?a=1&b=2")
    "python dashboard add sources --set 'URL=https://a.example/?a=1&b=2'"
    """
    return f"python dashboard add sources --set {shlex.quote(f'URL={address}')}"
