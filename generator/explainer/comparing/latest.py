"""A record as it would read if everything that it names already had its latest name.

So a rename is told once, at the record that was renamed, and not again at each that refers to it.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from explainer.comparing.records import Key
from explainer.model import fields as forms
from explainer.model.allowed import Expected, ListOf, RecordOf, TableOf, TextOf, fields_of
from explainer.model.record_types import RecordType, Ref
from explainer.model.references import BARE, NAMED, TYPED

_CITED = re.compile(r"\[@[^\[\]]+\]")
_SOURCE = re.compile(r"[^\s;@\[\]]+")
_LINKED = re.compile(r"(?<=\[\[)[^\[\]|]+(?=\||\]\])")


@dataclass(frozen=True)
class Latest:
    """The latest names, and the records that the state has: an id may be that of records of several types."""

    names: Mapping[Key, Key]
    known: Collection[Ref]

    def of(self, value: Any) -> Any:
        """The record, or a part of one."""
        return self._in(value, RecordOf(type(value)), "") if self.names else value

    def _in(self, value: Any, expected: Expected, key: str) -> Any:
        if not value:
            return value
        match expected:
            case RecordOf():
                # Which shape it is of, of those allowed here, the value itself says.
                shape: type = type(value)
                fields = fields_of(shape).items()
                named = {name.replace("-", "_"): (name, field.expected) for name, field in fields}
                inner = {each: self._in(getattr(value, each), kind, name) for each, (name, kind) in named.items()}
                changed = {each: made for each, made in inner.items() if made != getattr(value, each)}
                return replace(value, **changed) if changed else value
            case ListOf(item=item):
                return tuple(self._in(each, item, key) for each in value)
            case TableOf(value=kind):
                return {name: self._in(each, kind, str(name)) for name, each in value.items()}
            case TextOf(form=form):
                return self._text(value, form, key)
        return value

    def _text(self, text: str, form: forms.Form, key: str) -> str:
        if form is forms.ID and key in NAMED:
            return self._one(NAMED[key], text)
        if form is forms.LINE and key == TYPED:
            return self._link(text)
        if form is forms.MARKDOWN:
            cited = _CITED.sub(lambda found: _SOURCE.sub(self._source, found[0]), text)
            return _LINKED.sub(lambda found: self._link(found[0]), cited)
        return text

    def _source(self, found: re.Match[str]) -> str:
        return self._one((RecordType.SOURCE,), found[0])

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
