"""What the parts of a record are called, for those who read what changed."""

from collections.abc import Mapping
from typing import Any

from explainer.comparing.matching import keys_of
from explainer.model import seeds as shapes
from explainer.model.allowed import ListOf, RecordOf, TableOf, fields_of, name_of
from explainer.model.record_types import RecordType, Ref
from explainer.text import dates
from explainer.text.shortening import shortened

_EXPLAINED = {
    "as-of": "as of",
    "article-note": "note on the article",
    "derived-from": "made from",
    "member-of": "speaks for",
    "container-title": "carried by",
    "original-publisher": "whose text it is",
    "source.txt": "text of the article",
}
_WORDS = 12
"""How many words of a text name it."""


def key_words(key: str) -> str:
    """A key as words."""
    return _EXPLAINED.get(key, key.replace("-", " ").replace("_", " "))


def part_key(part: Any) -> str:
    """What tells an item of a list from the others, on one line."""
    names = (getattr(part, key) for key in keys_of(type(part)))
    return shortened(" ".join(name for name in names if name) or gist(part, {}), _WORDS)


def part_words(part: Any, labels: Mapping[Ref, str]) -> str:
    """What an item of a list is called: “position of Traders’ Guild (destroyed), 4 February 2031”."""
    match part:
        case shapes.Position(party=party, aspect=aspect, date=date):
            return f"position of {_party(party, labels)}{_about(aspect)}{_on(date)}"
        case shapes.Figure(party=party, aspect=aspect, date=date):
            return f"figures of {_party(party, labels)}{_about(aspect)}{_on(date)}"
        case shapes.ControlClaim(party=party, date=date):
            return f"what {_party(party, labels)} says{_on(date)}"
        case shapes.Account(side=side) | shapes.SideSummary(side=side):
            return f"what {labels.get(Ref(RecordType.SIDE, side), side)} says"
        case shapes.Finding(question=question):
            return f"finding on {labels.get(Ref(RecordType.QUESTION, question), question)}"
        case shapes.Evidence(source=source):
            return f"evidence `{source}`"
        case _:
            return f"{name_of(type(part))} “{part_key(part)}”"


def gist(part: Any, labels: Mapping[Ref, str]) -> str:
    """Everything that an item says besides what names it, on one line."""
    shape: type = type(part)
    named = set(keys_of(shape))
    told = []
    for key, field in fields_of(shape).items():
        value = getattr(part, field.attribute)
        if field.attribute in named or not value:
            continue
        match field.expected:
            case ListOf(item=RecordOf()):
                told.append(f"{key_words(key)}: {', '.join(part_key(item) for item in value)}")
            case ListOf():
                told.append(f"{key_words(key)}: {'; '.join(value)}")
            case TableOf():
                told.append(", ".join(f"{inner}: {text}" for inner, text in value.items()))
            case RecordOf():
                told.append(f"{key_words(key)}: {gist(value, labels)}")
            case _:
                told.append(str(value) if key == "position" else f"{key_words(key)}: {value}")
    return " ".join("; ".join(told).split())


def _party(party: str, labels: Mapping[Ref, str]) -> str:
    return labels.get(Ref(RecordType.PARTY, party), party)


def _about(aspect: str | None) -> str:
    return f" ({aspect})" if aspect else ""


def _on(date: str | None) -> str:
    return f", {dates.words(date)}" if date else ""
