"""The text of an article in a file that an author saved again, and which article the file names as its own."""

from dataclasses import dataclass

from explainer.authoring.receiving import Wanted
from explainer.commands import received_file
from explainer.commands.taking import take
from explainer.reading import LARGEST_FILE
from explainer.text.addresses import plain_address
from explainer.vocabulary import ReceivedForm


@dataclass(frozen=True, slots=True)
class SavedText:
    content: bytes
    """As `source.txt` holds it."""
    addresses: frozenset[str] = frozenset()
    """Those that a page names as its own, in the form in which they are compared."""
    retrieved: str | None = None
    """The day of an archived copy."""


def saved_text(name: str) -> SavedText:
    """A wrong call where the file cannot be used."""
    with received_file.opened(name, None) as received:
        if received.form is ReceivedForm.TEXT:
            return SavedText(received.file.read(LARGEST_FILE + 1))
        taken = take(received, Wanted(), has_file=False)
    facts = {key: fact.value for key, fact in taken.article.facts.items()}
    named = frozenset(plain_address(facts[key]) for key in ("url", "archive-url") if key in facts)
    return SavedText(taken.source, named, facts.get("retrieved"))
