from moeiwatch.analysis.selection import select_view
from moeiwatch.data.viewstate import ViewState

from analysis.frames import compounds, frame, reaches


def layers():
    park = {
        "status": "demolished",
        "status_as_of": "2025-06",
        "first_reported": "2022-08",
        "confidence": "high",
    }
    late = {"first_reported": "2025-10", "status_as_of": "2025-10", "confidence": "low"}
    return {
        "compounds": compounds(
            park={**park, "armed_groups": [{"actor": "bgf"}]},
            zone={**park, "part_of": "park", "armed_groups": None},
            other={**late, "armed_groups": None},
        ),
        "construction_reports": frame(
            {
                "kc-1": {"compound": "zone", "kind": "demolition", "observed": "2025-03", "basis": "claimed"},
                "kc-2": {"compound": "other", "kind": "new_site", "observed": "2024", "basis": "observed"},
                "kc-3": {
                    "kind": "power",
                    "observed": "2023-05-01",
                    "published": "2025-02",
                    "basis": "not_stated",
                },
                "kc-4": {"kind": "power", "observed": "2023", "withdrawn": {"date": "2026"}},
            },
            ("compound", "confidence"),
        ),
        "rescue_events": frame({"ev-1": {"kind": "escape", "date": "2024-05-02", "compound": "park"}}),
        "interventions": frame({"iv-1": {"kind": "law", "date": "2025-02-05", "compound": None}}),
        "crossings": frame({"cr-1": {"kind": "bridge", "confidence": "high"}}),
        "river_reaches": reaches(2).assign(basis="the border stands for the river"),
    }


def shown(**view):
    return {layer: made.index.tolist() for layer, made in select_view(layers(), ViewState(**view)).items()}


def test_everything_that_stands_is_shown_by_default():
    assert shown() == {
        "compounds": ["park", "zone", "other"],
        "construction_reports": ["kc-1", "kc-2", "kc-3"],
        "rescue_events": ["ev-1"],
        "interventions": ["iv-1"],
        "crossings": ["cr-1"],
        "river_reaches": ["r1", "r2"],
    }


def test_a_period_takes_what_may_have_happened_in_it():
    found = shown(since="2024-01", until="2024-12")
    assert found["construction_reports"] == ["kc-2"] and found["rescue_events"] == ["ev-1"]
    assert found["interventions"] == [] and found["crossings"] == ["cr-1"]


def test_compounds_are_those_known_by_its_end_and_their_records_stay_as_they_are():
    found = select_view(layers(), ViewState(until="2023-12"))["compounds"]
    assert found["status"].to_dict() == {"park": "demolished", "zone": "demolished"}
    assert found["status_as_of"].tolist() == ["2025-06", "2025-06"]
    assert shown(until="2024-06")["compounds"] == ["park", "zone"]
    assert shown(until="2024-12")["compounds"] == ["park", "zone", "other"]


def test_as_it_was_known_goes_by_publication():
    assert shown(until="2025-01")["construction_reports"] == ["kc-2", "kc-3"]
    sources = frame({"s": {"published": "2025-06"}})
    made = layers()
    made["construction_reports"]["sources"] = [["s"]] * 4
    found = select_view(made, ViewState(until="2025-02", mode="known"), sources=sources)
    assert found["construction_reports"].index.tolist() == ["kc-3"]


def test_what_is_published_on_no_known_day_is_not_known_before_it_happened():
    assert shown(until="2023-12", mode="known")["construction_reports"] == []
    assert shown(since="2025-01", until="2025-02", mode="known")["construction_reports"] == ["kc-2", "kc-3"]
    assert shown(since="2026-01", mode="known")["construction_reports"] == ["kc-1", "kc-2"]


def test_layers_and_terms_are_hidden():
    found = shown(hide=("crossings", "compounds.active", "construction_reports.power"))
    assert found["crossings"] == [] and found["compounds"] == ["park", "zone"]
    assert found["construction_reports"] == ["kc-1", "kc-2"]


def test_a_term_of_status_is_that_of_the_end_of_the_period():
    assert shown(hide=("compounds.unknown",), until="2023-12")["compounds"] == []
    assert shown(hide=("compounds.demolished",), until="2023-12")["compounds"] == ["park", "zone"]


def test_basis_and_confidence_select_among_records_that_have_them():
    found = shown(basis=("observed", "not_stated"))
    assert found["construction_reports"] == ["kc-2", "kc-3"] and found["river_reaches"] == ["r1", "r2"]
    assert shown(confidence=("low",))["compounds"] == ["other"]
    assert shown(confidence=("low",))["rescue_events"] == ["ev-1"]


def test_an_armed_group_takes_its_compounds_their_parts_and_what_happened_there():
    found = shown(group="bgf")
    assert found["compounds"] == ["park", "zone"] and found["construction_reports"] == ["kc-1"]
    assert found["rescue_events"] == ["ev-1"] and found["interventions"] == []
    assert found["crossings"] == ["cr-1"] and found["river_reaches"] == ["r1", "r2"]
    assert shown(group="nobody")["compounds"] == []
