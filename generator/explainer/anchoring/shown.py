"""An article as quotes meet it: the text that is shown, folded once, and what stands around it in the file."""

from dataclasses import dataclass
from functools import cached_property

from explainer.anchoring.match import Match, folded_words
from explainer.anchoring.nearest import Words
from explainer.model.seeds import Furniture
from explainer.model.stages import ArticleText
from explainer.source import Span
from explainer.text.folded import Folded
from explainer.text.folding import fold, fold_parts


@dataclass(frozen=True)
class ShownText:
    """What is shown of an article. Each fold is made once, and only when it is asked for."""

    article: ArticleText
    furniture: tuple[Furniture, ...] = ()
    language: str = ""
    """A tag of BCP 47; empty where nobody said it."""

    @cached_property
    def passage(self) -> Folded:
        """The blocks, folded, with a space between them, as if no furniture stood there."""
        return fold_parts(self.article.text, ((block.start, block.end) for block in self.article.blocks))

    @cached_property
    def file(self) -> Folded:
        """The whole file, folded, furniture and all."""
        return fold(self.article.text)

    @cached_property
    def words(self) -> Words:
        return Words(self.passage)

    def runs_across_furniture(self, match: Match) -> bool:
        """Whether a match in the shown text has furniture in its middle: the file does not read as the match."""
        start, end = self.passage.offsets(match.start, match.end)
        return folded_words(self.article.text[start:end]) != self.passage.text[match.start : match.end]

    def furniture_names(self, start: int, end: int) -> tuple[str, ...]:
        """What the pieces of furniture are that the written text from `start` to `end` (offsets) touches."""
        names = []
        for piece in self.furniture:
            text = folded_words(piece.text)
            at = self.file.text.find(text)
            if at >= 0:
                piece_start, piece_end = self.file.offsets(at, at + len(text))
                if piece_start < end and start < piece_end:
                    names.append(piece.what)
        return tuple(names)

    def span(self, start: int, end: int) -> Span:
        """The place in source.txt of the written text from `start` to `end` (offsets)."""
        return self.article.source.file.span(start, end)

    def span_of(self, match: Match) -> Span:
        """The place in source.txt of a match in the shown text."""
        return self.span(*self.passage.offsets(match.start, match.end))
