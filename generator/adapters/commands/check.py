"""`explainer check`."""

from pathlib import Path

import click

from generator import pipeline
from generator.adapters.commands.common import CLEAN, FORMAT, MISTAKES, ROOT, report


@click.command()
@FORMAT
@ROOT
def check(root: str, form: str) -> int:
    """Report every mistake in the seeds of ROOT, the folder that holds `seeds` (default: this folder)."""
    result = pipeline.run(Path(root))
    report(result, root, form)
    return MISTAKES if result.has_errors else CLEAN
