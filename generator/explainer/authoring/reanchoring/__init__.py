"""A newer text for an article: what becomes of each quote, and what to write when the author says so.

Pure: the bytes of the seeds and the new text in, judgements and the files to write out. Anchors never move in
silence: what is written is only what was confirmed, and it is looked for in the new text before it is handed out.
"""

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from explainer import reading, tree, validating
from explainer.anchoring.place import place
from explainer.anchoring.quoted import Quoted, by_annotation, without_annotation
from explainer.anchoring.shown import ShownText
from explainer.authoring.edits import TextEdit, edited, encoded
from explainer.authoring.reanchoring.alignment import Alignment
from explainer.authoring.reanchoring.judged import Judged, PassageState, judged
from explainer.authoring.reanchoring.selector_edits import selector_edits
from explainer.diagnostics import Diagnostic
from explainer.model.stages import ArticleSeed, ArticleSource
from explainer.reading.decoding import decode
from explainer.validating.article_text import article_text

__all__ = ["Judged", "PassageState", "ReanchorRefusedError", "Replacement", "replacement"]


class ReanchorRefusedError(Exception):
    """The text cannot be replaced; the message says why, in a sentence for the author."""


@dataclass(frozen=True)
class Replacement:
    article: ArticleSeed
    contents: Mapping[str, bytes]
    """The seeds as they are."""
    text: bytes
    """The new text."""
    shown: ShownText
    """What is shown of it."""
    quotes: tuple[Judged, ...]
    """Every quote of the article, as its files list them."""
    lost: tuple[Diagnostic, ...]
    """Furniture and headline that the new text does not have."""

    @property
    def kept_as(self) -> str:
        """The path at which the old text is kept: by the day of its retrieval or publication; several are numbered."""
        folder = f"seeds/articles/{self.article.id}"
        value = self.article.entry.value
        days = [date for date in (value.retrieved, value.published) if date and re.fullmatch(r"\d{4}-\d\d-\d\d", date)]
        numbers = range(2 if days else 1, len(self.contents) + 3)
        names = [*days[:1], *("-".join([*days[:1], str(number)]) for number in numbers)]
        return next(path for name in names if (path := f"{folder}/source.{name}.txt") not in self.contents)

    @property
    def has_day(self) -> bool:
        """Whether its article.yaml says when it was retrieved, so that another day can stand there."""
        return isinstance(tree.find(self.article.entry.node, ("retrieved",))[0], tree.Scalar)

    def written(self, confirmed: Collection[Judged], retrieved: str | None = None) -> dict[str, bytes]:
        """The files to write: the new text, the old one, the selectors that were confirmed, and the day on which the
        new text was retrieved. Raises RefusedError.
        """
        source = self.article.text.source.file.path
        files = {self.kept_as: self.contents[source], source: self.text}
        edits: dict[str, list[TextEdit]] = {}
        seeds = reading.parse(self.contents)[0].files
        for each in confirmed:
            node, _ = tree.find(each.quoted.entry.node, each.quoted.path)
            assert each.selector is not None, "only proposals are confirmed"
            assert isinstance(node, tree.Mapping), "a quote stands in a record"
            edits.setdefault(node.span.path, []).extend(selector_edits(seeds[node.span.path], node, each.selector))
        if retrieved and self.has_day:
            span = self.article.entry.at("retrieved")
            file = seeds[span.path]
            start, end = file.offset(span.line, span.column), file.offset(span.end_line, span.end_column)
            edits.setdefault(span.path, []).append(TextEdit(start, end, retrieved))
        for path, of_file in edits.items():
            files[path] = encoded(edited(seeds[path], of_file), self.contents[path])
        self._prove(files, confirmed)
        return files

    def _prove(self, files: Mapping[str, bytes], confirmed: Collection[Judged]) -> None:
        """That what was written says what was meant, whatever the YAML around it."""
        after = validating.validate(reading.parse({**self.contents, **files})[0])[0].articles.get(self.article.id)
        if after is None or len(_quotes(after)) != len(self.quotes):
            raise ReanchorRefusedError("a file could not be changed as it is written; change the quotes by hand")
        shown = ShownText(after.text, after.entry.value.furniture)
        for each, again in zip(self.quotes, _quotes(after), strict=True):
            if each in confirmed and isinstance(place(shown, again), Diagnostic):
                raise ReanchorRefusedError(
                    f"{each.quoted.at('quote')}: this quote could not be changed; change it by hand"
                )


def replacement(contents: Mapping[str, bytes], article_id: str, text: bytes, name: str) -> Replacement:
    """What a new text does to an article; `name` is what messages call the new text. Raises RefusedError."""
    documents, _ = reading.parse(contents)
    seeds, found = validating.validate(documents)
    article = seeds.articles.get(article_id)
    if article is None:
        listed = ", ".join(f"`{name}`" for name in seeds.articles) or "none"
        raise ReanchorRefusedError(f"there is no article `{article_id}`; there are: {listed}")
    folder = f"seeds/articles/{article_id}/"
    for each in found:
        if each.is_error and each.span.path.startswith(folder):
            raise ReanchorRefusedError(
                f"`{each.span.path}` has mistakes; mend them first: {each.message} ({each.span})"
            )
    source, problems = _source(article, text)
    if problems:
        raise ReanchorRefusedError(f"`{name}` is not a usable text for an article: {problems[0].message}")
    new, lost = article_text(source, article.entry)
    if new is None:
        raise ReanchorRefusedError(f"`{name}` has no text besides the furniture of the article")
    furniture = article.entry.value.furniture
    language = article.entry.value.language
    old_shown, new_shown = ShownText(article.text, furniture, language), ShownText(new, furniture, language)
    alignment = Alignment(old_shown.passage, new_shown.passage)
    quotes = tuple(judged(old_shown, new_shown, alignment, quoted) for quoted in _quotes(article))
    return Replacement(article, contents, text, new_shown, quotes, lost)


def _quotes(article: ArticleSeed) -> tuple[Quoted, ...]:
    return (*map(by_annotation, article.annotations), *without_annotation(article.entry))


def _source(article: ArticleSeed, text: bytes) -> tuple[ArticleSource, tuple[Diagnostic, ...]]:
    file, problems = decode(article.text.source.file.path, text, tabs=True)
    return ArticleSource(file, hashlib.sha256(text).hexdigest()), problems
