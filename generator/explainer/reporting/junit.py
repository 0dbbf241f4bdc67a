"""Diagnostics as JUnit XML, which build servers show as a list of tests.

A suite for each file, worst first, and a test for each diagnostic in it: an error is a failure; a warning, which
fails no build, is a test that passes and has something to say. JUnit has no schema of its own; this is the part
that Jenkins, GitLab and GitHub's test reporters agree on.
"""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from explainer.diagnostics import Diagnostic, ordered
from explainer.reporting.grouping import by_file
from explainer.reporting.printable import printable
from explainer.reporting.text import one_text
from explainer.source import SourceFile


def junit(diagnostics: Iterable[Diagnostic], files: Mapping[str, SourceFile]) -> str:
    """The report as one XML document, ASCII only."""
    found = ordered(diagnostics)
    failures = sum(diagnostic.is_error for diagnostic in found)
    root = Element("testsuites", name="explainer", tests=str(len(found) or 1), failures=str(failures), errors="0")
    if not found:
        suite = SubElement(root, "testsuite", name="seeds", tests="1", failures="0", errors="0")
        SubElement(suite, "testcase", classname="seeds", name="no mistakes found")
    for path, group in by_file(found):
        broken = sum(diagnostic.is_error for diagnostic in group)
        suite = SubElement(
            root, "testsuite", name=printable(path), tests=str(len(group)), failures=str(broken), errors="0"
        )
        for diagnostic in group:
            _case(suite, diagnostic, files)
    indent(root)
    xml = str(tostring(root, encoding="us-ascii", xml_declaration=True), "ascii")
    for reference in ("&#65534;", "&#65535;"):  # no characters of XML, not even as references
        xml = xml.replace(reference, "&#65533;")
    return xml.replace("##", "#&#35;") + "\n"


def _case(suite: Element, diagnostic: Diagnostic, files: Mapping[str, SourceFile]) -> None:
    span, rule = diagnostic.span, diagnostic.rule
    name = f"{rule.id} {span.line}:{span.column}"
    case = SubElement(suite, "testcase", classname=printable(span.path), name=name)
    case.attrib |= {"file": printable(span.path), "line": str(span.line)}
    told = one_text(diagnostic, files)
    if diagnostic.is_error:
        failure = SubElement(case, "failure", message=printable(diagnostic.message), type=rule.id)
        failure.text = told
    else:
        SubElement(case, "system-out").text = told
