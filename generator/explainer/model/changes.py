"""What differs between two states of the seeds, in meaning: what `comparing` hands to `reporting`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from explainer.model.paths import Address
from explainer.model.record_types import RecordType
from explainer.source import Span


class How(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    """The same, at another place: an annotation in its article, an item in its list, a page at its address."""


Path: TypeAlias = tuple[str | int, ...]
"""Keys, and numbers in lists, on the way to a value in one state."""
Reads: TypeAlias = Mapping[tuple[str, str], Mapping[Path, int]]
"""What was read of records, by their type and id: how often each value."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A page of one state, with what was read to print it."""

    markdown: str
    reads: Reads


@dataclass(frozen=True, slots=True)
class Edit:
    """One value of a record that differs."""

    path: tuple[str, ...]
    """The keys on the way to it. What tells an item of a list from the others stands for its number:
    `("positions", "guild destroyed 2031-02-04", "says")`."""
    what: str
    """The same for people: “position of Traders’ Guild, 4 February 2031: says”."""
    how: How
    old: str
    """As written; nothing where it was not there."""
    new: str
    is_text: bool = False
    """Whether it is words, to be compared one by one; else a name, a date or a word from a list."""
    span: Span | None = None
    """Where it stands in the new state, or what stood around it; None where the record is gone."""
    was_at: Path | None = None
    """The value in the old state; None where it was not there."""
    is_at: Path | None = None
    """The value in the new state; None where it is not there."""
    language: str = ""
    """In which its words are (BCP 47)."""


@dataclass(frozen=True, slots=True)
class Change:
    """What differs in one record."""

    type: str
    """A type of record, or `site`, `map`, `correction`, `edition`."""
    id: str
    how: How
    label: str
    """What links to it call it."""
    old: Address | None
    """Where it stood; None where it was not there."""
    new: Address | None
    edits: tuple[Edit, ...]
    span: Span | None = None
    """Where it stands in the new state."""
    was: str = ""
    """Its id in the old state, where that was another one."""
    leads_on: bool = True
    """Whether its old address still leads to it; False where it was renamed and `renamed.yaml` does not say so."""
    kind: str = ""
    """Of an annotation: `erratum`, `claim` …"""

    @property
    def name(self) -> str:
        """As corrections.yaml names records: `question/losses`."""
        return f"{self.type}/{self.id}" if self.id else self.type

    @property
    def old_id(self) -> str:
        return self.was or self.id


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """What a page shows of a record that stands on another page, and that changed."""

    change: Change
    keys: tuple[str, ...]
    """Which of its values."""
    places: int
    """How often."""


@dataclass(frozen=True, slots=True)
class PageChange:
    """What the readers of one page will notice."""

    path: str
    how: How
    own: tuple[Change, ...]
    """Records that stand on this page."""
    shown: tuple[ShownRecord, ...]
    was: str = ""
    """Its path in the old state, where its record was renamed."""


@dataclass(frozen=True, slots=True)
class Comparison:
    changes: tuple[Change, ...]
    """By type, in the order of the site."""
    pages: tuple[PageChange, ...]
    """In the order of their paths."""
    linking_back: tuple[str, ...] = ()
    """Paths of further pages, on which only links differ: lists of where records come up, and addresses."""
    broken_before: tuple[str, ...] = ()
    """Names of records that are broken in the old state, so that nobody can tell what changed in them."""
    broken_after: tuple[str, ...] = ()


TYPES = (*RecordType, "site", "map", "correction", "edition")
"""What is compared, in the order in which it is told."""
