"""Problems as commands that GitHub's workflows turn into notes on the lines of a pull request."""

from moeiwatch.data.problems import Problem


def annotation(problem: Problem, *, folder: str = "geodata", level: str = "", prefix: str = "") -> str:
    """Return a problem as one workflow command, whatever characters it holds.

    Parameters
    ----------
    folder : the data's folder as seen from the root of the repository.
    level : ``error``, ``warning`` or ``notice``; by default the severity of the problem.
    prefix : words before the sentence.

    Notes
    -----
    The escapes are those of GitHub's own toolkit (actions/toolkit, command.ts): ``%``, line breaks, and in
    properties also ``:`` and ``,``. Without them a record could end the command and begin one of its own.

    Examples
    --------
    >>> annotation(Problem("compounds.geojson", 3, "kk-park", "kind", "100% wrong", remedy="See: the list."))
    '::error file=geodata/compounds.geojson,line=3,title=kk-park kind::100%25 wrong. See: the list.'
    """
    properties = {"file": f"{folder}/{problem.file}" if folder not in ("", ".") else problem.file}
    if problem.line is not None:
        properties["line"] = str(problem.line)
    title = " ".join(part for part in (problem.record, problem.field) if part)
    if title:
        properties["title"] = title
    listed = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    return f"::{level or problem.severity} {listed}::{_escape(prefix + problem.sentence)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
