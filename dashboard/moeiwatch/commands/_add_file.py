"""The records of a file that `add --from` is given: drafted, checked among the data, written whole."""

import argparse
import datetime
import json
import sys
from pathlib import Path

from moeiwatch.commands._add_said import say, say_drafts, say_problems, say_written


def add_file(layer: str, contents, directory: Path, args: argparse.Namespace, *, given: dict) -> int:
    """Add the records of a file, all or none, and return the exit code.

    Parameters
    ----------
    given : values for the records that have none of their own, by property.
    """
    from moeiwatch.data.drafts.adding import plan_addition, write_addition
    from moeiwatch.data.drafts.drafting import draft_records
    from moeiwatch.data.drafts.read_rows import read_rows

    drafts = draft_records(read_rows(args.file, layer=layer), layer, contents, given=given)
    for row, id_ in drafts.already:
        say(f"{row.where}: there already as {id_}")
    new = [(layer, draft) for draft in drafts.drafts]
    if not new and not drafts.problems:
        say("Nothing to add.")
        return 0
    today = datetime.date.today()
    addition = plan_addition(new, contents, as_of=today, file=args.file.name, by_set=True)
    doubtful = say_drafts(new)
    say_problems([*drafts.problems, *addition.problems])
    if drafts.problems or not addition.is_right:
        print("Nothing was written.", file=sys.stderr)
        return 1
    if args.dry_run:
        for name, draft in new:
            record = addition.contents.collections[name].by_id[draft.id]
            say(json.dumps(record.value, ensure_ascii=False, indent=2, default=str))
        say("Nothing was written (--dry-run).")
        return 0
    if doubtful and not args.anyway:
        say("Nothing was written: look at the records named above. If they are others, say --anyway.")
        return 1
    try:
        write_addition(addition, directory)
    except OSError as error:
        print(f"python dashboard add: {error}", file=sys.stderr)
        return 1
    say_written(len(new), addition.texts)
    return 0
