"""Changes between two folders of data: every kind, told in the words of the schema."""

import copy
import json
from pathlib import Path

import pytest
from data.small_geodata import COMPOUND, EVENT, small_data, write_data
from moeiwatch.data.changes.compare import Changes, compare
from moeiwatch.data.changes.report import json_report, text_report
from moeiwatch.data.changes.schemas import read_schemas
from moeiwatch.data.changes.sentences import notes, record_sentence, summary
from moeiwatch.data.changes.states import read_folder_state

PEOPLE = ("people_min", "people_best", "people_max")
NAME = "release, KK Park, 12 February 2025 (ev-2025-02-12-release-260)"


def changes_between(before: Path, after: Path) -> Changes:
    states = (read_folder_state(folder, label=folder.name) for folder in (before, after))
    return compare(*states, schemas=read_schemas(before))


def sentences(tmp_path: Path, before: dict, after: dict) -> list[str]:
    found = changes_between(write_data(tmp_path / "a", before), write_data(tmp_path / "b", after))
    return [record_sentence(change) for change in found.records]


def changed(layer: str, **values) -> dict:
    data = small_data()
    for name, value in values.items():
        if value is None:
            del data[layer][0]["properties"][name]
        else:
            data[layer][0]["properties"][name] = value
    return data


def test_status_is_told_with_its_date_and_sources_are_counted(tmp_path):
    after = changed(
        "compounds",
        status="partly_demolished",
        status_as_of="2026-02-09",
        sources=["paper-20250101-one", "paper-20250203-two", "third-source"],
    )
    assert sentences(tmp_path, small_data(), after) == [
        "KK Park: status active -> partly demolished (2026-02-09), "
        "2 sources added (The Paper, 'Two headlines'; third-source)"
    ]


@pytest.mark.parametrize(
    ("values", "phrase"),
    [
        ({"people_best": 300}, "people 260 to 261 (best estimate 260) -> 260 to 261 (best estimate 300)"),
        ({"people_max": None}, "people 260 to 261 (best estimate 260) -> at least 260"),
        ({"people_min": 1, "people_best": 1, "people_max": 1}, "people 260 to 261 (best estimate 260) -> 1"),
        (dict.fromkeys(PEOPLE), "people 260 to 261 (best estimate 260) -> not given"),
        ({"people_best": True}, "people, best 260 -> yes"),
        ({"people_best": "260"}, "people, best 260 (a number) -> 260 (a text)"),
        ({"date": "2025-02"}, "date 2025-02-12 -> 2025-02"),
        ({"date_end": "2025-02-14"}, "until set to 2025-02-14"),
        ({"nationalities": {"ET": 140, "PH": 16}}, "nationalities: Ethiopia 138 -> 140"),
        ({"nationalities": {"ET": 138}}, "nationalities: Philippines 16 taken out"),
        ({"nationalities": None}, "nationalities: Ethiopia 138 taken out, Philippines 16 taken out"),
        ({"basis": "observed"}, "basis claimed -> observed"),
        ({"kind": "raid"}, "kind release -> raid"),
        ({"compound": None}, "compound taken out (was KK Park)"),
        ({"counted_in": "ev-2025-02-12-release-260"}, f"now counted in {NAME}"),
        ({"overlaps": ["ev-2025-02-12-release-260"]}, f"now may overlap with {NAME}"),
        ({"actors": ["KNA"]}, "who acted: KNA added"),
        ({"actors": "KNA"}, "who acted set to KNA"),
        ({"sources": "paper-20250203-two"}, "sources paper-20250101-one -> paper-20250203-two"),
        (
            {"summary": "Another text, which says much the same but is written at some greater length."},
            "summary 'A made-up release.' -> "
            "'Another text, which says much the same but is written at some greater length.'",
        ),
        ({"note": "The day is not given."}, "note set to The day is not given."),
        ({"note": "Long " * 30}, f"note added: '{'Long ' * 17}Long…'"),
        (
            {"sources": ["paper-20250203-two"]},
            "1 source added (The Paper, 'Two headlines'), 1 source taken out (The Paper, 'One headline')",
        ),
        ({"confidence": "low"}, "confidence high -> low"),
        ({"precision_m": 1000}, "precision of the position set to 1,000 metres"),
        ({"invented": 5}, "invented set to 5"),
        ({"invented": []}, "invented: empty list added"),
    ],
)
def test_a_property_is_told_in_the_words_of_the_schema(tmp_path, values, phrase):
    found = sentences(tmp_path, small_data(), changed("rescue_events", **values))
    assert [text.partition(f"({EVENT['id']}): ")[2] for text in found] == [phrase]


def test_added_removed_withdrawn_and_merged_records(tmp_path):
    after = small_data()
    after["compounds"] += [copy.deepcopy(COMPOUND) | {"id": "other"}]
    after["compounds"][0]["properties"]["merged_into"] = "other"
    after["rescue_events"][0]["properties"]["withdrawn"] = {"date": "2026-01-01", "reason": "Told twice."}
    del after["sources"][1]
    found = changes_between(write_data(tmp_path / "a", small_data()), write_data(tmp_path / "b", after))
    assert {(c.layer, c.id, c.kind) for c in found.records} == {
        ("compounds", "other", "added"),
        ("compounds", "kk-park", "merged"),
        ("rescue_events", EVENT["id"], "withdrawn"),
        ("sources", "paper-20250203-two", "removed"),
    }
    assert summary(found) == "1 added, 1 merged, 1 withdrawn, 1 removed (4 records)"
    told = [record_sentence(change) for change in found.records]
    assert "KK Park: added: compound, status active (2025-10), confidence high, 1 source" in told
    assert "KK Park: merged into KK Park" in told
    assert any(text.endswith("withdrawn on 2026-01-01: Told twice.") for text in told)
    assert notes(found) == ["1 id has disappeared without merged_into or withdrawn: ids are promises"]


def test_a_publication_that_was_merged_breaks_no_promise(tmp_path):
    after = small_data()
    del after["sources"][1]
    after["sources"][0]["custom"]["other_ids"] = ["paper-20250203-two"]
    found = changes_between(write_data(tmp_path / "a", small_data()), write_data(tmp_path / "b", after))
    kinds = {change.id: (change.kind, change.breaks_promise) for change in found.records}
    assert kinds["paper-20250203-two"] == ("merged", False)


def test_a_changed_id_is_one_record_and_a_broken_promise(tmp_path):
    after = small_data()
    after["compounds"][0]["id"] = "kk"
    found = changes_between(write_data(tmp_path / "a", small_data()), write_data(tmp_path / "b", after))
    assert [record_sentence(c) for c in found.records] == [
        "KK Park: id kk-park -> kk (ids are promises: they never change)"
    ]
    assert found.records[0].breaks_promise


@pytest.mark.parametrize(
    ("old", "new"), [("kk-park", "kk"), ("paper-20250101-one", "paper-one"), ("a-b", "a-c")]
)
def test_who_follows_a_changed_id_changed_nothing(tmp_path, old, new):
    data = small_data()
    data["rescue_events"][0]["properties"]["sources"] = ["paper-20250203-two", "paper-20250101-one"]
    data["compounds"][0]["properties"]["armed_groups"] = [{"actor": "a-b"}]
    data["actors"] = [{"id": "a-b", "name": "A"}]
    renamed = json.loads(json.dumps(data).replace(f'"{old}"', f'"{new}"'))
    (told,) = sentences(tmp_path, data, renamed)
    assert f"id {old} -> {new}" in told


def test_who_cites_the_publication_that_took_another_over_changed_nothing(tmp_path):
    before, after = small_data(), small_data()
    before["compounds"][0]["properties"]["sources"] = ["paper-20250203-two", "paper-20250101-one"]
    after["compounds"][0]["properties"]["sources"] = ["paper-20250203-two"]
    after["rescue_events"][0]["properties"]["sources"] = ["paper-20250203-two"]
    one, two = after["sources"]
    after["sources"] = [{**two, "custom": {**two["custom"], "other_ids": [one["id"]]}}]
    found = changes_between(write_data(tmp_path / "a", before), write_data(tmp_path / "b", after))
    assert {change.layer for change in found.records} == {"sources"}


def test_accents_are_no_change_however_they_are_written(tmp_path):
    before, after = (changed("compounds", name=name) for name in ("Caf\u00e9 park", "Cafe\u0301 park"))
    assert sentences(tmp_path, before, after) == []


def test_rewriting_changes_no_meaning(tmp_path):
    after = small_data()
    after["sources"].reverse()
    feature = after["compounds"][0]
    after["compounds"][0] = {name: feature[name] for name in reversed(feature)}
    feature["properties"] = dict(reversed(feature["properties"].items())) | {"precision_m": 500.0}
    feature["geometry"]["coordinates"] = [98.5570000001, 16.631]
    found = changes_between(
        write_data(tmp_path / "a", small_data()), write_data(tmp_path / "b", after, indent=None)
    )
    assert found.records == []
    assert not found.has_meaning
    assert summary(found) == "no change of meaning"
    same = changes_between(tmp_path / "a", tmp_path / "a")
    assert summary(same) == "no change"


def test_records_are_found_again_in_moved_split_and_renamed_files(tmp_path):
    before = write_data(tmp_path / "a", small_data() | {"compounds": [COMPOUND, COMPOUND | {"id": "second"}]})
    after = write_data(tmp_path / "b", small_data())
    (after / "compounds.geojson").unlink()
    (after / "compounds").mkdir()
    for id_ in ("kk-park", "second"):
        features = {"type": "FeatureCollection", "features": [COMPOUND | {"id": id_}]}
        (after / "compounds" / f"{id_}.geojson").write_text(json.dumps(features))
    (after / "rescue_events.geojson").rename(after / "people.geojson")
    found = changes_between(before, after)
    assert found.records == []
    moved = {change.path: (change.kind, change.was) for change in found.files}
    assert moved["people.geojson"] == ("moved", "rescue_events.geojson")


@pytest.mark.parametrize("name", ["bibliography.json", "Sources.json"])
def test_a_renamed_bibliography_breaks_no_promise(tmp_path, name):
    """A list has no ``$schema`` and its new name tells nothing: its members do, or the same bytes."""
    before = write_data(tmp_path / "a", small_data())
    after = write_data(tmp_path / "b", small_data())
    (after / "sources.json").rename(after / name)
    for one, other in ((before, after), (after, before)):
        found = changes_between(one, other)
        assert found.records == [] and summary(found) == "no change of meaning"
    data = small_data()
    data["sources"][0]["title"] = "Another headline"
    write_data(after, data)
    (after / "sources.json").rename(after / name)
    (said,) = [record_sentence(change) for change in changes_between(before, after).records]
    assert said == "The Paper, 'Another headline': title One headline -> Another headline"


def test_a_moved_file_that_nothing_names_is_known_by_its_bytes(tmp_path):
    before = write_data(tmp_path / "a", small_data())
    layer = json.loads((before / "compounds.geojson").read_text())
    del layer["$schema"]
    (before / "compounds.geojson").write_text(json.dumps(layer))
    after = write_data(tmp_path / "b", {k: v for k, v in small_data().items() if k != "compounds"})
    (after / "places.geojson").write_text(json.dumps(layer))
    for one, other in ((before, after), (after, before)):
        found = changes_between(one, other)
        assert found.records == []
        assert [(change.kind, change.layer) for change in found.files] == [("moved", "compounds")]


def test_a_list_of_other_things_is_no_bibliography(tmp_path):
    before = write_data(tmp_path / "a", small_data())
    after = write_data(tmp_path / "b", small_data())
    (after / "notes.json").write_text(json.dumps([{"id": "a", "type": "note", "title": "One"}]))
    found = changes_between(before, after)
    assert found.records == [] and [change.kind for change in found.files] == ["added"]


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"features": 5}', "\x00", "nul", '{"a": NaN}', "[" * 5000])
def test_a_broken_file_is_named_and_nothing_of_it_is_said_to_be_removed(tmp_path, text):
    before = write_data(tmp_path / "a", small_data())
    after = write_data(tmp_path / "b", small_data())
    (after / "compounds.geojson").write_text(text)
    found = changes_between(before, after)
    assert found.records == []
    assert [(state, problem.file) for state, problem in found.unreadable] == [("b", "compounds.geojson")]
    assert found.not_compared == {"compounds": 1}
    assert any("compounds.geojson" in note for note in notes(found))


def test_duplicate_and_missing_ids_lose_no_record(tmp_path):
    before, after = small_data(), small_data()
    nameless = {key: value for key, value in COMPOUND.items() if key != "id"}
    before["compounds"] += [COMPOUND, nameless, 5]
    after["compounds"] += [nameless, "text", nameless]
    found = changes_between(write_data(tmp_path / "a", before), write_data(tmp_path / "b", after))
    kinds = sorted((c.kind, c.id) for c in found.records)
    assert kinds == [("added", ""), ("changed", ""), ("removed", "")]
    assert not any(change.breaks_promise for change in found.records)


def test_links_and_special_files_are_not_followed(tmp_path):
    before = write_data(tmp_path / "a", small_data())
    after = write_data(tmp_path / "b", small_data())
    secret = tmp_path / "secret.json"
    secret.write_text(json.dumps({"type": "FeatureCollection", "features": [COMPOUND | {"id": "secret"}]}))
    (after / "compounds.geojson").unlink()
    (after / "compounds.geojson").symlink_to(secret)
    found = changes_between(before, after)
    assert "secret" not in "".join(text_report(found))
    assert "not followed" in found.unreadable[0][1].message


def test_reports_hold_everything(tmp_path):
    after = changed("compounds", status="raided")
    (write_data(tmp_path / "b", after) / "notes.txt").write_text("x")
    found = changes_between(write_data(tmp_path / "a", small_data()), tmp_path / "b")
    report = json_report(found)
    assert report["counts"] == {"changed": 1}
    assert report["records"][0]["fields"][0] == {
        "name": "status",
        "title": "status",
        "phrase": "status active -> raided",
        "before": "active",
        "after": "raided",
    }
    assert "  notes.txt: added" in list(text_report(found))
    json.dumps(report, allow_nan=False)


def test_hostile_text_does_not_reach_the_terminal(tmp_path):
    after = changed("compounds", name="\x1b[2J\u202eevil\nnext", status="raided")
    found = changes_between(write_data(tmp_path / "a", small_data()), write_data(tmp_path / "b", after))
    assert all(line.removeprefix("\n").isprintable() for line in text_report(found))


def test_sources_are_told_by_publisher_and_title(tmp_path):
    after = small_data()
    after["sources"][0] |= {
        "custom": {"access": "original", "kind": "ngo"},
        "issued": {"date-parts": [[2025, 1]]},
    }
    assert sentences(tmp_path, small_data(), after) == [
        "The Paper, 'One headline': published on 2025-01-01 -> 2025-01, "
        "kind of publisher news -> non-governmental organisation"
    ]
