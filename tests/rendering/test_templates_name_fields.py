"""Every text that a template or a page asks of a record is one that records have: a misspelt key fails at once."""

import re
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, nodes

from explainer import rendering
from explainer.model import seeds as shapes
from explainer.model.allowed import ListOf, RecordOf, TextOf, fields_of
from explainer.model.fields import MARKDOWN
from explainer.model.stages import Entry
from explainer.rendering.printer import Printer
from tests.cases import minimal_seeds
from tests.stages import linked

TEMPLATES = sorted((Path(rendering.__file__).parent / "templates").glob("*.j2"))
MODULES = sorted(Path(rendering.__file__).parent.glob("*.py"))
ASKS = {"text", "line", "plain", "prose", "cited_in"}
"""Methods of the printer that take a record and the keys of a text."""


def keys_of_texts(shape: type) -> set[str]:
    """The keys under which Markdown stands in a record, those of its parts included."""
    found: set[str] = set()
    for key, field in fields_of(shape).items():
        match field.expected:
            case TextOf(form=form) | ListOf(item=TextOf(form=form)) if form == MARKDOWN:
                found.add(key)
            case RecordOf(shape=inner) | ListOf(item=RecordOf(shape=inner)):
                below = keys_of_texts(inner)
                found |= {key, *below} if below else set()
    return found


KEYS = {
    key
    for shape in vars(shapes).values()
    if isinstance(shape, type) and issubclass(shape, shapes.Shape) and shape is not shapes.Shape
    for key in keys_of_texts(shape)
}


def asked_in(template: Path) -> list[tuple[int, str]]:
    tree = Environment(autoescape=True).parse(template.read_text(encoding="utf-8"))
    return [
        (each.lineno, each.value)
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Getattr) and call.node.attr in ASKS
        for argument in (*call.args[1:], call.dyn_args)
        if argument is not None
        for each in ([argument] if isinstance(argument, nodes.Const) else argument.find_all(nodes.Const))
        if isinstance(each.value, str)
    ]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates(template: Path) -> None:
    assert [(line, key) for line, key in asked_in(template) if key not in KEYS] == []


def test_the_templates_ask_for_many() -> None:
    assert {key for template in TEMPLATES for _, key in asked_in(template)} >= {"about", "note", "definition", "lede"}


def test_modules() -> None:
    asked = [
        (path.name, key)
        for path in MODULES
        for call in re.findall(r"(?:printer|self)\.(?:text|line|plain|prose|cited_in)\(([^()]*)\)", path.read_text())
        for key in re.findall(r'"([^"]+)"', call)
    ]
    assert asked
    assert [each for each in asked if each[1] not in KEYS] == []


@pytest.mark.parametrize("ask", sorted(ASKS))
@pytest.mark.parametrize("path", [("abuot",), ("title",), ("furniture", 0, "text"), ("about", "x"), ()])
def test_a_misspelt_key_fails(ask: str, path: tuple[Any, ...]) -> None:
    records, _ = linked(minimal_seeds())
    article: Entry[shapes.Article] = records.seeds.articles["market"].entry
    printer = Printer(records, "articles/market.md")
    assert getattr(printer, ask)(article, "about")
    with pytest.raises(KeyError, match="Article has no Markdown text at"):
        getattr(printer, ask)(article, *path)
