"""Every field that a template asks of a record is one that records have: a misspelt one fails at once."""

from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from explainer import rendering
from explainer.model import seeds as shapes
from explainer.model.allowed import ListOf, TextOf, fields_of
from explainer.model.fields import MARKDOWN, OurText, prose_of
from explainer.rendering.printer import Printer
from tests.cases import minimal_seeds
from tests.stages import linked

TEMPLATES = sorted((Path(rendering.__file__).parent / "templates").glob("*.j2"))
PRINTS_TEXTS = {"text", "line", "plain"}
"""Methods of the printer that take a text of ours."""
ALL: list[type] = [
    shape
    for shape in vars(shapes).values()
    if isinstance(shape, type) and issubclass(shape, shapes.Shape) and shape is not shapes.Shape
]
TEXTS = {
    field.attribute
    for shape in ALL
    for field in fields_of(shape).values()
    if field.expected in (TextOf(MARKDOWN), ListOf(TextOf(MARKDOWN)))
}
NAMES = {name for shape in ALL for name in dir(shape) if not name.startswith("_")}


def parsed(template: Path) -> nodes.Template:
    return Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).parse(template.read_text(encoding="utf-8"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_what_is_asked_of_a_record_is_a_field_of_records(template: Path) -> None:
    asked = [
        (each.lineno, each.attr)
        for each in parsed(template).find_all(nodes.Getattr)
        if isinstance(each.node, nodes.Getattr) and each.node.attr == "value"
    ]
    assert [each for each in asked if each[1] not in NAMES] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_what_is_printed_as_a_text_of_ours_is_one(template: Path) -> None:
    printed = [
        (call.lineno, argument.attr)
        for call in parsed(template).find_all(nodes.Call)
        if isinstance(call.node, nodes.Getattr) and call.node.attr in PRINTS_TEXTS
        for argument in call.args
        if isinstance(argument, nodes.Getattr)
    ]
    assert [each for each in printed if each[1] not in TEXTS] == []


def test_the_templates_print_many() -> None:
    printed = {
        argument.attr
        for template in TEMPLATES
        for call in parsed(template).find_all(nodes.Call)
        if isinstance(call.node, nodes.Getattr) and call.node.attr in PRINTS_TEXTS
        for argument in call.args
        if isinstance(argument, nodes.Getattr)
    }
    assert printed >= {"about", "note", "definition", "lede", "summary"}


def test_nothing_else_is_printed_as_a_text_of_ours() -> None:
    records, _ = linked(minimal_seeds())
    printer = Printer(records, "index.md")
    site = records.seeds.site
    assert site is not None
    assert printer.plain(site.value.lede)
    for other in (site.value.title, OurText("not linked yet")):
        with pytest.raises((TypeError, AttributeError)):
            prose_of(other)
