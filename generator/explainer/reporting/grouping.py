"""The order of a report: what is an error, or has one, comes first, because it decides whether a check passes."""

from collections.abc import Iterable
from itertools import groupby

from explainer.diagnostics import Diagnostic, ordered


def by_file(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, tuple[Diagnostic, ...]]]:
    """Each file with its diagnostics in the order of their lines."""
    groups = groupby(ordered(diagnostics), key=lambda diagnostic: diagnostic.span.path)
    found = [(path, tuple(group)) for path, group in groups]
    return sorted(found, key=lambda file: not any(diagnostic.is_error for diagnostic in file[1]))


def worst_first(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Errors before warnings, each in the order of their places."""
    return tuple(sorted(ordered(diagnostics), key=lambda diagnostic: not diagnostic.is_error))
