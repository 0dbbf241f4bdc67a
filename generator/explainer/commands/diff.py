"""`explainer diff`."""

import re
from pathlib import Path

import click

from explainer import pipeline, reporting
from explainer.commands.common import add_to_summary, has_colour
from explainer.commands.exit_codes import CLEAN, MISTAKES
from explainer.commands.reading_files import finish_interrupted
from explainer.commands.states import State, StateError, read_published, read_state
from explainer.reporting.changes import Told, json_changes, markdown, terminal
from explainer.reporting.progress import progress

_ADDRESS = re.compile(r"(?:https?|file)://[^\s<>\"]+")


def _site(_: click.Context, __: click.Parameter, address: str | None) -> str:
    if not address:
        return ""
    if not _ADDRESS.fullmatch(address):
        raise click.BadParameter("a full address is needed, such as https://example.org/preview/")
    return address.rstrip("/") + "/"


@click.command()
@click.argument("old", required=False)
@click.argument("new", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json", "github"]),
    default="text",
    show_default=True,
    help="text for a terminal, markdown for a comment, json for programs; github marks lines of the pull request.",
)
@click.option("--names", nargs=2, help="What OLD and NEW are called in the report.")
@click.option("--before-url", callback=_site, help="Address at which the site of OLD stands, to link its pages.")
@click.option("--after-url", callback=_site, help="Address at which the site of NEW stands.")
def diff(
    old: str | None, new: str | None, form: str, names: tuple[str, str] | None, before_url: str, after_url: str
) -> int:
    """Tell what differs in meaning between two states of the seeds: for readers, not line by line.

    OLD and NEW are git revisions, folders that hold `seeds`, or .zip, .tar or .tar.gz archives of one. Without NEW, it
    is this folder as it is; without OLD, the commit of the main branch at which this branch began.

    A status, a position or a party's words that were published and differ without an entry in corrections.yaml are
    errors.
    """
    here = Path()
    finish_interrupted(here)
    try:
        before = read_state(old, here) if old else read_published(here)
        after = read_state(new, here) if new else _working_tree(here)
    except StateError as error:
        raise click.UsageError(str(error)) from error
    with progress() as tell:
        compared = pipeline.compare(before.contents, after.contents, tell)
    unrecorded, files = compared.diagnostics, compared.files
    if after.folder:
        unrecorded, files = reporting.relocated(after.folder, unrecorded, files)
    called = names or (before.name, after.name)
    told = Told(compared.comparison, *called, unrecorded, compared.mistakes, files, before_url, after_url)
    match form:
        case "markdown":
            click.echo(markdown(told), nl=False)
        case "json":
            click.echo(json_changes(told), nl=False)
        case "github":
            click.echo(reporting.github(unrecorded, files), nl=False)
            add_to_summary(markdown(told))
        case _:
            click.echo(terminal(told, colour=has_colour()), nl=False, color=True)
    return MISTAKES if unrecorded else CLEAN


def _working_tree(here: Path) -> State:
    found = read_state(".", here)
    return State("the files here", found.contents)
