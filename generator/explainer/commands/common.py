"""What the commands share: the arguments that several take, and how mistakes are printed."""

import os
import sys
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

import click

from explainer import reporting
from explainer.commands.exit_codes import CLEAN, MISTAKES
from explainer.pipeline import Result

ROOT = click.argument("root", default=".", type=click.Path(exists=True, file_okay=False))
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json", "sarif", "junit"]),
    default="text",
    show_default=True,
    help="How mistakes are printed.",
)

TEXT_OR_JSON = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text to read, json for programs.",
)

STRICT = click.option("--strict", is_flag=True, help="End with exit code 1 for a warning too.")


def outcome(result: Result, *, strict: bool) -> int:
    """The exit code of a run: warnings stop nothing unless somebody asked for that."""
    return MISTAKES if result.has_errors or (strict and result.diagnostics) else CLEAN


def report(result: Result, root: str, form: str, changed: Collection[str] = frozenset()) -> None:
    """Print the diagnostics; paths are made to work from the folder of the call, as those in `changed` do."""
    diagnostics, files = result.diagnostics, result.files
    if Path(root) != Path():
        diagnostics, files = reporting.relocated(root, diagnostics, files)
    if form == "text":
        click.echo(reporting.text(diagnostics, files, colour=has_colour()), nl=False, color=True)
        return
    forms: dict[str, Callable[..., str]] = {
        "github": partial(reporting.github, changed=changed),
        "json": reporting.json_document,
        "junit": reporting.junit,
        "sarif": reporting.sarif,
    }
    click.echo(forms[form](diagnostics, files), nl=False)
    if form == "github":
        add_to_summary(reporting.step_summary(diagnostics, files))


def add_to_summary(markdown: str) -> None:
    """Add to the summary of a step of GitHub Actions; elsewhere nothing happens."""
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(markdown)


def has_colour() -> bool:
    """Colour is for terminals, and for people who have not asked for none (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
