"""Runs `tests/cases/diff/*.yaml`: two states, each the minimal site with changes, and what differs between them.

`old` and `new` change the minimal site as the cases of the rules do; what is left out is the minimal site itself.
`changes` lists every edit as `record how key/key: old → new`, and records that came or went as `record how`;
`unchecked` leaves that open. `expect` lists the diagnostics of the change (none where it is left out), `broken` the
records that are broken in the new state. `pages` are the pages that are concerned, `linking-back` those on which only
lists of where things come up differ (neither is checked where it is left out).
"""

from collections.abc import Iterator
from typing import Any

import pytest

from explainer import pipeline
from explainer.diagnostics import Stage
from explainer.model.changes import Change, How
from explainer.rules import RULES
from tests.cases import HERE, cases_in, changed

FILES = sorted((HERE / "diff").glob("*.yaml"))
CASES = [pytest.param(case, id=f"{file.stem}: {case['title']}") for file in FILES for case in cases_in(file)]


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    found = pipeline.compare(changed(case.get("old", {})), changed(case.get("new", {})))
    told = [line for change in found.comparison.changes for line in lines(change)]
    if case["changes"] != "unchecked":
        assert told == case["changes"]
    assert [f"{each.rule.id} {each.span}" for each in found.diagnostics] == case.get("expect", [])
    assert list(found.comparison.broken_after) == case.get("broken", [])
    if not case.get("broken"):
        assert [each for each in found.mistakes if each.is_error] == []
    if "pages" in case:
        assert [page.path for page in found.comparison.pages] == case["pages"]
    if "linking-back" in case:
        assert list(found.comparison.linking_back) == case["linking-back"]


@pytest.mark.parametrize("rule", [rule.id for rule in RULES.values() if rule.stage is Stage.COMPARING])
def test_every_rule_of_two_states_has_cases(rule: str) -> None:
    cases = (case for file in FILES for case in cases_in(file))
    assert len([case for case in cases if any(line.startswith(f"{rule} ") for line in case.get("expect", []))]) > 1


def lines(change: Change) -> Iterator[str]:
    if change.how is not How.CHANGED:
        yield f"{change.name} {change.how}"
        return
    for edit in change.edits:
        old, new = " ".join(edit.old.split()), " ".join(edit.new.split())
        lost = " (its old address is lost)" if edit.path == ("id",) and not change.leads_on else ""
        yield f"{change.name} {edit.how} {'/'.join(edit.path)}{lost}: {old} → {new}"
