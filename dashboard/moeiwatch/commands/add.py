"""Add records to a layer: asked for at the prompt, or read from a file.

--from takes CSV or GeoJSON (exports of geojson.io too), for sources also CSL-JSON (what Zotero exports),
BibTeX and RIS. Ids are suggested. Publications that are there already, by address or DOI, are completed,
never doubled. All is written, or nothing: only when the check finds no error in the new records. Exit code 0
when all is written or was there already, 1 when nothing was written, 2 for wrong usage.
"""

import argparse
import datetime
import json
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("layer", metavar="LAYER", help="layer, or sources or actors")
    parser.add_argument("--from", dest="file", type=Path, metavar="FILE", help="file of new records")
    parser.add_argument("--geodata", type=Path, metavar="DIR", help="folder of the data (default: geodata/)")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="value for all records of the file that have none, such as language=en; may be repeated",
    )
    parser.add_argument("--anyway", action="store_true", help="add records that look like one that is there")
    parser.add_argument(
        "--dry-run", action="store_true", help="show what would be written, and write nothing"
    )


def run(args: argparse.Namespace) -> int:
    """Add the records of a file, or ask for one."""
    from moeiwatch.data.checks.words import list_terms, suggest
    from moeiwatch.data.contents import read_contents
    from moeiwatch.data.drafts.drafting import draft_records
    from moeiwatch.data.drafts.read_rows import read_rows
    from moeiwatch.data.paths import GEODATA
    from moeiwatch.data.schema import LAYERS, TABLES

    directory, layers = args.geodata or GEODATA, (*LAYERS, *TABLES)
    given = dict(pair.partition("=")[::2] for pair in args.set)
    if args.layer not in layers:
        return _wrong(f"{args.layer!r} is no layer. {suggest(args.layer, layers)}{list_terms(layers)}")
    if not directory.is_dir():
        return _wrong(f"{directory} is not a folder")
    if not all("=" in pair for pair in args.set):
        return _wrong("--set is written as NAME=VALUE")
    contents = read_contents(directory)
    if args.file is None:
        try:
            return _ask(args.layer, contents, directory, args)
        except (EOFError, KeyboardInterrupt):
            print("\nNothing was written.", file=sys.stderr)
            return 1
    drafts = draft_records(read_rows(args.file, layer=args.layer), args.layer, contents, given=given)
    for row, id_ in drafts.already:
        _say(f"{row.where}: there already as {id_}")
    if drafts.problems:
        return _refuse(drafts.problems)
    return _add(
        [(args.layer, draft) for draft in drafts.drafts], contents, directory, args, name=args.file.name
    )


def _ask(layer: str, contents, directory: Path, args: argparse.Namespace) -> int:
    """Ask for one record, and for the publications that it cites and nobody knows yet."""
    from moeiwatch.data.drafts.asking import ask_publication, ask_record
    from moeiwatch.data.drafts.drafting import draft_records
    from moeiwatch.data.drafts.rows import Row, Rows

    found = []
    if layer == "sources":
        row = ask_publication("", contents, ask=_prompt, say=_say)
    else:
        row = ask_record(layer, contents, ask=_prompt, say=_say)
        cited = row.values.get("sources", [])
        known = contents.collections["sources"].by_id
        sources = Rows("answers")
        for text in cited if isinstance(cited, list) else []:
            if text not in known:
                _say(f"\n{text} is not in sources.json yet.")
                answers = ask_publication(text, contents, ask=_prompt, say=_say)
                sources.rows.append(Row(text, None, answers.values))
        drafted = draft_records(sources, "sources", contents)
        ids = {draft.row.where: draft.id for draft in drafted.drafts} | {
            r.where: i for r, i in drafted.already
        }
        found = [("sources", draft) for draft in drafted.drafts]
        if "sources" in row.values:
            told = list(dict.fromkeys(ids.get(text, text) for text in cited))
            row = Row(row.where, None, {**row.values, "sources": told}, row.geometry)
    drafts = draft_records(Rows("answers", [row]), layer, contents)
    if drafts.problems:
        return _refuse(drafts.problems)
    for _, id_ in drafts.already:
        _say(f"It is there already as {id_}.")
    new = [*found, *((layer, draft) for draft in drafts.drafts)]
    return _add(new, contents, directory, args, name="your answers", confirm=True)


def _add(
    new: list, contents, directory: Path, args: argparse.Namespace, *, name: str, confirm: bool = False
) -> int:
    """Check the drafts among the data, and write them if no rule finds an error."""
    from moeiwatch.data.drafts.adding import plan_addition, write_addition

    if not new:
        _say("Nothing to add.")
        return 0
    addition = plan_addition(new, contents, as_of=datetime.date.today(), file=name)
    doubtful = 0
    for layer, draft in new:
        _say(f"{draft.row.where}: {'completes' if draft.merged else 'new'} {layer}/{draft.id}")
        for line in draft.said:
            _say(f"  {line}")
        for like in draft.alike:
            doubtful += like.strong
            _say(f"  {'Looks like' if like.strong else 'Compare'} {like.id}: {', '.join(like.reasons)}")
    if not addition.is_right:
        return _refuse(addition.problems)
    for problem in addition.problems:
        _say(str(problem))
    if confirm or args.dry_run:
        for _, draft in new:
            _say(json.dumps(draft.value, ensure_ascii=False, indent=2, default=str))
    if args.dry_run:
        _say("Nothing was written (--dry-run).")
        return 0
    if confirm and _prompt("Write it? [y/n] ").strip().casefold() not in ("y", "yes"):
        _say("Nothing was written.")
        return 1
    if doubtful and not args.anyway and not confirm:
        _say("Nothing was written: look at the records named above. If they are others, say --anyway.")
        return 1
    try:
        write_addition(addition, directory)
    except OSError as error:
        print(f"python dashboard add: {error}", file=sys.stderr)
        return 1
    _say(
        f"Written: {len(new):,} record{'' if len(new) == 1 else 's'} in {', '.join(sorted(addition.texts))}."
    )
    _say("Next: python dashboard format, for the totals in README.md.")
    return 0


def _refuse(problems: list) -> int:
    from moeiwatch.data.changes.wording import visible

    for problem in problems:
        print(visible(str(problem)), file=sys.stderr)
    print("Nothing was written.", file=sys.stderr)
    return 1


def _wrong(message: str) -> int:
    print(f"python dashboard add: {message}", file=sys.stderr)
    return 2


def _prompt(question: str) -> str:
    """Ask on the terminal. Half characters, as a terminal may send them, are shown as what they are."""
    answer = input(question)
    return answer.encode("utf-8", errors="backslashreplace").decode("utf-8")


def _say(text: str) -> None:
    from moeiwatch.data.changes.wording import visible

    for line in text.split("\n"):
        print(visible(line))
