"""Records made from rows: values, ids, publications, and what is there already."""

import datetime
import json
from pathlib import Path

import pytest
from data.small_geodata import small_data, write_data
from moeiwatch.data.contents import Contents, read_contents
from moeiwatch.data.drafts.adding import plan_addition, write_addition
from moeiwatch.data.drafts.drafting import Drafts, draft_records
from moeiwatch.data.drafts.ids import slug, suggest_id
from moeiwatch.data.drafts.issue_dates import issued
from moeiwatch.data.drafts.lookup import doi_of, source_keys
from moeiwatch.data.drafts.rows import Row, Rows

TODAY = datetime.date(2026, 6, 1)
RELEASE = {
    "date": "2026-03-05",
    "Kind": "Release",
    "compound": "K.K. Park",
    "place": "KK Park",
    "People, at least": "1500",
    "People, best": "1,525",
    "nationalities": "ET 138; PH:16",
    "basis": "claimed",
    "confidence": "medium",
    "summary": "A made-up release.",
    "sources": "https://www.paper.example/2025/two/?utm_source=x",
}
NEWS = {
    "id": "http://zotero.org/users/1/items/A",
    "type": "article-newspaper",
    "title": "The <i>new</i> gates\nof KK Park",
    "container-title": "The Paper",
    "URL": "https://paper.example/2026/gates",
    "issued": {"date-parts": [["2026", "3", "5"]]},
    "author": [{"family": "A"}],
}


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return write_data(tmp_path / "geodata", small_data())


@pytest.fixture
def contents(directory: Path) -> Contents:
    return read_contents(directory)


def drafted(contents: Contents, layer: str, *values: dict, geometry=None, **given: str) -> Drafts:
    rows = [Row(f"line {n}", n, value, geometry) for n, value in enumerate(values, start=2)]
    return draft_records(Rows("t.csv", rows), layer, contents, given=given)


def test_a_table_row_becomes_a_record_at_its_compound(contents, directory):
    drafts = drafted(contents, "rescue_events", RELEASE)
    assert drafts.problems == []
    draft = drafts.drafts[0]
    assert draft.id == "ev-2026-03-05-release-1525"
    facts = draft.value["properties"]
    assert (facts["kind"], facts["compound"], facts["people_best"]) == ("release", "kk-park", 1525)
    assert facts["nationalities"] == {"ET": 138, "PH": 16}
    assert facts["sources"] == ["paper-20250203-two"]
    addition = plan_addition([("rescue_events", draft)], contents, as_of=TODAY, file="t.csv")
    assert addition.problems == []
    write_addition(addition, directory)
    written = json.loads((directory / "rescue_events.geojson").read_text())["features"][-1]
    assert written["geometry"] == {"type": "Point", "coordinates": [98.557, 16.631]}
    assert {k: v for k, v in written["properties"].items() if k == "people_best"} == {"people_best": 1525}


@pytest.mark.parametrize(
    ("layer", "values", "field"),
    [
        ("rescue_events", RELEASE | {"People, best": "many"}, "people_best"),
        ("rescue_events", RELEASE | {"peple_best": "5"}, ""),
        ("rescue_events", RELEASE | {"nationalities": "Ethiopians"}, "nationalities"),
        ("rescue_events", RELEASE | {"id": "ev-2025-02-12-release-260"}, "id"),
        ("interventions", {"key_figure": "perhaps"}, "key_figure"),
        ("compounds", {"armed_groups": "[{"}, "armed_groups"),
        ("compounds", {"sanctions": "OFAC"}, "sanctions"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(contents, layer, values, field):
    drafts = drafted(contents, layer, values)
    assert drafts.drafts == []
    assert [(problem.line, problem.field) for problem in drafts.problems] == [(2, field)]
    assert drafts.problems[0].remedy


def test_the_place_of_a_row_without_one_is_its_compound(contents):
    row = {name: value for name, value in RELEASE.items() if name != "place"}
    draft = drafted(contents, "rescue_events", row).drafts[0]
    assert draft.value["properties"]["place"] == "KK Park"
    assert "place KK Park, the name of its compound" in draft.said
    step = drafted(contents, "interventions", {"compound": "KK Park", "actor": "Thailand"}).drafts[0]
    assert "place" not in step.value["properties"]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"kind": "relase"}, "Did you mean release?"),
        ({"sources": "paper-20250203-tow"}, "Did you mean paper-20250203-two?"),
        ({"date": "2026-02-30"}, ""),
        ({"compound": "kk-prk"}, "Did you mean kk-park?"),
        ({"summary": "<b>x</b>"}, "markup"),
        ({"date": "2027-01-01", "verified": "2030-01-01"}, ""),
    ],
)
def test_the_check_speaks_before_anything_is_written(contents, values, words):
    row = {name: v for name, v in RELEASE.items() if name.casefold() not in values} | values
    drafts = drafted(contents, "rescue_events", row)
    addition = plan_addition([("rescue_events", drafts.drafts[0])], contents, as_of=TODAY, file="t.csv")
    assert not addition.is_right
    assert any(words in problem.sentence for problem in addition.problems)
    assert {(problem.file, problem.line) for problem in addition.problems} == {("t.csv", 2)}


def test_one_wrong_record_keeps_all_from_being_written(contents):
    drafts = drafted(contents, "rescue_events", RELEASE, RELEASE | {"basis": "rumour"})
    found = [("rescue_events", draft) for draft in drafts.drafts]
    assert not plan_addition(found, contents, as_of=TODAY, file="t.csv").is_right


def test_a_changed_file_is_not_overwritten(contents, directory):
    drafts = drafted(contents, "rescue_events", RELEASE)
    addition = plan_addition([("rescue_events", drafts.drafts[0])], contents, as_of=TODAY, file="t.csv")
    file = directory / "rescue_events.geojson"
    file.write_text(file.read_text() + " ")
    before = file.read_bytes()
    with pytest.raises(OSError, match="in the meantime"):
        write_addition(addition, directory)
    assert file.read_bytes() == before


@pytest.mark.parametrize("text", ["", "{", "[]", '{"features": 5}', '{"features": [], "features": []}'])
def test_a_broken_layer_is_left_alone(directory, text):
    (directory / "rescue_events.geojson").write_text(text)
    contents = read_contents(directory)
    drafts = drafted(contents, "rescue_events", RELEASE)
    addition = plan_addition([("rescue_events", drafts.drafts[0])], contents, as_of=TODAY, file="t.csv")
    assert not addition.is_right
    assert addition.texts == {}


def test_a_publication_of_zotero(contents):
    draft = drafted(contents, "sources", NEWS).drafts[0]
    assert draft.value == {
        "id": "paper-20260305-gates",
        "type": "article-newspaper",
        "title": "The new gates of KK Park",
        "container-title": "The Paper",
        "issued": {"date-parts": [[2026, 3, 5]]},
        "URL": "https://paper.example/2026/gates",
        "language": "en",
        "custom": {"access": "original", "kind": "news"},
    }
    assert "left out: author" in draft.said
    assert plan_addition([("sources", draft)], contents, as_of=TODAY, file="z.json").problems == []


@pytest.mark.parametrize(
    "address",
    [
        "http://www.paper.example/2025/one/",
        "https://paper.example/2025/one#x",
        "https://paper.example/2025/one?fbclid=1",
    ],
)
def test_a_known_address_adds_nothing(contents, address):
    drafts = drafted(contents, "sources", {"type": "webpage", "URL": address} | {"title": "One headline"})
    assert drafts.drafts == [] or drafts.drafts[0].id == "paper-20250101-one"
    assert [id_ for _, id_ in drafts.already] == ["paper-20250101-one"] or drafts.drafts[0].merged


def test_publications_merge_by_doi_and_keep_what_stands(directory):
    data = small_data()
    data["sources"][0]["URL"] = "https://doi.org/10.1234/ABC.5"
    del data["sources"][0]["title"]
    data["sources"][0]["issued"] = {"date-parts": [[2025]]}
    contents = read_contents(write_data(directory, data))
    new = {"type": "report", "DOI": "10.1234/abc.5", "title": "T", "issued": "2025-02-03", "language": "th"}
    draft = drafted(contents, "sources", new | {"URL": "https://press.example/t"}).drafts[0]
    assert (draft.id, draft.merged) == ("paper-20250101-one", True)
    assert (draft.value["title"], draft.value["issued"]) == ("T", {"date-parts": [[2025, 2, 3]]})
    assert draft.value["URL"] == "https://doi.org/10.1234/ABC.5"
    assert any("kept URL" in text for text in draft.said)
    assert any("kept language" in text for text in draft.said)
    addition = plan_addition([("sources", draft)], contents, as_of=TODAY, file="z.json")
    assert addition.is_right
    assert len(json.loads(addition.texts["sources.json"][0])) == 2


def test_a_publication_that_stands_twice_in_the_file_is_added_once(contents):
    second = {"type": "webpage", "URL": NEWS["URL"], "note": "Second export."}
    drafts = drafted(contents, "sources", NEWS, second, NEWS)
    assert [draft.id for draft in drafts.drafts] == ["paper-20260305-gates"]
    assert drafts.drafts[0].value["note"] == "Second export."
    assert not drafts.drafts[0].merged
    assert [id_ for _, id_ in drafts.already] == ["paper-20260305-gates"]


def test_what_nobody_knows_of_a_publication_stays_open(contents):
    item = {"type": "report", "title": "X", "publisher": "New House", "URL": "https://new.example/x"}
    draft = drafted(contents, "sources", item).drafts[0]
    addition = plan_addition([("sources", draft)], contents, as_of=TODAY, file="z.json")
    assert {problem.field for problem in addition.problems} == {"language", "custom.kind"}
    given = drafted(contents, "sources", item, language="en", kind="think_tank").drafts[0]
    assert plan_addition([("sources", given)], contents, as_of=TODAY, file="z.json").problems == []


@pytest.mark.parametrize(
    ("item", "id_"),
    [
        ({"DOI": "10.1234/x", "publisher": "River Institute"}, "riverinstitute-20260305-gates"),
        ({"URL": "https://doi.org/10.1234/x", "container-title": "Moei Review"}, "moeireview-20260305-gates"),
        ({"URL": "https://doi.org/10.1234/x"}, "source-20260305-gates"),
        ({"URL": "https://web.archive.org/web/2026/https://paper.example/x"}, "paper-20260305-gates"),
        ({"URL": "https://en.thairath.co.th/1", "container-title": "ไทยรัฐ"}, "thairath-20260305-gates"),
        ({"URL": "https://paper.example/1", "title": "เปิดประตู"}, "paper-20260305"),
        ({"URL": "https://paper.example/1", "title": "Đường biên giới"}, "paper-20260305-duong"),
        (
            {"URL": "https://paper.example/1", "issued": {"season": "3", "date-parts": [["2026"]]}},
            "paper-2026-gates",
        ),
        ({"URL": "https://paper.example/1", "issued": {"literal": "Spring 2026"}}, "paper-2026-gates"),
        ({"URL": "https://paper.example/1", "issued": "2026-21"}, "paper-2026-gates"),
        ({"URL": "https://paper.example/1", "issued": {"raw": "no date"}}, "paper-undated-gates"),
    ],
)
def test_ids_of_publications_can_be_read_whatever_title_date_and_address(contents, item, id_):
    given = {"type": "article-newspaper", "title": "Gates", "issued": "2026-03-05"} | item
    assert drafted(contents, "sources", given).drafts[0].id == id_


def test_the_publisher_behind_a_resolver_is_not_the_one_before(directory):
    data = small_data()
    data["sources"][0] |= {"URL": "https://doi.org/10.1234/a", "language": "th"}
    contents = read_contents(write_data(directory, data))
    item = {"type": "report", "title": "X", "publisher": "New House", "URL": "https://doi.org/10.1234/b"}
    draft = drafted(contents, "sources", item).drafts[0]
    assert "language" not in draft.value
    assert draft.id == "newhouse-undated-x"


def test_a_page_at_an_archive_is_a_copy_and_known_by_the_page_itself(contents):
    item = {"type": "webpage", "title": "Gates", "language": "en"}
    url = "https://web.archive.org/web/2026/https://paper.example/gates"
    draft = drafted(contents, "sources", item | {"URL": url}).drafts[0]
    assert draft.value["custom"] == {"access": "copy", "read_at": url, "kind": "news"}
    assert "URL" not in draft.value
    again = url.replace("gates", "2025/one")
    drafts = drafted(contents, "sources", item | {"URL": again})
    assert [d.id for d in drafts.drafts] + [id_ for _, id_ in drafts.already] == ["paper-20250101-one"]


def test_tracking_is_not_written(contents):
    draft = drafted(contents, "sources", NEWS | {"URL": f"{NEWS['URL']}?utm_source=x&fbclid=y"}).drafts[0]
    assert draft.value["URL"] == NEWS["URL"]
    assert any("without what only tells who led there" in text for text in draft.said)


@pytest.mark.parametrize("name", ["kind", "Kind of publisher", "custom.kind"])
def test_set_completes_and_never_overwrites_what_the_file_says(contents, name):
    item = {"type": "report", "title": "X", "URL": "https://new.example/x", "Language": "th"}
    draft = drafted(contents, "sources", item | {name: "un"}, kind="ngo", language="en").drafts[0]
    assert (draft.value["custom"]["kind"], draft.value["language"]) == ("un", "th")
    assert 'kind "un" as the file says, not ngo of --set' in draft.said
    draft = drafted(contents, "sources", item, kind="ngo").drafts[0]
    assert draft.value["custom"]["kind"] == "ngo"
    assert "kind ngo of --set" in draft.said
    known = drafted(contents, "sources", NEWS, kind="ngo", language="th").drafts[0]
    assert (known.value["custom"]["kind"], known.value["language"]) == ("news", "en")
    assert "kind news, as other publications of this publisher, not ngo of --set" in known.said
    event = drafted(contents, "rescue_events", RELEASE, kind="raid").drafts[0]
    assert event.value["properties"]["kind"] == "release"


def test_a_property_under_two_names_is_refused(contents):
    drafts = drafted(contents, "rescue_events", RELEASE | {"kind": "raid"})
    assert [(p.field, "given twice" in p.message) for p in drafts.problems] == [("kind", True)]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Kenya 20", {"KE": 20}),
        ("20 Kenya; south africa: 1,003", {"KE": 20, "ZA": 1003}),
        ("ke 20; Burma=3", {"KE": 20, "MM": 3}),
        ("ZZ 5", {"ZZ": 5}),
    ],
)
def test_nationalities_by_name(contents, text, counts):
    draft = drafted(contents, "rescue_events", RELEASE | {"nationalities": text}).drafts[0]
    assert draft.value["properties"]["nationalities"] == counts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ethiopians 5", "did you mean Ethiopia?"),
        ("Kenya", "not written as 'Kenya 20'"),
        ("KE 5; Kenya 6", "Kenya stands there twice"),
    ],
)
def test_nationalities_that_nobody_understands(contents, text, words):
    problem = drafted(contents, "rescue_events", RELEASE | {"nationalities": text}).problems[0]
    assert words in problem.message


def test_names_that_no_record_has_come_with_the_nearest_and_new_addresses_with_the_command(contents):
    address = "https://new.example/a?b=1&c=2"
    drafts = drafted(contents, "rescue_events", RELEASE | {"compound": "KK", "sources": address})
    told = {problem.field: problem.sentence for problem in drafts.problems}
    assert "Did you mean kk-park (KK Park)?" in told["compound"]
    assert f"python dashboard add sources --set 'URL={address}'" in told["sources"]


def test_a_missing_value_that_many_share_may_be_given_for_all(contents):
    item = {"type": "report", "title": "X", "publisher": "New House", "URL": "https://new.example/x"}
    draft = drafted(contents, "sources", item).drafts[0]
    addition = plan_addition([("sources", draft)], contents, as_of=TODAY, file="z.json", by_set=True)
    assert {p.field: p.remedy.rpartition("--set ")[2] for p in addition.problems} == {
        "language": "language=en",
        "custom.kind": "kind=news",
    }


def test_near_duplicates_by_name_date_place_and_source(contents):
    again = {"date": "2025-02-13", "kind": "release", "compound": "kk-park", "people_best": "260"}
    alike = drafted(contents, "rescue_events", again | {"sources": "paper-20250101-one"}).drafts[0].alike
    assert [(like.id, like.strong) for like in alike] == [("ev-2025-02-12-release-260", True)]
    assert alike[0].reasons == ("about the same day", "the same place", "the same number", "the same source")
    other = {"date": "2025-06-13", "kind": "release", "compound": "kk-park", "people_best": "26"}
    assert drafted(contents, "rescue_events", other).drafts[0].alike == ()
    named = drafted(contents, "compounds", {"name": "K.K. park"}, {"name": "KK Parks"}, {"name": "KK Park 2"})
    assert [[(like.reasons, like.strong) for like in draft.alike] for draft in named.drafts] == [
        [(("the same name",), True)],
        [(("a similar name",), False)],
        [],
    ]


HOME = {"date": "2025-02-13", "kind": "repatriation", "place": "Mae Sot", "sources": "paper-20250101-one"}


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"people_best": "260"}, True),
        ({"people_min": "260"}, True),
        ({"people_min": "200", "people_max": "261"}, True),
        ({"people_best": "260", "date": "2025-03-20"}, True),
        ({"people_best": "260", "counted_in": "ev-2025-02-12-release-260"}, False),
        ({"people_best": "26"}, False),
        ({}, False),
    ],
)
def test_the_same_people_under_another_kind_are_told(contents, values, told):
    alike = drafted(contents, "rescue_events", HOME | values).drafts[0].alike
    expected = [("ev-2025-02-12-release-260", False, ", or set counted_in")] if told else []
    assert [(like.id, like.strong, like.advice) for like in alike] == expected


@pytest.mark.parametrize(
    ("place", "is_same"),
    [
        ({"place": "K.K. Park"}, True),
        ({"compound": "kk-park-north"}, True),
        ({"place": "KK Park, north"}, False),
        ({"place": "Mae Sot"}, False),
        ({"compound": "other"}, False),
    ],
)
def test_a_place_is_the_same_by_its_name_and_by_what_it_is_part_of(tmp_path, place, is_same):
    data = small_data()
    zone = {"name": "KK Park, north", "part_of": "kk-park"}
    for id_, values in (("kk-park-north", zone), ("other", {"name": "Other"})):
        compound = data["compounds"][0]
        data["compounds"].append({**compound, "id": id_, "properties": {**compound["properties"], **values}})
    contents = read_contents(write_data(tmp_path, data))
    row = {"date": "2025-02-12", "kind": "release", "people_best": "260", **place}
    (like,) = drafted(contents, "rescue_events", row).drafts[0].alike
    assert ("the same place" in like.reasons) is is_same


@pytest.mark.parametrize(
    ("layer", "properties", "id_"),
    [
        ("compounds", {"name": "Công Viên: KK's Park"}, "cong-vien-kks-park"),
        ("compounds", {"name": "ရွှေကုက္ကို"}, "record"),
        ("construction_reports", {}, "kc-001"),
        ("rescue_events", {"date": "2025", "kind": "raid"}, "ev-2025-raid"),
        (
            "rescue_events",
            {"date": "2025-01", "nationalities": {"KE": 78}, "people_best": 78},
            "ev-2025-01-ke-78",
        ),
        ("interventions", {"date": "2025-02-05", "actor": "The Thai government"}, "iv-2025-02-05-thai"),
        ("sources", {"title": "The raid", "issued": {"date-parts": [[2025, 2]]}}, "source-202502-raid"),
    ],
)
def test_ids_are_made_as_those_of_the_layer(layer, properties, id_):
    assert suggest_id(layer, properties, taken=set()) == id_
    second = suggest_id(layer, properties, taken={id_})
    assert second != id_
    assert second == slug(second)


def test_keys_of_publications():
    assert doi_of("see doi:10.1234/Ab(c).") == "10.1234/ab(c"
    assert doi_of("https://doi.org/10.1000%2Fx") == "10.1000/x"
    assert doi_of(5) == ""
    assert source_keys({"URL": "http://[broken"}) == ["http://[broken"]


def test_all_files_are_written_or_none(contents, directory, monkeypatch):
    before = {path.name: path.read_bytes() for path in directory.glob("*.*json")}
    publications = drafted(contents, "sources", NEWS, kind="news", language="en").drafts
    events = drafted(contents, "rescue_events", RELEASE | {"sources": publications[0].id}).drafts
    new = [("sources", publications[0]), ("rescue_events", events[0])]
    addition = plan_addition(new, contents, as_of=TODAY, file="answers")
    assert set(addition.texts) == {"sources.json", "rescue_events.geojson"}

    def full_disk(path: Path, data: bytes) -> None:
        if path.name == "rescue_events.geojson":
            raise OSError("no space left on device")
        path.write_bytes(data)

    monkeypatch.setattr("moeiwatch.data.drafts.adding.write_whole", full_disk)
    with pytest.raises(OSError, match="no space"):
        write_addition(addition, directory)
    assert {path.name: path.read_bytes() for path in directory.glob("*.*json")} == before


@pytest.mark.parametrize(
    ("layer", "values", "name", "value"),
    [
        (
            "actors",
            {"sanctions": "OFAC 2025-05-05; UK"},
            "sanctions",
            [{"authority": "OFAC", "date": "2025-05-05"}, {"authority": "UK"}],
        ),
        (
            "compounds",
            {"sanctions": "OFAC 2025-05-05"},
            "sanctions",
            [{"authority": "OFAC", "date": "2025-05-05"}],
        ),
        ("compounds", {"armed_groups": "Karen BGF"}, "armed_groups", [{"actor": "bgf-kna"}]),
    ],
)
def test_lists_of_small_objects_are_written_in_short(directory, layer, values, name, value):
    data = small_data()
    data["actors"] = [{"id": "bgf-kna", "name": "Karen BGF", "kind": "armed_group", "sources": []}]
    draft = drafted(read_contents(write_data(directory, data)), layer, values).drafts[0]
    assert draft.value.get("properties", draft.value)[name] == value


def test_a_name_inside_a_list_that_nobody_has_comes_with_the_nearest(directory):
    data = small_data()
    data["actors"] = [{"id": "bgf-kna", "name": "Karen BGF", "kind": "armed_group", "sources": []}]
    problem = drafted(
        read_contents(write_data(directory, data)), "compounds", {"armed_groups": "BGF"}
    ).problems[0]
    assert (problem.field, "Did you mean bgf-kna (Karen BGF)?" in problem.remedy) == ("armed_groups", True)


@pytest.mark.parametrize(
    ("values", "strong"),
    [
        ({}, [True]),
        ({"title": "ONE headline."}, [True]),
        ({"container-title": "Another Paper"}, [True]),
        ({"issued": "2026-01-01"}, [False]),
        ({"issued": None}, [True]),
        ({"title": "Another headline"}, []),
        ({"container-title": "Another Paper", "URL": "https://other.example/one"}, []),
    ],
)
def test_a_publication_of_the_same_title_and_publisher_is_told(contents, values, strong):
    row = {"title": "One headline", "container-title": "The Paper", "issued": "2025-01-01"}
    row |= {"URL": "https://paper.example/2025/one-again", "language": "en", **values}
    row = {name: value for name, value in row.items() if value is not None}
    (draft,) = draft_records(Rows("t.csv", [Row("row 1", 1, row)]), "sources", contents).drafts
    assert [(like.id, like.strong) for like in draft.alike] == [("paper-20250101-one", one) for one in strong]


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        ("March 2026", [2026, 3]),
        ("5 March 2026", [2026, 3, 5]),
        ("Spring 2025", [2025]),
        ("05/02/2025", [2025]),
    ],
)
def test_a_date_in_words_keeps_its_month(raw, parts):
    said = []
    assert issued({"raw": raw}, said) == {"issued": {"date-parts": [parts]}}
    assert len(said) == 1


def test_what_is_no_date_has_no_place_in_an_id():
    assert suggest_id("rescue_events", {"date": "12 March", "kind": "raid"}, taken=()) == "ev-undated-raid"
