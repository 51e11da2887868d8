"""The check of a compound's sanctions: those on whom it names and on their members, no more and no fewer."""

import pytest
from moeiwatch.data.problems import WARNING
from sample_geodata import check_files, properties, small_files

OFAC = {"authority": "OFAC", "date": "2025-05-05"}
EU = {"authority": "EU", "date": "2024-10-29"}


def warnings(tmp_path, *, told=None, **own) -> list[str]:
    files = small_files()
    record = properties(files, "compounds.geojson", "kk-park")
    record |= own | ({"sanctions": told} if told else {})
    found = check_files(tmp_path, files)
    return [p.sentence for p in found if p.field == "sanctions" and p.severity == WARNING]


NAMED = {"armed_groups": [{"actor": "bgf-kna"}]}


@pytest.mark.parametrize(
    "own",
    [
        {"told": [OFAC], **NAMED},
        {"told": [OFAC], "operators": [{"actor": "saw-somebody"}]},
        {},
        {"withdrawn": {"date": "2026-01-01", "reason": "A double."}, **NAMED},
    ],
)
def test_what_agrees_is_passed_over(tmp_path, own):
    assert warnings(tmp_path, **own) == []


def test_a_listing_of_a_member_that_is_left_out_is_told_with_what_to_write(tmp_path):
    assert warnings(tmp_path, **NAMED) == [
        "sanctions leaves out OFAC 2025-05-05, on those named with the compound. Write "
        '"sanctions": [{"authority": "OFAC", "date": "2025-05-05"}]. Or mend who is named, or actors.json.'
    ]


def test_a_sanction_on_nobody_named_is_told(tmp_path):
    assert warnings(tmp_path, told=[EU]) == [
        "EU 2024-10-29 is on nobody who is named with the compound. Take sanctions out. "
        "Or mend who is named, or actors.json."
    ]
