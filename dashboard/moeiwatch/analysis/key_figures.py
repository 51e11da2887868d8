"""Who at the top was arrested, handed over or sanctioned, as far as records say."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from moeiwatch.analysis.records import column, parse_cell, select_standing
from moeiwatch.data.dates import parse_partial_date


@dataclass(frozen=True)
class KeyFigures:
    """Steps against people at the top, and who stands on a sanctions list.

    Attributes
    ----------
    arrested, ordered, extradited : ids of interventions that concern a person at the top (`key_figure`). An
        order to extradite is a decision; only `extradited` holds those who were handed over.
    sanctions : ids of interventions that are sanctions against people at the top.
    people, organisations : ids of actors with at least one sanction; each counted once, whatever the number
        of authorities that listed it.
    """

    arrested: tuple[str, ...]
    ordered: tuple[str, ...]
    extradited: tuple[str, ...]
    sanctions: tuple[str, ...]
    people: tuple[str, ...]
    organisations: tuple[str, ...]


def key_figures(interventions: pd.DataFrame, actors: pd.DataFrame, *, until: str = "") -> KeyFigures:
    """Return the steps against people at the top, in order of time, and the actors under sanctions.

    An arrest of a suspect or a recruiter is none of these: only records marked `key_figure` count.

    Parameters
    ----------
    interventions : those shown.
    actors : all actors.
    until : partial date; a sanction counts if it was imposed by the end of it, one without a date always. ""
        is whenever it was imposed.
    """
    last = parse_partial_date(until).end if until else date.max
    standing = select_standing(interventions)
    marked = standing[(column(standing, "key_figure") == True).to_numpy(bool)]  # noqa: E712 - may be missing
    marked = marked.sort_values("date", kind="stable")

    def of_kind(kind: str) -> tuple[str, ...]:
        return tuple(marked.index[(column(marked, "kind") == kind).to_numpy(bool)])

    actors = select_standing(actors)
    listed = actors[[_is_listed(entries, last) for entries in column(actors, "sanctions")]]
    is_person = (column(listed, "kind") == "person").to_numpy(bool)
    return KeyFigures(
        arrested=of_kind("arrest"),
        ordered=of_kind("extradition_order"),
        extradited=of_kind("extradition"),
        sanctions=of_kind("sanction"),
        people=tuple(listed.index[is_person]),
        organisations=tuple(listed.index[~is_person]),
    )


def _is_listed(entries: object, last: date) -> bool:
    days = [parse_cell(one.get("date")) for one in entries] if isinstance(entries, list) else []
    return any(day is None or day.end <= last for day in days)
