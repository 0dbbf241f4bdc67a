"""`explainer status`: what is left to do, counted first, then each with its place."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from explainer.commands import cli
from explainer.text.ages import day_before, last_day
from tests.projects import copy_minimal

IN_FEBRUARY = ["question/stalls", "annotation/market/closing", "party/guild"]
NOTES = "seeds/articles/market/annotations.yaml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    project = copy_minimal(tmp_path / "project")
    monkeypatch.chdir(project)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1928188800")  # 2031-02-07
    return project


def change(project: Path, path: str, old: str, new: str) -> None:
    text = (project / path).read_text("utf-8")
    assert text.count(old) == 1, old
    (project / path).write_text(text.replace(old, new), "utf-8")


def document(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    cli.run(["status", "--format", "json", *options])
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def tasks(capsys: pytest.CaptureFixture[str], topic: str, *options: str) -> list[tuple[str, int, str]]:
    found = document(capsys, *options)["tasks"]
    return [(task["record"], task["line"], task["message"]) for task in found if task["topic"] == topic]


def test_counts_come_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project, "seeds/events.yaml", "[[term/hall]]", "hall")
    assert cli.run(["status"]) == 0
    counts, *lists = capsys.readouterr().out.split("\n\n")
    assert counts == (
        "0 sentences without a word\n"
        "0 claims without evidence\n"
        "0 questions without evidence of an independent source\n"
        "0 questions on which a side has no position\n"
        "0 statuses or texts last checked long ago (before 2030-02-07)\n"
        "0 errata of low confidence\n"
        "0 sources without an archived copy\n"
        "1 source whose title was not seen\n"
        "1 term that nothing uses\n"
        "0 terms of which a form in an article is not linked\n"
        "0 warnings silenced in `silenced.yaml`"
    )
    assert lists == [
        "source whose title was not seen\n  seeds/sources.yaml:22:18: Notice of the town council on its door",
        "term that nothing uses\n  seeds/glossary.yaml:9:9: “hall”\n",
    ]


def test_each_kind_of_task(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project, NOTES, "- id: clock\n  kind: note\n  quote: Its clock has not run since.\n", "")
    change(project, NOTES, "  question: stalls\n  note: We could not check this.\n", "")
    change(project, NOTES, "confidence: high", "confidence: low")
    change(project, "seeds/events.yaml", "[[term/hall]]", "hall")
    change(project, NOTES, "  evidence:\n    - source: bugle-2031-02-05\n      relation: supports\n", "  x:\n")
    text = (project / NOTES).read_text("utf-8")
    start = text.index("  x:\n")
    (project / NOTES).write_text(text[:start] + text[text.index("  places: [brindle]") :], "utf-8")
    change(project, "seeds/sources.yaml", "    archive-url: https://example.org/archive/bugle\n", "")
    stalls = (project / "seeds/questions/stalls.yaml").read_text("utf-8")
    stalls = stalls.replace(
        "evidence:\n  - {source: county-2031-02-05, relation: background, note: The list of the council.}\n", ""
    )
    start, end = stalls.index("  - party: council\n    about"), stalls.index("  - party: institute")
    (project / "seeds/questions/stalls.yaml").write_text(stalls[:start] + stalls[end:], "utf-8")
    counts = document(capsys)["counts"]
    assert counts == {
        "sentences-without-a-word": 1,
        "claims-without-evidence": 1,
        "questions-without-evidence": 1,
        "sides-without-a-position": 1,
        "old-statuses": 0,
        "unsure-errata": 1,
        "sources-without-archive": 1,
        "sources-without-title": 1,
        "unused-terms": 1,
        "unlinked-forms": 0,
        "silenced-warnings": 0,
    }
    assert tasks(capsys, "claims-without-evidence") == [
        ("annotation/market/closing", 11, "“Nobody was hurt” has no evidence")
    ]
    assert tasks(capsys, "sides-without-a-position") == [
        ("question/stalls", 14, "“How many stalls were lost?” has no position of: Town")
    ]


def test_what_is_silenced_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project, NOTES, "note: We could not check this.", "note: We could not visit the ruin.")
    entry = "- {rule: word-is-neutral, record: annotation/market/clock, reason: The castle is called The Ruin.}\n"
    (project / "seeds/silenced.yaml").write_text(entry, "utf-8")
    told = "word-is-neutral, annotation/market/clock: The castle is called The Ruin."
    assert tasks(capsys, "silenced-warnings") == [("annotation/market/clock", 1, told)]
    assert cli.run(["check", "--strict"]) == 0


def test_a_side_that_takes_no_part_needs_no_position(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(
        project,
        "seeds/questions/stalls.yaml",
        "  - party: institute-of-building\n    position: not-reported\n    note: We read its notices of February.\n",
        "",
    )
    assert tasks(capsys, "sides-without-a-position") == []


@pytest.mark.parametrize(
    ("options", "old"),
    [
        ([], []),
        (["--older-than", "3d", "--today", "2031-02-09"], []),
        (["--older-than", "2d", "--today", "2031-02-09"], IN_FEBRUARY),
        (["--older-than", "1w", "--today", "2031-03-10"], [*IN_FEBRUARY, "context/institute"]),
        (["--older-than", "1y", "--today", "2031-03-10"], []),
    ],
)
@pytest.mark.usefixtures("project")
def test_age_counts_from_the_day_named(options: list[str], old: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A box that was checked in February may have been checked on its last day."""
    assert sorted(record for record, _, _ in tasks(capsys, "old-statuses", *options)) == sorted(old)


@pytest.mark.usefixtures("project")
def test_the_day_is_that_of_the_sources(capsys: pytest.CaptureFixture[str]) -> None:
    """Not that of the clock: the same commit gives the same output on every day."""
    assert document(capsys, "--older-than", "6m")["old_before"] == "2030-08-07"


def test_an_article_that_nobody_has_begun(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / NOTES).unlink()
    found = tasks(capsys, "sentences-without-a-word")
    assert found == [("article/market", 1, "no sentence of this article has a note yet")]


def test_mistakes_are_said_and_are_1(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project, NOTES, "party: mayor", "party: mayer")
    assert cli.run(["status"]) == 1
    assert capsys.readouterr().out.startswith("the seeds have mistakes: what is broken is not counted")
    assert document(capsys)["is_complete"] is False


@pytest.mark.parametrize("options", [["--older-than", "soon"], ["--older-than", "0y"], ["--today", "yesterday"]])
@pytest.mark.usefixtures("project")
def test_a_wrong_call_is_2(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["status", *options]) == 2
    assert "Error: " in capsys.readouterr().err


def test_paths_work_from_where_the_command_was_called(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project.parent)
    assert cli.run(["status", project.name]) == 0
    assert "  project/seeds/sources.yaml:22:18: Notice of the town council" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("age", "day"),
    [
        ("1d", date(2024, 2, 28)),
        ("2w", date(2024, 2, 15)),
        ("1m", date(2024, 1, 29)),
        ("12m", date(2023, 2, 28)),
        ("2y", date(2022, 2, 28)),
        ("9999y", date(1, 2, 28)),
        ("9999w", date(1832, 7, 12)),
    ],
)
def test_ages(age: str, day: date) -> None:
    assert day_before(date(2024, 2, 29), age) == day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024", date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2024-03-12", date(2024, 3, 12)),
        ("2024-03-12T16:30Z", date(2024, 3, 12)),
        ("2024-03-15/2024-04", date(2024, 4, 30)),
        ("2024-03~", date(2024, 3, 31)),
    ],
)
def test_a_date_may_mean_its_last_day(written: str, day: date) -> None:
    assert last_day(written) == day


def test_forms_that_stand_in_articles_are_proposed_as_yaml(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    terms = "- {id: market, term: markets, definition: Places to sell.}\n- {id: hurt, term: reporter, definition: A.}\n"
    change(project, "seeds/glossary.yaml", "- id: hall\n", f"{terms}- id: hall\n")
    assert tasks(capsys, "unlinked-forms") == [
        ("term/market", 8, "“markets” stands as “market”: `variants: [market]`"),
        ("term/hurt", 9, "“reporter” stands as “reporters”: `variants: [reporters]`"),
    ]
