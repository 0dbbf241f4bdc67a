"""Diagnostics for people: file by file, each with its place, the line it speaks of, and the fix.

Files with errors come first. Why a rule exists is said where it is first broken, and not again.

    seeds/questions/losses.yaml  1 error

    seeds/questions/losses.yaml:2:9: error: `disputd` is not a status [value-is-allowed]
      2 | status: disputd
        |         ^^^^^^^
        = why: Readers meet each word with its printed definition; a new word would have none.
        = fix: write `disputed`

    1 error in 1 file

Every line begins with a path, a number, or a sign of ours, never with an author's words.
"""

from collections.abc import Iterable, Iterator, Mapping
from io import StringIO

from rich.console import Console
from rich.text import Text

from explainer.diagnostics import Diagnostic, ordered
from explainer.reporting.counting import counted, severities
from explainer.reporting.excerpt import excerpt
from explainer.reporting.grouping import by_file
from explainer.reporting.printable import printable
from explainer.source import SourceFile, Span

_SEVERITY_STYLE = {"error": "bold red", "warning": "bold yellow"}
_QUIET = "dim"


def text(diagnostics: Iterable[Diagnostic], files: Mapping[str, SourceFile], *, colour: bool = False) -> str:
    """The whole report. `colour` adds the escapes of a terminal, which only this module may write."""
    found = ordered(diagnostics)
    explained: set[str] = set()
    report = Text()
    for path, of_file in by_file(found):
        report.append(printable(path), "bold").append(f"  {severities(of_file)}\n\n")
        for diagnostic in of_file:
            is_new = diagnostic.rule.id not in explained
            report.append_text(_one(diagnostic, files, with_why=is_new)).append("\n")
            explained.add(diagnostic.rule.id)
    report.append(counted(found), "bold" if found else "green").append("\n")
    return _coloured(report) if colour else report.plain


def one_text(diagnostic: Diagnostic, files: Mapping[str, SourceFile]) -> str:
    """A single diagnostic, for logs that have an order of their own."""
    return _one(diagnostic, files).plain.rstrip("\n")


def _one(diagnostic: Diagnostic, files: Mapping[str, SourceFile], *, with_why: bool = False) -> Text:
    severity = diagnostic.severity.value
    margin = " " * (len(str(diagnostic.span.line)) + 2)
    told = Text()
    told.append(f"{printable(str(diagnostic.span))}: ")
    told.append(severity, _SEVERITY_STYLE[severity])
    told.append(f": {printable(diagnostic.message)} ").append(f"[{diagnostic.rule.id}]", _QUIET).append("\n")
    told.append_text(_excerpt(diagnostic.span, files, margin, _SEVERITY_STYLE[severity]))
    for remark in diagnostic.remarks:
        place = f"{printable(str(remark.span))}: " if remark.span else ""
        for line in _lines(f"{place}{remark.message}", margin):
            told.append(line)
        if remark.span:
            told.append_text(_excerpt(remark.span, files, f"{margin}  ", "bold blue"))
    if with_why:
        told.append(f"{margin}= why: {diagnostic.rule.why}\n", _QUIET)
    for line in _lines(f"fix: {diagnostic.fix or diagnostic.rule.fix}", margin):
        told.append(line)
    return told


def _lines(told: str, margin: str) -> Iterator[str]:
    """Further lines under a diagnostic: `= ` before the first, the rest under it."""
    for number, line in enumerate(told.splitlines() or [""]):
        yield f"{margin}{'= ' if number == 0 else '| '}{printable(line)}\n"


def _excerpt(span: Span, files: Mapping[str, SourceFile], margin: str, style: str) -> Text:
    file = files.get(span.path)
    cut = excerpt(file, span) if file else None
    if cut is None:
        return Text()
    shown = Text()
    shown.append(f"{str(cut.line).rjust(len(margin) - 1)} | ", _QUIET).append(f"{cut.text}\n")
    shown.append(f"{margin}| ", _QUIET).append(" " * cut.indent).append(f"{'^' * cut.carets}\n", style)
    return shown


def _coloured(report: Text) -> str:
    written = StringIO()
    console = Console(file=written, force_terminal=True, color_system="standard", highlight=False, legacy_windows=False)
    console.print(report, soft_wrap=True, end="")
    return written.getvalue()
