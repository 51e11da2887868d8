"""A number of people in words, the same wherever it stands."""

import pandas as pd

from moeiwatch.analysis.counting_period import Beside
from moeiwatch.analysis.event_tree import PeopleRange
from moeiwatch.analysis.records import column
from moeiwatch.data.plurals import plural


def people_words(low: int, high: int, *, open_above: bool) -> str:
    """Return a counted range of people in words; where a report counted is open upwards, so are the words.

    Examples
    --------
    >>> people_words(20325, 24960, open_above=True), people_words(200, 200, open_above=True)
    ('20,325 to 24,960 or more', '200 or more')
    >>> people_words(75, 166, open_above=False), people_words(16, 16, open_above=False)
    ('75 to 166', '16')
    """
    words = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    return f"{words} or more" if open_above else words


def range_words(people: PeopleRange) -> str:
    """Return a number of people in words; "none reported" where no event counts, which is not nobody.

    Examples
    --------
    >>> range_words(PeopleRange(0, 0, 261, records=("a",))), range_words(PeopleRange(0, 0, 0))
    ('0 to 261', 'none reported')
    """
    if not people.records:
        return "none reported"
    return people_words(people.low, people.high, open_above=people.open_above)


def counting_words(people: PeopleRange, events: pd.DataFrame) -> str:
    """Return the line under a number of people: what was counted, and what the number may leave out.

    That claims are included is said where one is: of a number made of observations alone it would be wrong.

    Parameters
    ----------
    events : those counted, with their ``basis``.

    Examples
    --------
    >>> events = pd.DataFrame({"basis": ["claimed", "observed"]}, index=["a", "b"])
    >>> counting_words(PeopleRange(5, 5, 5, records=("a",), held=("b",), kinds=("raid",)), events)
    'Counted once each, as far as the records tell: 2 reports, of which 1 stands for the rest. Claims by authorities are included.'
    >>> counting_words(PeopleRange(5, 5, 5, records=("b",), open_above=True), events)
    'Counted once each, as far as the records tell: 1 report. Some reports name no upper end.'
    """  # noqa: E501 - a sentence is one line
    reports = report_count(people)
    words = f"Counted once each, as far as the records tell: {plural(reports, 'report')}"
    if not reports:
        return "No report ended in what is shown."
    if reports > len(people.records) > 0:
        words += f", of which {_stand(len(people.records))} for the rest"
    words += "."
    if "claimed" in set(column(events, "basis").reindex(people.records)):
        words += " Claims by authorities are included."
    return f"{words} Some reports name no upper end." if people.open_above else words


def twice_words(people: PeopleRange) -> str:
    """Return how a person may be counted twice in a number, "" where its reports are of one kind.

    Examples
    --------
    >>> twice_words(PeopleRange(30, 40, 50, kinds=("escape", "raid"), twice=10))
    'One person may stand in reports of two kinds, as in a raid and in an escape. The records themselves say so of up to 10; 20 is the least without them.'
    >>> twice_words(PeopleRange(30, 40, 50, kinds=("raid",)))
    ''
    """  # noqa: E501 - a sentence is one line
    words = []
    if len(people.kinds) > 1:
        words.append("One person may stand in reports of two kinds, as in a raid and in an escape.")
    if people.twice:
        words.append(
            f"The records themselves say so of up to {people.twice:,}; {people.low - people.twice:,} is the "
            "least without them."
        )
    return " ".join(words)


def beside_words(beside: Beside, people: PeopleRange) -> str:
    """Return what has to be said beside the number of people in a period, "" where there is nothing.

    Examples
    --------
    >>> beyond = PeopleRange(0, 0, 13949, records=("a",), held=("b",))
    >>> beside_words(Beside(beyond, PeopleRange(5, 5, 5, records=("c",))), PeopleRange(9, 9, 9, records=("c", "d")))
    '1 of those counted (5 people) began before the period: its people may have left before. 2 more reports, of up to 13,949 people in all, reach beyond the period and are not counted.'
    >>> beside_words(Beside(PeopleRange(0, 0, 0), PeopleRange(0, 0, 0), covered=("e",)), PeopleRange(9, 9, 9))
    '1 more report reaches beyond the period too; a wider report, counted in the period or before it, holds its people.'
    """  # noqa: E501 - sentences are one line
    parts = [
        _begun_words(beside.begun_before, people),
        _beyond_words(beside.beyond),
        _covered_words(len(beside.covered)),
    ]
    return " ".join(filter(None, parts))


def report_count(people: PeopleRange) -> int:
    """Return how many reports a number of people was made from."""
    return len(people.records) + len(people.held) + len(people.without_number)


def _begun_words(begun: PeopleRange, people: PeopleRange) -> str:
    count = len(begun.records)
    if not count:
        return ""
    if count == len(people.records) > 1:
        return "All of those counted began before the period: their people may have left before."
    whose = "its" if count == 1 else "their"
    return (
        f"{count:,} of those counted ({range_words(begun)} people) began before the period: {whose} people "
        "may have left before."
    )


def _beyond_words(beyond: PeopleRange) -> str:
    reports = report_count(beyond)
    if not reports:
        return ""
    most = f", of up to {beyond.high:,}{' or more' if beyond.open_above else ''} people in all,"
    reach, are = ("reaches", "is") if reports == 1 else ("reach", "are")
    return (
        f"{plural(reports, 'more report')}{most if beyond.records else ''} {reach} beyond the period and "
        f"{are} not counted."
    )


def _covered_words(reports: int) -> str:
    if not reports:
        return ""
    reach, whose = ("reaches", "its") if reports == 1 else ("reach", "their")
    return (
        f"{plural(reports, 'more report')} {reach} beyond the period too; a wider report, counted in the "
        f"period or before it, holds {whose} people."
    )


def _stand(count: int) -> str:
    return f"{count:,} stand{'s' if count == 1 else ''}"
