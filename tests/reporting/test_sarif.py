"""SARIF: what a review tool needs to show a mistake on its line and explain it."""

import json
from typing import Any

import pytest

from explainer import reporting, rules
from explainer.diagnostics import Diagnostic, Remark
from explainer.rules import RULES
from explainer.source import SourceFile, Span

QUESTION = SourceFile("seeds/questions/wer hielt’s.yaml", "title: Who held 😀 Tyotkino?\nstatus: disputd\n")
STATUS = Diagnostic(rules.VALUE_IS_ALLOWED, QUESTION.span(36, 43), "`disputd` is not a status", "Write `disputed`.")
UNUSED = Diagnostic(rules.SOURCE_IS_USED, Span("seeds/a.yaml", 3, 5, 3, 9), "nothing uses the source `tass`")
TWICE = Diagnostic(
    rules.QUOTE_IS_UNIQUE,
    Span("seeds/b.yaml", 2, 3, 2, 9),
    "`raid` stands twice",
    remarks=(Remark("it stands here", Span("seeds/c.txt", 7, 1, 7, 5)), Remark("and in 2 more places")),
)


def log(*diagnostics: Diagnostic) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(reporting.sarif(diagnostics, {QUESTION.path: QUESTION}))
    return document


def test_every_rule_has_its_help() -> None:
    (run,) = log()["runs"]
    told = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert list(told) == list(RULES)
    assert told["quote-is-found"]["help"]["text"].startswith("A note at the wrong words")
    assert told["source-is-used"]["defaultConfiguration"] == {"level": "warning"}
    assert run["results"] == []


def test_a_result_has_its_rule_its_region_and_the_fix() -> None:
    (result,) = log(STATUS)["runs"][0]["results"]
    assert result == {
        "ruleId": "value-is-allowed",
        "ruleIndex": list(RULES).index("value-is-allowed"),
        "level": "error",
        "message": {"text": "`disputd` is not a status\nFix: Write `disputed`."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "seeds/questions/wer%20hielt%E2%80%99s.yaml"},
                    "region": {"startLine": 2, "startColumn": 9, "endLine": 2, "endColumn": 16},
                }
            }
        ],
    }


def test_columns_are_code_points() -> None:
    """As the log says of itself: the emoji before the word counts once, not twice as in UTF-16."""
    start = QUESTION.text.index("Tyotkino")
    document = log(Diagnostic(rules.WORD_IS_NEUTRAL, QUESTION.span(start, start + 8), "m"))
    assert document["runs"][0]["columnKind"] == "unicodeCodePoints"
    region = document["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (19, 27)


def test_the_worst_come_first() -> None:
    results = log(UNUSED, TWICE, STATUS)["runs"][0]["results"]
    assert [result["level"] for result in results] == ["error", "error", "warning"]
    assert [result["ruleId"] for result in results] == ["quote-is-unique", "value-is-allowed", "source-is-used"]


def test_remarks_with_a_place_are_related_locations() -> None:
    (result,) = log(TWICE)["runs"][0]["results"]
    (related,) = result["relatedLocations"]
    assert related["message"] == {"text": "it stands here"}
    assert related["physicalLocation"]["region"]["startLine"] == 7
    assert "and in 2 more places" in result["message"]["text"]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("see [[term/raid]]", "see [[term/raid]]"),
        ("see [the page](1)", r"see \[the page\](1)"),
        ("differs: [-3-] {+30+}", "differs: [-3-] {+30+}"),
        ("the value {0}", "the value {{0}}"),
    ],
)
def test_words_are_no_links_and_no_placeholders(said: str, written: str) -> None:
    (result,) = log(Diagnostic(rules.KEY_IS_KNOWN, Span("seeds/a.yaml"), said, "Mend it."))["runs"][0]["results"]
    assert result["message"]["text"] == f"{written}\nFix: Mend it."


def test_no_text_of_an_author_is_a_command() -> None:
    told = reporting.sarif([Diagnostic(rules.KEY_IS_KNOWN, Span("seeds/a.yaml"), "a\x1b[2J\n##[add-path]b")], {})
    assert "\x1b" not in told
    assert "##[" not in told
    assert told.isascii()
