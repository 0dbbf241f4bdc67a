"""Our texts with their references resolved: `[@source]` and `[[record]]`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from explainer.diagnostics import Diagnostic
from explainer.linking.records import KnownRecords
from explainer.linking.references import unresolved
from explainer.linking.written import Written
from explainer.model.record_types import RecordType, Ref
from explainer.model.references import BARE
from explainer.prose import Prose, nodes, parse
from explainer.prose.syntax import BEFORE_CITED, BEFORE_REFERENCE
from explainer.rules import REFERENCE_IS_UNAMBIGUOUS
from explainer.source import SourceFile, Span


def linked_text(
    text: str, span: Span, records: KnownRecords, files: Mapping[str, SourceFile]
) -> tuple[Prose, list[Diagnostic]]:
    """The tree of one Markdown text. What does not resolve stays as its plain words and is a diagnostic."""
    prose, problems = parse(text)
    file = files.get(span.path)
    refused = Written(file, span)
    found = [Diagnostic(each.rule, refused.next(each.words), each.message, each.fix) for each in problems]
    resolver = _Resolver(Written(file, span), records, found)
    return Prose(tuple(resolver.block(block) for block in prose.blocks)), resolver.found


@dataclass
class _Resolver:
    written: Written
    records: KnownRecords
    found: list[Diagnostic]

    def block(self, block: nodes.ProseBlock) -> nodes.ProseBlock:
        match block:
            case nodes.Paragraph() | nodes.Heading():
                return replace(block, children=self.inline(block.children))
            case nodes.Quotation(children=children):
                return nodes.Quotation(tuple(self.block(child) for child in children))
            case nodes.ListBlock(items=items, start=start):
                return nodes.ListBlock(tuple(tuple(self.block(b) for b in item) for item in items), start)
            case _:
                return block

    def inline(self, children: Iterable[nodes.Inline]) -> tuple[nodes.Inline, ...]:
        return tuple(resolved for child in children for resolved in self._resolved(child))

    def _resolved(self, child: nodes.Inline) -> Iterator[nodes.Inline]:
        match child:
            case nodes.Emphasis(children=inner, strong=strong):
                yield nodes.Emphasis(self.inline(inner), strong)
            case nodes.Link(url=url, children=inner):
                yield nodes.Link(url, self.inline(inner))
            case nodes.Citation(sources=sources):
                known = tuple(id for id in sources if self._exists(id, (RecordType.SOURCE,), self._cited(id)))
                if known:
                    yield nodes.Citation(known)
            case nodes.Reference(target=target, words=words):
                ref = self._target(target)
                if ref is None:
                    yield nodes.Text(words or target.rpartition("/")[2])
                else:
                    yield nodes.Reference(str(ref), words or self.records.labels[ref])
            case _:
                yield child

    def _target(self, target: str) -> Ref | None:
        place = self.written.next_id(BEFORE_REFERENCE, target)
        typed = Ref.parse(target)
        if typed:
            return typed if self._exists(typed.id, (typed.type,), place) else None
        named = [Ref(type, target) for type in BARE if self.records.has(Ref(type, target))]
        if Ref(RecordType.ARTICLE, target) in named:  # the report of that id is the same text, on the same page
            named = [ref for ref in named if ref.type is not RecordType.REPORT]
        if len(named) > 1:
            message = f"`[[{target}]]` could be the {' or the '.join(ref.type for ref in named)} `{target}`"
            fix = f"Write {' or '.join(f'`[[{ref}]]`' for ref in named)}."
            self.found.append(Diagnostic(REFERENCE_IS_UNAMBIGUOUS, place, message, fix))
            return None
        if named:
            return named[0]
        self._exists(target, BARE, place)
        return None

    def _cited(self, id: str) -> Span:
        return self.written.next_id(BEFORE_CITED, id)

    def _exists(self, id: str, types: tuple[RecordType, ...], place: Span) -> bool:
        self.found += unresolved(id, types, place, self.records)
        return any(self.records.has(Ref(type, id)) for type in types)
