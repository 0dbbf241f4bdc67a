"""Links from other pages to the notes of an article, each its number. The number is painted, as in the article."""

from markupsafe import Markup

from explainer.model import paths
from explainer.model.paths import Address
from explainer.rendering.escape import filled
from explainer.rendering.passages import Note
from explainer.rendering.printer import Printer

_MARKER = '[<span data-no="{number}"><span>{number}</span></span>]({way}){{: .x-ref aria-label="{spoken}" }}'


def note_link(note: Note, printer: Printer, text: str = "") -> Markup:
    """`text` says which article it is of, where a page has notes of several."""
    article = note.anchor.annotation.id.partition("/")[0]
    address = Address(paths.article(article), f"n-{note.anchor.annotation.value.id}")
    if text:
        spoken = printer.phrases.gettext("Note %(number)s on %(article)s", number=note.number, article=text)
    else:
        spoken = printer.phrases.gettext("Note %(number)s", number=note.number)
    return filled(_MARKER, number=note.number, way=printer.href(address), spoken=spoken)
