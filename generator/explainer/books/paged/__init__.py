"""A book as PDF: one tagged file (PDF/UA-1), set by Typst, with the notes of an article at the foot of its pages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from explainer.books.book import Book, BookChapter
from explainer.books.paged.letters import ALL_SET, Letters, unset
from explainer.books.paged.marked_up import Chapters
from explainer.books.paged.words import labels_of, string


class NoTypesetterError(Exception):
    """Typst, which sets the pages, is not installed."""


class NotSetError(Exception):
    """Typst would not set the book; the message is its own."""


@dataclass(frozen=True)
class BookAsPdf:
    content: bytes
    unset: frozenset[str] | None
    """Letters that no face here has, whose sound stands in their place; None where they are too many for that."""
    remark: str
    """Why the file is not PDF/UA-1, where it is not."""


def written(book: Book) -> BookAsPdf:
    """The file. Raises NoTypesetterError where nothing can set it."""
    try:
        import typst

        from explainer.books.paged.packing import packed
    except ImportError as error:
        raise NoTypesetterError from error

    def can_set(letters: str) -> bool:
        text = f'{_template()}\n#set document(title: "Letters")\n#{string(letters)}'
        try:
            typst.compile(text.encode(), format="pdf", pdf_standards="ua-1", timestamp=0)
        except typst.TypstError:
            return False
        return True

    lacking = unset("".join(sorted(set(_words_of(book)))), can_set)
    said = ""
    for at_foot in (True, False):
        text = markup(book, at_foot=at_foot, letters=Letters(lacking or frozenset())).encode()
        try:
            made = bytes(typst.compile(text, format="pdf", pdf_standards="ua-1", timestamp=0))
            return BookAsPdf(packed(made), lacking, "")
        except typst.TypstError as error:  # most often a letter that no face of this machine has
            said = str(error).strip()
        try:
            if not _BETWEEN_PAGES.search(said):
                made = bytes(typst.compile(text, format="pdf", timestamp=0))
                return BookAsPdf(packed(made), lacking, said)
        except typst.TypstError as error:
            said = str(error).strip()
        if not _BETWEEN_PAGES.search(said):
            break
    raise NotSetError(said)


def _words_of(book: Book) -> Iterator[str]:
    yield from (
        book.title,
        book.description,
        book.address or "",
        book.words.pgettext("quotation", "“%(words)s”", words=""),
    )
    for chapter in book.walk():
        yield chapter.body.words()
        yield from (each.attributes.get("href", "") for each in chapter.body.walk() if each.tag == "a")


# Where long notes push the words that they are about to and fro, Typst 0.15 ends without having set some of them.
_BETWEEN_PAGES = re.compile(r"does not exist in the document|^internal error", re.MULTILINE)


def markup(book: Book, *, at_foot: bool = True, letters: Letters = ALL_SET) -> str:
    """The book in the language of Typst, with the notes at the foot of the page or after their paragraph."""
    words = book.words
    labels = labels_of({chapter.path: chapter.body for chapter in book.walk()})
    opening, _, closing = words.pgettext("quotation", "“%(words)s”", words="\0").partition("\0")
    chapters = Chapters(labels, (opening, closing), _drawing_styles(), at_foot=at_foot, letters=letters)
    parts = [chapters.chapter(each.path, each.body, depth) for each, depth in _with_depth(book.chapters, 0)]
    main, _, region = words.language.partition("-")
    where = f", region: {string(region.lower())}" if len(region) == 2 else ""
    author = f", author: ({string(book.maker)},)" if book.maker else ""
    year, month, day = (int(part) for part in book.day.split("-"))
    # Translators: on the first page of a PDF. Faces are what letters are set in.
    told = words.gettext("In square brackets: about how words sound whose letters this file has no face for.")
    first = (
        letters.shown(book.title),
        letters.shown(book.description),
        book.address or "",
        told if letters.unset else "",
    )
    title = f"#title-page({', '.join(map(string, first))})"
    return "\n".join(
        (
            _template(),
            (
                f"#set document(title: {string(book.title)}{author}, "
                f"date: datetime(year: {year}, month: {month}, day: {day}))"
            ),
            f"#set text(lang: {string(main.lower())}{where}, dir: {words.direction})",
            title,
            f"#outline(title: [#{string(words.gettext('Contents'))}], depth: 3)",
            *parts,
        )
    )


def _with_depth(chapters: Sequence[BookChapter], depth: int) -> Iterator[tuple[BookChapter, int]]:
    for each in chapters:
        yield each, depth
        yield from _with_depth(each.below, depth + 1)


def _template() -> str:
    return files("explainer.books.paged").joinpath("book.typ").read_text("utf-8")


def _drawing_styles() -> str:
    """What the style sheet of the e-book says of drawings: that is one decision."""
    styles = files("explainer.books.epub").joinpath("book.css").read_text("utf-8")
    return styles.partition("/* ---- maps")[2].partition("*/")[2]
