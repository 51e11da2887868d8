"""The licences under which the layers stand, and the words to print: geodata/README.md, 'Licences'."""

CURATED = "Curated data: Moei Watch, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)."

BORROWED = {
    "river_reaches": (
        "Lines: © OpenStreetMap contributors, ODbL 1.0 (https://www.openstreetmap.org/copyright). Names of "
        "places: GeoNames, CC BY 4.0; Royal Thai Survey Department / OCHA, COD-AB, CC BY 3.0 IGO; Myanmar "
        "Information Management Unit place codes 9.6 (February 2025), not for sale."
    ),
    "compounds": (
        "Some points are those of a village, as location_note says: GeoNames, CC BY 4.0; Myanmar Information "
        "Management Unit place codes 9.6 (February 2025), not for sale."
    ),
    "sources": "Titles of publications belong to their publishers and are quoted.",
}
"""What in a layer is not ours, and the words that have to be printed with it."""

_AT_COMPOUNDS = ("construction_reports", "rescue_events", "interventions", "crossings")


def licence_words(layers: tuple[str, ...]) -> str:
    """Return the licence of a file that holds these layers.

    Examples
    --------
    >>> licence_words(("hydrology",)) == CURATED
    True
    """
    origins = ["compounds" if layer in _AT_COMPOUNDS else layer for layer in layers]
    borrowed = [words for name, words in BORROWED.items() if name in origins]
    return " ".join([CURATED, *borrowed])
