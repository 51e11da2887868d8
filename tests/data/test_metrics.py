import pytest
from moeiwatch.data.metrics import METRIC_WORDS, OTHER, SUBJECTS, metric_subject, metric_words, spell_metric


def test_every_metric_stands_under_one_subject():
    assert len(METRIC_WORDS) == sum(len(metrics) for metrics in SUBJECTS.values())


def test_a_metric_that_is_not_listed_is_told_by_its_own_words():
    assert spell_metric("fences_built_cumulative") == "fences built, running total"
    assert metric_subject("fences_built_cumulative") == metric_subject(None) == OTHER


@pytest.mark.parametrize(
    ("metric", "words"),
    [
        ("starlink_dishes_one_roof", "Starlink dish, on one roof"),
        ("high_rises_demolished_cumulative", "high-rise demolished, running total"),
        ("large_buildings_completed", "large building completed"),
        ("airstrikes", "air strike"),
    ],
)
def test_one_thing_is_said_of_in_the_singular(metric, words):
    assert metric_words(metric, 1.0) == words
    assert metric_words(metric, 2.0) == spell_metric(metric)
