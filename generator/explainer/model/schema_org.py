"""What pages and exports share of what they say in the words of schema.org."""

from collections.abc import Iterator
from typing import Any

from explainer.interface import Catalogue
from explainer.model.seeds import Position
from explainer.text import dates
from explainer.vocabulary import Relation, Word

CONTEXT = "https://schema.org"
SAID, SHOWN, POSITION = "said", "shown", "position"


def position_fragment(index: int) -> str:
    """Where a question's position stands on its page."""
    return f"position-{index + 1}"


def defined_term(set_: str, word: Word, words: Catalogue, *, date: str | None = None) -> dict[str, Any]:
    """A word of our vocabulary with its definition; the name of its set keeps what is said apart from what is shown."""
    name = words.pgettext(type(word).__name__, word.label)
    return {
        "@type": "DefinedTerm",
        "termCode": word.value,
        "name": words.gettext("%(status)s (as of %(date)s)", status=name, date=date) if date else name,
        "description": words.gettext(word.definition),
        "inDefinedTermSet": {"@type": "DefinedTermSet", "name": set_},
    }


def read_in(position: Position) -> Iterator[str]:
    """The sources in which a position was read; others bear on what it says."""
    yield from (item.source for item in position.evidence if item.relation is Relation.SUPPORTS)


def organisation(name: str | None) -> dict[str, str] | None:
    return {"@type": "Organization", "name": name} if name else None


def machine(date: str | None) -> str | None:
    """None for a date that is not exact."""
    return dates.datetime(date) if date else None


def without_none(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value is not None}
