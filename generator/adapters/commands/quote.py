"""`explainer quote`."""

from pathlib import Path

import click

from generator import pipeline
from generator.adapters.commands.common import CLEAN, MISTAKES, ROOT


@click.command()
@click.argument("phrase")
@ROOT
def quote(phrase: str, root: str) -> int:
    """Print the YAML of the shortest selector that finds PHRASE alone, for each place in an article that holds it."""
    found = pipeline.quotes(Path(root), phrase)
    for place, yaml in found:
        click.echo(f"# {place}\n{yaml}")
    if not found:
        click.echo(f"no article holds “{phrase}”; quote it as the article writes it", err=True)
    return CLEAN if found else MISTAKES
