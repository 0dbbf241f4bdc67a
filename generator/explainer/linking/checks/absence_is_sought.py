"""Who writes that there is nobody, none or only one says who looked: with a source, or as “we found”.

Asked of those texts of ours beside which no evidence stands. What somebody is reported to say is theirs. Which words
say so is known of the languages in `text.languages`.
"""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.linking.cited import sentences_of
from explainer.linking.entries import entries_of
from explainer.linking.written import Written, first_words
from explainer.model import seeds as shapes
from explainer.model.fields import MARKDOWN
from explainer.model.stages import Linked
from explainer.model.walk import texts
from explainer.prose import parse
from explainer.prose.quoted import QUOTED
from explainer.rules import ABSENCE_IS_SOUGHT
from explainer.text.languages import language_of

_ASKED: dict[type, frozenset[str]] = {
    shapes.Question: frozenset({"summary", "assessment", "unknown"}),
    shapes.ContextBox: frozenset({"text", "unknown"}),
    shapes.Party: frozenset({"note"}),
    shapes.Place: frozenset({"note"}),
}


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: “Nobody else has counted.” in the `summary` of a question, without `[@source]` and without “we”."""
    seeds = linked.seeds
    language = seeds.site.value.language if seeds.site else "en"
    known = language_of(language)
    leading = frozenset((*seeds.questions, *seeds.context))
    for entry in entries_of(linked.anchored):
        for leaf in texts(entry.value, MARKDOWN):
            if leaf.key not in _ASKED.get(leaf.owner, ()) or not known.absent.search(leaf.value):
                continue
            span = entry.at(*leaf.path)
            written = Written(seeds.files.get(span.path), span)
            for sentence in sentences_of(parse(leaf.value)[0], leading, language):
                place = written.next(first_words(sentence.words))
                own = QUOTED.sub("", sentence.words)
                found = known.absent.search(own)
                if (
                    not found
                    or sentence.is_cited
                    or known.seeker.search(own)
                    or known.reported.search(own, 0, found.start())
                ):
                    continue
                yield Diagnostic(ABSENCE_IS_SOUGHT, place, f"nothing says who looked: “{found[0]}”")
