"""JUnit: a suite a file, a test a diagnostic; only errors fail."""

from xml.etree.ElementTree import Element, fromstring

from explainer import reporting, rules
from explainer.diagnostics import Diagnostic
from explainer.source import SourceFile, Span

QUESTION = SourceFile("seeds/questions/who.yaml", "title: Who held <Tyotkino> & why?\nstatus: disputd\n")
STATUS = Diagnostic(
    rules.VALUE_IS_ALLOWED, Span(QUESTION.path, 2, 9, 2, 16), "`disputd` is not a status", "Write `disputed`."
)
UNUSED = Diagnostic(rules.SOURCE_IS_USED, Span("seeds/a.yaml", 3, 5, 3, 9), "nothing uses the source `tass`")


def suites(*diagnostics: Diagnostic) -> Element:
    return fromstring(reporting.junit(diagnostics, {QUESTION.path: QUESTION}))


def test_files_with_errors_come_first_and_only_errors_fail() -> None:
    root = suites(UNUSED, STATUS)
    assert (root.get("tests"), root.get("failures")) == ("2", "1")
    assert [(suite.get("name"), suite.get("failures")) for suite in root] == [
        ("seeds/questions/who.yaml", "1"),
        ("seeds/a.yaml", "0"),
    ]
    broken, warned = root.findall("testsuite/testcase")
    failure = broken.find("failure")
    assert failure is not None
    assert broken.attrib == {
        "classname": "seeds/questions/who.yaml",
        "name": "value-is-allowed 2:9",
        "file": "seeds/questions/who.yaml",
        "line": "2",
    }
    assert failure.attrib == {"message": "`disputd` is not a status", "type": "value-is-allowed"}
    assert failure.text is not None
    assert "^^^^^^^" in failure.text
    assert "fix: Write `disputed`." in failure.text
    assert warned.find("failure") is None
    assert "nothing uses the source" in warned.findtext("system-out", "")


def test_nothing_found_is_one_test_that_passes() -> None:
    root = suites()
    assert (root.get("tests"), root.get("failures")) == ("1", "0")
    assert [case.get("name") for case in root.iter("testcase")] == ["no mistakes found"]


def test_any_text_is_xml() -> None:
    hostile = Diagnostic(rules.KEY_IS_KNOWN, Span("seeds/a\x01\ufffe.yaml"), "</failure>]]>\x1b[2J\x00\ufffe & ##[add]")
    told = reporting.junit([hostile], {})
    assert "\x1b" not in told
    assert "##[" not in told
    (failure,) = fromstring(told).iter("failure")
    assert str(failure.get("message")).startswith("</failure>]]>")
