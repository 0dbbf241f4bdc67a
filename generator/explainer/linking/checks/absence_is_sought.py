"""Who writes that there is nobody, none or only one says who looked: with a source, or as “we found”.

Asked of those texts of ours beside which no evidence stands. What somebody is reported to say is theirs. The words
are those of English, so sites in other languages are not asked.
"""

import re
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

_ASKED: dict[type, frozenset[str]] = {
    shapes.Question: frozenset({"summary", "assessment", "unknown"}),
    shapes.ContextBox: frozenset({"text", "unknown"}),
    shapes.Party: frozenset({"note"}),
    shapes.Place: frozenset({"note"}),
}
_ABSENT = re.compile(
    r"\b(?:nobody|no[ -]one|none|only one|the only|the first (?:to|who|time|ever|of its kind)|for the first time)\b",
    re.IGNORECASE,
)
_SEEKER = re.compile(r"\b(?:we|our)\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:sa(?:y|ys|id)|called|calls|wrote|writes|told|tells|report(?:s|ed)|claim(?:s|ed)|den(?:y|ies|ied)|thinks|thought"
    r"|according to)\b",
    re.IGNORECASE,
)


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: “Nobody else has counted.” in the `summary` of a question, without `[@source]` and without “we”."""
    seeds = linked.seeds
    language = seeds.site.value.language if seeds.site else ""
    if language.lower().split("-")[0] != "en":
        return
    leading = frozenset((*seeds.questions, *seeds.context))
    for entry in entries_of(linked.anchored):
        for leaf in texts(entry.value, MARKDOWN):
            if leaf.key not in _ASKED.get(leaf.owner, ()) or not _ABSENT.search(leaf.value):
                continue
            span = entry.at(*leaf.path)
            written = Written(seeds.files.get(span.path), span)
            for sentence in sentences_of(parse(leaf.value)[0], leading, language):
                place = written.next(first_words(sentence.words))
                own = QUOTED.sub("", sentence.words)
                found = _ABSENT.search(own)
                if not found or sentence.is_cited or _SEEKER.search(own) or _REPORTED.search(own, 0, found.start()):
                    continue
                yield Diagnostic(ABSENCE_IS_SOUGHT, place, f"nothing says who looked: “{found[0]}”")
