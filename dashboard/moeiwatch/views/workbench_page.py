"""The workbench: drop changed files of the data, and see what the check says and what would change."""

import hashlib
from datetime import date

import streamlit as st

from moeiwatch.data.checks.all import check_contents
from moeiwatch.data.contents import read_contents
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.paths import GEODATA
from moeiwatch.data.plurals import plural
from moeiwatch.data.problems import ERROR, NOTICE, WARNING
from moeiwatch.mappage.page import tile_hosts
from moeiwatch.mappage.single_file import single_file
from moeiwatch.views import library
from moeiwatch.views.address import read_view
from moeiwatch.views.framed_map import show_framed_map
from moeiwatch.views.shell import show_problems
from moeiwatch.views.text import html_text, markdown_text
from moeiwatch.views.workbench_answer import (
    new_problems,
    problems_html,
    problems_text,
    sentences_html,
    verdict_words,
    views_of_changes,
)
from moeiwatch.views.workbench_drop import ask_files, name_files, show_files_to_take
from moeiwatch.views.workbench_files import known_files
from moeiwatch.views.workbench_run import Answer, judge

_ANSWER = "moeiwatch_workbench"
_INTRODUCTION = (
    "Try a change before you send it: drop one or more changed files of the data, and see what the check "
    "says, what would change, and the map before and after. It is for this session alone: nobody else sees "
    "your files, and nothing of them is kept."
)


def show_workbench() -> None:
    """Show the place to drop files, and the answer to those that were dropped."""
    read_view()
    data = library.geodata()
    show_problems(data)
    st.title("Workbench", anchor=False)
    st.html(f'<p class="mw-note">{html_text(_INTRODUCTION)}</p>')
    known = known_files(GEODATA)
    dropped = ask_files()
    show_files_to_take(known)
    if not dropped:
        _forget()
        st.html(
            '<div class="mw-empty">Nothing dropped yet. Take a file from above, change it in any editor (or '
            "points in geojson.io), and drop it here.</div>"
        )
        return
    files = name_files(dropped, known=known)
    if files:
        _show_answer(_answer(files, data), files, data=data)


def _answer(files: dict[str, bytes], data: Geodata) -> Answer:
    """Return the answer to these files, asked once for a session as long as they stay the same."""
    digest = hashlib.sha256(data.version.encode())
    for name, raw in sorted(files.items()):
        digest.update(name.encode() + b"\0" + hashlib.sha256(raw).digest())
    mark = digest.hexdigest()
    held = st.session_state.get(_ANSWER)
    if held is None or held[0] != mark:
        with st.status("Looking into your files", expanded=False) as status:
            answer = judge(files, directory=GEODATA, tell=lambda words: status.update(label=words))
            status.update(label="Done", state="error" if answer.faults else "complete")
        held = st.session_state[_ANSWER] = (mark, answer)
    return held[1]


def _forget() -> None:
    st.session_state.pop(_ANSWER, None)


def _show_answer(answer: Answer, files: dict[str, bytes], *, data: Geodata) -> None:
    for fault in answer.faults:
        st.error(fault)
    if not answer.report:
        return
    found = answer.report.get("problems", [])
    problems = new_problems(found, shipped=_shipped_problems(data.version, date.today()))
    st.header("The check", anchor="check")
    words = verdict_words(problems, old=len(found) - len(problems))
    boxes = {ERROR: st.error, WARNING: st.warning, NOTICE: st.info}
    show = boxes[problems[0]["severity"]] if problems else st.success
    show(words)
    if problems:
        st.html(problems_html(problems))
        with st.expander("The same as text, to copy"):
            st.code(problems_text(problems), language=None, wrap_lines=True)
    st.header("What changes", anchor="changes")
    st.html(f'<p class="mw-note">{html_text(answer.report["summary"].capitalize())}.</p>')
    missing = answer.report["counts"].get("removed", 0)
    if missing:
        st.info(
            f"{plural(missing, 'record')} of the shipped data "
            f"{'is' if missing == 1 else 'are'} not in your files. "
            "A file stands for the whole layer: take the shipped file from above and change that one. "
            "Ids are promises: a wrong record is withdrawn, never deleted."
        )
    st.html(sentences_html(answer.report))
    _show_maps(answer, data=data)
    _show_canonical(answer, files)


def _show_maps(answer: Answer, *, data: Geodata) -> None:
    if not answer.page:
        return
    st.header("The map before and after", anchor="maps")
    views = views_of_changes(answer.report, data=data)
    chosen = None
    if views:
        chosen = st.selectbox("Show a changed record", list(views), key="mw-shown", width=620)
    before, after = st.columns(2, gap="small")
    shipped = _shipped_map(library.map_page())
    mark = hashlib.sha256(answer.page.encode()).hexdigest()[:12]
    for column, name, html, version in (
        (before, "Before", shipped, data.version),
        (after, "After", answer.page, mark),
    ):
        with column:
            st.html(f'<p class="mw-note">{name}</p>')
            title = f"Map {name.lower()} the change"
            show_framed_map(html, version=version, title=title, view=views.get(chosen, ""), key=f"mw-{name}")


def _show_canonical(answer: Answer, files: dict[str, bytes]) -> None:
    st.header("The files to send", anchor="form")
    st.html(
        '<p class="mw-note">Your files in canonical form (ids in order, one property a line), as the project '
        "keeps them: download these and send them in a pull request, and it shows only what you changed. "
        "A file that cannot be read stays as it is.</p>"
    )
    with st.container(horizontal=True):
        for name, raw in answer.canonical.items():
            same = " (as you wrote it)" if files.get(name) == raw else ""
            file = name.rpartition("/")[2]
            st.download_button(
                markdown_text(f"Download {name}{same}"),
                raw,
                file_name=file,
                mime="application/json",
                key=f"mw-out-{name}",
            )


@st.cache_data(show_spinner=False, max_entries=2)
def _shipped_problems(version: str, as_of: date) -> list[dict]:
    return [problem.as_dict() for problem in check_contents(read_contents(GEODATA), as_of=as_of)]


@st.cache_data(show_spinner=False, max_entries=2)
def _shipped_map(folder: str) -> str:
    return single_file(library.PAGES / folder, tile_hosts=tile_hosts(library.settings()))
