"""Folding of names for search: two spellings of one name are one, and folding twice changes nothing.

The function is JavaScript, so it runs where readers run it: in Chromium, on an empty page.
"""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from moeiwatch.mappage.page import PAGE_FILES
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

Fold = Callable[[list[str]], list[str]]

SAME = [
    ("ရွှေကုက္ကိုလ်မြိုင်", "ရွှေကုက္ကိုမြိုင်"),
    ("KK Park", "kkpark"),
    ("KK Park", "ＫＫ　ＰＡＲＫ"),
    ("Shwe Kokko", "Shwekokko"),
    ("Shwe Kokko", "SHWE-KOKKO"),
    ("Tai Chang", "Taichang"),
    ("Ban Mae Kū", "Ban Mae Ku"),
    ("KK园区", "KK園區"),
    ("亚太新城", "亞太新城"),
    ("ชเวโก๊กโก่", "ชเวโกกโก"),
    ("เคเคปาร์ค", "เคเค ปาร์ค"),
    ("ရွှေကုက္ကို", "ရွှေ ကုက္ကို"),
    ("ရွှေကုက္ကို", "ရှွေကုက္ကို"),
    ("Straße", "STRASSE"),
    ("O’Smach", "O'Smach"),
]
EXACT = [
    ("KK Park", "kkpark"),
    ("Yulong Bay (north)", "yulongbaynorth"),
    ("KK园区", "kk园区"),
    ("เคเคปาร์ค", "เคเคปารค"),
    ("", ""),
    (" - / ' ", ""),
]
DIFFERENT = [
    ("KK Park", "KK Park I"),
    ("KK园区", "KK园"),
    ("เคเคปาร์ค", "เคเคปาน"),
    ("Tai Chang 1", "Tai Chang 2"),
    ("亚太新城", "亚太城"),
]
ROMANISED = [
    ("Hpa Lu", "Phalu"),
    ("Phalu", "Palu"),
    ("Shwe Kokko", "Shwe Koko"),
    ("Kyein Chaung", "Kiein Chaung"),
    ("亚太新城", "亚太城"),
]


@pytest.fixture(scope="module")
def folds(chromium: Browser) -> Iterator[tuple[Fold, Fold]]:
    """Return fold and foldLoosely, each from a list of texts to a list of texts."""
    page = chromium.new_page()
    page.add_script_tag(content=(PAGE_FILES / "search_fold.js").read_text(encoding="utf-8"))
    yield (
        lambda texts: page.evaluate("texts => texts.map(MoeiWatch.fold)", texts),
        lambda texts: page.evaluate("texts => texts.map(MoeiWatch.foldLoosely)", texts),
    )
    page.close()


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_fold_to_the_same(folds, one, other):
    first, second = folds[0]([one, other])
    assert first == second != ""


@pytest.mark.parametrize(("text", "folded"), EXACT)
def test_fold_gives_exactly(folds, text, folded):
    assert folds[0]([text]) == [folded]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_names_that_differ_stay_different(folds, one, other):
    first, second = folds[0]([one, other])
    assert first != second


@pytest.mark.parametrize(("one", "other"), ROMANISED)
def test_romanisations_of_one_name_fold_loosely_to_the_same(folds, one, other):
    first, second = folds[1]([one, other])
    assert first == second
    assert len(set(folds[0]([one, other]))) == 2, "else the looser reading would not be needed"


@settings(deadline=None, max_examples=25)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=40))
def test_folding_twice_changes_nothing(folds, texts):
    for fold in folds:
        once = fold(texts)
        assert fold(once) == once


@settings(deadline=None, max_examples=15)
@given(st.lists(st.text("ကခဂငစဆညတထဒနပဖဗမယရလဝသဟအာိီုူေဲံ့း်္ျြွှ ", max_size=20), max_size=40))
def test_folding_burmese_twice_changes_nothing(folds, texts):
    once = folds[0](texts)
    assert folds[0](once) == once


def test_what_is_no_text_folds_to_nothing(folds):
    assert folds[0]([None]) == [""]
