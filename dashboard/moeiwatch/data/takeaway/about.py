"""What every download says of itself: licence, version of the data, filters, day, and how to cite it."""

from dataclasses import dataclass
from datetime import date

from moeiwatch.data.derived import DERIVED
from moeiwatch.data.takeaway.licences import licence_words

PROJECT = "Moei Watch"

SUBJECT = "Scam compounds along the Thai-Myanmar border"

HOW_TO_READ = (
    "Reports are told as their sources tell them; a claim of an authority is marked as a claim. People and "
    "compounds may not be added up row by row: see counted_in, part_of and possibly_same_as. What is not "
    "known is left empty, which is not zero; an empty people_max beside a people_min means 'or more'."
)


def how_to_read(layers: tuple[str, ...]) -> str:
    """Return what has to be known to read these layers."""
    derived = [(layer, ", ".join(DERIVED[layer])) for layer in layers if layer in DERIVED]
    told = [
        f"In {layer}, {names} are worked out for the view from all dated words up to the end of its period, "
        "else up to the day of the download; they are no part of a record, whose own status is in status."
        for layer, names in derived
    ]
    return " ".join([HOW_TO_READ, *told])


@dataclass(frozen=True)
class About:
    """Where a download comes from.

    Attributes
    ----------
    version : hash of the data files, as `Geodata.version`.
    filters : in words, what was chosen; see `filter_words`.
    downloaded : the day on which it is taken.
    address : address of the view, "" where there is none.
    revision : short commit of the repository, "" where it is not known.
    """

    version: str
    filters: str
    downloaded: date
    address: str = ""
    revision: str = ""

    @property
    def version_words(self) -> str:
        """The version as people quote it.

        Examples
        --------
        >>> About("1f0f3cbf895f", "all records", date(2026, 11, 23), revision="4dafb36").version_words
        '1f0f3cbf895f (commit 4dafb36)'
        """
        return self.version + (f" (commit {self.revision})" if self.revision else "")


def about_rows(
    about: About, *, layers: tuple[str, ...], counts: dict[str, tuple[int, int]]
) -> dict[str, str]:
    """Return what a file says of itself, line by line, under plain names.

    Parameters
    ----------
    layers : the layers that the file holds.
    counts : for each, how many records it holds, of how many in the data.
    """
    held = ", ".join(f"{layer} {counts[layer][0]} of {counts[layer][1]}" for layer in layers)
    rows = {
        "title": f"{PROJECT}: {SUBJECT}",
        "records": held,
        "filters": about.filters,
        "data_version": about.version_words,
        "downloaded": about.downloaded.isoformat(),
        "licence": licence_words(layers),
        "how_to_read": how_to_read(layers),
        "address": about.address,
    }
    return {name: words for name, words in rows.items() if words}


def file_name(about: About, *, what: str, ending: str) -> str:
    """Return the name of a download: project, content, day, version.

    Examples
    --------
    >>> file_name(About("1f0f", "all records", date(2026, 11, 23)), what="rescue_events", ending="csv")
    'moei-watch_rescue-events_2026-11-23_1f0f.csv'
    """
    return f"moei-watch_{what.replace('_', '-')}_{about.downloaded.isoformat()}_{about.version}.{ending}"
