"""Every mistake of the list is caught, once, at its line, with a message that helps."""

import pytest
from broken_contributions import BROKEN
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
