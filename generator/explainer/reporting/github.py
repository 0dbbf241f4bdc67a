"""Diagnostics as workflow commands of GitHub Actions, which show them on the lines of a pull request.

GitHub shows the first ten errors and the first ten warnings of a step and drops the rest without a
word, so the worst come first, among them those in files that the pull request changes, and the whole
report goes into the step's summary.
"""

from collections.abc import Collection, Iterable, Mapping
from html import escape
from typing import NewType

from explainer.diagnostics import Diagnostic, ordered
from explainer.reporting.counting import counted
from explainer.reporting.printable import printable
from explainer.reporting.text import text
from explainer.source import SourceFile

Data = NewType("Data", str)
Property = NewType("Property", str)
Command = NewType("Command", str)
"""A command for GitHub, and the two kinds of words in it. Each is made by one function here, and nowhere else."""

SHOWN = 10
"""Annotations of one severity that GitHub shows for a step."""
_SUMMARY_LIMIT = 500_000
"""Bytes as they are written; GitHub refuses a summary of more than 1 MiB."""


def github(
    diagnostics: Iterable[Diagnostic], files: Mapping[str, SourceFile], changed: Collection[str] = frozenset()
) -> str:
    """One command a line, errors before warnings, among them files in `changed` first; the count at the end."""
    found = sorted(
        ordered(diagnostics), key=lambda diagnostic: (not diagnostic.is_error, diagnostic.span.path not in changed)
    )
    lines = [_of(diagnostic) for diagnostic in found]
    errors = sum(diagnostic.is_error for diagnostic in found)
    if max(errors, len(found) - errors) > SHOWN:
        told = f"GitHub shows {SHOWN} errors and {SHOWN} warnings of a step; the log and the step's summary have all"
        lines.append(_command("notice", {"title": _property("explainer")}, _data(told)))
    return "\n".join([*lines, counted(found), ""])


def step_summary(diagnostics: Iterable[Diagnostic], files: Mapping[str, SourceFile]) -> str:
    """The text report as a block that Markdown leaves alone, for the file that `GITHUB_STEP_SUMMARY` names."""
    found = tuple(diagnostics)
    lines: list[str] = []
    left = _SUMMARY_LIMIT
    for line in escape(text(found, files)).splitlines(keepends=True):
        left -= len(line.encode())
        if left < 0:
            lines.append("\n… the log of the step has the rest\n")
            break
        lines.append(line)
    return f"### explainer: {counted(found)}\n\n<pre>{''.join(lines)}</pre>\n"


def _of(diagnostic: Diagnostic) -> Command:
    span = diagnostic.span
    places = {"file": span.path, "line": str(span.line), "col": str(span.column)}
    places["endLine"] = str(span.end_line)
    if span.end_line == span.line:
        places["endColumn"] = str(span.end_column)
    places["title"] = diagnostic.rule.id
    told = [diagnostic.message]
    told += [f"{remark.span}: {remark.message}" if remark.span else remark.message for remark in diagnostic.remarks]
    told.append(f"fix: {diagnostic.fix or diagnostic.rule.fix}")
    properties = {name: _property(value) for name, value in places.items()}
    return _command(diagnostic.severity.value, properties, _data("\n".join(told)))


def _command(kind: str, properties: Mapping[str, Property], told: Data) -> Command:
    return Command(f"::{kind} {','.join(f'{name}={value}' for name, value in properties.items())}::{told}")


def _data(told: str) -> Data:
    """A command's message: one line, in which only our own line breaks are line breaks."""
    lines = (printable(line).replace("%", "%25") for line in told.splitlines())
    return Data("%0A".join(lines))


def _property(value: str) -> Property:
    return Property(printable(value).replace("%", "%25").replace(":", "%3A").replace(",", "%2C"))
