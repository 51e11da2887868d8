"""The commands for contributors: ``python dashboard check | format | export ...``."""

import argparse
import importlib
import os
import pkgutil
import sys
from pathlib import Path

sys.path[:0] = [p for p in [str(Path(__file__).resolve().parent)] if p not in sys.path]

import moeiwatch.commands  # noqa: E402  (the line above puts the package on the path)

_STOPPED = 130
"""Exit code of a command that Ctrl-C has stopped: 128 and the number of the signal, as shells have it."""


def build_parser() -> argparse.ArgumentParser:
    """Return the parser with one subcommand per module of `moeiwatch.commands`."""
    parser = argparse.ArgumentParser(
        prog="python dashboard", description="Commands for contributors to Moei Watch."
    )
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for found in sorted(pkgutil.iter_modules(moeiwatch.commands.__path__), key=lambda module: module.name):
        if found.name.startswith("_"):
            continue
        module = importlib.import_module(f"moeiwatch.commands.{found.name}")
        summary = (module.__doc__ or "").strip().splitlines()[0]
        subparser = subparsers.add_parser(found.name, help=summary, description=module.__doc__)
        module.add_arguments(subparser)
        subparser.set_defaults(run=module.run)
    return parser


def _written() -> str:
    """Return a sentence on what was written before a command was stopped; no file is half written."""
    from moeiwatch.data.writing import written

    names = ", ".join(path.name for path in written)
    return f"Written before that: {names}." if names else "Nothing was written."


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code (2 for wrong usage, by argparse; 130 after Ctrl-C)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(
            stream, "reconfigure"
        ):  # names in Burmese or Thai must not stop a terminal of another encoding
            stream.reconfigure(errors="backslashreplace")
    try:
        parsed = build_parser().parse_args(arguments)
        code = parsed.run(parsed)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print(f"\npython dashboard: stopped. {_written()}", file=sys.stderr)
        return _STOPPED
    except ModuleNotFoundError as error:
        if not error.name or error.name.split(".")[0] == "moeiwatch":
            raise
        remedy = "Install what is needed: pip install -r requirements.txt (in a virtual environment)."
        print(f"python dashboard: {error.name} is not installed. {remedy}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of the output, such as head, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
