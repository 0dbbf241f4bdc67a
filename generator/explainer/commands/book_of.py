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
        content, remark = paged.written(made)
    except paged.NoTypesetterError as error:
        told = "what sets the pages of a PDF is not installed: pip install './explainer[print]'"
        raise click.UsageError(told) from error
    except paged.NotSetError as error:
        raise click.ClickException(f"the pages could not be set: {error}") from error
    if remark:
        click.echo(f"tagged, but not PDF/UA-1: {printable(remark)}", err=True)
    return content
