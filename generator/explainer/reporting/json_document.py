"""Diagnostics for programs. The shape is stable; `version` changes when a key changes its meaning or goes.

    {
      "version": 1,
      "errors": 1, "warnings": 0,
      "diagnostics": [
        {"rule": "value-is-allowed", "severity": "error", "stage": "validating",
         "path": "seeds/questions/losses.yaml", "line": 2, "column": 9, "end_line": 2, "end_column": 16,
         "message": "…", "fix": "…",
         "remarks": [{"message": "…", "path": "…", "line": 1, "column": 1, "end_line": 1, "end_column": 2}]}
      ]
    }

Lines and columns count from 1, columns in Unicode code points; an end lies after the last character.
A remark that speaks of no place has only its message. Diagnostics stand in the order of their places.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from explainer.diagnostics import Diagnostic, ordered
from explainer.source import SourceFile, Span


def json_document(diagnostics: Iterable[Diagnostic], files: Mapping[str, SourceFile]) -> str:
    """The report as one JSON document, ASCII only, in which no terminal or log finds a command."""
    found = ordered(diagnostics)
    errors = sum(diagnostic.is_error for diagnostic in found)
    document = {
        "version": 1,
        "errors": errors,
        "warnings": len(found) - errors,
        "diagnostics": [_record(diagnostic) for diagnostic in found],
    }
    return json.dumps(document, indent=2).replace("##", "#\\u0023") + "\n"


def _record(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "rule": diagnostic.rule.id,
        "severity": diagnostic.severity.value,
        "stage": diagnostic.rule.stage.value,
        **_place(diagnostic.span),
        "message": diagnostic.message,
        "fix": diagnostic.fix or diagnostic.rule.fix,
        "remarks": [
            {"message": remark.message, **(_place(remark.span) if remark.span else {})} for remark in diagnostic.remarks
        ],
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
