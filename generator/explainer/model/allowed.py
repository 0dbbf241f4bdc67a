"""What may stand at each place of a record, read from the shapes in `model.seeds`.

Pydantic decides whether a record fits its shape; this says what was expected where it does not, so that a
message can name the keys and words that are allowed there.
"""

import dataclasses
from dataclasses import MISSING, dataclass, fields
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from explainer import tree
from explainer.model.fields import Doc, Form, OurText, Voice
from explainer.vocabulary import Word


@dataclass(frozen=True, slots=True)
class TextOf:
    form: Form
    voice: Voice = dataclasses.field(default=Voice.GIVEN, compare=False)
    """What is expected is the same, whoever says it."""


@dataclass(frozen=True, slots=True)
class WordOf:
    """A word from a fixed list."""

    words: tuple[str, ...]
    meanings: tuple[str, ...] = ()
    """Their printed definitions, where they have some."""


@dataclass(frozen=True, slots=True)
class ListOf:
    item: "Expected"


@dataclass(frozen=True, slots=True)
class TableOf:
    """A mapping whose keys are the author's."""

    value: "Expected"
    key: Form | None


@dataclass(frozen=True, slots=True)
class RecordOf:
    shape: type


Expected: TypeAlias = TextOf | WordOf | ListOf | TableOf | RecordOf


@dataclass(frozen=True, slots=True)
class Field:
    expected: Expected
    required: bool
    doc: str
    attribute: str
    """The field of the record: a key is written with `-` where that has `_`."""


# Where the name of the shape, as words, is not what one would say.
_CALLED = {
    "claim annotation": "claim",
    "erratum annotation": "erratum",
    "evidence": "piece of evidence",
}


@cache
def fields_of(shape: type) -> dict[str, Field]:
    """The fields of a shape by the key that an author writes, in the order of the reference."""
    hints = get_type_hints(shape, include_extras=True)
    found: dict[str, Field] = {}
    for each in fields(shape):
        hint = hints[each.name]
        doc = next((note.text for note in get_args(hint)[1:] if isinstance(note, Doc)), "")
        required = each.default is MISSING and each.default_factory is MISSING
        found[each.name.replace("_", "-")] = Field(_expected(hint), required, doc, each.name)
    return found


def expected_at(shape: type, path: tree.Path) -> Expected | None:
    """What should stand at `path` of a record; None where nothing may."""
    expected: Expected | None = RecordOf(shape)
    for step in path:
        match expected:
            case RecordOf(shape=inner):
                field = fields_of(inner).get(str(step))
                expected = field.expected if field else None
            case ListOf(item=item):
                expected = item
            case TableOf(value=value):
                expected = value
            case _:
                return None
    return expected


def kind_word(annotation: type) -> str:
    """The one word that `kind` may have in an annotation of this shape."""
    expected = fields_of(annotation)["kind"].expected
    assert isinstance(expected, WordOf)
    return expected.words[0]


def name_of(shape: type) -> str:
    """What messages call a record of this shape: “claim”, “context box”, “note annotation”."""
    words = "".join(f" {char.lower()}" if char.isupper() else char for char in shape.__name__).strip()
    return _CALLED.get(words, words)


def _expected(hint: Any, form: Form | None = None, voice: Voice = Voice.GIVEN) -> Expected:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        said = next((note for note in arguments[1:] if isinstance(note, Voice)), voice)
        return _expected(arguments[0], _form(hint) or form, said)
    if origin in (Union, UnionType):
        (inner,) = (each for each in arguments if each is not NoneType)
        return _expected(inner, form, voice)
    if origin is Literal:
        return WordOf(tuple(arguments))
    if origin is tuple:
        return ListOf(_expected(arguments[0]))
    if origin is dict:
        return TableOf(_expected(arguments[1]), _form(arguments[0]))
    if isinstance(hint, type) and issubclass(hint, Word):
        return WordOf(tuple(word.value for word in hint), tuple(word.definition for word in hint))
    if hint in (str, OurText):
        assert form is not None, "every text of a shape has a form"
        return TextOf(form, voice)
    return RecordOf(hint)


def _form(hint: Any) -> Form | None:
    return next((note for note in get_args(hint)[1:] if isinstance(note, Form)), None)
