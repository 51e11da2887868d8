"""How numbers, times and statuses are made, in the words of the code itself: the same in app and export."""

import importlib

from moeiwatch.mappage.docstrings import module_html

PARTS = {
    "counting": ("People: the counting tree", ()),
    "counting_period": ("People: what counts in a period", ()),
    "overlaps": ("People: who may be counted twice", ()),
    "tally": ("People: ranges by year, kind and place", ("people_range", "people_by")),
    "monthly_people": ("People: month by month in the chart", ("monthly_people",)),
    "nationalities": ("Nationalities", ("people_by_nationality", "nationality_coverage")),
    "compound_counts": ("Compounds: three rules", ("compound_counts", "published_counts")),
    "sites": ("Compounds: parts and possible twins", ("site_of", "doubtful_sites", "folded_sites")),
    "works": ("Reports of building and of tearing down", ("works_side",)),
    "before_after": ("Reports before and after a month", ("before_and_after",)),
    "buildings": ("Buildings and areas", ("metric_totals", "demolition_side_by_side")),
    "known": ("When a thing became public", ("known_dates",)),
    "status": ("Status through time", ("status_spans",)),
    "compound_words": ("Compounds: what was said by the end of a period", ("compound_words",)),
    "staleness": ("Old words", ()),
    "selection": ("What a view shows", ("select_view",)),
    "key_figures": ("Key figures", ("key_figures",)),
}
"""Modules of the analysis by name, each with its title and the functions whose words are shown."""

WHOSE_WORDS = "These are the words of the code itself: a rule is written once, where it is applied."


def rules_html() -> str:
    """Return the rules of `PARTS` as HTML, each to be opened on demand."""
    return "".join(
        module_html(importlib.import_module(f"moeiwatch.analysis.{name}"), title=title, functions=functions)
        for name, (title, functions) in PARTS.items()
    )
