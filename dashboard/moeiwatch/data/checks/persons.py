"""Rule on persons among the actors: public records name them, or they are not listed."""

import re

from moeiwatch.data.contents import Contents
from moeiwatch.data.problems import WARNING, Problem

_GROUNDS = re.compile(
    r"\b(?:sanction|charged\b|charges\b|indict|warrant|arrest|convict|sentenced|prosecut|extradit"
    r"|own(?:s|ed|er|ers|ership)\b|shareholder|director\b)",
    re.IGNORECASE,
)
"""Words that a text uses where a person stands under a public charge or in records of ownership."""


def check_persons(contents: Contents) -> list[Problem]:
    """Warn of a person without sanctions of whom the summary tells neither a public charge nor ownership."""
    actors, problems = contents.collections["actors"], []
    for record in actors.records:
        facts = record.properties
        summary = facts.get("summary")
        named = bool(facts.get("sanctions")) or (isinstance(summary, str) and _GROUNDS.search(summary))
        if facts.get("kind") == "person" and not named and not {"withdrawn", "merged_into"} & set(facts):
            message = "a person, but no sanctions, public charge or published ownership is told"
            remedy = (
                "Only these are a ground to list a person: write sanctions, or say in summary which charge "
                "or ownership a cited source names. Without one take the record out if it is new, else "
                "withdraw it. If this is no person, mend kind."
            )
            problems.append(actors.problem(record, "kind", message, severity=WARNING, remedy=remedy))
    return problems
