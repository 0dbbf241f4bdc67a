"""The reference for authors, on sites that want it: files and keys from the shapes, rules from the catalogue."""

from dataclasses import dataclass

from explainer.diagnostics import Stage
from explainer.interface import ENGLISH
from explainer.model.allowed import Expected, Field, ListOf, RecordOf, TableOf, TextOf, WordOf, fields_of, name_of
from explainer.model.files import FILES, SeedFile
from explainer.model.stages import Page
from explainer.rendering.front_matter import front_matter
from explainer.rendering.rule_examples import rule_examples
from explainer.rendering.templates import render
from explainer.rules import RULES


@dataclass(frozen=True)
class FieldView:
    key: str
    field: Field
    takes: str


@dataclass(frozen=True)
class ShapeView:
    id: str
    name: str
    doc: str
    fields: tuple[FieldView, ...]


RULES_PATH = "authors/rules.md"
REFERENCE_PATH = "authors/reference.md"


def rules_page() -> Page:
    by_stage = [(stage, [rule for rule in RULES.values() if rule.stage is stage]) for stage in Stage]
    rules = render("rules.md.j2", ENGLISH, stages=[each for each in by_stage if each[1]], examples=rule_examples())
    return Page(RULES_PATH, front_matter("Rules", "What explainer checks, and why.") + rules, None)


def reference_page() -> Page:
    reference = render("reference.md.j2", ENGLISH, files=[(file, _lists(file)) for file in FILES], parts=_parts())
    return Page(REFERENCE_PATH, front_matter("Reference", "Every file and key of the seeds.") + reference, None)


def _lists(file: SeedFile) -> list[tuple[str, list[ShapeView]]]:
    """The records of a file under the key that holds them, if there is one."""
    if file.sections:
        return [(key, [_view(shape)]) for key, shape in file.sections]
    return [("", [_view(shape) for shape in file.shapes])]


def _parts() -> list[ShapeView]:
    """The shapes that stand inside records, each once."""
    found: dict[type, None] = {}
    waiting = [shape for file in FILES for shape in (*file.shapes, *(shape for _, shape in file.sections))]
    while waiting:
        for field in fields_of(waiting.pop()).values():
            inner = _inner(field.expected)
            if inner and inner not in found:
                found[inner] = None
                waiting.append(inner)
    return sorted((_view(shape) for shape in found), key=lambda view: view.name)


def _inner(expected: Expected) -> type | None:
    match expected:
        case RecordOf(shape=shape):
            return shape
        case ListOf(item=item) | TableOf(value=item):
            return _inner(item)
        case _:
            return None


def _view(shape: type) -> ShapeView:
    name = name_of(shape)
    fields = tuple(FieldView(key, field, _takes(field.expected)) for key, field in fields_of(shape).items())
    return ShapeView(name.replace(" ", "-"), name, shape.__doc__ or "", fields)


def _takes(expected: Expected) -> str:
    match expected:
        case TextOf(form=form):
            return form.words
        case WordOf(words=words):
            return "one of " + ", ".join(words) if len(words) > 1 else words[0]
        case ListOf(item=item):
            return f"a list: {_takes(item)}"
        case TableOf(value=value):
            return f"keys with values: {_takes(value)}"
        case RecordOf(shape=shape):
            return name_of(shape)
