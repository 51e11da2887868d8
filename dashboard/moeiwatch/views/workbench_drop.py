"""Files going into the workbench: where they are dropped, and which file of the data each stands for."""

import streamlit as st

from moeiwatch.data.paths import GEODATA
from moeiwatch.views.text import markdown_text
from moeiwatch.views.workbench_files import LARGEST_MB, MOST_FILES, refusal, target_of


def ask_files() -> list:
    """Ask for changed files; [] while there are none."""
    return st.file_uploader(
        "Changed files",
        type=["geojson", "json", "txt"],
        accept_multiple_files=True,
        max_upload_size=LARGEST_MB,
        key="mw-dropped",
        help="GeoJSON of a layer, sources.json, actors.json or a story, named as it is in geodata/.",
    )


def show_files_to_take(known: list[str]) -> None:
    """Offer the files of the data as they are shipped."""
    with st.expander("Take a file to change"), st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.selectbox("File", known, key="mw-take", width=320)
        path = GEODATA / name
        if path.is_file():
            given = {"file_name": path.name, "mime": "application/json", "key": "mw-taken"}
            st.download_button("Download", path.read_bytes(), **given)


def name_files(dropped: list, *, known: list[str]) -> dict[str, bytes]:
    """Return the dropped files by the file of the data that each stands for; ask where one does not say."""
    files: dict[str, bytes] = {}
    if len(dropped) > MOST_FILES or sum(file.size for file in dropped) > LARGEST_MB * 1_000_000:
        st.error(f"Up to {MOST_FILES} files and {LARGEST_MB} MB in all are looked into at once.")
        return files
    for number, file in enumerate(dropped):
        raw = file.getvalue()
        if words := refusal(file.name, raw):
            st.error(markdown_text(words))
            continue
        target = target_of(file.name, raw, known=known)
        if not target:
            asked = st.selectbox(
                f"Which file of the data is number {number + 1}?",
                known,
                index=None,
                placeholder="Its name does not say",
                key=f"mw-target-{number}",
                width=420,
            )
            target = asked or ""
        if target in files:
            st.error("Two of the files stand for the same file of the data. Take one of them away.")
            return {}
        if target:
            files[target] = raw
    return files
