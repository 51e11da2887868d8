"""The words of the code itself, for pages that explain how numbers are made: told once, where the rule is."""

import ast
import inspect
import re
from dataclasses import dataclass
from functools import cache
from html import escape
from types import ModuleType

from moeiwatch.data.paths import GEODATA
from moeiwatch.data.schema import LAYERS, read_schema

_SECTION = re.compile(r"\n\n[A-Z][a-z]+\n-{3,}\n", re.M)
_STRONG = re.compile(r"\*\*(\S[^*]*)\*\*")
_CODE = re.compile(r"`+([^`]+)`+")


@dataclass(frozen=True)
class ModuleWords:
    """What a module says of itself.

    Attributes
    ----------
    text : its docstring.
    constants : name, value as written in the source, and docstring of each constant that has one.
    functions : name and docstring, without the sections on arguments and results, of each public function.
    """

    text: str
    constants: tuple[tuple[str, str, str], ...]
    functions: tuple[tuple[str, str], ...]


def module_words(module: ModuleType) -> ModuleWords:
    """Return what a module says of itself, in the order of its source."""
    tree = ast.parse(inspect.getsource(module))
    constants, functions = [], []
    for node, after in zip(tree.body, [*tree.body[1:], None], strict=True):
        if isinstance(node, ast.Assign) and _is_text(after) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            constants.append((name, _value(module, name), inspect.cleandoc(after.value.value)))
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            functions.append((node.name, _without_sections(ast.get_docstring(node) or "")))
    return ModuleWords(ast.get_docstring(tree) or "", tuple(constants), tuple(functions))


def module_html(module: ModuleType, *, title: str, functions: tuple[str, ...] = ()) -> str:
    """Return a module's words as a part of a page that opens on demand.

    Parameters
    ----------
    functions : names of the functions whose words are shown, in this order.
    """
    words = module_words(module)
    told = dict(words.functions)
    parts = [words_html(words.text)]
    parts += [f"<h4>{escape(name.replace('_', ' '))}</h4>{words_html(told[name])}" for name in functions]
    if words.constants:
        rows = "".join(
            f"<tr><th scope='row'>{escape(name.replace('_', ' ').lower())}</th>"
            f"<td>{escape(value)}</td><td>{words_html(text)}</td></tr>"
            for name, value, text in words.constants
        )
        parts.append(f'<table class="mw-facts mw-constants">{rows}</table>')
    return f"<details><summary>{escape(title)}</summary>{''.join(parts)}</details>"


def words_html(text: str) -> str:
    """Return a docstring's paragraphs and lists as HTML.

    Examples
    --------
    >>> words_html("One `name`.\\n\\n- a\\n  b\\n- c")
    '<p>One <code>name</code>.</p><ul class="mw-list"><li>a b</li><li>c</li></ul>'
    """
    return "".join(_paragraph(part) for part in re.split(r"\n\s*\n", text.strip()) if part.strip())


def _paragraph(part: str) -> str:
    before, *items = re.split(r"(?m)^- ", part)
    html = f"<p>{_inline(before)}</p>" if before.strip() else ""
    if items:
        html += f'<ul class="mw-list">{"".join(f"<li>{_inline(item)}</li>" for item in items)}</ul>'
    return html


def _inline(text: str) -> str:
    marked = _STRONG.sub(r"<strong>\1</strong>", escape(" ".join(text.split())))
    return _CODE.sub(lambda found: _named(found[1]), marked)


def _named(name: str) -> str:
    """Return a name of the code as HTML; a property of the data by its title, as every table shows it."""
    title = _titles().get(name)
    return f'<em title="{name}">{escape(title)}</em>' if title else f"<code>{_last(name)}</code>"


@cache
def _titles() -> dict[str, str]:
    """Return the titles of the properties whose names no reader would say: those of several words."""
    schemas = [read_schema(layer, GEODATA / "schema") for layer in LAYERS]
    found = [known for schema in schemas for known in schema.properties.items()]
    return {name: known.title for name, known in reversed(found) if "_" in name or name == "verified"}


def _last(name: str) -> str:
    """Return the last part of a dotted name of ours, which is all that a reader needs."""
    return name.rpartition(".")[2] if name.startswith("moeiwatch.") else name


def _is_text(node: ast.stmt | None) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _value(module: ModuleType, name: str) -> str:
    value = getattr(module, name)
    if isinstance(value, int | float | str):
        return str(value)
    if isinstance(value, tuple | list) and all(isinstance(part, str | int | float) for part in value):
        return ", ".join(map(str, value))
    if isinstance(value, tuple | list) and all(isinstance(part, tuple) and len(part) == 2 for part in value):
        return ", ".join(f"{key}: {_plain(one)}" for key, one in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_plain(one)}" for key, one in value.items())
    return _plain(value)


def _plain(value: object) -> str:
    if isinstance(value, re.Pattern):
        return value.pattern
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _without_sections(text: str) -> str:
    return _SECTION.split(text)[0]
