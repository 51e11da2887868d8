import base64
import hashlib
import re

import pytest
from moeiwatch.mappage.single_file import single_file

HTML = """<!DOCTYPE html><html><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<link rel="icon" href="data:,">
<script src="page/data.js"></script>
<style>body { color: red }</style>
</head><body><script src="map.js"></script></body></html>"""


@pytest.fixture
def folder(tmp_path):
    files = {
        "index.html": HTML,
        "map.js": "start();",
        "page/data.js": "var data = 1;",
    }
    (tmp_path / "page").mkdir()
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def inline_scripts(html):
    return re.findall(r"<script>(.*?)</script>", html, re.DOTALL)


def test_scripts_and_sheets_stand_inside_in_their_order(folder):
    html = single_file(folder)
    assert inline_scripts(html) == ["var data = 1;", "start();"]
    assert "<style>body { color: red }</style>" in html
    assert not re.findall(r'(?:src|href)="(?!data:)', html)


def test_policy_allows_these_scripts_and_no_other(folder):
    html = single_file(folder, tile_hosts=("https://tiles.example",))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1].replace("&#x27;", "'")
    for script in inline_scripts(html):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert "'unsafe-inline'" not in policy.partition("style-src")[0]
    assert "'self'" not in policy
    assert "img-src data: https://tiles.example;" in policy


@pytest.mark.parametrize("words", ["</script><b>", "</SCRIPT >", "<!-- <script>", "<ScRiPt src=x>"])
def test_no_text_of_a_script_ends_or_opens_an_element(folder, words):
    (folder / "page/data.js").write_text(f'var words = "{words}";', encoding="utf-8")
    html = single_file(folder)
    assert len(re.findall(r"<script", html, re.IGNORECASE)) == 2
    assert len(re.findall(r"</script", html, re.IGNORECASE)) == 2
    assert "<!--" not in html


def test_line_separators_of_unicode_are_written_as_escapes(folder):
    (folder / "page/data.js").write_text('var words = "a\u2028b\u2029c";', encoding="utf-8")
    html = single_file(folder)
    assert "\u2028" not in html and "\u2029" not in html
    assert r"a\u2028b\u2029c" in html


def test_pictures_of_a_sheet_stand_inside_and_missing_ones_are_empty(folder):
    (folder / "page/dot.svg").write_text("<svg/>", encoding="utf-8")
    css = "a { background: url('page/dot.svg') } b { background: url(gone.png) } c { behavior: url(#d) }"
    (folder / "index.html").write_text(HTML.replace("body { color: red }", css), encoding="utf-8")
    html = single_file(folder)
    assert f'url("data:image/svg+xml;base64,{base64.b64encode(b"<svg/>").decode()}")' in html
    assert 'url("data:,")' in html
    assert "url(#d)" in html


@pytest.mark.parametrize("change", ['<img src="dot.png">', '<link rel="preload" href="page/page.css">'])
def test_what_is_not_known_how_to_put_inside_is_refused(folder, change):
    (folder / "index.html").write_text(HTML.replace("<body>", f"<body>{change}"), encoding="utf-8")
    with pytest.raises(ValueError, match="one file"):
        single_file(folder)
