"""The sentences of an article with where they stand, and what they have to be known by beside another text's."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from explainer.model.seeds import ClaimAnnotation
from explainer.model.stages import AnchoredArticle
from explainer.text.differ.tokens import is_number, is_word, tokens
from explainer.text.folded import Folded
from explainer.text.folding import fold
from explainer.text.languages import language_in
from explainer.text.sentences import sentences

_NAME = 4
"""So many letters a word with a capital has at least that is taken for the same name in another language."""


@dataclass(frozen=True)
class PlacedSentence:
    article: AnchoredArticle
    start: int
    end: int
    """Offsets into the article's text."""
    paragraph: int
    """Its number, from 1; 0 of the headline."""
    begins: bool
    """Whether its paragraph begins with it."""

    @property
    def written(self) -> str:
        return self.article.seed.text.text[self.start : self.end]

    @cached_property
    def folded(self) -> Folded:
        return fold(self.written)

    @cached_property
    def words(self) -> Counter[str]:
        return Counter(self.folded.text.casefold().split())

    @cached_property
    def questions(self) -> frozenset[tuple[str, str]]:
        """What its claims answer: questions, with their aspects."""
        anchors = (each for each in self.article.anchors if each.start < self.end and self.start < each.end)
        claims = (each.annotation.value for each in anchors)
        return frozenset(
            (claim.question, claim.aspect or "")
            for claim in claims
            if isinstance(claim, ClaimAnnotation) and claim.question
        )

    def questions_with(self, other: "PlacedSentence") -> list[str]:
        """The questions that claims in both answer, where not each speaks of another aspect."""
        return sorted(
            {
                question
                for question, aspect in self.questions
                if any(question == each and (not aspect or not of or aspect == of) for each, of in other.questions)
            }
        )

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """Those in digits, each once, in one form for all languages."""
        return tuple(dict.fromkeys(token for token, is_digits in self._tokens if is_digits))

    @cached_property
    def names(self) -> frozenset[str]:
        """Words with a capital, long enough to be the same name in another language."""
        return frozenset(token.casefold() for token, is_digits in self._tokens if not is_digits)

    @cached_property
    def _tokens(self) -> list[tuple[str, bool]]:
        text = self.folded.text
        language = language_in(self.article.seed.entry.value.language, text)
        found = []
        for token in tokens(text, language):
            if is_number(token, language):
                found += [(token.text, True)] if any(map(str.isdigit, token.text)) else []
            elif is_word(token, language) and len(token.text) >= _NAME and token.text[0].isupper():
                found.append((token.text, False))
        return found


def sentences_of(article: AnchoredArticle) -> tuple[PlacedSentence, ...]:
    return tuple(_sentences(article))


def _sentences(article: AnchoredArticle) -> Iterator[PlacedSentence]:
    text, language = article.seed.text, article.seed.entry.value.language
    number = 0
    for block in text.blocks:
        number += not block.is_headline
        for index, (start, end) in enumerate(sentences(text.text[block.start : block.end], language)):
            paragraph = 0 if block.is_headline else number
            yield PlacedSentence(article, block.start + start, block.start + end, paragraph, begins=index == 0)
