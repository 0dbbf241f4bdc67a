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

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import TypeAlias

from explainer.diagnostics import Diagnostic, ordered
from explainer.reporting.counting import counted, severities
from explainer.reporting.excerpt import excerpt
from explainer.reporting.grouping import by_file
from explainer.reporting.printable import printable
from explainer.source import SourceFile, Span

Piece: TypeAlias = tuple[str, str]
"""Some characters and their style, in the words of rich; empty for plain ones."""

_SEVERITY_STYLE = {"error": "bold red", "warning": "bold yellow"}
_QUIET = "dim"


def text(diagnostics: Iterable[Diagnostic], files: Mapping[str, SourceFile], *, colour: bool = False) -> str:
    """The whole report. `colour` adds the escapes of a terminal, which only this module may write."""
    report = list(_report(ordered(diagnostics), files))
    return _coloured(report) if colour else _plain(report)


def one_text(diagnostic: Diagnostic, files: Mapping[str, SourceFile]) -> str:
    """A single diagnostic, for logs that have an order of their own."""
    return _plain(_one(diagnostic, files)).rstrip("\n")


def _report(found: Sequence[Diagnostic], files: Mapping[str, SourceFile]) -> Iterator[Piece]:
    explained: set[str] = set()
    for path, of_file in by_file(found):
        yield printable(path), "bold"
        yield f"  {severities(of_file)}\n\n", ""
        for diagnostic in of_file:
            yield from _one(diagnostic, files, with_why=diagnostic.rule.id not in explained)
            yield "\n", ""
            explained.add(diagnostic.rule.id)
    yield counted(found), "bold" if found else "green"
    yield "\n", ""


def _one(diagnostic: Diagnostic, files: Mapping[str, SourceFile], *, with_why: bool = False) -> Iterator[Piece]:
    severity = diagnostic.severity.value
    margin = " " * (len(str(diagnostic.span.line)) + 2)
    yield f"{printable(str(diagnostic.span))}: ", ""
    yield severity, _SEVERITY_STYLE[severity]
    yield f": {printable(diagnostic.message)} ", ""
    yield f"[{diagnostic.rule.id}]", _QUIET
    yield "\n", ""
    yield from _excerpt(diagnostic.span, files, margin, _SEVERITY_STYLE[severity])
    for remark in diagnostic.remarks:
        place = f"{printable(str(remark.span))}: " if remark.span else ""
        yield from _lines(f"{place}{remark.message}", margin)
        if remark.span:
            yield from _excerpt(remark.span, files, f"{margin}  ", "bold blue")
    if with_why:
        yield f"{margin}= why: {diagnostic.rule.why}\n", _QUIET
    yield from _lines(f"fix: {diagnostic.fix or diagnostic.rule.fix}", margin)


def _lines(told: str, margin: str) -> Iterator[Piece]:
    """Further lines under a diagnostic: `= ` before the first, the rest under it."""
    for number, line in enumerate(told.splitlines() or [""]):
        yield f"{margin}{'= ' if number == 0 else '| '}{printable(line)}\n", ""


def _excerpt(span: Span, files: Mapping[str, SourceFile], margin: str, style: str) -> Iterator[Piece]:
    file = files.get(span.path)
    cut = excerpt(file, span) if file else None
    if cut is None:
        return
    yield f"{str(cut.line).rjust(len(margin) - 1)} | ", _QUIET
    yield f"{cut.text}\n", ""
    yield f"{margin}| ", _QUIET
    yield " " * cut.indent, ""
    yield f"{'^' * cut.carets}\n", style


def _plain(pieces: Iterable[Piece]) -> str:
    return "".join(characters for characters, _ in pieces)


def _coloured(pieces: Iterable[Piece]) -> str:
    from rich.console import Console  # here, because a pipe and a log need no colours
    from rich.text import Text

    written = StringIO()
    console = Console(file=written, force_terminal=True, color_system="standard", highlight=False, legacy_windows=False)
    console.print(Text.assemble(*pieces), soft_wrap=True, end="")
    return written.getvalue()
