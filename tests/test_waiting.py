"""No test waits for a time: `tests/waiting.py` waits for what is to come."""

import re

import pytest

from tests.projects import PROJECT
from tests.waiting import until

ALLOWED = {
    "tests/waiting.py": 1,  # between two looks
    "tests/reporting/test_progress.py": 1,  # the work whose progress is shown, in a process of its own
}


def test_nobody_waits_for_a_time() -> None:
    waits = re.compile(r"wait_for_timeout\(|\bsleep\(")
    found = {
        path.relative_to(PROJECT).as_posix(): len(waits.findall(path.read_text(encoding="utf-8")))
        for path in (PROJECT / "tests").rglob("*.py")
        if path.name != "test_waiting.py"
    }
    assert {path: count for path, count in found.items() if count} == ALLOWED


def test_waiting_ends_with_the_first_value_or_with_what_is_told() -> None:
    values = iter([0, "", "here"])
    assert until(lambda: next(values)) == "here"
    with pytest.raises(AssertionError, match="not within 0 s: nobody came"):
        until(lambda: None, lambda: "nobody came", patience=0)
