"""Diagnostics as SARIF 2.1.0 (OASIS), which editors, review tools and code hosts read.

One run with the whole catalogue as its rules, so that a reader of the file has each rule's text without asking
us; results worst first. Columns count Unicode code points, as ours do.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from explainer.diagnostics import Diagnostic, Rule
from explainer.reporting.grouping import worst_first
from explainer.reporting.printable import printable
from explainer.rules import RULES
from explainer.source import SourceFile, Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(diagnostics: Iterable[Diagnostic], files: Mapping[str, SourceFile]) -> str:  # as all forms
    """The report as one SARIF log, ASCII only, in which no terminal or log finds a command."""
    found = worst_first(diagnostics)
    rules = list(RULES)
    driver = {"name": "explainer", "rules": [_rule(rule) for rule in RULES.values()]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, rules.index(diagnostic.rule.id)) for diagnostic in found],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, indent=2).replace("##", "#\\u0023") + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.meaning},
        "fullDescription": {"text": f"{rule.meaning} {rule.why}"},
        "help": {"text": f"{rule.why} {rule.fix}"},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": [rule.stage.value]},
    }


def _result(diagnostic: Diagnostic, rule: int) -> dict[str, Any]:
    told = [diagnostic.message, *(remark.message for remark in diagnostic.remarks if remark.span is None)]
    told.append(f"Fix: {diagnostic.fix or diagnostic.rule.fix}")
    result: dict[str, Any] = {
        "ruleId": diagnostic.rule.id,
        "ruleIndex": rule,
        "level": diagnostic.severity.value,
        "message": _message("\n".join(told)),
        "locations": [{"physicalLocation": _place(diagnostic.span)}],
    }
    related = [
        {"id": number, "physicalLocation": _place(remark.span), "message": _message(remark.message)}
        for number, remark in enumerate(diagnostic.remarks)
        if remark.span
    ]
    return result | ({"relatedLocations": related} if related else {})


def _message(told: str) -> dict[str, str]:
    """Only where SARIF would read a link or a place to fill in, signs are escaped: few viewers take escapes back."""
    text = "\n".join(printable(line) for line in told.splitlines())
    if "](" in text:
        text = re.sub(r"([\\\[\]])", r"\\\1", text)
    if re.search(r"\{\d+\}", text):
        text = text.replace("{", "{{").replace("}", "}}")
    return {"text": text}


def _place(span: Span) -> dict[str, Any]:
    region = {"startLine": span.line, "startColumn": span.column}
    region |= {"endLine": span.end_line, "endColumn": span.end_column}
    return {"artifactLocation": {"uri": quote(span.path)}, "region": region}
