"""The forms of `explainer export` that are books; what makes them is loaded when one is asked for."""

import click

from explainer.exporting import Addresses
from explainer.model.stages import Linked
from explainer.pipeline import Tell
from explainer.reporting.printable import printable

BOOKS = ("epub", "pdf")


def book(form: str, linked: Linked, addresses: Addresses, article: str | None, tell: Tell) -> bytes:
    """The file of a book of the site, or of one of its articles."""
    from explainer.books import epub, paged
    from explainer.books.book import book as book_of
    from explainer.books.shaping import NARROW, WIDE

    made = book_of(linked, addresses, NARROW if form == "epub" else WIDE, article, tell)
    tell("writing the book" if form == "epub" else "setting the pages", 0, 0)
    if form == "epub":
        return epub.written(made)
    try:
        book_as_pdf = paged.written(made)
    except paged.NoTypesetterError as error:
        told = "what sets the pages of a PDF is not installed: pip install './explainer[print]'"
        raise click.UsageError(told) from error
    except paged.NotSetError as error:
        raise click.ClickException(f"the pages could not be set: {error}") from error
    if book_as_pdf.remark:
        click.echo(f"tagged, but not PDF/UA-1: {printable(book_as_pdf.remark)}", err=True)
    if book_as_pdf.unset:
        letters = "".join(sorted(book_as_pdf.unset))
        told = "their sound stands in brackets; a face that has them is used once it is installed"
        click.echo(f"no face of this machine has the letters {printable(letters)}: {told}", err=True)
    return book_as_pdf.content
