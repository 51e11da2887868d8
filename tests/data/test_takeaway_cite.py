"""A citation holds version, day and address, and breaks neither BibTeX nor a line."""

import re
from datetime import date

import bibtexparser
from hypothesis import given
from hypothesis import strategies as st
from moeiwatch.data.takeaway.about import About
from moeiwatch.data.takeaway.cite import bibtex_address, bibtex_text, cite_bibtex, cite_text
from moeiwatch.data.takeaway.filters import ALL

ABOUT = About(
    "1f0f3cbf895f", "from May 2025", date(2026, 11, 3), "https://x.org/river?month=3&sel=a/b_c", "4dafb36"
)


def test_the_text_says_what_which_version_when_and_where():
    assert cite_text(ABOUT, what="The river's year") == (
        "Moei Watch: Scam compounds along the Thai-Myanmar border. The river's year. Filters: from May 2025. "
        "Data version 1f0f3cbf895f (commit 4dafb36), 2026. Accessed 3 November 2026. "
        "https://x.org/river?month=3&sel=a/b_c"
    )


def test_without_filters_and_address_nothing_is_said_of_them():
    words = cite_text(About("1f0f", ALL, date(2026, 1, 1)))
    assert words.endswith("Data version 1f0f, 2026. Accessed 1 January 2026.") and "Filters" not in words
    assert " url =" not in cite_bibtex(About("1f0f", ALL, date(2026, 1, 1)))


def test_bibtex_has_the_same_facts():
    entry = cite_bibtex(ABOUT, what="R&D 100% {x}")
    assert entry.startswith("@misc{moeiwatch202611031f0f3cb,\n") and entry.endswith("}\n}\n")
    assert "author = {{Moei Watch}}" in entry and r"R\&D 100\% \{x\}" in entry
    assert "urldate = {2026-11-03}" in entry and "year = {2026}" in entry
    assert "version = {1f0f3cbf895f (commit 4dafb36)}" in entry
    assert "url = {https://x.org/river?month=3&sel=a/b_c}" in entry


@given(st.text())
def test_no_text_leaves_a_special_character_of_tex_bare(text):
    made = bibtex_text(text)
    words = re.sub(r"\\text(?:backslash|asciitilde|asciicircum)\{\}", "", made)
    assert not re.search(r"(?<!\\)[&%$#_{}~^]", words) and "\n" not in made
    assert not re.search(r"\\(?![&%$#_{}])", words)


@given(st.text())
def test_no_address_can_end_its_field(text):
    assert not set(bibtex_address(text)) & set("{}\\^~ \n")
    assert bibtex_address(text).isascii()


def test_another_reader_of_bibtex_finds_the_same_facts():
    library = bibtexparser.parse_string(cite_bibtex(ABOUT, what="R&D 100% {x} a_b"))
    assert not library.failed_blocks
    [entry] = library.entries
    assert entry.entry_type == "misc" and entry.key == "moeiwatch202611031f0f3cb"
    assert entry["url"] == ABOUT.address and entry["year"] == "2026"
    assert "1f0f3cbf895f" in entry["version"] and "2026-11-03" in entry["urldate"]


@given(st.text(), st.text())
def test_no_words_and_no_address_break_the_entry(what, tail):
    about = About("1f0f", f"words: {what}", date(2026, 1, 1), f"https://x.org/?search={tail}")
    library = bibtexparser.parse_string(cite_bibtex(about, what=what))
    assert not library.failed_blocks and len(library.entries) == 1
