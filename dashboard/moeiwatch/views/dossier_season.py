"""What a compound's dossier says of the river: its season, where the compound stands at it."""

from moeiwatch.analysis.dossier import Dossier
from moeiwatch.analysis.river.nearness import UNKNOWN_PRECISION_M
from moeiwatch.data.citations import MONTHS
from moeiwatch.views.text import html_text, number, within_words

BESIDE_KM = 10.0
"""Kilometres from the river within which a compound counts as beside it, its precision added: the distance
over which the weight of a compound in the model of crossing falls to 37 percent."""


def season_html(dossier: Dossier, *, low_months: list[int]) -> str:
    """Return the low-water months of the Moei; for a compound away from it, that it has none.

    Parameters
    ----------
    low_months : months (1 to 12) of low water.
    """
    if dossier.reach is None:
        return _note("No place of it is known, so nothing can be said of the river beside it.")
    precision = dossier.compound.get("precision_m")
    known = precision is not None and precision == precision
    if dossier.reach_km > BESIDE_KM + (precision if known else UNKNOWN_PRECISION_M) / 1000:
        return _note(
            f"It does not stand at the Moei, which is {number(round(dossier.reach_km))} km away at its "
            "nearest. No season of low water is given for it."
        )
    months = ", ".join(MONTHS[month - 1] for month in low_months) or "not known"
    sure = f", and the point is sure {within_words(precision)}" if known else ""
    return _note(
        f"Low water: {months}, by a stand-in for the whole river. The river is "
        f"{number(round(dossier.reach_km, 1))} km from the point of this record{sure}."
    )


def _note(words: str) -> str:
    return f'<p class="mw-note">{html_text(words)}</p>'
