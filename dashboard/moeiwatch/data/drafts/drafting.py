"""Rows made into records of a layer: values by the schema, an id, what may be there already."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from moeiwatch.data.checks.words import MOST_PROBLEMS
from moeiwatch.data.contents import Contents, Record
from moeiwatch.data.drafts.ids import slug, suggest_id, taken_ids
from moeiwatch.data.drafts.likeness import MOST_ALIKE, Likeness, near_duplicates
from moeiwatch.data.drafts.lookup import Lookup
from moeiwatch.data.drafts.merging import merge_publication
from moeiwatch.data.drafts.names import values_by_property, with_given
from moeiwatch.data.drafts.publications import LAST, publication
from moeiwatch.data.drafts.publishers import Publishers
from moeiwatch.data.drafts.references import no_ids, reference_fault
from moeiwatch.data.drafts.rows import Row, Rows
from moeiwatch.data.drafts.values import parse_value
from moeiwatch.data.problems import Problem, shorten
from moeiwatch.data.schema import LayerSchema


@dataclass(frozen=True)
class Draft:
    """One record that is ready to be checked and written.

    Attributes
    ----------
    row : where it comes from.
    id : its id, given or suggested.
    value : the whole record as it will stand in the file.
    merged : True if it takes the place of the record of that id, which it completes.
    said : what was derived, left out or found on the way, to be told.
    alike : records that may be the same.
    """

    row: Row
    id: str
    value: Mapping[str, Any]
    merged: bool = False
    said: tuple[str, ...] = ()
    alike: tuple[Likeness, ...] = ()


@dataclass
class Drafts:
    """The records to be of one layer, what they met, and what is there already."""

    layer: str
    drafts: list[Draft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    already: list[tuple[Row, str]] = field(default_factory=list)


def draft_records(
    rows: Rows, layer: str, contents: Contents, *, given: Mapping[str, str] | None = None
) -> Drafts:
    """Return the records that the rows make; never raises, whatever they hold.

    Parameters
    ----------
    given : values for the rows that lack them, by property, as a person types them; no row's own value is
        overwritten.
    """
    drafts = Drafts(layer, problems=list(rows.problems))
    schema = contents.collections[layer].schema
    if schema is None:
        drafts.problems.append(Problem(rows.file, None, "", "", f"the schema of {layer} cannot be read"))
        return drafts
    taken = taken_ids(contents, layer)
    lookup, publishers = Lookup(contents), Publishers(contents)
    for row in rows.rows:
        values, problems = values_by_property(row, schema, layer, file=rows.file)
        drafts.problems += problems
        if problems:
            continue
        last = {name: value for name, value in (given or {}).items() if layer == "sources" and name in LAST}
        values, told = with_given(values, given or {}, last=last)
        row = replace(row, said=(*row.said, *told))
        if layer == "sources":
            _draft_publication(row, values, last, drafts, contents, lookup, publishers, taken)
        else:
            _draft_feature(row, values, drafts, contents, lookup, taken, rows.file, schema)
    return drafts


def _draft_publication(
    row: Row,
    values: dict,
    last: dict[str, str],
    drafts: Drafts,
    contents: Contents,
    lookup: Lookup,
    publishers: Publishers,
    taken: set[str],
) -> None:
    item, said = publication(values, publishers, given_last=last)
    known = lookup.source_of(item | {"DOI": values.get("DOI")})
    if known:
        place = next((i for i, draft in enumerate(drafts.drafts) if draft.id == known), None)
        record = contents.collections["sources"].by_id.get(known)
        old = drafts.drafts[place].value if place is not None else record.properties if record else {}
        merged, told = merge_publication(old, item)
        if merged == old:
            drafts.already.append((row, known))
            return
        first = drafts.drafts.pop(place) if place is not None else None
        notes = (*(first.said if first else ()), *row.said, *said, *told)
        drafts.drafts.append(Draft(row, known, merged, first.merged if first else True, notes))
        return
    wanted = values.get("id")
    id_ = _free_id(wanted, taken) or suggest_id("sources", item, taken=taken, prefix=publishers.prefix(item))
    taken.add(id_)
    why = ("the same title", "the same publisher")
    alike = tuple(Likeness(one, why, strong) for one, strong in lookup.same_title(item).items())[:MOST_ALIKE]
    lookup.add_source(item, id_)
    drafts.drafts.append(Draft(row, id_, {"id": id_, **item}, said=(*row.said, *said), alike=alike))


def _draft_feature(
    row: Row,
    values: dict,
    drafts: Drafts,
    contents: Contents,
    lookup: Lookup,
    taken: set[str],
    file: str,
    schema: LayerSchema,
) -> None:
    problems: list[Problem] = []
    properties = {}
    for name, value in values.items():
        if name == "id":
            continue
        prop = schema.properties[name]
        try:
            properties[name] = parse_value(value, prop, resolve=lookup.resolve)
        except ValueError as error:
            problems.append(Problem(file, row.line, row.where, name, str(error), remedy=prop.description))
            continue
        for text, named in no_ids(properties[name], prop, lookup)[:MOST_PROBLEMS]:
            message, remedy = reference_fault(text, named, lookup)
            problems.append(Problem(file, row.line, row.where, name, message, remedy=remedy))
    drafts.problems += problems
    if problems:
        return
    said = list(row.said)
    place, prop = lookup.name_of("compounds", properties.get("compound")), schema.properties.get("place")
    if place and prop and prop.required and "place" not in properties:
        properties["place"] = place
        said.append(f"place {place}, the name of its compound")
    wanted = values.get("id")
    id_ = _free_id(wanted, taken)
    if isinstance(wanted, str) and wanted in taken:
        message = f"the id {shorten(wanted)} is taken"
        remedy = "This command adds records only: to change one, edit its file. Ids are never used again."
        drafts.problems.append(Problem(file, row.line, row.where, "id", message, remedy=remedy))
        return
    if not id_:
        id_ = suggest_id(drafts.layer, properties, taken=taken)
        said += [f"id {shorten(wanted)} is not written as ids are"] if wanted is not None else []
    taken.add(id_)
    value = _whole(id_, properties, row.geometry, schema)
    new = Record(-1, id_, properties, row.geometry, value)
    alike = near_duplicates(drafts.layer, new, contents)
    drafts.drafts.append(Draft(row, id_, value, said=tuple(said), alike=tuple(alike)))


def _whole(id_: str, properties: dict, geometry: Any, schema: LayerSchema) -> dict:
    if not schema.geometry:
        return {"id": id_, **properties}
    return {"type": "Feature", "id": id_, "properties": properties, "geometry": geometry}


def _free_id(wanted: Any, taken: set[str]) -> str:
    is_id = isinstance(wanted, str) and len(wanted) > 1 and wanted == slug(wanted) and not wanted.isdigit()
    return wanted if is_id and wanted not in taken else ""
