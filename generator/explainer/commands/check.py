"""`explainer check`."""

from pathlib import Path
from typing import IO

import click

from explainer import pipeline
from explainer.commands.common import FORMAT, ROOT, STRICT, outcome, report
from explainer.commands.reading_files import finish_interrupted, seeds_folder
from explainer.engine.settings_checks import with_settings
from explainer.reporting.progress import progress


@click.command()
@click.option(
    "--changed",
    type=click.File(encoding="utf-8", errors="replace"),
    help="A file (`-`: standard input) that lists the files of a pull request, one path a line. "
    "With `--format github`, mistakes in them come first.",
)
@STRICT
@FORMAT
@ROOT
def check(root: str, form: str, strict: bool, changed: IO[str] | None) -> int:
    """Report every mistake in the seeds and settings of ROOT, the folder that holds `seeds` (default: this folder)."""
    if form == "text":  # other forms are read by programs, which want the mistake itself
        seeds_folder(Path(root))
    finish_interrupted(Path(root))
    with progress() as tell:
        result = with_settings(pipeline.check(Path(root), tell), Path(root))
    report(result, root, form, frozenset(changed.read().splitlines() if changed else ()))
    return outcome(result, strict=strict)
