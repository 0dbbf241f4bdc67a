"""Words of others that run over the end of a sentence show where its first and its last sentence were cut.

A piece of one sentence is seen to be a piece: it has neither a capital nor a full stop. With one of the two it is
taken for the whole, and what was cut may turn its sense. Only what can be seen is told: scripts without capitals
say nothing about where a sentence begins, and neither do numbers, names such as iPhone, and brackets.
"""

import re
from collections.abc import Iterator
from typing import Any

from explainer import rules, tree
from explainer.diagnostics import Diagnostic
from explainer.model.stages import Entry
from explainer.text.sentences import sentences

_FIRST_WORD = re.compile(r"[\"'“”„‚‘«»(\s]*(?P<word>\w[\w’'-]*)?")
_ENDS_OPEN = re.compile(r"[\w,;–—-]\Z")
_ENDS_WHOLE = re.compile(r"[.!?。！？؟۔।][\"'”’“‘»«›‹」』)\]]*\Z")
_KEYS = ("excerpt", "says")


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: an `excerpt` “but kept quiet. He left.”, or “He left. She stayed until”."""
    for key, text, language in _quoted(entry.node):
        words = text.text or ""
        count = len(sentences(words, language))
        ends_whole = bool(_ENDS_WHOLE.search(words.rstrip()))
        if ends_whole and _begins_small(words):
            yield Diagnostic(
                rules.CUT_IS_MARKED, text.span, f"`{key}` begins inside a sentence and ends with a whole one"
            )
        elif count > 1 and _ENDS_OPEN.search(words.rstrip()):
            yield Diagnostic(
                rules.CUT_IS_MARKED, text.span, f"`{key}` begins with a whole sentence and ends inside one"
            )


def _begins_small(words: str) -> bool:
    found = _FIRST_WORD.match(words)
    word = (found["word"] or "") if found else ""
    return word[:1].islower() and word == word.lower()


def _quoted(node: tree.Node) -> Iterator[tuple[str, tree.Scalar, str]]:
    match node:
        case tree.Mapping(items=pairs):
            language = next(
                (value.text or "" for key, value in pairs if key.text == "language" and isinstance(value, tree.Scalar)),
                "",
            )
            for key, value in pairs:
                if not isinstance(value, tree.Scalar):
                    yield from _quoted(value)
                elif key.text in _KEYS:
                    yield key.text, value, language
        case tree.Sequence(items=items):
            for item in items:
                yield from _quoted(item)
