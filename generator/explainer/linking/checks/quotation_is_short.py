"""What our own texts quote in running prose is short, as excerpts are.

Only a quotation that is closed has a length. A quoted paragraph is a quotation whatever marks it has.
"""

from collections.abc import Iterable, Iterator

from explainer.diagnostics import Diagnostic
from explainer.linking.entries import entries_of
from explainer.linking.written import Written, first_words
from explainer.model.fields import MARKDOWN
from explainer.model.stages import Linked
from explainer.model.walk import texts
from explainer.prose import nodes, parse
from explainer.prose.nodes import plain_text
from explainer.prose.quoted import MOST_WORDS, QUOTED, count_words
from explainer.rules import QUOTATION_IS_SHORT
from explainer.text.shortening import shortened

_CLOSING = '”“"»’'


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: more than 30 words between quotation marks, or in a quoted paragraph, of a text of ours."""
    for entry in entries_of(linked.anchored):
        for leaf in texts(entry.value, MARKDOWN):
            if count_words(leaf.value) <= MOST_WORDS:
                continue
            span = entry.at(*leaf.path)
            written = Written(linked.seeds.files.get(span.path), span)
            for words in _quotations(parse(leaf.value)[0].blocks):
                if (count := count_words(words)) > MOST_WORDS:
                    place = written.next(first_words(words))
                    message = f"this quotation has {count} words, {count - MOST_WORDS} more than are allowed: "
                    yield Diagnostic(QUOTATION_IS_SHORT, place, f"{message}`{shortened(words)}`")


def _quotations(blocks: Iterable[nodes.ProseBlock]) -> Iterator[str]:
    for block in blocks:
        match block:
            case nodes.Quotation(children=children):
                yield plain_text(nodes.Prose(children))
            case nodes.Paragraph() | nodes.Heading():
                text = plain_text((block,))
                yield from (found[0] for found in QUOTED.finditer(text) if _is_closed(found[0]))
            case nodes.ListBlock(items=items):
                for item in items:
                    yield from _quotations(item)


def _is_closed(quotation: str) -> bool:
    return len(quotation) > 1 and quotation[-1] in _CLOSING
