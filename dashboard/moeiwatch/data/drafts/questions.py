"""One question at a prompt: put until the answer fits, with what was answered before as the default."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from moeiwatch.data.checks.date_hints import meant_dates
from moeiwatch.data.checks.words import nearest
from moeiwatch.data.properties import Property, inner_properties

KEYS = (
    "Enter: what stands in [brackets], else not known. -: not known. ?: what is meant. Ctrl-C: stop and keep."
)
"""What may be answered to every question."""


@dataclass(frozen=True)
class Talk:
    """The two sides of a dialogue.

    Attributes
    ----------
    ask : shows a question and returns the answer; EOFError or KeyboardInterrupt end the dialogue.
    say : shows a line.
    """

    ask: Callable[[str], str]
    say: Callable[[str], None]


@dataclass(frozen=True)
class Judged:
    """What came of an answer: its value, or what is wrong with it.

    Attributes
    ----------
    value : the value, where nothing is wrong.
    fault : what is wrong and what to do, "" where nothing is.
    near : answers that may have been meant, each with its words; a number chooses one.
    words : the value in words, where they say more than the answer.
    """

    value: Any = None
    fault: str = ""
    near: tuple[tuple[str, str], ...] = ()
    words: str = ""


def likely_answers(text: str, prop: Property) -> tuple[tuple[str, str], ...]:
    """Return what was likely meant by an answer that does not fit, each with its words: a term, or a date."""
    if prop.date:
        return tuple((date, date) for date in meant_dates(text))
    term = nearest(text, prop.terms)
    return ((term, prop.terms[term].title),) if term else ()


def ask_until(
    name: str,
    prop: Property,
    talk: Talk,
    *,
    judge: Callable[[str], Judged],
    former: Any = None,
    former_words: str = "",
    hint: str = "",
    needed: bool | None = None,
) -> Any:
    """Return the value of the first answer that fits; None for what is not known and need not be.

    Parameters
    ----------
    former : what Enter gives, None where it gives nothing; `former_words` says it.
    hint : how to write the answer, beside what the schema says.
    needed : True if no record goes without; by default what the schema says.
    """
    needed = prop.required if needed is None else needed
    title = f"{'*' if needed else ' '} {prop.title or name}{_form(name, prop, hint)}"
    near: tuple[tuple[str, str], ...] = ()
    _list_terms(prop, talk)
    while True:
        shown = near[0][1] if len(near) == 1 else former_words if former is not None and not near else ""
        answer = talk.ask(f"{title}{f' [{_cut(shown)}]' if shown else ''}: ").strip()
        if answer == "?":
            explain(prop, talk)
            continue
        if not answer and len(near) > 1:  # half an answer was given: Enter must not drop it unseen
            talk.say(f"  One of the numbers from 1 to {len(near)}, another answer, or - for not known.")
            continue
        if not answer and near:
            answer = near[0][0]
        elif not answer and former is not None:
            return former
        if answer in ("", "-"):
            if not needed:
                return None
            talk.say("  Every record needs it.")
            continue
        judged = judge(_chosen(answer, prop, near))
        if not judged.fault:
            if judged.words and judged.words != answer:
                talk.say(f"  -> {judged.words}")
            return judged.value
        talk.say(f"  {judged.fault}")
        near = judged.near
        for number, (_, words) in enumerate(near, start=1):
            talk.say(f"  {number}. {words}")


def ask_yes(question: str, talk: Talk, *, default: bool) -> bool:
    """Return what is answered to a question of yes or no; Enter is the default."""
    while True:
        answer = talk.ask(f"{question} [{'Y/n' if default else 'y/N'}] ").strip().casefold()
        if answer in ("", "y", "yes", "n", "no"):
            return answer in ("y", "yes") if answer else default
        talk.say("  y or n.")


def explain(prop: Property, talk: Talk) -> None:
    """Say what a property means, and its terms."""
    talk.say(f"  {prop.description}")
    for term, words in prop.terms.items():
        talk.say(f"  {term}: {words.description}")


def _list_terms(prop: Property, talk: Talk) -> None:
    for number, term in enumerate(prop.terms.values(), start=1):
        talk.say(f"  {number}. {term.title}")


def _chosen(answer: str, prop: Property, near: tuple[tuple[str, str], ...]) -> str:
    """Return the term or the nearest answer that a number chooses, else the answer itself."""
    listed = [one for one, _ in near] or [str(term) for term in prop.terms]
    place = int(answer) if answer.isdecimal() and len(answer) <= 4 else 0
    return listed[place - 1] if 1 <= place <= len(listed) else answer


def _form(name: str, prop: Property, hint: str) -> str:
    """Return in short how the answer is written."""
    if prop.date == "partial" or name == "issued":
        return " (YYYY-MM-DD, YYYY-MM or YYYY)"
    if prop.schema.get("propertyNames"):
        return " (such as Kenya 20; ET 138)"
    unit = prop.unit if prop.unit.casefold() not in prop.title.casefold() else ""
    several = "several: with semicolons" if prop.type == "array" else ""
    inner = inner_properties(prop) if prop.type == "array" else {}
    each = " ".join(name for name, one in inner.items() if one.required or one.date)
    hints = [part for part in (unit, hint, each and f"each: {each}", several) if part]
    return f" ({'; '.join(hints)})" if hints else ""


def _cut(words: str) -> str:
    return words if len(words) <= 100 else words[:99] + "…"
