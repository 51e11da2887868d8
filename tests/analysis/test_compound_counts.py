import pytest
from moeiwatch.analysis.compound_counts import compound_counts, published_counts, published_range
from moeiwatch.analysis.sites import doubtful_sites, site_of

from analysis.frames import compounds, frame


def counts(made):
    return compound_counts(made)["count"].to_dict()


def test_parts_fold_into_their_whole_and_twins_into_one_another():
    made = compounds(
        park={},
        zone={"part_of": "park"},
        corner={"part_of": "zone"},
        casino={"possibly_same_as": ["park"]},
        far={},
    )
    assert site_of(made).to_dict() == {"park": "park", "zone": "park", "corner": "park", "casino": "casino",
                                       "far": "far"}  # fmt: skip
    assert counts(made) == {"records": 5, "sites": 3, "distinct_sites": 2}
    assert compound_counts(made).loc["distinct_sites", "records"] == ["park", "far"]


def test_a_doubtful_record_does_not_make_the_sites_that_it_may_be_one():
    made = compounds(a={}, b={}, c={}, gate={"possibly_same_as": ["a", "b", "c"]})
    assert counts(made)["distinct_sites"] == 3


def test_a_part_named_as_twin_stands_for_its_whole():
    made = compounds(park={}, zone={"part_of": "park"}, garden={"possibly_same_as": ["zone"]})
    assert doubtful_sites(made) == {"garden"}


def test_records_that_name_each_other_are_one():
    assert (
        counts(compounds(a={"possibly_same_as": ["b"]}, b={"possibly_same_as": ["a"]}))["distinct_sites"] == 1
    )
    ring = compounds(
        a={"possibly_same_as": ["b"]}, b={"possibly_same_as": ["c"]}, c={"possibly_same_as": ["a"]}
    )
    assert counts(ring)["distinct_sites"] == 1
    outside = compounds(a={"possibly_same_as": ["b", "c"]}, b={"possibly_same_as": ["a"]}, c={})
    assert counts(outside)["distinct_sites"] == 1


def test_merged_and_withdrawn_records_are_no_compounds_and_no_parents():
    made = compounds(
        a={"merged_into": "b"}, b={}, c={"withdrawn": {"date": "2026-01-01"}}, d={"part_of": "c"}
    )
    assert counts(made) == {"records": 2, "sites": 2, "distinct_sites": 2}


LAYER = compounds(
    town={},
    a={"part_of": "town"},
    b={"part_of": "a"},
    casino={"possibly_same_as": ["b"]},
    garden={"possibly_same_as": ["town"]},
    far={},
)


@pytest.mark.parametrize(
    ("shown", "sites", "distinct"),
    [
        (["a", "b"], ["a"], ["a"]),
        (["b", "a", "far"], ["b", "far"], ["b", "far"]),
        (["casino", "b"], ["casino", "b"], ["b"]),
        (["casino", "garden", "far"], ["casino", "garden", "far"], ["casino", "far"]),
        (["casino"], ["casino"], ["casino"]),
        ([], [], []),
    ],
)
def test_a_filter_that_hides_the_whole_makes_no_more_sites(shown, sites, distinct):
    found = compound_counts(LAYER.loc[shown], among=LAYER)["records"]
    assert (found["records"], found["sites"], found["distinct_sites"]) == (shown, sites, distinct)


def test_a_possible_twin_folds_into_the_one_of_several_that_is_shown():
    layer = compounds(a={}, b={}, gate={"possibly_same_as": ["a", "b"]})
    found = compound_counts(layer.loc[["b", "gate"]], among=layer)["records"]
    assert found["distinct_sites"] == ["b"]


def test_a_hidden_whole_that_is_merged_or_withdrawn_holds_no_parts():
    layer = compounds(a={"withdrawn": {"date": "2026-01-01"}}, b={"part_of": "a"}, c={"part_of": "a"})
    assert compound_counts(layer.loc[["b", "c"]], among=layer)["count"].tolist() == [2, 2, 2]


def test_published_totals_stand_beside_with_their_sources_and_are_not_added():
    reports = frame(
        {
            "kc-1": {
                "metric": "compounds_count",
                "value": 27,
                "observed": "2025",
                "sources": ["s"],
                "place": "border",
            },
            "kc-2": {"metric": "compounds_count", "value": 30, "observed": "2025-10", "sources": ["t"]},
            "kc-3": {"metric": "compounds_expanding", "value": 8, "observed": "2025-02", "sources": ["u"]},
            "kc-4": {
                "metric": "compounds_count",
                "value": 9,
                "withdrawn": {"date": "2026"},
                "sources": ["v"],
            },
        }
    )
    table = published_counts(reports)
    assert table["value"].to_dict() == {"kc-2": 30, "kc-1": 27}
    assert table.loc["kc-1", ["place", "sources"]].tolist() == ["border", ["s"]]


def test_the_range_of_published_totals_takes_in_upper_ends_and_says_if_it_is_open():
    rows = {
        "kc-1": {"value": 16},
        "kc-2": {"value": 30, "value_max": 50},
        "kc-3": {"value": 30, "value_qualifier": "more_than"},
    }
    common = {"metric": "compounds_count", "observed": "2025"}
    made = frame({name: {**common, **row} for name, row in rows.items()})
    assert published_range(published_counts(made)) == (16, 50, False)
    assert published_range(published_counts(made.drop(index="kc-2"))) == (16, 30, True)
