"""Paths as they are seen from another folder, so that an editor or GitHub can open them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from explainer.diagnostics import Diagnostic
from explainer.source import SourceFile, Span


def relocated(
    folder: str, diagnostics: Iterable[Diagnostic], files: Mapping[str, SourceFile]
) -> tuple[tuple[Diagnostic, ...], dict[str, SourceFile]]:
    """The diagnostics and files of the project in `folder`, with `folder/` before every path."""
    prefix = folder.replace("\\", "/").rstrip("/") + "/"

    def moved(span: Span) -> Span:
        return span._replace(path=prefix + span.path)

    return (
        tuple(
            replace(
                diagnostic,
                span=moved(diagnostic.span),
                remarks=tuple(
                    replace(remark, span=moved(remark.span)) if remark.span else remark for remark in diagnostic.remarks
                ),
            )
            for diagnostic in diagnostics
        ),
        {prefix + path: SourceFile(prefix + path, file.text) for path, file in files.items()},
    )
