"""What differs, for people at a terminal: record by record, then page by page.

    question/losses  How many were lost?
      ~ status: disputed → confirmed
      + position of Traders’ Guild, 4 February 2031: asserts; says: 40 stalls were destroyed

Every line begins with a sign of ours, a name or a path, never with an author's words.
"""

from io import StringIO

from rich.console import Console
from rich.text import Text

from explainer.model.changes import Change, Edit, How, PageChange
from explainer.reporting.changes.pieces import SIGNS, pieces
from explainer.reporting.changes.told import Told, address, counted, notices, page_addresses, shown_edits
from explainer.reporting.printable import printable
from explainer.reporting.text import text as diagnostics_text

_STYLES = {How.ADDED: "green", How.REMOVED: "red", How.CHANGED: "yellow", How.MOVED: "yellow"}
_LONGEST = 2000
"""Characters of one value that are shown."""


def terminal(told: Told, *, colour: bool = False) -> str:
    comparison = told.comparison
    report = Text()
    report.append(f"From {printable(told.old)} to {printable(told.new)}: {counted(comparison)}\n\n", "bold")
    for change in comparison.changes:
        report.append_text(_record(change, told)).append("\n")
    if comparison.pages:
        report.append("What readers will notice\n\n", "bold")
    for page in comparison.pages:
        report.append_text(_page(page, told)).append("\n")
    if comparison.linking_back:
        listed = ", ".join(map(printable, comparison.linking_back))
        report.append(f"Only links differ, or lists of where things come up, on: {listed}\n\n")
    for state, names in ((told.old, comparison.broken_before), (told.new, comparison.broken_after)):
        if names:
            listed = ", ".join(map(printable, names))
            report.append(f"Not compared, because it is broken in {printable(state)}: {listed}\n\n")
    if told.mistakes:
        report.append(f"Mistakes in {printable(told.new)}: `explainer check` lists them\n\n", "bold yellow")
    written = _written(report, colour=colour)
    return written + diagnostics_text(told.unrecorded, told.files or {}, colour=colour) if told.unrecorded else written


def _record(change: Change, told: Told) -> Text:
    shown = Text()
    shown.append(printable(change.name), "bold").append(f"  {printable(change.label)}")
    if change.how is not How.CHANGED:
        shown.append(f"  {change.how}", _STYLES[change.how])
    shown.append("\n")
    for place in (address(told.before_url, change.old), address(told.after_url, change.new)):
        if place:
            shown.append(f"  @ {printable(place)}\n", "dim")
    for edit in shown_edits(change):
        shown.append_text(_edit(edit))
    return shown


def _edit(edit: Edit) -> Text:
    found = pieces(edit)
    shown = Text(f"  {SIGNS[edit.how]} ", _STYLES[edit.how])
    shown.append(f"{printable(edit.what)}: ", "default").append(_cut(found.joint), "default")
    if found.remark and found.remark != found.joint:
        shown.append(f"  ({found.remark})", "bold")
    return shown.append("\n")


def _page(page: PageChange, told: Told) -> Text:
    shown = Text(printable(page.path), "bold")
    if page.how is not How.CHANGED:
        shown.append(f"  {page.how}", _STYLES[page.how])
    if page.was:
        shown.append(f" from {printable(page.was)}")
    for place in filter(None, page_addresses(told, page)):
        shown.append(f"  {printable(place)}", "dim")
    shown.append("\n")
    for notice in notices(page):
        label = f" “{printable(notice.label)}”" if notice.label else ""
        shown.append(f"  · {notice.what}{label}{f' {notice.rest}' if notice.rest else ''}\n")
    return shown


def _cut(text: str) -> str:
    shown = printable(text)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]} …"


def _written(report: Text, *, colour: bool) -> str:
    if not colour:
        return report.plain
    written = StringIO()
    console = Console(file=written, force_terminal=True, color_system="standard", highlight=False, legacy_windows=False)
    console.print(report, soft_wrap=True, end="")
    return written.getvalue()
