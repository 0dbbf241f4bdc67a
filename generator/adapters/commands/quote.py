"""`explainer quote`."""

from pathlib import Path

import click

from generator import pipeline
from generator.adapters.commands.common import CLEAN, MISTAKES, ROOT
from generator.adapters.commands.reading_files import seeds_folder


@click.command()
@click.argument("phrase")
@ROOT
def quote(phrase: str, root: str) -> int:
    """Print the YAML of the shortest selector that finds PHRASE alone, for each place in an article that holds it."""
    seeds_folder(Path(root))
    found = pipeline.quotes(Path(root), phrase)
    for place, yaml in found:
        click.echo(f"# {place}\n{yaml}")
    if not found:
        told = f"no article holds “{phrase}”; copy a few words, letter for letter, from the page or from source.txt"
        click.echo(told, err=True)
    return CLEAN if found else MISTAKES
