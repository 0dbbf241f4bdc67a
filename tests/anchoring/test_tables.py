"""The two tables of the promise that anchors never move in silence: what is refused, and what anchors."""

from typing import Any

import pytest

from explainer.diagnostics import Diagnostic
from tests.anchoring.articles import anchored
from tests.cases import HERE, cases_in

CHANGED = cases_in(HERE / "anchoring" / "meaning-changing.yaml")
HARMLESS = cases_in(HERE / "anchoring" / "harmless.yaml")


def titles(cases: list[dict[str, Any]]) -> list[str]:
    return [case["title"] for case in cases]


@pytest.mark.parametrize("case", CHANGED, ids=titles(CHANGED))
def test_a_quote_that_says_something_else_is_refused(case: dict[str, str]) -> None:
    found = anchored(case["article"], case["quote"], language=case.get("language", "en"))
    assert isinstance(found, Diagnostic)
    assert found.rule.id == case["rule"]
    if "differs" in case:
        assert found.message.endswith(f"the nearest passage differs in {case['differs']}")
        is_loud = any(word.isupper() for word in case["differs"].split())
        assert found.fix.startswith("Check the meaning first") == is_loud


@pytest.mark.parametrize("case", HARMLESS, ids=titles(HARMLESS))
def test_a_quote_that_differs_only_in_what_is_folded_anchors(case: dict[str, str]) -> None:
    found = anchored(case["article"], case["quote"])
    assert not isinstance(found, Diagnostic), found.message
    start, end = found
    assert case["article"][start:end] == case["at"]
