"""Every mistake of the list is caught, once, at its line, with a message that helps."""

import pytest
from broken_contributions import BROKEN, COMPOUNDS, EVENT, EVENTS, KK, REPORTS, member, put
from moeiwatch.data.geodata import read_geodata
from moeiwatch.data.problems import ERROR
from sample_geodata import check_files, small_files


def test_the_small_data_is_right(tmp_path):
    assert check_files(tmp_path, small_files()) == []


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_mistake_is_caught_with_its_remedy(tmp_path, broken):
    files = small_files()
    broken.change(files)

    errors = [p for p in check_files(tmp_path, files) if p.severity == ERROR]

    assert [(p.file, p.record, p.field) for p in errors] == [(broken.file, broken.record, broken.field)]
    error = errors[0]
    assert broken.message in error.message
    assert broken.remedy in error.remedy
    assert error.line is not None
    if "[" not in error.field and "." not in error.field and " is missing" not in error.message:
        line = (tmp_path / broken.file).read_text(encoding="utf-8").splitlines()[error.line - 1]
        assert error.field.split("[")[0] in line or "{" in line


def test_the_list_is_long_and_holds_every_layer():
    assert len(BROKEN) >= 60
    assert len({broken.file for broken in BROKEN}) >= 11
    assert len({broken.name for broken in BROKEN}) == len(BROKEN)


def test_all_that_is_wrong_with_one_text_is_told_at_once(tmp_path):
    files = small_files()
    put(COMPOUNDS, KK, name="<b>KK\nPark</b> call +66 81 234 5678")(files)
    told = [p.message for p in check_files(tmp_path, files) if (p.record, p.field) == (KK, "name")]
    assert [words in " ".join(told) for words in ("line break", "markup", "telephone")] == [True] * 3


def test_a_character_that_cannot_be_seen_is_told_wherever_data_is_read(tmp_path):
    files = small_files()
    put(EVENTS, EVENT, place="Moei\0River")(files)
    (checked,) = [p for p in check_files(tmp_path, files) if p.field == "place"]
    (read,) = read_geodata(tmp_path).problems
    assert read == checked
    assert checked.message == (
        "the text holds a control character or one that cannot be seen "
        "(U+0000, a control character, at character 5)"
    )


def test_what_is_told_of_a_withdrawn_compound_can_be_done_as_it_is_told(tmp_path):
    files = small_files()
    put(COMPOUNDS, KK, withdrawn={"date": "2026-05-01", "reason": "Of another place."})(files)
    told = [p for p in check_files(tmp_path, files) if p.field == "compound"]
    event = next(p for p in told if p.file == EVENTS)
    report = next(p for p in told if p.file == REPORTS)
    both = 'take compound out if it is not so and at once write "geometry": null'
    assert f'{both} or, if the point stands, add "location_basis", or withdraw' in event.remedy
    assert f"{both}, or withdraw" in report.remedy
    put(EVENTS, EVENT, compound=...)(files)
    member(EVENTS, EVENT, geometry=None)(files)
    assert not [p for p in check_files(tmp_path / "mended", files) if p.record == EVENT]
