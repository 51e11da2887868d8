import pytest
from moeiwatch.views.text import html_text, markdown_text, number_range, value_words

HOSTILE = (
    "<img src=x onerror=alert(1)> **b** [a](javascript:alert(1)) :red[x] $x^2$ :smile: `c` www.evil.test"
)


def test_html_text_leaves_no_markup():
    assert "<" not in html_text(HOSTILE) and '"' not in html_text('" onclick="x')
    assert html_text(None) == "" and html_text(float("nan")) == ""


def test_markdown_text_escapes_all_that_markdown_takes_for_its_own():
    escaped = markdown_text(HOSTILE)
    for sign in "<>*[]()$`:.":
        position = -1
        while (position := escaped.find(sign, position + 1)) >= 0:
            assert escaped[position - 1] == "\\", f"{sign} stands bare in {escaped}"


def test_markdown_text_breaks_what_streamlit_looks_for_in_finished_text():
    bare = markdown_text(":smile: :material/home: http://evil.test a@b.test www.evil.test").replace("\\", "")
    for pattern in (":smile:", ":material", "http://", "a@b", "www.evil"):
        assert pattern not in bare


def test_markdown_text_is_one_line():
    assert markdown_text("a\n# b\n\n- c") == r"a \# b \- c"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0, 0, "0"),
        (float("nan"), 31, "up to 31"),
        (200, float("nan"), "200 or more"),
        (float("nan"), None, "not known"),
        (20321, 24960, "20,321 to 24,960"),
    ],
)
def test_a_range_says_when_an_end_is_open(low, high, words):
    assert number_range(low, high) == words


def test_a_value_is_as_exact_as_its_source_gives_it():
    assert value_words(80.0, qualifier="about", unit="buildings") == "about 80 buildings"
    assert value_words(20, high=30, qualifier="at_least", unit="count") == "at least 20 to 30"
    assert value_words(5.5, high=float("nan"), unit="ha_per_month") == "5.5 ha a month"
