"""What differs, as Markdown for a comment in a pull request.

The texts may be a stranger's. They stand in code alone, on one line, after a sign of ours: code is the one place in
which no platform looks for markup, mentions, images, links or addresses. Bounded, because platforms refuse or cut
what is longer; what is left out is counted.
"""

import re
from itertools import accumulate

from generator.model.changes import Change, Edit, How, PageChange
from generator.reporting.changes.pieces import pieces
from generator.reporting.changes.told import Notice, Told, address, counted, notices, page_addresses
from generator.reporting.printable import printable

LIMIT = 60_000
"""Characters; GitHub takes 65,536."""
_OF_UNRECORDED, _OF_PAGES = 10_000, 20_000
_VALUE, _LABEL = 600, 100
"""Characters of one value, and of one name."""
_RESERVE = 120
"""Characters kept for saying what is left out."""
_EDITS = 40
"""Values of one record that are shown."""


def markdown(told: Told) -> str:
    comparison = told.comparison
    head = f"### What would change for readers\n\nFrom {code(told.old)} to {code(told.new)}: {counted(comparison)}.\n"
    parts = [head]
    if told.unrecorded:
        found = [f"- {code(str(each.span))} {code(each.message, _VALUE)}\n" for each in told.unrecorded]
        parts.append("\n**Published, and changed without an entry in `seeds/corrections.yaml`:**\n\n")
        parts.append(_fitting(found, _OF_UNRECORDED, "such change"))
    if told.mistakes:
        parts.append("\nThe new state has other mistakes; what is broken is not compared.\n")
    if comparison.pages:
        parts.append("\n#### Page by page\n\n")
        parts.append(_fitting([_page(page, told) for page in comparison.pages], _OF_PAGES, "page"))
    if comparison.linking_back:
        listed = ", ".join(map(code, comparison.linking_back[:_EDITS]))
        parts.append(f"\nOnly the lists of where things come up differ on: {listed}\n")
    if comparison.changes:
        opening = "\n<details>\n<summary>Every change, record by record</summary>\n\n"
        closing = "\n</details>\n"
        room = LIMIT - sum(map(len, (*parts, opening, closing)))
        parts += [opening, _fitting([_record(change, told) for change in comparison.changes], room, "record"), closing]
    return "".join(parts)


def code(text: str, longest: int = _LABEL) -> str:
    """A text in which nothing means anything, on one line."""
    shown = printable(" ".join(text.split())) or " "
    if len(shown) > longest:
        shown = f"{shown[:longest]} …"
    fence = "`" * (_longest_run(shown) + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


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


def _page(page: PageChange, told: Told) -> str:
    before, after = page_addresses(told, page)
    how = "" if page.how is How.CHANGED else f" {page.how}"
    lines = [f"- {code(page.path)}{how}{_links(before, after)}", *(f"  - {_notice(each)}" for each in notices(page))]
    return "\n".join([*lines, ""])


def _notice(notice: Notice) -> str:
    return " ".join(part for part in (notice.what, code(notice.label) if notice.label else "", notice.rest) if part)


def _record(change: Change, told: Told) -> str:
    links = _links(address(told.before_url, change.old), address(told.after_url, change.new))
    how = "" if change.how is How.CHANGED else f" {change.how}"
    lines = [line for edit in change.edits[:_EDITS] for line in _lines(edit)]
    if len(change.edits) > _EDITS:
        lines.append(f"@@ and {len(change.edits) - _EDITS} more values @@")
    fence = "`" * max(3, *(_longest_run(line) + 1 for line in lines))
    block = "\n".join([f"{fence}diff", *lines, fence])
    return f"{code(change.name)} {code(change.label)}{how}{links}\n\n{block}\n\n"


def _lines(edit: Edit) -> list[str]:
    found = pieces(edit)
    remark = f" ({found.remark})" if found.remark else ""
    moved = " moved" if edit.how is How.MOVED else ""
    lines = [f"@@ {_value(edit.what)}{moved}{remark} @@"]
    lines += [f"- {_value(found.old)}"] if found.old else []
    lines += [f"+ {_value(found.new)}"] if found.new else []
    return lines


def _value(text: str) -> str:
    shown = printable(" ".join(text.split()))
    return shown if len(shown) <= _VALUE else f"{shown[:_VALUE]} …"


def _links(before: str, after: str) -> str:
    links = [f"[{words}](<{place}>)" for words, place in (("before", before), ("after", after)) if place]
    return f" ({' · '.join(links)})" if links else ""


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)
