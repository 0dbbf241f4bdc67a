"""What an author is told, in words that say what to do."""

from pathlib import Path
from typing import Any

import pytest

from explainer import pipeline
from explainer.diagnostics import ordered
from tests.cases import HERE, cases_in, changed, write

CASES = cases_in(HERE / "told.yaml")


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_what_is_told(case: dict[str, Any], tmp_path: Path) -> None:
    write(tmp_path, changed(case))
    first = ordered(pipeline.check(tmp_path).diagnostics)[0]
    told = " ".join([first.message, first.fix or first.rule.fix, *(remark.message for remark in first.remarks)])
    assert [words for words in case["says"] if words not in told] == [], told
