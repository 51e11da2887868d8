import json
import re

from moeiwatch.mappage.pack_text import LATER, later_script, pack_block

WORDS = "</script><b> 'one' \\ \u2028 \u2029 \"two\" KK园区"


def test_a_record_cannot_end_the_element_that_holds_it():
    block = pack_block({"layers": WORDS, **dict.fromkeys(LATER, 1)})
    inner = re.fullmatch(r'<script type="application/json" id="pack">(.*)</script>', block, re.DOTALL)[1]
    assert "<" not in inner
    assert json.loads(inner) == {"layers": WORDS}


def test_the_rest_is_a_script_whose_text_gives_the_values_back():
    script = later_script({"layers": 1, **dict.fromkeys(LATER, WORDS)})
    text = re.search(r"JSON\.parse\('(.*)'\);", script, re.DOTALL)[1]
    assert not set(text) & set("<\u2028\u2029")
    read = re.sub(r"\\(.)", r"\1", text)  # as a browser reads a text in single quotes
    assert json.loads(read) == dict.fromkeys(LATER, WORDS)
