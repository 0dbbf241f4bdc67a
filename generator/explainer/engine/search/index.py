"""Which word stands in which record, and how much it says there."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from explainer.engine.search import words
from explainer.engine.search.records import Record

LEVELS = 8
"""How much a word says in a record: from 1 to one less than this."""
_IN_TITLE, _IN_OTHER_NAME, _IN_TEXT = 5, 4, 1
_USUAL_LENGTH, _FULL = 60, 1.6


def postings(records: Sequence[Record], language: str) -> dict[str, list[int]]:
    """Per word, each record that has it, as its number times `LEVELS` plus what the word says there."""
    found: dict[str, list[int]] = defaultdict(list)
    of_token = _Terms()
    for number, record in enumerate(records):
        weights: dict[str, int] = {}
        length = 0
        for text, weight, tongue in _fields(record, language):
            tokens = words.tokens(text)
            if weight != _IN_OTHER_NAME:  # what else a record is called makes it say no less
                length += len(set(tokens))
            of_token.add(weights, tokens, weight, tongue in words.COMPOUNDING)
        base = number * LEVELS
        short = _FULL * (0.4 + 0.6 * length / _USUAL_LENGTH)
        for term, weight in weights.items():
            found[term].append(base + (int((LEVELS - 1) * weight / (weight + short)) or 1))
    return found


def _fields(record: Record, language: str) -> Iterable[tuple[str, int, str]]:
    own = language if record.quoted else main(record.language) or language
    yield record.title, _IN_TITLE, own
    yield f"{record.text} {record.status}", _IN_TEXT, own
    if record.quoted:
        yield record.quoted, _IN_TEXT, main(record.language)
    if record.also:
        yield " ".join(record.also), _IN_OTHER_NAME, ""
    if record.mentions:
        yield " ".join(record.mentions), _IN_TEXT, ""


def main(language: str) -> str:
    """The language without its region and script: “de” of “de-AT”."""
    return language.lower().replace("_", "-").partition("-")[0]


class _Terms:
    """What is indexed for each token; a site says the same words again and again."""

    def __init__(self) -> None:
        self._whole: dict[str, tuple[str, ...]] = {}
        self._parts: dict[str, tuple[str, ...]] = {}

    def add(self, weights: dict[str, int], tokens: Iterable[str], weight: int, compounding: bool) -> None:
        whole = self._whole
        for token in tokens:
            terms = whole.get(token)
            if terms is None:
                terms = whole[token] = words.terms(token)
            for term in terms:
                weights[term] = weights.get(term, 0) + weight
            if compounding:
                for part in self._of(terms):
                    weights.setdefault(part, 1)

    def _of(self, terms: tuple[str, ...]) -> tuple[str, ...]:
        key = terms[0] if terms else ""
        if key not in self._parts:
            self._parts[key] = tuple(part for term in terms for part in words.parts(term))
        return self._parts[key]
