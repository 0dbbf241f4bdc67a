"""A report in every format there is, for tests that ask whether each diagnostic can be printed."""

import json
from xml.etree import ElementTree

from explainer import reporting
from explainer.engine.problem_pages import Problems
from explainer.pipeline import Result


def reports(result: Result) -> dict[str, str]:
    """The report of a run by its format. Raises where a diagnostic cannot be printed."""
    moved, files = reporting.relocated("a/folder", result.diagnostics, result.files)
    written = {
        "text": reporting.text(result.diagnostics, result.files),
        "coloured text": reporting.text(moved, files, colour=True),
        "github": reporting.github(result.diagnostics, result.files),
        "summary": reporting.step_summary(result.diagnostics, result.files),
        "json": reporting.json_document(result.diagnostics, result.files),
        "sarif": reporting.sarif(result.diagnostics, result.files),
        "junit": reporting.junit(result.diagnostics, result.files),
        "pages": "\n".join(page.markdown for page in Problems.of(result).replacements()),
    }
    assert len(json.loads(written["json"])["diagnostics"]) == len(result.diagnostics)
    assert len(json.loads(written["sarif"])["runs"][0]["results"]) == len(result.diagnostics)
    ElementTree.fromstring(written["junit"])
    for report in written.values():
        report.encode("utf-8")  # no half of a surrogate pair
    return written
