"""The report of a pull request: one JSON document, made without any right and read with suspicion.

    {
      "version": 1,
      "steps": {"check": "passed", "test": "failed", "links": "not run", …},
      "symbolic_links": ["docs/a.txt"],
      "diagnostics": the document of `explainer check --format json`, or null,
      "diff": the Markdown of `explainer diff`, or null,
      "pages": [{"address": "questions/losses/", "title": "…", "change": "added" | "changed" | "removed"}],
      "sizes": {"before": {"pages": 1, …}, "after": {…}},
      "links": [{"page": "…", "told": "…"}],
      "accessibility": [{"page": "…", "told": "…"}]
    }

Links in the diff begin with BEFORE or AFTER, which stand for the addresses of the two sites: whoever makes the
report does not know where the preview will be.
"""

import json
from collections.abc import Mapping
from typing import Any

from explainer.pull_requests import limits
from explainer.pull_requests.changed_pages import ADDED, CHANGED, REMOVED

NAME = "report.json"
BEFORE = "https://before.invalid/"
AFTER = "https://after.invalid/"
STEPS = ("check", "test", "build", "links", "accessibility", "diff")
RESULTS = ("passed", "failed", "not run")
_CHANGES = (ADDED, CHANGED, REMOVED)


def dumped(report: Mapping[str, Any]) -> bytes:
    return (json.dumps(report, indent=2) + "\n").encode()


def read(content: bytes) -> dict[str, Any]:
    """The report in its shape, everything else left out. Raises ValueError where it is none."""
    if len(content) > limits.REPORT_BYTES:
        raise ValueError("the report is larger than allowed")
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ValueError("the report is not JSON") from error
    if not isinstance(document, dict) or document.get("version") != 1:
        raise ValueError("the report is not of a version that is known")
    steps, sizes = _mapping(document.get("steps")), _mapping(document.get("sizes"))
    diff = document.get("diff")
    return {
        "version": 1,
        "steps": {step: steps[step] if steps.get(step) in RESULTS else "not run" for step in STEPS},
        "symbolic_links": _listed(document.get("symbolic_links")),
        "diagnostics": _diagnostics(document.get("diagnostics")),
        "diff": diff[: limits.DIFF_LENGTH] if isinstance(diff, str) else None,
        "pages": [
            {**_texts(page, "address", "title"), "change": page["change"]}
            for page in _records(document.get("pages"))
            if page.get("change") in _CHANGES
        ],
        "sizes": {state: _numbers(sizes.get(state)) for state in ("before", "after")},
        "links": [_texts(problem, "page", "told") for problem in _records(document.get("links"))],
        "accessibility": [_texts(problem, "page", "told") for problem in _records(document.get("accessibility"))],
    }


def _diagnostics(found: object) -> dict[str, Any] | None:
    if not isinstance(found, dict):
        return None
    listed = [
        {**_texts(each, "rule", "severity", "path", "message", "fix"), **_numbers(each, "line", "column")}
        for each in _records(found.get("diagnostics"))
    ]
    return {"errors": 0, "warnings": 0, **_numbers(found, "errors", "warnings"), "diagnostics": listed}


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _records(value: object) -> list[dict[str, Any]]:
    listed = value[: limits.LIST_LENGTH] if isinstance(value, list) else []
    return [each for each in listed if isinstance(each, dict)]


def _listed(value: object) -> list[str]:
    listed = value[: limits.LIST_LENGTH] if isinstance(value, list) else []
    return [each[: limits.TEXT_LENGTH] for each in listed if isinstance(each, str)]


def _texts(record: Mapping[str, Any], *names: str) -> dict[str, str]:
    return {name: str(record.get(name, ""))[: limits.TEXT_LENGTH] for name in names}


def _numbers(value: object, *names: str) -> dict[str, int]:
    listed = list(_mapping(value).items())[: limits.REFUSALS_SHOWN]
    return {
        str(name)[: limits.NAME_LENGTH]: number
        for name, number in listed
        if type(number) is int and abs(number) < 10**15 and (not names or name in names)
    }
