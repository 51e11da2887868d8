import json
import re

from moeiwatch.mappage.pack_text import LATER, later_script, pack_block

WORDS = "</script><b> 'one' \\ \u2028 \u2029 \"two\" KK园区"


def layers(text):
    return {"compounds": {"properties": [WORDS], "records": {"id": ["a"], "text": text}}}


def written(pack):
    """Return what the page reads at once, and behind its first picture."""
    inner = re.search(r">(.*)</script>", pack_block(pack), re.DOTALL)[1]
    text = re.search(r"JSON\.parse\('(.*)'\);", later_script(pack), re.DOTALL)[1]
    assert not set(inner + text) & set("<")
    assert not set(text) & set("\u2028\u2029")
    text = re.sub(r"\\(.)", r"\1", text)  # as a browser reads a text in single quotes
    return json.loads(inner), json.loads(text)


def test_values_come_back_from_block_and_script_and_no_record_can_end_its_element():
    first, rest = written({"version": WORDS, "layers": {}, **dict.fromkeys(LATER, WORDS)})
    assert first == {"version": WORDS, "layers": {}}
    assert rest == {"layers": {}, **dict.fromkeys(LATER, WORDS)}


def test_texts_wait_behind_the_first_picture_but_for_those_that_decide_what_it_shows():
    text = {"name": [WORDS], "part_of": [None], "kind": ["zone"]}
    first, rest = written({"layers": layers(text), **dict.fromkeys(LATER)})
    shown = {"part_of": [None], "kind": ["zone"]}
    assert first["layers"] == {"compounds": {"records": {"id": ["a"], "text": shown}}}
    assert rest["layers"] == {"compounds": {"properties": [WORDS], "text": {"name": [WORDS]}}}
