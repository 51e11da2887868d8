"""The floors of the package: imports run one way, and each heavy library stays on its own floor."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "dashboard" / "moeiwatch"
ALLOWED = {
    "data": {"data"},
    "analysis": {"data", "analysis"},
    "mappage": {"data", "analysis", "mappage"},
    "views": {"data", "analysis", "mappage", "views"},
    "commands": {"data", "analysis", "mappage", "commands"},
}
HOMES = {"streamlit": {"views"}, "folium": {"mappage"}, "branca": {"mappage"}}


def modules():
    """Return the modules of the package by dotted name: ``moeiwatch.data.dates``."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text(encoding="utf-8")
    return found


def imports(name, source, known):
    """Return the modules that a module imports, at its top or inside its functions."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                package = name.split(".")[: -node.level]
                base = ".".join([*package, *([base] if base else [])])
            inside = {f"{base}.{alias.name}" for alias in node.names} & set(known)
            found |= inside or {base}
    return found


def faults(sources):
    """Return what is wrong with the imports of a package, as sentences."""
    told = []
    graph = {}
    for name, source in sources.items():
        floor = name.split(".")[1] if "." in name else ""
        graph[name] = set()
        for imported in imports(name, source, sources):
            top, _, rest = imported.partition(".")
            if top == "moeiwatch" and rest and floor:
                if rest.split(".")[0] not in ALLOWED[floor]:
                    told.append(f"{name} imports {imported}: {floor} may not look up or aside")
                if imported in sources and imported != name:
                    graph[name].add(imported)
            elif top in HOMES and floor not in HOMES[top]:
                told.append(f"{name} imports {imported}: {top} belongs in {', '.join(sorted(HOMES[top]))}")
    return sorted(told) + [f"{' -> '.join(circle)}: imports run in a circle" for circle in circles(graph)]


def circles(graph):
    """Return one circle of imports for each module that is found on one, each told once."""
    found, done = [], set()
    for start in graph:
        stack = [(start, [start])]
        while stack:
            here, path = stack.pop()
            for target in graph.get(here, ()):
                if target == start and not done & set(path):
                    found.append([*path, start])
                    done |= set(path)
                elif target not in path and target not in done and len(path) < 8:
                    stack.append((target, [*path, target]))
    return found


def test_imports_run_one_way():
    assert faults(modules()) == []


def test_every_floor_has_modules():
    floors = {name.split(".")[1] for name in modules() if "." in name}
    assert floors == set(ALLOWED)


@pytest.mark.parametrize(
    ("sources", "words"),
    [
        (
            {"moeiwatch.data.a": "import moeiwatch.analysis.b", "moeiwatch.analysis.b": ""},
            "data may not look up",
        ),
        (
            {"moeiwatch.views.a": "from moeiwatch.commands import b", "moeiwatch.commands.b": ""},
            "views may not",
        ),
        (
            {"moeiwatch.commands.a": "from moeiwatch.views.b import c", "moeiwatch.views.b": ""},
            "commands may not",
        ),
        ({"moeiwatch.data.a": "from ..mappage import b", "moeiwatch.mappage.b": ""}, "data may not"),
        ({"moeiwatch.analysis.a": "def f():\n    import streamlit as st"}, "streamlit belongs in views"),
        ({"moeiwatch.commands.a": "from streamlit.testing import v1"}, "streamlit belongs in views"),
        ({"moeiwatch.views.a": "import folium.plugins"}, "folium belongs in mappage"),
        (
            {
                "moeiwatch.data.a": "from moeiwatch.data import b",
                "moeiwatch.data.b": "from moeiwatch.data.a import x",
            },
            "in a circle",
        ),
        (
            {
                "moeiwatch.data.a": "import moeiwatch.data.b",
                "moeiwatch.data.b": "def f():\n    import moeiwatch.data.c",
                "moeiwatch.data.c": "import moeiwatch.data.a",
            },
            "in a circle",
        ),
    ],
)
def test_the_guard_can_fail(sources, words):
    assert [fault for fault in faults(sources) if words in fault]


def test_the_guard_lets_right_imports_pass():
    sources = {
        "moeiwatch": "",
        "moeiwatch.data.a": "import json\nimport shapely",
        "moeiwatch.analysis.b": "from moeiwatch.data import a",
        "moeiwatch.mappage.c": "import folium\nfrom moeiwatch.data.a import y\nimport moeiwatch.analysis.b",
        "moeiwatch.views.d": "import streamlit\nfrom moeiwatch.mappage import c",
        "moeiwatch.commands.e": "def run():\n    from moeiwatch.mappage.c import build",
    }
    assert faults(sources) == []
