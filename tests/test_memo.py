"""What is kept from one run to the next: all that either of the last two runs asked for, however much that is."""

from pathlib import Path
from typing import Any

import pytest

from explainer import memo, pipeline, validating
from tests.projects import copy_minimal


@pytest.fixture
def asked() -> list[int]:
    return []


@pytest.fixture
def double(asked: list[int], monkeypatch: pytest.MonkeyPatch) -> memo.memoized[[int], int]:
    monkeypatch.setattr(memo, "_EVERY", [])

    @memo.memoized
    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    return double


def test_nothing_is_lost_at_any_number(double: memo.memoized[[int], int], asked: list[int]) -> None:
    many = range(50_000)
    for _ in range(3):
        memo.new_run()
        assert [double(number) for number in many] == [2 * number for number in many]
    assert asked == list(many)


def test_what_two_runs_did_not_ask_for_is_dropped(double: memo.memoized[[int], int], asked: list[int]) -> None:
    for edit in range(2_000):
        memo.new_run()
        double(-1)
        double(edit)
    assert double.kept == 3
    assert asked.count(-1) == 1


def test_a_run_after_an_edit_makes_again_only_what_was_edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = copy_minimal(tmp_path / "project")
    articles = project / "seeds" / "articles"
    for number in range(3):
        for file in ("article.yaml", "annotations.yaml", "source.txt"):
            new = articles / f"copy-{number}" / file
            new.parent.mkdir(exist_ok=True)
            new.write_bytes((articles / "market" / file).read_bytes())
    pipeline.preview(project)
    made: list[object] = []
    real = validating._article._function

    def noted(*of: Any) -> Any:
        made.append(of[0])
        return real(*of)

    monkeypatch.setattr(validating._article, "_function", noted)
    annotations = articles / "copy-1" / "annotations.yaml"
    annotations.write_text("# Edited.\n" + annotations.read_text(encoding="utf-8"), encoding="utf-8")
    pipeline.preview(project)
    assert made == ["copy-1"]
