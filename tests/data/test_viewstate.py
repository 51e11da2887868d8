import json
import string

from hypothesis import given
from hypothesis import strategies as st
from moeiwatch.data.schema import LAYERS
from moeiwatch.data.viewstate import (
    DECLARATION,
    FIELDS,
    ViewState,
    address,
    message,
    parse_address,
    parse_message,
)

NAMES = [field["name"] for field in FIELDS]

words = st.sampled_from(
    [
        "2025-01",
        "2024-13",
        "known",
        "3",
        "13",
        "crossings,compounds.active",
        "claimed",
        "high,low,",
        "bgf-kna",
        "compounds/kk-park",
        "nowhere/x",
        "actors/bgf-kna",
        "towns/geonames-1150007",
        "report_places/mae-sot",
        "rivers/moei-thaungyin",
        "9.5/16.7/98.5",
        "NaN/1/2",
        "1e9/0/0",
        "light",
        "dark",
        "٣",
        "3\n",
        "",
    ]
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)
messages = anything | st.dictionaries(st.sampled_from(NAMES), anything)


def test_declaration_names_the_layers_of_the_schema():
    assert tuple(DECLARATION["layers"]) == LAYERS


def test_every_field_is_described():
    assert all(field["title"] and field["description"] for field in FIELDS)


def test_default_view_has_an_empty_address():
    assert address(ViewState()) == {}
    assert parse_address("") == ViewState()


def test_whole_view_is_written_and_read_back():
    query = (
        "from=2025-01&to=2025-06&mode=known&month=3&hide=compounds.active,crossings&basis=observed&conf=high,low"
        "&group=bgf-kna&sel=compounds/kk-park&at=10.5/16.71667/98.56667&base=light&theme=dark"
    )
    view = parse_address("?" + query)
    assert view == ViewState(
        since="2025-01",
        until="2025-06",
        mode="known",
        month=3,
        hide=("compounds.active", "crossings"),
        basis=("observed",),
        confidence=("high", "low"),
        group="bgf-kna",
        selected="compounds/kk-park",
        viewport=(10.5, 16.71667, 98.56667),
        base="light",
        theme="dark",
    )
    assert "&".join(f"{key}={value}" for key, value in address(view).items()) == query


def test_foreign_keys_are_passed_over_and_the_first_of_two_counts():
    assert parse_address("embed=true&month=4&month=5").month == 4


def test_a_long_address_is_read_to_its_end_and_a_long_list_to_its_last_whole_item():
    assert parse_address(f"x={'y' * 30_000}&to=2024-01").until == "2024-01"
    listed = ["crossings", *[f"compounds.{'a' * 38}{number}" for number in range(10, 60)]]
    kept = parse_address({"hide": ",".join(listed)}).hide
    assert kept == tuple(sorted(listed[: len(kept)])) and len(kept) == 40
    assert parse_address({"hide": "a" * 3000}).hide == ()


def test_period_the_wrong_way_round_is_turned():
    view = parse_address("from=2025-06&to=2025-01")
    assert (view.since, view.until) == ("2025-01", "2025-06")


def test_all_terms_mean_no_choice():
    assert parse_address("basis=observed,claimed,not_stated").basis == ()


def test_viewport_outside_the_map_counts_as_not_given_and_is_rounded_half_up():
    assert parse_address("at=99/16/99").viewport == (18.0, 16.0, 99.0)
    for outside in ("99/999/999", "10/28/99", "10/16/90"):
        assert parse_address(f"at={outside}").viewport is None
    assert parse_message({"at": [10.125, 16, 98]}).viewport == (10.13, 16.0, 98.0)


def test_digits_of_other_scripts_and_line_ends_are_no_numbers():
    assert parse_address({"month": "٣"}).month == 0
    assert parse_address({"month": "3\n", "sel": "compounds/kk-park\n"}) == ViewState()


@given(st.text() | st.text(alphabet=string.printable + "&=%/,", max_size=200))
def test_any_address_gives_a_view(text):
    view = parse_address(text)
    assert parse_address(address(view)) == view


@given(st.dictionaries(st.sampled_from(NAMES), words | st.text() | st.lists(st.text())))
def test_any_keys_and_values_give_a_view(values):
    view = parse_address(values)
    assert parse_address(address(view)) == view


@given(messages)
def test_any_message_gives_a_view_that_both_forms_carry(value):
    view = parse_message(value)
    assert parse_message(message(view)) == view
    assert parse_address(address(view)) == view
    assert parse_message(json.loads(json.dumps(message(view), allow_nan=False))) == view
