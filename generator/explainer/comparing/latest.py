"""A record as it would read if everything that it names already had its latest name.

So a rename is told once, at the record that was renamed, and not again at each that refers to it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from explainer.comparing.records import Key
from explainer.model import fields as forms
from explainer.model.record_types import RecordType, Ref
from explainer.model.references import BARE, NAMED, TYPED
from explainer.model.walk import Leaf, mapped
from explainer.prose.syntax import replaced


@dataclass(frozen=True)
class Latest:
    """The latest names, and the records that the state has: an id may be that of records of several types."""

    names: Mapping[Key, Key]
    known: Collection[Ref]

    def of(self, value: Any) -> Any:
        """The record, or a part of one."""
        return mapped(value, self._text) if self.names else value

    def _text(self, leaf: Leaf, form: forms.Form) -> str:
        if form is forms.ID and leaf.key in NAMED:
            return self._one(NAMED[leaf.key], leaf.value)
        if form is forms.LINE and leaf.key == TYPED:
            return self._link(leaf.value)
        return replaced(leaf.value, self._source, self._link) if form is forms.MARKDOWN else leaf.value

    def _source(self, id_: str) -> str:
        return self._one((RecordType.SOURCE,), id_)

    def _link(self, target: str) -> str:
        ref = Ref.parse(target.strip())
        if ref is None:
            return self._one(BARE, target)
        latest = self.names.get((ref.type, ref.id))
        return "/".join(latest) if latest else target

    def _one(self, types: tuple[RecordType, ...], name: str) -> str:
        """The latest of an id that names a record of one of these types; where several have it, the id itself."""
        meant = [each for each in types if (each, name) in self.names or Ref(each, name) in self.known]
        return self.names.get((meant[0], name), ("", name))[1] if len(meant) == 1 else name
