"""The forms of `explainer export` that are books; what makes them is loaded when one is asked for."""

from explainer.exporting import Addresses
from explainer.model.stages import Linked
from explainer.pipeline import Tell

BOOKS = ("epub",)


def book(form: str, linked: Linked, addresses: Addresses, article: str | None, tell: Tell) -> bytes:
    """The file of a book of the site, or of one of its articles."""
    from explainer.books import epub
    from explainer.books.book import book as book_of
    from explainer.books.shaping import NARROW

    assert form in BOOKS
    made = book_of(linked, addresses, NARROW, article, tell)
    tell("writing the book", 0, 0)
    return epub.written(made)
