import re
from collections import Counter

import pytest
from moeiwatch.mappage.joined import join_files
from moeiwatch.mappage.page import PAGE_FILES

PAGE = """<html><head>
    <script src="vendor/a/a.js"></script>
    <link rel="stylesheet" href="vendor/a/a.css"/>
    <script src="page/b.js"></script>
    <link rel="stylesheet" href="page/c.css"/>
</head>
<body><p>words</p>
<script type="application/json" id="pack">{}</script>
<script src="map.js"></script>
</body></html>"""
FILES = {
    "vendor/a/a.js": "var a = 1",
    "page/b.js": "b();\n",
    "map.js": "start();",
    "vendor/a/a.css": "a { background: url('dot.svg') }",
    "page/c.css": 'c { background: url("../vendor/a/dot.svg"), url(data:,), url(#mask) }',
}


@pytest.fixture
def joined():
    return join_files(PAGE, read=FILES.__getitem__, is_later=lambda name: name == "page/b.js")


def test_the_page_holds_its_sheets_and_names_two_scripts_at_its_foot(joined):
    html, texts = joined
    assert list(texts) == ["page.js", "later.js"]
    head, body = html.split("</head>")
    assert head.index("/* vendor/a/a.css */") < head.index("/* page/c.css */") < head.index("</style>")
    assert re.findall("<link[^>]*>", html) == ['<link rel="preload" href="page.js" as="script">']
    assert head.index("<link") < head.index("<style>"), "asked for before sheets and records are read"
    assert "<script" not in head
    assert body.index('id="pack"') < body.index('<script src="page.js"></script>')
    assert body.index("page.js") < body.index('<script src="later.js" type="later"></script>')
    assert body.rstrip().endswith("</body></html>")


def test_scripts_keep_their_order_and_one_without_a_last_semicolon_ends(joined):
    _, texts = joined
    assert texts["page.js"] == "// vendor/a/a.js\nvar a = 1\n;\n// map.js\nstart();\n;\n"
    assert texts["later.js"] == "// page/b.js\nb();\n;\n"


def test_pictures_of_sheets_are_named_from_the_pages_folder(joined):
    html, _ = joined
    assert 'a { background: url("vendor/a/dot.svg") }' in html
    assert 'url("vendor/a/dot.svg"), url(data:,), url(#mask)' in html


def test_a_sheet_that_would_end_its_element_is_refused():
    harmful = {**FILES, "page/c.css": "/* </style> */"}
    with pytest.raises(ValueError, match="end its element"):
        join_files(PAGE, read=harmful.__getitem__, is_later=lambda name: False)


def given_twice(scripts):
    """Return the names that scripts give to ``MoeiWatch`` more than once: the last one would win."""
    names = Counter(re.findall(r"^\s*MoeiWatch\.(\w+) = (?!=)", "\n".join(scripts), re.M))
    return sorted(name for name, times in names.items() if times > 1)


def test_no_name_of_the_page_is_given_twice():
    assert given_twice(path.read_text("utf-8") for path in PAGE_FILES.glob("*.js")) == []
    assert given_twice(["  MoeiWatch.move = one;", "  MoeiWatch.move = (at) => at;\n"]) == ["move"]
