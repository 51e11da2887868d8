"""Add records to a layer: asked for at the prompt, or read from a file.

--from takes CSV or GeoJSON (exports of geojson.io too), for sources also CSL-JSON (what Zotero exports),
BibTeX and RIS. Ids are suggested. Publications that are there already, by address or DOI, are completed,
never doubled. All is written, or nothing: only when the check finds no error in the new records. Answers at
the prompt are never lost: what is not written is kept as a draft, which --resume goes on with. Exit code 0
when all is written or was there already, 1 when nothing was written, 2 for wrong usage.
"""

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("layer", metavar="LAYER", help="layer, or sources or actors")
    parser.add_argument("--from", dest="file", type=Path, metavar="FILE", help="file of new records")
    parser.add_argument("--resume", type=Path, metavar="FILE", help="go on with a draft of your answers")
    parser.add_argument("--geodata", type=Path, metavar="DIR", help="folder of the data (default: geodata/)")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="value for all records of the file for which neither the file nor the publisher's other "
        "publications give one, or an answer given beforehand, such as language=en; may be repeated",
    )
    parser.add_argument("--anyway", action="store_true", help="add records that look like one that is there")
    parser.add_argument(
        "--dry-run", action="store_true", help="show what would be written, and write nothing"
    )


def run(args: argparse.Namespace) -> int:
    """Add the records of a file, or ask for one."""
    from moeiwatch.commands._add_dialogue import ask_for_one
    from moeiwatch.commands._add_file import add_file
    from moeiwatch.data.checks.words import list_terms, suggest
    from moeiwatch.data.contents import read_contents
    from moeiwatch.data.drafts.answers import Answers, read_answers
    from moeiwatch.data.paths import GEODATA
    from moeiwatch.data.schema import LAYERS, TABLES

    directory, layers = args.geodata or GEODATA, (*LAYERS, *TABLES)
    if args.layer not in layers:
        return _wrong(f"{args.layer!r} is no layer. {suggest(args.layer, layers)}{list_terms(layers)}")
    if not directory.is_dir():
        return _wrong(f"{directory} is not a folder")
    if args.file is not None and args.resume is not None:
        return _wrong("--resume goes on with answers: without --from")
    contents = read_contents(directory)
    try:
        given = _given(args.set, args.layer, contents)
        answers = read_answers(args.resume, layer=args.layer) if args.resume else Answers(args.layer)
    except ValueError as error:
        return _wrong(str(error))
    if args.file is not None:
        return add_file(args.layer, contents, directory, args, given=given)
    return ask_for_one(answers, contents, directory, args, given=given)


def _given(pairs: list[str], layer: str, contents) -> dict[str, str]:
    """Return the values of --set by property; ValueError for what is none."""
    from moeiwatch.data.checks.words import list_terms, suggest
    from moeiwatch.data.drafts.names import property_name, property_names

    schema = contents.collections[layer].schema
    names = property_names(schema, layer) if schema is not None else {}
    given: dict[str, str] = {}
    for pair in pairs:
        written, equals, value = pair.partition("=")
        if not equals or not value.strip():
            raise ValueError("--set is written as NAME=VALUE")
        name = property_name(written, names, layer)
        if not name:
            raise ValueError(f"--set {written}: unknown. {suggest(written, names)}{list_terms(names)}")
        given[name] = value.strip()
    return given


def _wrong(message: str) -> int:
    print(f"python dashboard add: {message}", file=sys.stderr)
    return 2
