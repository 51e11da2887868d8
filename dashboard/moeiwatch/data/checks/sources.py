"""Rules on publications: links that may be shown, copies that may not, and what nothing cites."""

from moeiwatch.data.checks.references import references_of
from moeiwatch.data.checks.unread import not_checked
from moeiwatch.data.citations import is_web_address, percent_encoded, unfit_sign
from moeiwatch.data.contents import Contents, Record
from moeiwatch.data.problems import NOTICE, Problem, shorten
from moeiwatch.data.web_addresses import web_host, without_escapes


def check_links(contents: Contents) -> list[Problem]:
    """Report addresses that are not http(s), and addresses that stand where none may."""
    sources, problems = contents.collections["sources"], []
    for record in sources.records:
        custom = record.properties.get("custom")
        custom = custom if isinstance(custom, dict) else {}
        for path, address in (
            (("URL",), record.properties.get("URL")),
            (("custom", "read_at"), custom.get("read_at")),
        ):
            if isinstance(address, str) and not is_web_address(address):
                reason, remedy = address_fault(address)
                message = f"{shorten(address)} is not a link that may be followed{reason and f': {reason}'}"
                problems.append(sources.problem(record, path, message, remedy=remedy))
        problems += _access_problems(contents, record, custom)
    return problems


def address_fault(address: str) -> tuple[str, str]:
    """Return what stands in an address that none may hold, "" where it is something else, and what to do."""
    at = unfit_sign(address)
    is_begun = address.startswith(("http://", "https://"))
    meant = percent_encoded(without_escapes(address.strip())) if at >= 0 else address
    meant = meant if is_begun or "://" in meant else f"https://{meant}"
    is_right = "." in address and is_web_address(meant) and "%" not in web_host(meant)
    near = f"Did you mean {meant}? " if is_right else ""
    if at < 0 or not is_begun:
        return "", f"{near}Give an address that begins with http:// or https://."
    sign = "a blank" if address[at] == " " else shorten(address[at])
    reason = f"{sign} stands in it, as character {at + 1} (after {shorten(address[max(at - 20, 0) : at])})"
    code = percent_encoded(address[at])
    return reason, f"{near}Take it out{code and f', or write {code} if it belongs there'}."


def check_unused_sources(contents: Contents) -> list[Problem]:
    """Tell of publications that no record cites yet; once if a file that may cite them was not read.

    A notice: a collection may come first, and the records that cite it later.
    """
    sources = contents.collections["sources"]
    citing = [c for c in contents.collections.values() if c is not sources]
    if skipped := not_checked(sources, "which publications nobody cites", because=citing, with_schema=True):
        return skipped if sources.records else []
    used = {id_ for *_, id_, layer in references_of(contents) if layer == "sources"}
    return [
        sources.problem(
            record,
            "id",
            "no record cites this publication",
            severity=NOTICE,
            remedy="That is fine for a collection that comes first: records may cite it later.",
        )
        for id_, record in sources.by_id.items()
        if id_ not in used
    ]


def check_former_ids(contents: Contents) -> list[Problem]:
    """Report an id that is in use although another publication had it before (``other_ids``)."""
    sources, problems = contents.collections["sources"], []
    for record in sources.records:
        custom = record.properties.get("custom")
        former = custom.get("other_ids") if isinstance(custom, dict) else None
        for place, id_ in enumerate(former if isinstance(former, list) else []):
            if isinstance(id_, str) and id_ in sources.by_id:
                message = f"{shorten(id_)} is a former id, but a publication has it now"
                remedy = "Ids are never used again: give the other publication a new one."
                problems.append(
                    sources.problem(record, ("custom", "other_ids", place), message, remedy=remedy)
                )
    return problems


def _access_problems(contents: Contents, record: Record, custom: dict) -> list[Problem]:
    sources = contents.collections["sources"]
    is_copy = custom.get("access") == "copy"
    if is_copy and "URL" in record.properties:
        message = "a publication read in a copy carries an address (URL)"
        remedy = "Move the address to custom.read_at: copies are cited, never linked."
        return [sources.problem(record, "URL", message, remedy=remedy)]
    if is_copy and "read_at" not in custom:
        message = "the address of the copy is missing (custom.read_at)"
        return [
            sources.problem(record, ("custom", "read_at"), message, remedy="Say where the copy was read.")
        ]
    if "access" in custom and not is_copy and "read_at" in custom:
        message = f"read_at stands beside access = {shorten(custom['access'])}"
        remedy = "read_at is for copies: write access = copy, or use URL."
        return [sources.problem(record, ("custom", "read_at"), message, remedy=remedy)]
    if "access" in custom and not is_copy and "URL" not in record.properties:
        message = "the address (URL) is missing"
        remedy = "Give it, or write access = copy with custom.read_at if it was read in a copy."
        return [sources.problem(record, "URL", message, remedy=remedy)]
    return []
