"""`explainer quote`."""

from pathlib import Path

import click

from explainer import pipeline
from explainer.commands.common import ROOT
from explainer.commands.exit_codes import CLEAN, MISTAKES
from explainer.commands.reading_files import seeds_folder
from explainer.reporting.printable import printable
from explainer.reporting.progress import progress

_PLACES = 20
"""Places of each article that are printed: who wants more of them means another phrase, or says so."""
_MOST = 3
"""Articles whose nearest passage is told."""


@click.command()
@click.argument("phrase")
@click.option("--all", "every", is_flag=True, help=f"Print every place, not only the first {_PLACES} of an article.")
@ROOT
def quote(phrase: str, every: bool, root: str) -> int:
    """Print the YAML of the shortest selector that finds PHRASE alone, for each place in an article that holds it."""
    seeds_folder(Path(root))
    with progress() as tell:
        tell("reading the articles", 0, 0)
        found, count = pipeline.quotes(Path(root), phrase, None if every else _PLACES)
    for place, yaml in found:
        click.echo(f"# {place}\n{yaml}")
    if count > len(found):
        told = f"and {count - len(found)} more places: quote more words, or print them all with --all"
        click.echo(told, err=True)
    if not found:
        _tell_nearest(Path(root), phrase)
    return CLEAN if found else MISTAKES


def _tell_nearest(root: Path, phrase: str) -> None:
    """What the articles have instead; nothing of it is to be copied unread."""
    unquoted = pipeline.unquoted(root, phrase)
    near = {article: each for article, each in unquoted.items() if each.remarks}
    if not near:
        told = f"no article holds “{phrase}”; copy a few words, letter for letter, from the page or from source.txt"
        click.echo(told, err=True)
    for article, each in list(near.items())[:_MOST]:
        click.echo(f"{article}: {printable(each.message)}", err=True)
        for remark in each.remarks:
            place = f"{remark.span}: " if remark.span else ""
            click.echo(f"  = {printable(place + remark.message)}", err=True)
        click.echo(f"  = {printable(each.fix or each.rule.fix)}", err=True)
