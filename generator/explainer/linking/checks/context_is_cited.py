"""Every sentence of a context box says where it comes from."""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.linking.cited import sentences_of
from explainer.linking.written import Written, first_words
from explainer.model.stages import Linked
from explainer.prose import parse
from explainer.rules import CONTEXT_IS_CITED
from explainer.text.shortening import shortened


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: a sentence of a box's `text` without `[@source]` and without a link to a question or a box."""
    seeds = linked.seeds
    leading = frozenset((*seeds.questions, *seeds.context))
    language = seeds.site.value.language if seeds.site else ""
    for entry in seeds.context.values():
        span = entry.at("text")
        written = Written(seeds.files.get(span.path), span)
        sentences = tuple(sentences_of(parse(entry.value.text)[0], leading, language))
        if all(sentence.is_cited for sentence in sentences):
            continue
        for sentence in sentences:
            place = written.next(first_words(sentence.words))
            if not sentence.is_cited:
                message = f"this sentence cites no source: `{shortened(sentence.words)}`"
                yield Diagnostic(CONTEXT_IS_CITED, place, message)
