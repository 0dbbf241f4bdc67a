"""What programs save and send: the page or the text in a file of another form, and what the file says of it.

Pure: bytes in, a page or a text out, which `adding` makes an article of. A reader of a form is a module; `received` is
what each gives. What cannot be taken is an error with what to do instead; what is left out is a remark.
"""

from typing import BinaryIO

from explainer.authoring.adding.encoding import decode_html
from explainer.authoring.receiving.book import from_epub
from explainer.authoring.receiving.forms import form_of
from explainer.authoring.receiving.letter import from_letter
from explainer.authoring.receiving.opendocument import from_odt
from explainer.authoring.receiving.pdf import from_pdf
from explainer.authoring.receiving.received import (
    CannotReadError,
    Envelope,
    Received,
    ReceivedPage,
    ReceivedText,
    Wanted,
)
from explainer.authoring.receiving.saved_page import from_mhtml, from_webarchive
from explainer.authoring.receiving.web_archive import from_wacz, from_warc
from explainer.authoring.receiving.word import from_docx
from explainer.vocabulary import ReceivedForm

__all__ = ["CannotReadError", "Envelope", "Received", "ReceivedPage", "ReceivedText", "Wanted", "form_of", "read"]


def read(file: BinaryIO, form: ReceivedForm, wanted: Wanted) -> Received:
    """What a file of this form holds. A text is read by who asks: it is kept to the byte."""
    match form:
        case ReceivedForm.MHTML:
            return from_mhtml(file.read())
        case ReceivedForm.WEBARCHIVE:
            return from_webarchive(file.read())
        case ReceivedForm.EMAIL:
            return from_letter(file.read(), wanted)
        case ReceivedForm.PDF:
            return from_pdf(file.read())
        case ReceivedForm.DOCX:
            return from_docx(file)
        case ReceivedForm.ODT:
            return from_odt(file)
        case ReceivedForm.EPUB:
            return from_epub(file, wanted)
        case ReceivedForm.WARC:
            return from_warc(file, wanted)
        case ReceivedForm.WACZ:
            return from_wacz(file, wanted)
        case ReceivedForm.TEXT | ReceivedForm.HTML:
            return Received(ReceivedPage(decode_html(file.read())))
