"""What differs, as Markdown for a comment in a pull request.

What a reviewer wants first comes first: the words before and after of what is short, then the pages on which it shows,
then, folded, what is long.

The texts may be a stranger's. They stand in code alone, on one line, after a sign of ours: code is the one place in
which no platform looks for markup, mentions, images, links or addresses. Bounded, because platforms refuse or cut
what is longer; what is left out is counted.
"""

from collections.abc import Iterable
from itertools import accumulate

from explainer.model.changes import Change
from explainer.reporting.changes.blocks import gravest, page, record
from explainer.reporting.changes.coded import LONGEST, code
from explainer.reporting.changes.told import Told, counted

LIMIT = 60_000
"""Characters; GitHub takes 65,536."""
_OF_UNRECORDED, _OF_PAGES = 10_000, 20_000
_OF_SHORT, _OF_SHOWN = 3_000, 8_000
"""Characters of one record, and of all, that are shown without being unfolded."""
_RESERVE = 120
"""Characters kept for saying what is left out."""
_LISTED = 40
"""Names of pages that are listed."""


def markdown(told: Told) -> str:
    comparison = told.comparison
    head = f"### What would change for readers\n\nFrom {code(told.old)} to {code(told.new)}: {counted(comparison)}.\n"
    parts = [head]
    if told.unrecorded:
        found = [f"- {code(str(each.span))} {code(each.message, LONGEST)}\n" for each in told.unrecorded]
        parts.append("\n**Published, and changed without an entry in `seeds/corrections.yaml`:**\n\n")
        parts.append(_fitting(found, _OF_UNRECORDED, "such change"))
    if told.mistakes:
        parts.append("\nThe new state has other mistakes; what is broken is not compared.\n")
    shown, folded = _by_length(comparison.changes, told)
    parts += [f"\n{each}" for each in shown]
    if comparison.pages:
        parts.append("\n#### Where it shows\n\n")
        parts.append(_fitting([page(each, told) for each in comparison.pages], _OF_PAGES, "page"))
    if comparison.linking_back:
        listed = ", ".join(map(code, comparison.linking_back[:_LISTED]))
        parts.append(f"\nOnly links differ, or lists of where things come up, on: {listed}\n")
    if folded:
        which = f"{len(folded)} more" if shown else "Every"
        opening = f"\n<details>\n<summary>{which} change{'s' * (len(folded) > 1 and bool(shown))}</summary>\n\n"
        closing = "\n</details>\n"
        room = LIMIT - sum(map(len, (*parts, opening, closing)))
        parts += [opening, _fitting([f"{each}\n" for each in folded], room, "record"), closing]
    return "".join(parts)


def _fitting(blocks: list[str], room: int, noun: str) -> str:
    """As many blocks as find room, and how many do not."""
    kept = 0
    for kept, length in enumerate(accumulate(map(len, blocks)), 1):
        if length > room - _RESERVE:
            kept -= 1
            break
    missing = len(blocks) - kept
    more = f"\n{missing} more {noun}{'s' * (missing > 1)} left out here; `explainer diff` shows everything.\n"
    return "".join(blocks[:kept]) + (more if missing else "")


def _by_length(changes: Iterable[Change], told: Told) -> tuple[list[str], list[str]]:
    """What is short, as much as a reader takes in at once, and the rest. The gravest comes first, in short at least."""
    shown: list[str] = []
    folded: list[str] = []
    for change in sorted(changes, key=lambda change: not gravest(change, told)):
        whole, room = record(change, told), _OF_SHOWN - sum(map(len, shown))
        short = next((each for each in (whole, gravest(change, told)) if 0 < len(each) <= min(_OF_SHORT, room)), "")
        shown += [short] if short else []
        folded += [whole] if short != whole else []
    return shown, folded
