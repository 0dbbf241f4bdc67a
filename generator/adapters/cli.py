"""The command line: `explainer check`, `build`, `quote`, `explain`, `schema`.

Exit codes: 0 no mistake (warnings allowed), 1 a mistake in the project's files, 2 a wrong call,
3 a bug of ours.
"""

import json
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from pathlib import Path

import click
from mkdocs.exceptions import ConfigurationError

from generator import pipeline, reporting
from generator.adapters import addresses_taken, build_folder, mkdocs_file, writing
from generator.pipeline import Result
from generator.rules import RULES
from generator.validating.schema import schemas

CLEAN, MISTAKES, WRONG_CALL, OUR_BUG = 0, 1, 2, 3
_INTERRUPTED = 130


@click.group()
@click.option("--debug", is_flag=True, help="Print the traceback of a bug, instead of writing it to a file.")
def cli(debug: bool) -> None:  # `run` looks for the option itself: a bug may strike before click has read it.
    """Turn source articles and YAML annotations into the pages of an annotated explainer."""


_ROOT = click.argument("root", default=".", type=click.Path(exists=True, file_okay=False))
_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="How mistakes are printed.",
)


@cli.command()
@_FORMAT
@_ROOT
def check(root: str, form: str) -> int:
    """Report every mistake in the seeds of ROOT, the folder that holds `seeds` (default: this folder)."""
    result = pipeline.run(Path(root))
    _report(result, root, form)
    return MISTAKES if result.has_errors else CLEAN


@cli.command()
@click.option(
    "--output",
    type=click.Path(file_okay=False),
    help="The folder to write; only what an earlier build wrote is replaced. [default: ROOT/build]",
)
@_FORMAT
@_ROOT
def build(root: str, output: str | None, form: str) -> int:
    """Write the site of ROOT as plain Markdown, with a `mkdocs.yml` that MkDocs and Zensical build.

    What is broken is reported and left out; the rest is written.
    """
    folder = Path(output) if output is not None else Path(root, "build")
    project = _project(Path(root))
    docs = Path(root, project.docs_folder)
    for kept in (docs, Path(root, "seeds")):
        if folder.resolve().is_relative_to(kept.resolve()):
            raise click.UsageError(f"the output folder must not lie in `{kept}`")
    result = pipeline.run(Path(root))
    _report(result, root, form)
    hand_written = [path.relative_to(docs).as_posix() for path in docs.rglob("*.md")]
    taken = addresses_taken.taken(result.pages, hand_written)
    for path in taken:
        click.echo(f"error: {addresses_taken.told(path, project.docs_folder)}", err=True)
    pages = tuple(page for page in result.pages if page.path not in taken)
    try:
        changes = writing.write(folder, build_folder.site_files(pages, project, folder))
    except writing.NotOursError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        raise click.UsageError(f"cannot write `{error.filename}`: {error.strerror}") from error
    done = f"{len(changes.written)} files written, {len(changes.removed)} removed, {changes.unchanged} unchanged"
    click.echo(f"{folder}: {done}", err=True)
    return MISTAKES if result.has_errors or taken else CLEAN


@cli.command()
@click.argument("output", type=click.Path(file_okay=False))
def schema(output: str) -> int:
    """Write a JSON Schema of each file of the seeds into the folder OUTPUT, for editors."""
    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in schemas().items():
        text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
        (folder / f"{name}.schema.json").write_text(text, encoding="utf-8")
    return CLEAN


@cli.command()
@click.argument("rule")
def explain(rule: str) -> int:
    """Say what RULE asks for, why, and what to do."""
    if rule not in RULES:
        near = get_close_matches(rule, RULES, 1)
        raise click.UsageError(f"there is no rule `{rule}`" + (f"; did you mean `{near[0]}`?" if near else ""))
    found = RULES[rule]
    click.echo(f"{found.id} ({found.severity.value})\n\n{found.meaning}\n{found.why}\n\nWhat to do: {found.fix}")
    return CLEAN


@cli.command()
@click.argument("phrase")
@click.argument("root", default=".", type=click.Path(exists=True, file_okay=False))
def quote(phrase: str, root: str) -> int:
    """Print the YAML of the shortest selector that finds PHRASE alone, for each place in an article that holds it."""
    found = pipeline.quotes(Path(root), phrase)
    for place, yaml in found:
        click.echo(f"# {place}\n{yaml}")
    if not found:
        click.echo(f"no article holds “{phrase}”; quote it as the article writes it", err=True)
    return CLEAN if found else MISTAKES


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave the process with its exit code."""
    # A terminal of another encoding shows escapes instead of ending the run.
    for stream in (sys.stdout, sys.stderr):
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the value is its exit code."""
    try:
        code = cli.main(arguments, prog_name="explainer", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader, such as `head`, has seen enough. Python would complain once more while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except Exception as error:
        return _crashed(error, to_stderr="--debug" in (sys.argv if arguments is None else arguments))
    return code if isinstance(code, int) else CLEAN


def _project(root: Path) -> mkdocs_file.MkDocsFile:
    try:
        return mkdocs_file.read(root / mkdocs_file.NAME)
    except OSError as error:
        raise click.UsageError(f"cannot read `{root / mkdocs_file.NAME}`: {error.strerror}") from error
    except ConfigurationError as error:
        raise click.ClickException(str(error)) from error


def _report(result: Result, root: str, form: str) -> None:
    """Print the diagnostics; paths are made to work from the folder of the call."""
    diagnostics, files = result.diagnostics, result.files
    if Path(root) != Path("."):
        diagnostics, files = reporting.relocated(root, diagnostics, files)
    if form == "text":
        click.echo(reporting.text(diagnostics, files, colour=_has_colour()), nl=False, color=True)
        return
    forms: dict[str, Callable[..., str]] = {"github": reporting.github, "json": reporting.json_document}
    click.echo(forms[form](diagnostics, files), nl=False)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and summary:
        with open(summary, "a", encoding="utf-8") as file:
            file.write(reporting.step_summary(diagnostics, files))


def _has_colour() -> bool:
    """Colour is for terminals, and for people who have not asked for none (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _crashed(error: Exception, *, to_stderr: bool) -> int:
    told = f"this is a bug in explainer, not in your files: {type(error).__name__}"
    trace = "".join(traceback.format_exception(error))
    if to_stderr:
        click.echo(f"{trace}\n{told}", err=True)
    else:
        with tempfile.NamedTemporaryFile(
            "w", prefix="explainer-bug-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(trace)
        click.echo(f"{told}; please report it with the file {file.name}", err=True)
    return OUR_BUG
