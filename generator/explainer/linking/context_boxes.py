"""A context box is short, and every sentence of it says where it comes from."""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.linking.cited import sentences_of
from explainer.linking.written import Written, first_words
from explainer.model.labels import shortened
from explainer.model.seeds import ContextBox
from explainer.model.stages import Anchored, Entry
from explainer.prose import nodes, parse
from explainer.prose.nodes import plain_text
from explainer.prose.quoted import count_words
from explainer.rules import CONTEXT_IS_CITED, CONTEXT_IS_SHORT

TOO_MANY_WORDS = 250


def check_boxes(anchored: Anchored) -> Iterator[Diagnostic]:
    """Warnings for boxes that are too long, and for each of their sentences that cites nothing."""
    for entry in anchored.seeds.context.values():
        prose, _ = parse(entry.value.text)
        count = count_words(plain_text(prose))
        if count >= TOO_MANY_WORDS:
            message = f"the text of this box has {count} words"
            fix = f"Shorten it to fewer than {TOO_MANY_WORDS} words, or make two boxes of it."
            yield Diagnostic(CONTEXT_IS_SHORT, entry.at("text"), message, fix)
        yield from _uncited(entry, prose, anchored)


def _uncited(entry: Entry[ContextBox], prose: nodes.Prose, anchored: Anchored) -> Iterator[Diagnostic]:
    span = entry.at("text")
    written = Written(anchored.seeds.files.get(span.path), span)
    leading = frozenset((*anchored.seeds.questions, *anchored.seeds.context))
    site = anchored.seeds.site
    for sentence in sentences_of(prose, leading, site.value.language if site else ""):
        place = written.next(first_words(sentence.words))
        if not sentence.is_cited:
            message = f"this sentence cites no source: `{shortened(sentence.words)}`"
            yield Diagnostic(CONTEXT_IS_CITED, place, message)
