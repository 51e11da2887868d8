"""Rules on the build of a file: its members, its records, their ids."""

from collections.abc import Iterator
from itertools import islice

from moeiwatch.data.checks.values import check_id
from moeiwatch.data.checks.walk import check_records, stop_early
from moeiwatch.data.checks.words import MOST_PROBLEMS, list_terms, suggest
from moeiwatch.data.contents import MOST_RECORDS, Collection, Contents, Record
from moeiwatch.data.problems import Problem, shorten


def check_structures(contents: Contents) -> list[Problem]:
    """Report files that are not built as their layer is, and records that are none."""
    collections = [*contents.collections.values(), *contents.base.values()]
    problems = [p for collection in collections for p in check_structure(collection)]
    return problems + check_records(collections, check_record_structure)


def check_structure(collection: Collection) -> list[Problem]:
    """Report what is wrong with the outermost value of one file, and ids that stand twice."""
    document, member = collection.document, collection.member
    if document.broken:
        return []
    if collection.items is not None and len(collection.items) > MOST_RECORDS:
        message = f"the file holds {len(collection.items):,} records"
        return [Problem(collection.file, None, "", "", message, remedy=f"Up to {MOST_RECORDS:,} are read.")]
    if not member:
        if isinstance(document.value, list):
            return stop_early(collection, _double_ids(collection))
        message = f"the file holds {shorten(document.value)}, not a list of records"
        return [collection.problem(None, (), message, remedy="Write a list: [{...}, {...}].")]
    if not isinstance(document.value, dict):
        message = f"the file holds {shorten(document.value)}, not an object"
        return [collection.problem(None, (), message, remedy=f'Write {{"{member}": [...]}}.')]
    problems = _member_problems(collection)
    if not isinstance(document.value.get(member), list):
        remedy = f'Write "{member}": [] where there is no record.'
        problems.append(collection.problem(None, member, f"the file has no list of {member}", remedy=remedy))
    return problems + stop_early(collection, _double_ids(collection))


def check_record_structure(collection: Collection, record: Record) -> list[Problem]:
    """Report a record that is no object, or that lacks its type, id, properties or geometry."""
    if not isinstance(record.value, dict):
        message = f"a record is {shorten(record.value)}, not an object"
        return [collection.problem(record, (), message, remedy="Every record is an object: {...}.")]
    if not collection.is_layer:
        return []
    problems = []
    if record.value.get("type") != "Feature":
        message = f"the type is {shorten(record.value.get('type'))}"
        problems.append(collection.problem(record, "type", message, remedy='Write "type": "Feature".'))
    if collection.schema is not None:
        problems += _id_problems(collection, record)
    if not isinstance(record.value.get("properties"), dict):
        message = "the record has no properties"
        problems.append(
            collection.problem(record, "properties", message, remedy='Write "properties": {...}.')
        )
    if "geometry" not in record.value:
        remedy = 'Write "geometry": null where no place is known.'
        problems.append(collection.problem(record, "geometry", "the record has no geometry", remedy=remedy))
    if collection.schema is None:
        return problems
    known = ("type", "id", "properties", "geometry", "bbox")
    for name in islice((name for name in record.value if name not in known), MOST_PROBLEMS):
        message = f"the member {shorten(name)} of the feature is unknown"
        remedy = f"{suggest(name, known)}Facts stand inside properties."
        problems.append(collection.problem(record, (), message, remedy=remedy))
    return problems


def check_ids_across(contents: Contents) -> list[Problem]:
    """Report an id that two layers share: an id alone should tell which record is meant."""
    problems, owners = [], {}
    for layer in contents.layers:
        for id_, record in layer.by_id.items():
            other = owners.setdefault(id_, layer)
            if other is not layer:
                message = f"the id {shorten(id_)} is taken by a record of {other.file}"
                remedy = "Give this record another id, if it is the newer one."
                problems.append(layer.problem(record, "id", message, remedy=remedy))
    return problems


def _member_problems(collection: Collection) -> list[Problem]:
    """Report members around the list: ``$schema``, ``type`` and what the schema does not know."""
    if collection.schema is None:
        return []
    problems, value = [], collection.document.value
    rules = collection.schema.document.get("properties", {})
    for name, rule in rules.items():
        wanted = rule.get("const") if isinstance(rule, dict) else None
        if wanted is not None and value.get(name) != wanted:
            what = f"is {shorten(value[name])}" if name in value else "is missing"
            message, remedy = f"the member {name} of the file {what}", f'Write "{name}": "{wanted}".'
            problems.append(collection.problem(None, (name,), message, remedy=remedy))
    for name in islice((name for name in value if name not in rules), MOST_PROBLEMS):
        message = f"the member {shorten(name)} of the file is unknown"
        remedy = f"{suggest(name, rules)}{list_terms(rules)}"
        problems.append(collection.problem(None, (name,), message, remedy=remedy))
    return problems


def _id_problems(collection: Collection, record: Record) -> list[Problem]:
    if "id" in record.value:
        return check_id(collection, record)
    remedy = 'Write "id": "..." beside "type": lower-case letters, digits and hyphens.'
    return [collection.problem(record, "id", "the record has no id", remedy=remedy)]


def _double_ids(collection: Collection) -> Iterator[Problem]:
    for record in collection.records:
        first = collection.by_id.get(record.id) if record.id is not None else None
        if first is not None and first is not record:
            line = collection.problem(first, "id", "").line
            message = f"the id {shorten(record.id)} stands twice, first on line {line}"
            same = record.value == first.value
            remedy = (
                "Both say the same: take one of them out."
                if same
                else "If it is a copy by mistake, take it out. If it is another record, give the newer of "
                "the two another id; ids are never used again."
            )
            yield collection.problem(record, "id", message, remedy=remedy)
