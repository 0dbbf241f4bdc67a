"""No text has two columns in the table of reports."""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic, Remark
from explainer.model.stages import Linked
from explainer.rules import REPORT_IS_ONE
from explainer.source import Span


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: two files of `seeds/reports` with the same `source`."""
    first: dict[str, Span] = {}
    for entry in linked.seeds.reports.values():
        source, span = entry.value.source, entry.at("source")
        earlier = first.setdefault(source, span)
        if earlier is not span:
            message = f"`{source}` is a report already"
            yield Diagnostic(REPORT_IS_ONE, span, message, remarks=(Remark("here", earlier),))
