"""The whole program: seeds in, pages and diagnostics out. Read this file first.

Each stage takes the records of the one before and returns new ones, of a type of its own, with the
diagnostics it found. No stage stops at a mistake: it leaves out what is broken and goes on.

Rendering and comparing are imported where they are used: with their libraries they take as long to load as a whole
check of a small site, which needs neither.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TypeAlias, TypeVar

from explainer import anchoring, linking, memo, reading, translating, tree, validating
from explainer.anchoring import Selector
from explainer.diagnostics import Diagnostic, ordered
from explainer.interface import ENGLISH, Catalogue
from explainer.memo import Keep, anew
from explainer.model.changes import Comparison
from explainer.model.editions import FOLDER
from explainer.model.marks import unmarked
from explainer.model.stages import (
    Anchored,
    ArticleSeed,
    Asset,
    Documents,
    EditionOf,
    Linked,
    PackedPage,
    Page,
    SearchEntry,
)
from explainer.reading.regular import read_regular
from explainer.source import SourceFile, Span

T = TypeVar("T")

SITE = "seeds/site.yaml"

Tell: TypeAlias = Callable[[str, int, int], None]
"""Told before each step of long work: what is being done, how many of it are done, of how many (0: nobody knows)."""


def unheard(what: str, done: int, of: int) -> None:
    """No-op, for work whose progress nobody watches."""


@dataclass(frozen=True)
class Result:
    """What a run gives: the pages that could be made, every mistake, and the files that mistakes point into."""

    pages: tuple[Page | PackedPage, ...]
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, SourceFile]
    search: tuple[SearchEntry, ...] = ()
    """The records that the site's search finds one by one."""
    assets: tuple[Asset, ...] = ()
    catalogue: Catalogue = ENGLISH
    """The words of the interface in the language of the site."""
    edition: EditionOf | None = None
    """What this is an edition of; None for the site as it was written."""
    editions: tuple["Result", ...] = ()
    """The same in each other language, without mistakes of their own: they are told of the whole site."""

    languages: tuple[str, ...] = ()
    """Those of all editions, the original first; nothing where there is no other."""

    to_print: Mapping[str, Callable[[], PackedPage]] = field(default_factory=dict, repr=False)
    """What prints each page that is still to be printed, by its path."""
    to_draw: Mapping[str, Callable[[], bytes]] = field(default_factory=dict, repr=False)
    """The same of the pictures that shared links show."""

    @property
    def has_errors(self) -> bool:
        return any(diagnostic.is_error for diagnostic in self.diagnostics)


def run(root: Path, tell: Tell = unheard, keep: Keep = anew) -> Result:
    """Run all stages on the folder that holds `seeds/`. A mistake in the seeds never raises."""
    return printed(begin(root, tell, keep), tell)


def begin(root: Path, tell: Tell = unheard, keep: Keep = anew) -> Result:
    """As `run`, with everything still to be printed and drawn, for whoever shares that out."""
    linked, found = link(root, tell)
    editions = tuple(_begun(each, keep) for each in linked.editions)
    return replace(_begun(linked, keep), diagnostics=ordered(found), editions=editions)


def _begun(linked: Linked, keep: Keep) -> Result:
    from explainer import rendering

    of_article, found = rendering.made_of(linked), sorted(rendering.pages(linked).items())
    pages = {path: partial(_page, path, make, of_article.get(path), keep) for path, make in found}
    return Result(
        (), (), linked.seeds.files, rendering.search_entries(linked), rendering.assets(linked), linked.catalogue,
        linked.edition, languages=linked.languages, to_print=pages, to_draw=rendering.cards(linked, keep),
    )  # fmt: skip


def printed(result: Result, tell: Tell = unheard) -> Result:
    """The result with all that was still to be printed and drawn, in the editions too."""
    editions = tuple(printed(each, tell) for each in result.editions)
    of = f" of the edition `{result.edition.language}`" if result.edition else ""
    to_print, to_draw = result.to_print, result.to_draw
    pages = [to_print[path]() for path in _with_progress(f"printing pages{of}", to_print, len(to_print), tell)]
    cards = _with_progress(f"drawing pictures for shared links{of}", to_draw, len(to_draw), tell)
    assets = (*result.assets, *(Asset(path, to_draw[path]()) for path in cards))
    return replace(result, pages=(*result.pages, *pages), assets=assets, editions=editions, to_print={}, to_draw={})


def _page(path: str, make: Callable[[], Page], made_of: Iterable[str] | None, keep: Keep) -> PackedPage:
    """A page, perhaps from an earlier build, where it is known what it is made of."""
    if made_of is None:
        return PackedPage.of(make())
    return PackedPage.read(path, keep(made_of, lambda: PackedPage.of(make()).written))


def check(root: Path, tell: Tell = unheard) -> Result:
    """As `run`, without pages and what goes with them: every mistake is found before they are printed."""
    linked, found = link(root, tell)
    return Result((), ordered(found), linked.seeds.files)


@dataclass(frozen=True)
class Preview:
    """A run for somebody who edits seeds and looks at a page or two: each page is printed when it is asked for."""

    linked: Linked = field(repr=False)
    diagnostics: tuple[Diagnostic, ...]

    @cached_property
    def pages(self) -> Mapping[str, Callable[[], Page]]:
        """What makes each page, by its path."""
        from explainer import rendering

        return rendering.pages(self.linked)

    @cached_property
    def search(self) -> tuple[SearchEntry, ...]:
        from explainer import rendering

        return rendering.search_entries(self.linked)

    @cached_property
    def assets(self) -> tuple[Asset, ...]:
        """Without the pictures that shared links show."""
        from explainer import rendering

        return rendering.assets(self.linked)

    def result(self, pages: tuple[Page, ...]) -> Result:
        """What `run` gives, with these pages, and without the editions."""
        linked = self.linked
        return Result(
            pages, self.diagnostics, linked.seeds.files, self.search, self.assets, linked.catalogue,
            languages=linked.languages,
        )  # fmt: skip

    def in_edition(self, language: str) -> Result:
        """The site in another language, whole but for the pictures that shared links show."""
        (linked,) = (each for each in self.linked.editions if each.catalogue.language == language)
        of_edition = Preview(linked, ())
        pages = tuple(make() for _, make in sorted(of_edition.pages.items()))
        return replace(of_edition.result(pages), edition=linked.edition)


def preview(root: Path) -> Preview:
    """As `run`, without printing. Parts that did not change since an earlier run of this process are not made again."""
    linked, found = link(root, unfinished=True)
    return Preview(linked, ordered(found))


def language_of(root: Path) -> str:
    """The language of the site, for what has to know it before the seeds are read; English where they do not say."""
    try:
        content = read_regular(root / SITE, reading.LARGEST_FILE)
    except OSError:
        return ENGLISH.language
    site = reading.parse({SITE: content})[0].trees.get(SITE)
    written = site.get("language") if isinstance(site, tree.Mapping) else None
    return written.text or ENGLISH.language if isinstance(written, tree.Scalar) else ENGLISH.language


def article(root: Path, id_: str) -> ArticleSeed | None:
    """One article with its text as it is shown; None where there is none, or a broken one."""
    return articles(root).get(id_)


def articles(root: Path) -> Mapping[str, ArticleSeed]:
    """Every article with its text as it is shown, also where what is to be said of it is not written yet."""
    return validating.validate(reading.read(root)[0])[0].every_article


def select(article: ArticleSeed, start: int, end: int) -> Selector:
    """The shortest selector of a span of an article's text (offsets). Raises ValueError where no words lie in it."""
    return anchoring.select_in(article.text, start, end)


def link(
    root: Path, tell: Tell = unheard, *, unfinished: bool = False, besides: Mapping[str, bytes] | None = None
) -> tuple[Linked, tuple[Diagnostic, ...]]:
    """Run the stages before rendering: what exports are made from.

    With `unfinished`, articles of which something is still to be written are among the others: for their author.
    `besides` are files that are not written yet, by path.
    """
    memo.new_run()
    tell("reading the seeds", 0, 0)
    return _linked(*reading.read(root, besides), tell, unfinished=unfinished)


@dataclass(frozen=True)
class Compared:
    """Two states of the seeds in meaning. Mistakes and files are those of the new one."""

    comparison: Comparison
    diagnostics: tuple[Diagnostic, ...]
    """Of the change: what was published and differs in silence."""
    mistakes: tuple[Diagnostic, ...]
    """Of the new state by itself, as `run` finds them but for rendering."""
    files: Mapping[str, SourceFile]


def compare(old: Mapping[str, bytes], new: Mapping[str, bytes], tell: Tell = unheard) -> Compared:
    """What differs between two states, each the bytes of the files by path below its root."""
    from explainer import comparing, rendering

    memo.new_run()
    tell("reading the old state", 0, 0)
    before, _ = _linked(*reading.parse(old))
    tell("reading the new state", 0, 0)
    documents, found_reading = reading.parse(new)
    after, found = _linked(documents, found_reading)
    tell("comparing", 0, 0)
    comparison = comparing.noticeable(comparing.compare(before, after), *map(rendering.prints, (before, after)))
    unrecorded = comparing.check_recorded(comparison.changes, before, after)
    return Compared(comparison, ordered(unrecorded), ordered(found), documents.files)


def quotes(root: Path, phrase: str, most: int | None = None) -> tuple[tuple[tuple[Span, str], ...], int]:
    """Where the articles hold `phrase`, each with the YAML that anchors an annotation there and nowhere else.

    The first `most` places of each article, or all of them; and how many there are.
    """
    found = [anchoring.quotes_of(article.text, phrase, most) for article in articles(root).values()]
    return tuple(each for places, _ in found for each in places), sum(count for _, count in found)


def unquoted(root: Path, phrase: str) -> Mapping[str, Diagnostic]:
    """Why each article does not hold `phrase`, by article, with the passage that is nearest, where one is near."""
    found = {id_: anchoring.passages(each, [Selector(phrase)])[0] for id_, each in articles(root).items()}
    return {id_: each for id_, each in found.items() if isinstance(each, Diagnostic)}


def _linked(
    documents: Documents, found_reading: tuple[Diagnostic, ...], tell: Tell = unheard, *, unfinished: bool = False
) -> tuple[Linked, tuple[Diagnostic, ...]]:
    tell("checking each file", 0, 0)
    seeds, found_validating = validating.validate(documents)
    if unfinished:
        seeds = replace(seeds, articles=seeds.every_article, unshown={})
    tell("finding the quotes", 0, 0)
    anchored, found_anchoring = anchoring.anchor(seeds)
    tell("following the references", 0, 0)
    linked, found_linking = linking.link(anchored)
    editions, found_in_editions = _editions(linked, anchored, tell)
    found = (*found_reading, *found_validating, *found_anchoring, *found_linking, *found_in_editions)
    if editions:
        languages = (linked.catalogue.language, *(each.catalogue.language for each in editions))
        editions = tuple(replace(each, languages=languages) for each in editions)
        linked = replace(linked, editions=editions, languages=languages)
    return linked, linking.silenced(linked, found)


def _editions(original: Linked, anchored: Anchored, tell: Tell) -> tuple[tuple[Linked, ...], tuple[Diagnostic, ...]]:
    """The site in each other language. What is wrong with the original is told of the original alone."""
    translated, found = translating.translate(anchored)
    made: list[Linked] = []
    of_editions = [*found]
    for in_language, edition in translated:
        tell(f"following the references in the edition `{edition.language}`", 0, 0)
        linked, found_linking = linking.link(in_language, original)
        made.append(replace(linked, edition=edition))
        own = f"{FOLDER}/{edition.language}/"
        of_editions += [
            replace(each, message=unmarked(each.message)) for each in found_linking if own in each.span.path
        ]
    return tuple(made), tuple(of_editions)


def _with_progress(what: str, items: Iterable[T], of: int, tell: Tell) -> Iterator[T]:
    """The items, each told before it is done."""
    for done, item in enumerate(items):
        tell(what, done, of)
        yield item
