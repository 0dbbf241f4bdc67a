"""How many mistakes there are, in words."""

from collections.abc import Iterable

from explainer.diagnostics import Diagnostic


def number_of(count: int, noun: str) -> str:
    """`1 error`, `3 errors`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def severities(diagnostics: Iterable[Diagnostic]) -> str:
    """`3 errors, 1 warning`; what there is none of is left out."""
    found = tuple(diagnostics)
    errors = sum(diagnostic.is_error for diagnostic in found)
    warnings = len(found) - errors
    parts = [number_of(errors, "error")] * bool(errors) + [number_of(warnings, "warning")] * bool(warnings)
    return ", ".join(parts)


def counted(diagnostics: Iterable[Diagnostic]) -> str:
    """The last line of a report: `3 errors, 1 warning in 2 files`, or `no mistakes found`."""
    found = tuple(diagnostics)
    if not found:
        return "no mistakes found"
    files = len({diagnostic.span.path for diagnostic in found})
    return f"{severities(found)} in {number_of(files, 'file')}"
