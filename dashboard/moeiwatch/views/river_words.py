"""The river's month in plain sentences."""

import pandas as pd

from moeiwatch.analysis.river.crossing_risk import CLASSES
from moeiwatch.analysis.river.evidence import RankCorrelation
from moeiwatch.analysis.river.low_water import LOW_FROM
from moeiwatch.data.citations import MONTHS
from moeiwatch.data.plurals import plural

LABEL = (
    "This is the likelihood that people are moved across the river near compounds. It is no advice on "
    "passage: "
    "it says nothing of how or where the river can be crossed, and no depth of it is known."
)
"""Stands wherever crossing risk is shown by reach."""

EVIDENCE = (
    "The evidence is thin. It comes from where reporters are, around Mae Sot and Myawaddy, and from what "
    "makes "
    "news. The largest waves of 2025 followed raids and came at high water, in October: what moved people "
    "then "
    "was the raid, not the season. What is set beside the model here tests it against reports, not against "
    "crossings."
)

_STEADY = 0.03
"""Change of the index (0 to 1) from month to month below which the river is called steady."""


def month_words(month: int, low_water: pd.DataFrame, *, is_now: bool) -> str:
    """Return how the river stands in a month of an ordinary year.

    Parameters
    ----------
    low_water : as `low_water_by_month` returns it.
    is_now : True if it is the month of the reader's date.
    """
    name = MONTHS[month - 1]
    opening = f"It is {name}. In this month" if is_now else f"In {name}"
    low, best, high = low_water.loc[month, ["low", "best", "high"]]
    if best != best:
        return f"{opening} nothing is known of the river: no series of a whole year is on record."
    return (
        f"{opening} of an ordinary year the river runs {_level(best)} and is {_trend(month, low_water)}. "
        f"Low-water index {best:.2f} ({low:.2f} to {high:.2f}), where 1 is the lowest month of the year "
        "and 0 the highest."
    )


def danger_words(month: int, danger: pd.DataFrame) -> str:
    """Return how dangerous the water is to a person who crosses in a month."""
    low, best, high = danger.loc[month, ["low", "best", "high"]]
    if best != best:
        return "How dangerous the water is in this month is not known."
    floods = len(danger.at[month, "floods"])
    words = f"Danger to the person who crosses, in {MONTHS[month - 1]}: {best:.0f} of 100"
    words += f" ({low:.0f} to {high:.0f})."
    words += f" {plural(floods, 'record')} of floods in this month." if floods else ""
    return f"{words} It runs against crossing risk and is never mixed with it. No month is safe."


def class_words(classes: pd.Series) -> str:
    """Return how many reaches are in each class, highest class first.

    Examples
    --------
    >>> class_words(pd.Series(["lower", "high", "lower"]))
    'Of 3 reaches, 1 is in the class high, 2 in lower.'
    """
    counts = classes.value_counts()
    names = [name for name, _ in reversed(CLASSES) if counts.get(name)] + ["unknown"] * ("unknown" in counts)
    if not names:
        return "There is no reach to show."
    first, *others = names
    opening = f"{counts[first]} {'is' if counts[first] == 1 else 'are'} in the class {first}"
    rest = "".join(f", {counts[name]} in {name}" for name in others)
    return f"Of {plural(len(classes), 'reach', 'reaches')}, {opening}{rest}."


def correlation_words(found: RankCorrelation) -> str:
    """Return what a rank correlation with low water says, and what it cannot say."""
    if found.rho is None:
        return f"Too few months with reports ({found.months}) to compare them with the index."
    words = (
        f"Rank correlation of reports with low water, over {found.months} months that have one: "
        f"{found.rho:.2f} "
        f"(95 percent interval {found.low:.2f} to {found.high:.2f}). "
    )
    if found.low <= 0 <= found.high:
        return words + "The reports neither bear the index out nor speak against it."
    return words + (
        "More reports come from months of low water." if found.rho > 0 else "More reports come at high water."
    )


def _level(best: float) -> str:
    if best >= LOW_FROM:
        return "low"
    return "rather low" if best >= 0.5 else "rather high" if best >= 0.2 else "high"


def _trend(month: int, low_water: pd.DataFrame) -> str:
    change = low_water.at[month % 12 + 1, "best"] - low_water.at[month, "best"]
    return "falling" if change > _STEADY else "rising" if change < -_STEADY else "steady"
