"""Rules whose inputs could not be read: skipped, and that is said once, instead of false errors."""

from collections.abc import Iterable

from moeiwatch.data.contents import Collection
from moeiwatch.data.problems import WARNING, Problem


def not_checked(
    about: Collection, what: str, *, because: Iterable[Collection], with_schema: bool = False
) -> list[Problem]:
    """Return one warning that a rule was skipped, with the files that were not read; [] if all were.

    Parameters
    ----------
    about : the file that the rule judges; where it was not read itself, its own error says enough.
    what : what nobody can say now, as part of a sentence.
    because : the files that the rule needs.
    with_schema : True if it needs their schemas as well.
    """
    unread = [
        collection.file if not collection.is_read else f"schema/{collection.name}.json"
        for collection in because
        if not collection.is_read or (with_schema and collection.schema is None)
    ]
    if not unread:
        return []
    message = f"not checked: {what}, because {', '.join(unread)} could not be read"
    return [Problem(about.file, None, "", "", message, WARNING, f"Mend {unread[0]} first.")]
