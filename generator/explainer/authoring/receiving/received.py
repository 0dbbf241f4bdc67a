"""What was found in a file as it was received: a page or a text, what the file says of it, and what is to be told."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from explainer.authoring.adding.encoding import Decoded
from explainer.authoring.adding.facts import Fact


@dataclass(frozen=True, slots=True)
class ReceivedPage:
    """The HTML of a page, and how its bytes were read."""

    read: Decoded
    is_of_web: bool = True
    """Whether it may have menus; the pages of books, documents and letters have none."""


@dataclass(frozen=True, slots=True)
class PageStart:
    """Where a page of the file begins in the text."""

    page: str
    """Its number as the file counts: “iv”, “12”."""
    at: str
    """Line and column, counted from 1: “14:203”."""


@dataclass(frozen=True, slots=True)
class ReceivedText:
    """A plain text, and what is known of its lines."""

    text: str
    headline: str = ""
    furniture: Sequence[str] = ()
    """Lines that run at the head or foot of pages."""
    pages: Sequence[PageStart] = ()


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a file says of its text outside of it."""

    first: Sequence[Fact] = ()
    """What counts before what the page says of itself."""
    otherwise: Sequence[Fact] = ()
    """What counts where the page says nothing."""


@dataclass(frozen=True, slots=True)
class Received:
    content: ReceivedPage | ReceivedText
    part: str = ""
    """What of the file was taken, by a name that finds it again; empty where it was all of it."""
    envelope: Envelope = field(default_factory=Envelope)
    remarks: Sequence[str] = ()
    """What was not taken, or chosen, each in a line."""
    libraries: Sequence[str] = ()
    """The packages that read it, on which the text may depend."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the author says of the file."""

    part: str = ""
    """Which page of an archive, chapter of a book or part of a letter; empty where the program is to choose."""
    is_plain: bool = False
    """Whether the plain text of a letter is wanted, not its page."""


class CannotReadError(ValueError):
    """Why a file cannot be taken, and what to do, in a sentence each."""

    def __init__(self, why: str, fix: str = "") -> None:
        super().__init__(f"{why}; {fix}" if fix else why)
