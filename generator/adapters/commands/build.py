"""`explainer build`."""

from pathlib import Path

import click

from generator import pipeline
from generator.adapters import addresses_taken, build_folder, outside_links, writing
from generator.adapters.commands.common import CLEAN, FORMAT, MISTAKES, ROOT, project_file, report
from generator.adapters.commands.reading_files import seeds_folder
from generator.reporting.progress import progress


@click.command(short_help="Write the site as plain Markdown, for MkDocs and Zensical.")
@click.option(
    "--output",
    type=click.Path(file_okay=False),
    help="The folder to write; only what an earlier build wrote is replaced. [default: ROOT/build]",
)
@FORMAT
@ROOT
def build(root: str, output: str | None, form: str) -> int:
    """Write the site of ROOT as plain Markdown, with a `mkdocs.yml` that MkDocs and Zensical build.

    What is broken is reported and left out; the rest is written.
    """
    seeds_folder(Path(root))
    folder = Path(output) if output is not None else Path(root, "build")
    project = project_file(Path(root))
    docs = Path(root, project.docs_folder)
    for kept in (docs, Path(root, "seeds")):
        if folder.resolve().is_relative_to(kept.resolve()):
            raise click.UsageError(f"the output folder must not lie in `{kept}`")
    with progress() as tell:
        result = pipeline.run(Path(root), tell)
    report(result, root, form)
    outside = build_folder.outside(project)
    for path, where in outside:
        click.echo(f"error: {outside_links.told(path, where)}", err=True)
    written = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    taken = addresses_taken.taken(result.pages, written - {path for path, _ in outside})
    for path in taken:
        click.echo(f"error: {addresses_taken.told(path, project.docs_folder)}", err=True)
    pages = tuple(page for page in result.pages if page.path not in taken)
    try:
        changes = writing.write(folder, build_folder.site_files(pages, result.assets, project, folder))
    except writing.NotOursError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        raise click.UsageError(f"cannot write `{error.filename}`: {error.strerror}") from error
    done = f"{len(changes.written)} files written, {len(changes.removed)} removed, {changes.unchanged} unchanged"
    click.echo(f"{folder}: {done}", err=True)
    return MISTAKES if result.has_errors or taken or outside else CLEAN
