"""One record that changed, with all that a sentence says of it."""

from dataclasses import dataclass

from moeiwatch.data.changes.fields import FieldChange
from moeiwatch.data.contents import Record

KINDS = ("added", "changed", "merged", "withdrawn", "removed")
"""What can happen to a record, in the order in which it is told."""


@dataclass(frozen=True)
class RecordChange:
    """One record that changed.

    Attributes
    ----------
    kind : one of `KINDS`.
    id : its id, "" where it has none.
    name : what people call it.
    fields : what changed in it; [] if it was added or removed.
    before, after : the record in the two states, None where it is missing.
    breaks_promise : True if its id disappeared without ``merged_into`` or ``withdrawn``: ids are promises.
    facts : what is told of it if it was added.
    moves_with : name of the compound whose point it takes and with which it moved, "" where there is none.
    followers : how many records moved with it, if it is a compound.
    """

    layer: str
    kind: str
    id: str
    name: str
    fields: list[FieldChange]
    before: Record | None
    after: Record | None
    breaks_promise: bool = False
    facts: tuple[str, ...] = ()
    moves_with: str = ""
    followers: int = 0

    @property
    def only_follows(self) -> bool:
        """True if nothing happened to it but that it moved with its compound."""
        return bool(self.moves_with) and len(self.fields) == 1
