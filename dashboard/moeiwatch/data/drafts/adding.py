"""Drafts put into the data in memory, checked there by all rules, and only then written."""

import copy
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from moeiwatch.data.canonical import canonical_text
from moeiwatch.data.changes.states import blob_digest
from moeiwatch.data.checks.all import check_contents
from moeiwatch.data.contents import Collection, Contents
from moeiwatch.data.documents import parse_document
from moeiwatch.data.drafts.drafting import Draft
from moeiwatch.data.drafts.names import property_names
from moeiwatch.data.problems import ERROR, NOTICE, GeodataError, Problem
from moeiwatch.data.writing import write_whole

_SHARED = {"language": "en", "published": "2026-03-05", "sources": "ID", "compound": "ID", "place": "NAME"}
"""Values without terms that all records of a file may share, each with an example."""


@dataclass
class Addition:
    """What would be written.

    Attributes
    ----------
    texts : by file, its new text and the digest of the bytes that it had when it was read.
    problems : what the rules find wrong with the new records, with the place in the file that they come from.
    contents : the data as it would be.
    """

    texts: dict[str, tuple[str, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    contents: Contents | None = None

    @property
    def is_right(self) -> bool:
        """True if no rule finds an error."""
        return not any(problem.severity == ERROR for problem in self.problems)


def plan_addition(
    drafts: Iterable[tuple[str, Draft]], contents: Contents, *, as_of: date, file: str, by_set: bool = False
) -> Addition:
    """Return the data with the drafts in it, checked; nothing is written.

    Parameters
    ----------
    drafts : layer and draft, publications before the records that cite them.
    as_of : the day that counts as today.
    file : what the drafts come from, for messages.
    by_set : True if values may be given for all records of the file: the remedy of a missing one says so.
    """
    addition = Addition(contents=contents)
    by_layer: dict[str, list[Draft]] = {}
    for layer, draft in drafts:
        by_layer.setdefault(layer, []).append(draft)
    for layer, found in by_layer.items():
        try:
            collection, text = _with_drafts(addition.contents, layer, found)
        except GeodataError as error:
            addition.problems.append(error.problem)
            return addition
        addition.texts[collection.file] = text, blob_digest(contents.collections[layer].document.raw)
        addition.contents = replace(
            addition.contents, collections={**addition.contents.collections, layer: collection}
        )
    new = {(addition.contents.collections[n].file, d.id): d for n, found in by_layer.items() for d in found}
    for problem in check_contents(addition.contents, as_of=as_of):
        draft = new.get((problem.file, problem.record))
        if problem.severity == NOTICE:  # such as that nothing cites a new publication yet
            continue
        if draft is not None:
            where = f"{draft.row.where}, {problem.record}"
            if by_set and problem.message.endswith(" is missing"):
                problem = _with_set(problem, addition.contents)
            addition.problems.append(replace(problem, file=file, line=draft.row.line, record=where))
        elif problem.file in addition.texts and not problem.record and problem.severity == ERROR:
            addition.problems.append(problem)
    return addition


def _with_set(problem: Problem, contents: Contents) -> Problem:
    """Return the problem of a missing value with ``--set`` as a remedy, where many records may share it."""
    collection = next(c for c in contents.collections.values() if c.file == problem.file)
    name = problem.field.removeprefix("custom.")
    prop = property_names(collection.schema, collection.name).get(name) if collection.schema else None
    if prop is None or not (prop.terms or name in _SHARED):
        return problem
    example = next(iter(prop.terms), _SHARED.get(name, "..."))
    shared = f"If all records of the file that lack it have the same: --set {name}={example}"
    return replace(problem, remedy=f"{problem.remedy} {shared}".strip())


def write_addition(addition: Addition, directory: Path) -> None:
    """Write the files of a right addition, each whole: all of them, or none.

    Publications come first, so that nothing cites in vain. Where a file cannot be written, those that were
    written before it get back what they held.

    Raises
    ------
    OSError
        If a file cannot be written, or was changed by somebody else since it was read; it is then left alone.
    """
    before = {file: (directory / file).read_bytes() for file in addition.texts}
    for file, (_, digest) in addition.texts.items():
        if blob_digest(before[file]) != digest:
            raise OSError(f"{file} was changed in the meantime: nothing was written, try again")
    written: list[str] = []
    try:
        for file in sorted(addition.texts, key=lambda name: name != "sources.json"):
            write_whole(directory / file, addition.texts[file][0].encode())
            written.append(file)
    except OSError:
        for file in written:
            write_whole(directory / file, before[file])
        raise


def _with_drafts(contents: Contents, layer: str, drafts: list[Draft]) -> tuple[Collection, str]:
    """Return a layer with the drafts in it, and its canonical text; GeodataError if its file is broken."""
    old = contents.collections[layer]
    canonical_text(old)
    value = copy.deepcopy(old.document.value)
    records = value[old.member] if old.member else value
    places = {record.id: record.index for record in old.records}
    for draft in drafts:
        whole = copy.deepcopy(dict(draft.value))
        if draft.merged and draft.id in places:
            records[places[draft.id]] = whole
        else:
            records.append(whole)
    rough = Collection(
        layer, replace(old.document, value=value, text="", problems=[]), old.schema, old.member
    )
    text = canonical_text(
        rough, contents=replace(contents, collections={**contents.collections, layer: rough})
    )
    document = parse_document(text.encode("utf-8", errors="surrogatepass"), file=old.file)
    if document.problems:
        raise GeodataError(document.problems[0])
    return Collection(layer, document, old.schema, old.member), text
