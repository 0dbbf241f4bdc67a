"""Every message that the program prints for readers, from the code and from the tables that it prints."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file

import explainer
from explainer import vocabulary
from explainer.model.kinds import KINDS
from explainer.model.record_types import RECORD_TYPES
from explainer.text import folding

PACKAGE = Path(explainer.__file__).parent
_KEYWORDS = {**DEFAULT_KEYWORDS, "message": None, "say": None}
_TEMPLATES = {"trimmed": "true", "newstyle_gettext": "true"}

Found = tuple[str, str | tuple[str, str], str]
"""Context or nothing, the message or its two numbers, the file."""

_PRINTED: tuple[Iterable[vocabulary.Word], ...] = (
    vocabulary.Stance, vocabulary.Speech, vocabulary.Status, vocabulary.Relation, vocabulary.Confidence,
    vocabulary.ErratumType, vocabulary.Control, vocabulary.Reading, vocabulary.Precision, vocabulary.CorrectionType,
    vocabulary.Extent, vocabulary.Naming, vocabulary.ReceivedForm,
)  # fmt: skip
"""The words whose labels and definitions readers see."""
_INSIDE: tuple[Iterable[vocabulary.Word], ...] = (
    vocabulary.Stance,
    vocabulary.ErratumType,
    vocabulary.CorrectionType,
    vocabulary.Weight,
)
"""Those whose labels also stand within a sentence."""


def messages() -> Catalog:
    catalog = Catalog()
    for context, words, path in (*_in_code(), *_in_tables()):
        catalog.add(words, context=context or None, locations=[(path, 1)])
    return catalog


def _in_code() -> Iterator[Found]:
    for path in sorted(PACKAGE.rglob("*")):
        name = path.relative_to(PACKAGE).as_posix()
        if path.suffix == ".py":
            found = extract_from_file("python", path, keywords=_KEYWORDS)
        elif path.suffix == ".j2":
            found = extract_from_file("jinja2.ext:babel_extract", path, keywords=_KEYWORDS, options=_TEMPLATES)
        else:
            continue
        for _, words, _, context in found:
            yield context or "", _one_or_two(words), name


def _one_or_two(words: Any) -> str | tuple[str, str]:
    return words if isinstance(words, str) else (str(words[0]), str(words[1]))


def _in_tables() -> Iterator[Found]:
    words, kinds, types, steps = "vocabulary.py", "model/kinds.py", "model/record_types.py", "text/folding.py"
    for word in (word for table in _PRINTED for word in table):
        yield type(word).__name__, word.label, words
        yield "", word.definition, words
    for word in vocabulary.PartyType:
        yield "PartyType", word.label, words
    for each in (word for table in _INSIDE for word in table):
        yield type(each).__name__, each.label.lower(), words
    for kind in KINDS:
        yield "Kind", kind.label, kinds
        yield "Kind", kind.label.lower(), kinds
        yield "", kind.definition, kinds
        yield "", kind.short, kinds
    for part in ["Home", *(declared.part for declared in RECORD_TYPES.values())]:
        yield "", part, types
        yield "in brackets", part.lower(), types
    for step in folding.STEPS:
        yield "", step.name, steps
        yield "", step.meaning, steps
    for name in folding.INVISIBLE.values():
        yield "", name, steps
