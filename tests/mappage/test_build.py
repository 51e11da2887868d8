import json
import re
from dataclasses import replace
from datetime import date

import pytest
from moeiwatch.data.geodata import read_geodata
from moeiwatch.mappage import build
from moeiwatch.mappage.build import MARK, build_page, write_page
from moeiwatch.mappage.pack import LAYERS, actor_pack, page_pack
from sample_geodata import small_files, write_files

AS_OF = date(2026, 6, 1)


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return read_geodata(write_files(tmp_path_factory.mktemp("geodata"), small_files()))


def contents(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_same_inputs_give_the_same_files(tmp_path, data):
    write_page(data, tmp_path / "a", as_of=AS_OF)
    write_page(data, tmp_path / "b", as_of=AS_OF)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_new_inputs_go_to_a_new_folder_and_older_builds_are_cleared(tmp_path, data):
    kept = tmp_path / "notes.txt"
    kept.write_text("mine", encoding="utf-8")
    first = build_page(data, tmp_path, as_of=AS_OF)
    assert build_page(data, tmp_path, as_of=AS_OF) == first
    second = build_page(replace(data, version="other"), tmp_path, as_of=AS_OF)
    assert second != first
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([kept.name, second.name])
    assert (second / MARK).is_file()


def test_page_that_stands_is_not_written_again(tmp_path, data, monkeypatch):
    folder = build_page(data, tmp_path, as_of=AS_OF)
    monkeypatch.setattr(build, "write_page", lambda *_, **__: pytest.fail("written again"))
    assert build_page(data, tmp_path, as_of=AS_OF) == folder


def test_what_is_dear_to_find_is_asked_for_only_when_the_page_is_written(tmp_path, data):
    asked = []
    given = {
        "changes": lambda: asked.append("changes") or {"1f0f": 3},
        "lines": lambda: asked.append("lines"),
    }
    for _ in range(2):
        folder = build_page(data, tmp_path, as_of=AS_OF, **given)
    assert asked == ["changes", "lines"]
    assert '"1f0f":3' in (folder / "index.html").read_text("utf-8")


def test_failed_build_leaves_nothing_behind_and_the_old_page_whole(tmp_path, data, monkeypatch):
    old = build_page(data, tmp_path, as_of=AS_OF)
    before = contents(old)

    def fail(geodata, folder, **_):
        folder.mkdir()
        raise OSError("disk full")

    monkeypatch.setattr(build, "write_page", fail)
    with pytest.raises(OSError, match="disk full"):
        build_page(replace(data, version="other"), tmp_path, as_of=AS_OF)
    assert [path.name for path in tmp_path.iterdir()] == [old.name]
    assert contents(old) == before


def test_page_names_no_other_host_but_tiles_and_the_licence(tmp_path, data):
    write_page(data, tmp_path, as_of=AS_OF)
    html = (tmp_path / "index.html").read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)[1].replace("&#x27;", "'")
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy
    scripts = [part for part in policy.split(";") if "script-src" in part]
    assert scripts == [" script-src 'self' file:"]
    assert re.findall(r"<script(?! src)[^>]*>", html) == ['<script type="application/json" id="pack">']
    assert not re.search(r'(?:src|href)="(?:https?:)?//', html)
    assert "jquery" not in html.lower()
    assert "bootstrap" not in html.lower()
    named = re.findall(r'(?:src|href)="([^"#:]+)"', html)
    assert named == ["page.js", "page.js", "later.js"], "the first is asked for early"
    assert all((tmp_path / name).is_file() for name in named)


def test_every_standing_record_is_in_the_pack(data):
    pack = page_pack(data, as_of=AS_OF)
    for layer in LAYERS:
        assert pack["layers"][layer]["records"]["id"] == data.layers[layer].index.tolist()
    json.dumps(pack, allow_nan=False)


def test_withdrawn_actor_is_not_in_the_pack(data):
    actors = data.actors.astype(object)
    _, *others = actors.index
    actors["withdrawn"] = [{"date": "2026-01-01", "reason": "No list names them."}, *[None] * len(others)]
    pack = page_pack(replace(data, actors=actors), as_of=AS_OF)
    assert [actor["id"] for actor in pack["actors"]] == others


def test_actor_is_packed_with_what_is_told_of_it_and_its_sources_by_place(data):
    assert actor_pack(data.actors, sources={"ap-20251020-raid": 3}) == [
        {"id": "bgf-kna", "name": "Karen BGF", "kind": "armed_group", "sources": []},
        {
            "id": "saw-somebody",
            "name": "Saw Somebody",
            "kind": "person",
            "member_of": ["bgf-kna"],
            "sanctions": [{"authority": "OFAC", "date": "2025-05-05"}],
            "sources": [3],
        },
    ]


def test_source_read_in_a_copy_has_words_and_no_link(data):
    sources = data.sources.copy()
    sources.loc[sources.index[0], "access"] = "copy"
    pack = page_pack(replace(data, sources=sources), as_of=AS_OF)
    assert pack["sources"]["link"][0] is None
    assert "read in a copy" in pack["sources"]["words"][0]


def test_page_is_built_from_empty_layers_and_no_base(tmp_path, data):
    empty = replace(data, layers={name: frame.iloc[:0] for name, frame in data.layers.items()}, base={})
    write_page(empty, tmp_path, as_of=AS_OF)
    assert (tmp_path / "index.html").is_file()


def test_the_apps_half_of_the_bridge_lies_beside_its_page_and_not_in_an_export(tmp_path, data):
    built = build_page(data, tmp_path / "app", as_of=AS_OF)
    write_page(data, tmp_path / "export", as_of=AS_OF)
    assert (built / "host" / "bridge.js").is_file()
    assert not (tmp_path / "export" / "host").exists()
