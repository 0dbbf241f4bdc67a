"""A book as EPUB 3.3: the same bytes from the same book."""

from explainer.books.book import Book
from explainer.books.epub.archive import archive
from explainer.books.epub.navigation import navigation, title_page
from explainer.books.epub.package import package
from explainer.books.epub.pages import STYLES, chapter_page, file_of

__all__ = ["written"]


def written(book: Book) -> bytes:
    """The file."""
    pages = {file_of(chapter.path): chapter_page(chapter, book) for chapter in book.walk()}
    files = {"title.xhtml": title_page(book), "nav.xhtml": navigation(book), **pages}
    return archive({"package.opf": package(book, files), STYLES: _styles(), **files})


def _styles() -> str:
    from importlib.resources import files

    return files("explainer.books.epub").joinpath("book.css").read_text("utf-8")
