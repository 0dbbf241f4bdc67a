"""`explainer status`."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from explainer import pipeline
from explainer.authoring.remaining import Task, TaskGroup, day_before, remaining
from explainer.commands.common import ROOT, TEXT_OR_JSON
from explainer.commands.exit_codes import CLEAN, MISTAKES
from explainer.commands.files import today as days
from explainer.commands.reading_files import seeds_folder
from explainer.model.stages import EditionOf, Standing
from explainer.reporting.printable import printable
from explainer.reporting.progress import progress


@click.command()
@click.option("--older-than", "age", default="1y", show_default=True, help="What counts as old: 30d, 8w, 6m, 2y.")
@click.option("--today", "today", type=days.Day(), help="The day to count from. [default: that of the last commit]")
@TEXT_OR_JSON
@ROOT
def status(root: str, age: str, today: date | None, form: str) -> int:
    """Tell what is left to do in the seeds of ROOT: first how much of each kind, then each with its place.

    Nothing of it is a mistake. Where the seeds have mistakes, what is broken is left out, and the exit code is 1.
    """
    seeds_folder(Path(root))
    day = today or days.of_sources(Path(root))
    try:
        before = day_before(day, age)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    with progress() as tell:
        linked, found = pipeline.link(Path(root), tell)
    is_broken = any(diagnostic.is_error for diagnostic in found)
    tasks = [_from_here(task, root) for task in remaining(linked, found, before)]
    editions = [each.edition for each in linked.editions if each.edition]
    told = _document if form == "json" else _text
    click.echo(told(tasks, before, is_broken, editions), nl=False)
    return MISTAKES if is_broken else CLEAN


def _text(tasks: Sequence[Task], before: date, is_broken: bool, editions: Sequence[EditionOf]) -> str:
    lines = ["the seeds have mistakes: what is broken is not counted; run `explainer check`", ""] if is_broken else []
    groups = [(topic, [task for task in tasks if task.topic is topic]) for topic in _topics(editions)]
    width = max(len(str(len(group))) for _, group in groups)
    for topic, group in groups:
        since = f" (before {before.isoformat()})" if topic is TaskGroup.OLD else ""
        lines.append(f"{len(group):>{width}} {topic.words(len(group))}{since}")
    lines += [""] if editions else []
    for edition in editions:
        counts = edition.counts
        lines.append(
            f"edition {edition.language}: {sum(counts.values())} texts, {counts[Standing.CURRENT]} as they are now, "
            f"{counts[Standing.STALE]} stale, {counts[Standing.MISSING]} not translated"
        )
    for topic, group in groups:
        if group:
            lines += ["", topic.words(len(group))]
            lines += [f"  {printable(str(task.span))}: {printable(task.message)}" for task in group]
    return "\n".join([*lines, ""])


def _topics(editions: Sequence[EditionOf]) -> list[TaskGroup]:
    return [topic for topic in TaskGroup if editions or not topic.is_of_editions]


def _document(tasks: Sequence[Task], before: date, is_broken: bool, editions: Sequence[EditionOf]) -> str:
    """The shape is stable; `version` changes when a key changes its meaning or goes."""
    document = {
        "version": 1,
        "old_before": before.isoformat(),
        "is_complete": not is_broken,
        "counts": {topic.key: sum(task.topic is topic for task in tasks) for topic in _topics(editions)},
        **({"editions": {each.language: _counts(each) for each in editions}} if editions else {}),
        "tasks": [
            {
                "topic": task.topic.key,
                "record": task.record,
                "path": task.span.path,
                "line": task.span.line,
                "column": task.span.column,
                "message": task.message,
            }
            for task in tasks
        ],
    }
    return json.dumps(document, indent=2).replace("##", "#\\u0023") + "\n"


def _counts(edition: EditionOf) -> dict[str, int]:
    return {standing.value: count for standing, count in edition.counts.items()}


def _from_here(task: Task, root: str) -> Task:
    """Paths are made to work from the folder of the call."""
    if Path(root) == Path():
        return task
    return replace(task, span=task.span._replace(path=Path(root, task.span.path).as_posix()))
