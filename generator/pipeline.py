"""The whole program: seeds in, pages and diagnostics out. Read this file first.

Each stage takes the records of the one before and returns new ones, of a type of its own, with the
diagnostics it found. No stage stops at a mistake: it leaves out what is broken and goes on.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator import anchoring, comparing, linking, reading, rendering, validating
from generator.diagnostics import Diagnostic, ordered
from generator.model.changes import Comparison
from generator.model.stages import ArticleSeed, Asset, Documents, Linked, Page, SearchEntry
from generator.source import SourceFile, Span


@dataclass(frozen=True)
class Result:
    """What a run gives: the pages that could be made, every mistake, and the files that mistakes point into."""

    pages: tuple[Page, ...]
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, SourceFile]
    search: tuple[SearchEntry, ...] = ()
    """The records that the site's search finds one by one."""
    assets: tuple[Asset, ...] = ()

    @property
    def has_errors(self) -> bool:
        return any(diagnostic.is_error for diagnostic in self.diagnostics)


def run(root: Path) -> Result:
    """Run all stages on the folder that holds `seeds/`. A mistake in the seeds never raises."""
    linked, found = link(root)
    pages, found_rendering = rendering.render(linked)
    return Result(
        pages,
        ordered((*found, *found_rendering)),
        linked.seeds.files,
        rendering.search_entries(linked),
        (*rendering.assets(linked), *rendering.cards(linked)),
    )


@dataclass(frozen=True)
class Preview:
    """A run for somebody who edits seeds and looks at a page or two: each page is printed when it is asked for."""

    linked: Linked = field(repr=False)
    diagnostics: tuple[Diagnostic, ...]

    @cached_property
    def pages(self) -> Mapping[str, Callable[[], Page]]:
        """What makes each page, by its path."""
        return rendering.pages(self.linked)

    def result(self, pages: tuple[Page, ...]) -> Result:
        """What `run` gives, with these pages."""
        search, assets = rendering.search_entries(self.linked), rendering.assets(self.linked)
        return Result(pages, self.diagnostics, self.linked.seeds.files, search, assets)


def preview(root: Path) -> Preview:
    """As `run`, without printing. Parts that did not change since an earlier run of this process are not made again."""
    linked, found = link(root)
    return Preview(linked, ordered(found))


def article(root: Path, id_: str) -> ArticleSeed | None:
    """One article with its text as it is shown; None where there is none, or a broken one."""
    return validating.validate(reading.read(root)[0])[0].articles.get(id_)


def select(article: ArticleSeed, start: int, end: int) -> anchoring.Selector:
    """The shortest selector of a span of an article's text (offsets). Raises ValueError where no words lie in it."""
    return anchoring.select_in(article.text, start, end)


def link(root: Path) -> tuple[Linked, tuple[Diagnostic, ...]]:
    """Run the stages before rendering: what exports are made from."""
    documents, found_reading = reading.read(root)
    linked, found = _linked(documents)
    return linked, (*found_reading, *found)


@dataclass(frozen=True)
class Compared:
    """Two states of the seeds in meaning. Mistakes and files are those of the new one."""

    comparison: Comparison
    diagnostics: tuple[Diagnostic, ...]
    """Of the change: what was published and differs in silence."""
    mistakes: tuple[Diagnostic, ...]
    """Of the new state by itself, as `run` finds them but for rendering."""
    files: Mapping[str, SourceFile]


def compare(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Compared:
    """What differs between two states, each the bytes of the files by path below its root."""
    before, _ = _linked(reading.parse(old)[0])
    documents, found_reading = reading.parse(new)
    after, found = _linked(documents)
    comparison = comparing.compare(before, after)
    unrecorded = comparing.check_recorded(comparison.changes, before, after)
    return Compared(comparison, ordered(unrecorded), ordered((*found_reading, *found)), documents.files)


def quotes(root: Path, phrase: str) -> tuple[tuple[Span, str], ...]:
    """Where the articles hold `phrase`, each with the YAML that anchors an annotation there and nowhere else."""
    seeds, _ = validating.validate(reading.read(root)[0])
    return tuple(found for article in seeds.articles.values() for found in anchoring.quotes_of(article.text, phrase))


def _linked(documents: Documents) -> tuple[Linked, tuple[Diagnostic, ...]]:
    seeds, found_validating = validating.validate(documents)
    anchored, found_anchoring = anchoring.anchor(seeds)
    linked, found_linking = linking.link(anchored)
    return linked, (*found_validating, *found_anchoring, *found_linking)
