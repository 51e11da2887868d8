"""One record asked for at the prompt by `add`: asked, checked, mended, written; or kept as a draft."""

import argparse
import contextlib
import datetime
import shlex
import sys
from pathlib import Path

from moeiwatch.commands._add_said import say, say_drafts, say_problems, say_written
from moeiwatch.commands._stopping import hold_on, stopped_once


class Unwritten(Exception):
    """The dialogue ended without a record to write."""


def ask_for_one(answers, contents, directory: Path, args: argparse.Namespace, *, given: dict) -> int:
    """Ask until a record can be written, write it, and return the exit code.

    However the dialogue ends, the answers are either written or kept in a file that --resume goes on with.

    Parameters
    ----------
    answers : those of before, which are not asked for again.
    given : answers given beforehand, by property, as a person types them.
    """
    with stopped_once():
        try:
            return _write_or_keep(answers, contents, directory, args, given)
        except KeyboardInterrupt:  # also where a terminal that closes ends the input first
            return _keep(answers, args)


def _write_or_keep(answers, contents, directory: Path, args: argparse.Namespace, given: dict) -> int:
    try:
        return _ask_and_write(answers, contents, directory, args, given)
    except (EOFError, Unwritten):
        return _keep(answers, args)
    except OSError as error:
        _tell(f"python dashboard add: {error}")
        return _keep(answers, args)
    except Exception:
        _keep(answers, args)
        raise


def _ask_and_write(answers, contents, directory: Path, args: argparse.Namespace, given: dict) -> int:
    from moeiwatch.data.drafts.adding import write_addition
    from moeiwatch.data.drafts.mending import answer_lines, ask_all, take_given
    from moeiwatch.data.drafts.questions import Talk

    talk = Talk(prompt, say)
    if args.resume is not None:
        say("Answered so far; at the end each answer can be changed:")
        say("\n".join(answer_lines(answers, contents)))
    take_given(answers, given, contents, talk)
    ask_all(answers, contents, talk)
    plan = _right_plan(answers, contents, talk, args)
    hold_on()
    if plan.new:
        write_addition(plan.addition, directory)
    if args.resume is not None:
        args.resume.unlink(missing_ok=True)
    if plan.new:
        say_written(len(plan.new), plan.addition.texts)
    else:
        say(f"It is there already as {', '.join(plan.already)}. Nothing to add.")
    return 0


def prompt(question: str) -> str:
    """Ask on the terminal; answers that come through a pipe are shown, so that the dialogue can be read.

    Half characters, as a terminal may send them, are shown as what they are.
    """
    if sys.stdin.isatty():
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401  (arrows and the answers of before, where the system has it)
    answer = input(question).encode("utf-8", errors="backslashreplace").decode("utf-8")
    if not sys.stdin.isatty():
        say(answer)
    return answer


def _right_plan(answers, contents, talk, args: argparse.Namespace):
    """Return what is to be written; Unwritten where it cannot or shall not be."""
    from moeiwatch.data.drafts.mending import plan_answers, record_lines

    while True:
        plan = plan_answers(answers, contents, as_of=datetime.date.today())
        if not plan.is_right:
            _mend(plan, answers, contents, talk)
            continue
        if not plan.new:
            return plan
        say()
        doubtful = say_drafts(plan.new) and not args.anyway
        for layer, draft in plan.new:
            say("\n".join(["", *record_lines(layer, draft.id, plan.addition.contents)]))
        say()
        say_problems(plan.problems)
        if args.dry_run:
            say("This is what would be written (--dry-run).")
            raise Unwritten
        if _is_confirmed(answers, contents, talk, doubtful=doubtful):
            return plan


def _mend(plan, answers, contents, talk) -> None:
    """Have the answers at fault changed; Unwritten where nobody does."""
    from moeiwatch.data.drafts.mending import answer_at_fault, change_answer, fault_words
    from moeiwatch.data.problems import ERROR

    errors = [problem for problem in plan.problems if problem.severity == ERROR]
    talk.say("\nThis keeps it from being written; your other answers stand:")
    for problem in errors:
        talk.say(f"  {fault_words(problem, answers, contents)}")
    found = [answer_at_fault(problem, answers, contents) for problem in errors]
    at_fault = {(id(owner), name): (owner, name) for owner, name in found if name}
    changed = [change_answer(owner, name, contents, talk) for owner, name in at_fault.values()]
    while not any(changed):
        text = talk.ask("Which answer do you want to change? (its name; Enter: keep all for later) ").strip()
        if not text:
            raise Unwritten
        changed.append(_change(text, answers, contents, talk))


def _is_confirmed(answers, contents, talk, *, doubtful: bool) -> bool:
    """Return True if it shall be written, False if an answer was changed; Unwritten for a no."""
    question = "It looks like a record that is there. Write it all the same?" if doubtful else "Write it?"
    choices = "y/N" if doubtful else "Y/n"
    while True:
        text = talk.ask(f"{question} [{choices}, or the name of an answer to change] ").strip()
        answer = text.casefold() or ("n" if doubtful else "y")
        if answer in ("y", "yes"):
            return True
        if answer in ("n", "no"):
            raise Unwritten
        if _change(text, answers, contents, talk):
            return False


def _change(text: str, answers, contents, talk) -> bool:
    from moeiwatch.data.drafts.mending import change_answer, find_answer

    owner, name = find_answer(text, answers, contents)
    if not name:
        talk.say(f"  No answer is called {text[:40]!r}. There are: {', '.join(answers.values)}.")
        return False
    return change_answer(owner, name, contents, talk)


def _keep(answers, args: argparse.Namespace) -> int:
    """Keep the answers for later, and say where; where no file can be written, print them."""
    from moeiwatch.data.drafts.answers import answers_text, save_answers
    from moeiwatch.data.writing import write_whole

    hold_on()
    if not answers.values and args.resume is None:
        _tell("\nNothing was written.")
        return 1
    try:
        if args.resume is not None:
            path = args.resume
            write_whole(path, answers_text(answers).encode())
        else:
            path = save_answers(answers, Path.cwd())
    except OSError as error:
        _tell(
            f"\nNothing was written, and your answers cannot be kept in a file ({error.strerror}). They are:"
        )
        _tell(answers_text(answers))
        return 1
    shown = path.relative_to(Path.cwd()) if path.is_absolute() and path.is_relative_to(Path.cwd()) else path
    again = ["python", "dashboard", "add", answers.layer, "--resume", str(shown)]
    again += ["--geodata", str(args.geodata)] if args.geodata is not None else []
    _tell(f"\nNothing was written. Your answers are kept in {shown}. Go on with: {shlex.join(again)}")
    return 1


def _tell(text: str) -> None:
    with contextlib.suppress(OSError):  # the terminal may be gone
        print(text, file=sys.stderr, flush=True)
