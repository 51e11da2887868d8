"""What is missing because a file or a record could not be read, in words for people."""

from pathlib import PurePosixPath

from moeiwatch.data.geodata import Geodata


def unreadable_files(data: Geodata) -> list[str]:
    """Return the files of which no record could be read and nobody knows how many they hold.

    Files of ``base/`` are among them where no frame came of them.
    """
    lost = {name for name, (_, held) in data.counts.items() if held is None}
    found = []
    for problem in data.problems:
        path = PurePosixPath(problem.file)
        is_lost = path.stem not in data.base if path.parts[:1] == ("base",) else problem.file in _files(lost)
        if is_lost and problem.file not in found:
            found.append(problem.file)
    return found


def loss_sentences(data: Geodata) -> list[str]:
    """Return one sentence on every layer or table that is not whole, then on the files beside them.

    An unreadable file is said to hold an unknown number. Only where every problem lies in a file named so
    does the last sentence call the rest whole. [] without a problem.
    """
    if not data.problems:
        return []
    named, sentences = set(), []
    for name, (read, held) in data.counts.items():
        if held is not None and read >= held:
            continue
        title = name.replace("_", " ")
        named |= _files({name})
        if held is None:
            sentences.append(f"{title.capitalize()}: none of an unknown number; {_reason(data, name)}.")
        else:
            sentences.append(f"{title.capitalize()}: {read:,} of {held:,}.")
    others = sorted({problem.file for problem in data.problems} - named)
    if others:
        sentences.append(f"Also with problems: {', '.join(others)}.")
    else:
        sentences.append("The rest of the data is whole.")
    return sentences


def _files(names: set[str]) -> set[str]:
    return {f"{name}{suffix}" for name in names for suffix in (".geojson", ".json")}


def _reason(data: Geodata, name: str) -> str:
    for problem in data.problems:
        if problem.file in _files({name}):
            line = "" if problem.line is None else f", line {problem.line}"
            return f"{problem.file} could not be read{line}: {problem.message}"
    return f"the file of {name} could not be read"
