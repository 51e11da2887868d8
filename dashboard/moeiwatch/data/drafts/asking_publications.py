"""A publication asked for at a prompt: its address first, which tells what is known of its publisher."""

from typing import Any

from moeiwatch.data.checks.date_hints import date_hint, meant_dates
from moeiwatch.data.checks.publications import OPEN_IT, is_public
from moeiwatch.data.checks.sources import address_fault
from moeiwatch.data.checks.words import suggest
from moeiwatch.data.citations import is_web_address
from moeiwatch.data.contents import Contents
from moeiwatch.data.dates import parse_partial_date
from moeiwatch.data.drafts.answer_words import answer_words
from moeiwatch.data.drafts.answers import Answers
from moeiwatch.data.drafts.lookup import Lookup
from moeiwatch.data.drafts.names import property_names
from moeiwatch.data.drafts.publications import language_code
from moeiwatch.data.drafts.publishers import Publishers
from moeiwatch.data.drafts.questions import Judged, Talk, ask_until, ask_yes, likely_answers
from moeiwatch.data.drafts.values import term_of
from moeiwatch.data.language_codes import ISO_639_1
from moeiwatch.data.properties import Property
from moeiwatch.data.web_addresses import is_archived, leads_on, written_address

_QUESTIONS = (
    *("URL", "container-title", "publisher", "title", "issued", "language"),
    *("type", "kind", "access", "read_at", "note"),
)
_OFFERED = ("container-title", "publisher", "language", "type", "kind")


def ask_publication(answers: Answers, contents: Contents, talk: Talk) -> None:
    """Put the questions on one publication that were not put yet, and note the answers as they come.

    What all publications of the same publisher share is offered as the answer.
    """
    for name in _QUESTIONS:
        if name not in answers.asked and _applies(name, answers.values):
            ask_publication_property(name, answers, contents, talk)
        known = Lookup(contents).source_of(answers.values) if name == "URL" else ""
        if known:
            talk.say(f"  It is there already as {known}: cite it by this id.")
            if not ask_yes("  Do you want to complete it?", talk, default=False):
                answers.asked += [name for name in _QUESTIONS if name not in answers.asked]


def ask_publication_property(name: str, answers: Answers, contents: Contents, talk: Talk) -> None:
    """Put one question, with the answer of before or the likely one as the default, and note the answer."""
    names = property_names(contents.collections["sources"].schema, "sources")
    prop = names.get(name)
    if prop is None:
        return
    former = answers.values.get(name, _likely(name, answers.values, Publishers(contents)))
    lookup = Lookup(contents)
    value = ask_until(
        name,
        prop,
        talk,
        judge=lambda text: _judge(text, name, prop),
        former=former,
        former_words=answer_words(former, prop, lookup),
        needed=prop.required or name == "read_at",
    )
    if name == "issued" and value is None:
        talk.say("  Without a date nobody can say since when it is known; at the end you can still give one.")
    answers.put(name, value)


def address_refusal(address: str) -> str:
    """Return what is wrong with the address of a publication, "" where nothing is."""
    if not is_web_address(address):
        reason, remedy = address_fault(address)
        return f"{address[:60]!r} is no address that can be followed{reason and f': {reason}'}. {remedy}"
    if leads_on(address):
        return f"{address[:60]} only passes on to another page. {OPEN_IT}"
    return "" if is_public(address) else "Nobody else can open it: give an address that everybody can read."


def _applies(name: str, values: dict[str, Any]) -> bool:
    """Return False for a question that another answer makes needless."""
    if name == "publisher":
        return "container-title" not in values
    return name != "read_at" or (values.get("access") == "copy" and "URL" not in values)


def _likely(name: str, values: dict[str, Any], publishers: Publishers) -> Any:
    """Return the answer that is likely, from the address and from the publisher's other publications."""
    if name == "access":
        return "copy" if is_archived(values.get("URL")) else "original" if values.get("URL") else None
    return publishers.habits(values, names=_OFFERED, share=0.5).get(name)


def _judge(text: str, name: str, prop: Property) -> Judged:
    if prop.terms:
        term = term_of(text, prop)
        if term in prop.terms:
            return Judged(term, words=prop.terms[term].title)
        fault = f"{text[:60]!r} is not one of them. {suggest(text, prop.terms)}".strip()
        return Judged(fault=fault, near=likely_answers(text, prop))
    if name in ("URL", "read_at"):
        address = written_address(text)
        return Judged(address, fault=address_refusal(address), words=address)
    if name == "language":
        code = language_code(text)
        fault = f"{text[:40]!r} is no language: two letters, such as en, th, my, zh, or its name."
        return Judged(code, words=code, fault="" if code in ISO_639_1 else fault)
    if name == "issued" and not _is_date(text):
        fault = f"{text[:60]!r} is no date. {date_hint(text)}Write it as 2026-03-05, 2026-03 or 2026."
        return Judged(fault=fault, near=tuple((date, date) for date in meant_dates(text)))
    if name in ("container-title", "publisher") and (_is_date(text) or meant_dates(text)):
        return Judged(fault=f"{text[:60]!r} is a date; the date is asked for later. Who published it?")
    return Judged(text)


def _is_date(text: str) -> bool:
    try:
        parse_partial_date(text)
    except ValueError:
        return False
    return True
