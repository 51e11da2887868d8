"""The files of the stories as they were found."""

from pathlib import Path

from moeiwatch.data.documents import Document, read_document
from moeiwatch.data.paths import GEODATA

FOLDER = "stories"
"""The folder of the stories inside the data's folder; each file in it is one story."""


def read_story_documents(directory: Path | None = None) -> list[Document]:
    """Return the documents in ``stories/*.json`` by name; none where there is no such folder. Never raises.

    Parameters
    ----------
    directory : the data's folder; by default the project's own.
    """
    paths = sorted(((directory or GEODATA) / FOLDER).glob("*.json"))
    return [read_document(path, file=f"{FOLDER}/{path.name}") for path in paths]
