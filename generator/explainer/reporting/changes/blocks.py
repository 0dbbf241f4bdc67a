"""One record that changed, and one page on which it shows, as Markdown."""

from collections.abc import Sequence

from explainer.model.changes import Change, Edit, How, PageChange
from explainer.reporting.changes.coded import code, longest_run, on_one_line, signed
from explainer.reporting.changes.pieces import pieces
from explainer.reporting.changes.told import Notice, Told, address, called, notices, page_addresses, shown_edits

_EDITS = 40
"""Values of one record that are shown."""


def record(change: Change, told: Told) -> str:
    """All of its values, each before and after."""
    return _block(change, told, list(shown_edits(change)))


def gravest(change: Change, told: Told) -> str:
    """Only its status and what parties say, where these differ; nothing where they do not."""
    edits = [edit for edit in shown_edits(change) if _is_grave(edit)]
    return _block(change, told, edits) if edits else ""


def _is_grave(edit: Edit) -> bool:
    """Whether it says another thing about what is so, or about who says what."""
    match edit.path:
        case ("status",) | ("positions", _) | ("positions", _, "position" | "says" | "party"):
            return bool(edit.old and edit.how is not How.MOVED)
    return False


def _block(change: Change, told: Told, edits: Sequence[Edit]) -> str:
    links = _links(address(told.before_url, change.old), address(told.after_url, change.new))
    how = "" if change.how is How.CHANGED else f" {change.how}"
    lines = [line for edit in edits[:_EDITS] for line in _lines(edit)]
    if len(edits) > _EDITS:
        lines.append(f"@@ and {len(edits) - _EDITS} more values @@")
    fence = "`" * max(3, *(longest_run(line) + 1 for line in lines))
    block = "\n".join([f"{fence}diff", *lines, fence])
    return f"**{called(change)}** {code(change.label)}{how}{links} {code(change.name)}\n\n{block}\n"


def page(shown: PageChange, told: Told) -> str:
    """What its readers notice."""
    before, after = page_addresses(told, shown)
    how = "" if shown.how is How.CHANGED else f" {shown.how}"
    how += f" from {code(shown.was)}" if shown.was else ""
    lines = [f"- {code(shown.path)}{how}{_links(before, after)}", *(f"  - {_notice(each)}" for each in notices(shown))]
    return "\n".join([*lines, ""])


def _notice(notice: Notice) -> str:
    return " ".join(part for part in (notice.what, code(notice.label) if notice.label else "", notice.rest) if part)


def _lines(edit: Edit) -> list[str]:
    found = pieces(edit)
    remark = f" ({found.remark})" if found.remark else ""
    moved = " moved" if edit.how is How.MOVED else ""
    lines = [f"@@ {on_one_line(edit.what)}{moved}{remark} @@"]
    return [*lines, *signed("-", found.old), *signed("+", found.new)]


def _links(before: str, after: str) -> str:
    links = [f"[{words}](<{place}>)" for words, place in (("before", before), ("after", after)) if place]
    return f" ({' · '.join(links)})" if links else ""
