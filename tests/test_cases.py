"""Runs `tests/cases/rules/<rule>.yaml`: each case changes the minimal site and names every diagnostic expected.

A case has a `title` and what it changes below the project's folder: `files` (path to text, or null to delete),
`hex` (path to bytes), `repeat` (path to a text and how often), `edit` (path to pairs of a text that stands there
once and its replacement). `expect` lists every diagnostic as `rule path:line:column`. Each is also printed in every
format.
"""

from pathlib import Path
from typing import Any

import pytest

from explainer import pipeline
from explainer.diagnostics import Stage, ordered
from explainer.engine.settings_checks import with_settings
from explainer.rendering.rule_examples import FILE, rule_examples
from explainer.rules import RULES
from tests.cases import cases_in, changed, examples, rule_files, write
from tests.printing import reports
from tests.projects import MINIMAL

CASES = [pytest.param(case, id=f"{file.stem}: {case['title']}") for file in rule_files() for case in cases_in(file)]

WITHOUT_EXAMPLE = [
    "silence-names-warning",
    "lines-are-explained",
    "article-has-text",
    "claim-has-position",
    "marks-are-few",
    "words-are-exact",
    "old-address-is-free",
    "silence-is-needed",
    "silence-is-read",
    "cell-is-claimed-once",
    "naming-is-told",
    "report-is-one",
    "count-has-column",
    "passage-stands-in-article",
    "edition-is-described",
    "edition-has-own-language",
    "edition-is-spoken",
]
"""Rules on one state of the seeds that no few lines of the minimal site break alone: it has no report, no edition."""


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    write(tmp_path, changed(case))
    result = pipeline.run(tmp_path)
    assert pipeline.check(tmp_path).diagnostics == result.diagnostics
    result = with_settings(result, tmp_path)
    found = ordered(result.diagnostics)
    assert [f"{each.rule.id} {each.span}" for each in found] == case["expect"], [each.message for each in found]
    for each in found:
        assert is_one_line(each.message), each.message
        assert not each.message.endswith("."), each.message
        assert is_sentence(each.fix or each.rule.fix), each.fix
    reports(result)


def test_the_minimal_site_is_clean() -> None:
    assert pipeline.run(MINIMAL).diagnostics == ()


@pytest.mark.parametrize("rule", [rule.id for rule in RULES.values() if rule.stage is not Stage.COMPARING])
def test_every_rule_has_cases(rule: str) -> None:
    (file,) = (file for file in rule_files() if file.stem == rule)
    broken = [case for case in cases_in(file) if any(line.startswith(f"{rule} ") for line in case["expect"])]
    assert len(broken) > 1


def test_the_page_of_rules_shows_what_the_cases_show() -> None:
    assert FILE.read_text("utf-8") == examples.text(), "`make format` writes the examples again"
    # The minimal site, of which examples are edits, has no edition.
    others = (Stage.COMPARING, Stage.READING, Stage.BUILDING, Stage.TRANSLATING)
    about_seeds = [rule.id for rule in RULES.values() if rule.stage not in others]
    assert [rule for rule in about_seeds if rule not in rule_examples()] == WITHOUT_EXAMPLE


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_rules_are_written_in_sentences(rule: Any) -> None:
    assert is_sentence(rule.fix)
    for text in (rule.meaning, rule.why):
        assert is_one_line(text)
        assert text.endswith(".")


def is_one_line(text: str) -> bool:
    return bool(text.strip()) and "\n" not in text


def is_sentence(fix: str) -> bool:
    return is_one_line(fix) and fix[0].isupper() and fix.endswith((".", "?", "…"))
