"""All rules at once: every problem of every file."""

from collections.abc import Callable
from datetime import date
from functools import partial

from moeiwatch.data.checks.base import check_base
from moeiwatch.data.checks.counted_in import check_times_of_parents
from moeiwatch.data.checks.dates import (
    check_dates,
    check_first_reports,
    check_future,
    check_periods,
    check_publications,
)
from moeiwatch.data.checks.duplicates import check_near_duplicates
from moeiwatch.data.checks.files import check_files
from moeiwatch.data.checks.form import check_form
from moeiwatch.data.checks.geometry import check_geometries
from moeiwatch.data.checks.harm import check_harm
from moeiwatch.data.checks.members import check_members
from moeiwatch.data.checks.nationalities import check_nationalities, check_nationality_sums
from moeiwatch.data.checks.people import (
    check_overlaps,
    check_people_in_parents,
    check_people_order,
    check_people_sums,
)
from moeiwatch.data.checks.persons import check_persons
from moeiwatch.data.checks.places import check_banks, check_compound_places
from moeiwatch.data.checks.publications import check_hosts, check_languages
from moeiwatch.data.checks.reach import check_crossings, check_land
from moeiwatch.data.checks.references import check_circles, check_references
from moeiwatch.data.checks.river import check_reaches, check_series
from moeiwatch.data.checks.sanctions import check_sanctions
from moeiwatch.data.checks.sources import check_former_ids, check_links, check_unused_sources
from moeiwatch.data.checks.stories import check_stories
from moeiwatch.data.checks.structure import check_ids_across, check_structures
from moeiwatch.data.checks.text import check_texts
from moeiwatch.data.checks.values import check_properties, check_value_order, check_values
from moeiwatch.data.checks.wording import check_named_records
from moeiwatch.data.contents import Contents
from moeiwatch.data.problems import ERROR, Problem, sort_problems

CHECKS = (
    check_structures,
    check_ids_across,
    check_properties,
    check_texts,
    check_links,
    check_hosts,
    check_languages,
    check_dates,
    check_references,
    check_values,
    check_members,
    check_value_order,
    check_geometries,
    check_reaches,
    check_base,
    check_periods,
    check_publications,
    check_first_reports,
    check_circles,
    check_nationalities,
    check_nationality_sums,
    check_people_order,
    check_people_in_parents,
    check_times_of_parents,
    check_overlaps,
    check_former_ids,
    check_land,
    check_crossings,
    check_banks,
    check_compound_places,
    check_harm,
    check_people_sums,
    check_near_duplicates,
    check_named_records,
    check_persons,
    check_sanctions,
    check_unused_sources,
    check_stories,
    check_files,
    check_form,
)
"""The rules; where two find an error in one place, the one that stands first here is told."""


def check_contents(
    contents: Contents, *, as_of: date, progress: Callable[[int, int], None] | None = None
) -> list[Problem]:
    """Return every problem of the data by file and line, for one property what the first rule says.

    Parameters
    ----------
    as_of : the day that counts as today; dates of reading lie on it or before it.
    progress : called before each rule with the number of rules done and of all.
    """
    problems = list(contents.problems)
    told: set[tuple] = set()
    checks = (*CHECKS, partial(check_future, as_of=as_of), partial(check_series, as_of=as_of))
    for done, check in enumerate(checks):
        if progress:
            progress(done, len(checks))
        found = [p for p in check(contents) if not (p.severity == ERROR and p.field and _place(p) in told)]
        told |= {_place(problem) for problem in found if problem.severity == ERROR}
        problems += found
    return sort_problems(problems)


def _place(problem: Problem) -> tuple:
    return problem.file, problem.line, problem.record, problem.field
