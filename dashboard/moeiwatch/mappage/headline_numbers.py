"""The headline numbers of the page where it stands alone: over all records, each with what was counted."""

from html import escape

import pandas as pd

from moeiwatch.analysis.compound_counts import compound_counts
from moeiwatch.analysis.key_figures import key_figures
from moeiwatch.analysis.people_words import counting_words, range_words, twice_words
from moeiwatch.analysis.records import select_standing
from moeiwatch.analysis.tally import people_range
from moeiwatch.data.geodata import Geodata


def numbers_html(geodata: Geodata) -> str:
    """Return the numbers as HTML, with an empty line for what a view leaves out (numbers.js); "" without any.

    They stand in the page itself: a browser sets them while it waits for the scripts.
    """
    numbers = [
        f'<div class="number"><h2>{escape(one["title"])}</h2><p class="value">{escape(one["value"])}</p>'
        f'<p class="muted">{escape(one["note"])}</p></div>'
        for one in headline_numbers(geodata)
    ]
    return "\n".join(['<p class="muted numbers-of-all" hidden></p>', *numbers]) if numbers else ""


def headline_numbers(geodata: Geodata) -> list[dict[str, str]]:
    """Return title, value and a line on what was counted, of each number; without those nothing tells of."""
    names = ("rescue_events", "compounds", "interventions")
    events, compounds, interventions = (select_standing(geodata.layers[name]) for name in names)
    found = [_people(events), _compounds(compounds), _key_figures(interventions, geodata.actors)]
    return [number for number in found if number["value"]]


def _people(events: pd.DataFrame) -> dict[str, str]:
    people = people_range(events)
    note = " ".join(filter(None, [counting_words(people, events), twice_words(people)]))
    value = range_words(people) if people.records else ""
    return _number("People who left compounds, all years", value, note)


def _compounds(compounds: pd.DataFrame) -> dict[str, str]:
    counts = compound_counts(compounds)["count"]
    low, sites, records = (int(counts[rule]) for rule in ("distinct_sites", "sites", "records"))
    value = f"{low} to {sites}" if low != sites else str(sites)
    note = (
        "Sites, without and with those that may be another under a second name; "
        f"{records} records with parts."
    )
    return _number("Compounds, all years", value if records else "", note)


def _key_figures(interventions: pd.DataFrame, actors: pd.DataFrame) -> dict[str, str]:
    figures = key_figures(interventions, actors)
    note = (
        f"People at the top only. Under sanctions: {len(figures.people)} people, "
        f"{len(figures.organisations)} firms and armed groups."
    )
    arrested = str(len(figures.arrested)) if len(interventions) else ""
    return _number("Key figures arrested, all years", arrested, note)


def _number(title: str, value: str, note: str) -> dict[str, str]:
    return {"title": title, "value": value, "note": note}
