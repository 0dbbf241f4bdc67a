"""A side's line in the table of a question rests on a position of that side, and is the only one."""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.linking.entries import entries_of
from explainer.model.seeds import Question
from explainer.model.stages import Entry, Linked, Seeds
from explainer.rules import ACCOUNT_HAS_POSITION


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: a line of `accounts` on a side none of whose parties has a position, or a second line on one side."""
    for entry in entries_of(linked.anchored):
        if isinstance(entry.value, Question):
            yield from _of_question(entry, linked.seeds)


def _of_question(entry: Entry[Question], seeds: Seeds) -> Iterator[Diagnostic]:
    speaking = {position.party for position in entry.value.positions}
    sides = {seeds.parties[party].value.side for party in speaking if party in seeds.parties}
    # What names a party or side that does not exist is told already.
    are_known = speaking <= seeds.parties.keys() and sides <= seeds.sides.keys()
    told: set[str] = set()
    for index, account in enumerate(entry.value.accounts):
        span = entry.at("accounts", index, "side")
        if account.side in told:
            message, fix = f"the side `{account.side}` has two lines", "Make one line of them."
            yield Diagnostic(ACCOUNT_HAS_POSITION, span, message, fix)
        elif account.side in seeds.sides and account.side not in sides and are_known:
            message = f"the question `{entry.id}` has no position of the side `{account.side}`"
            yield Diagnostic(ACCOUNT_HAS_POSITION, span, message)
        told.add(account.side)
