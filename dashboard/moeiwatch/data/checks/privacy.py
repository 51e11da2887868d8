"""The harm rule in words: no text leads to a person, by a number to call or by the shelter they are in."""

from moeiwatch.data.checks.contacts import find_contact
from moeiwatch.data.checks.shelters import find_shelter

_NOBODY = "Take it out: nobody may be reached or found by this map. What a reader needs is the source."
_COUNTRY = (
    "Write 'in a shelter' with no more than the country ('in a shelter in Thailand'): no name, no town, "
    "nothing that it stands beside."
)


def privacy_fault(text: str, *, is_printed: bool = False) -> tuple[str, str] | None:
    """Return what in a text could lead to a person, and what to do; None where nothing was found.

    The message says where it stands and does not repeat it: reports of the check are public.

    Parameters
    ----------
    is_printed : True for words as they were printed (titles, names of publishers), which may name a shelter.
    """
    if found := find_contact(text):
        kind, offset = found
        return f"the text holds {kind} (from character {offset + 1} on)", _NOBODY
    if not is_printed and (found := find_shelter(text)):
        return f"the text names a shelter or tells where one is (from character {found[0] + 1} on)", _COUNTRY
    return None
