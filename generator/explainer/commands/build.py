"""`explainer build`."""

from dataclasses import replace
from pathlib import Path

import click

from explainer import memo, pipeline
from explainer.commands.common import FORMAT, ROOT, STRICT, outcome, report
from explainer.commands.exit_codes import MISTAKES
from explainer.commands.files import output_folder, writing
from explainer.commands.project import ENGINE, engine_of, project_file
from explainer.commands.reading_files import BUILD, seeds_folder
from explainer.engine import addresses_taken, build_folder, outside_links
from explainer.engine.cache import NOTHING, Cache, cache_of
from explainer.engine.mkdocs_file import MkDocsFile
from explainer.engine.protocol import Engine, EngineError
from explainer.engine.settings_checks import with_settings
from explainer.engine.shares import Parting
from explainer.pipeline import Result
from explainer.reporting.progress import progress


@click.command()
@click.option("--site", "as_site", is_flag=True, help="Build what a browser shows, ready to be published.")
@click.option(
    "--output",
    type=click.Path(file_okay=False),
    help="The folder to write; only what an earlier build wrote is replaced. "
    "[default: ROOT/build; with --site the `site_dir` of mkdocs.yml, which is ROOT/site where it names none]",
)
@click.option("--no-cache", is_flag=True, help="Make everything anew, and keep nothing of it for the next build.")
@click.option(
    "--workers",
    type=click.IntRange(1),
    help="With --site: how many processes make pages. [default: one for each core, up to 4, where there is much to do]",
)
@ENGINE
@STRICT
@FORMAT
@ROOT
def build(
    root: str,
    as_site: bool,
    output: str | None,
    no_cache: bool,
    workers: int | None,
    named: str | None,
    strict: bool,
    form: str,
) -> int:
    """Build the site of ROOT with `--site`; without it write plain Markdown for MkDocs and Zensical.

    What is broken is reported and left out; the rest is written.
    """
    seeds_folder(Path(root))
    if named and not as_site:
        raise click.UsageError("`--engine` says what builds the site: it needs `--site`")
    if workers and not as_site:
        raise click.UsageError("`--workers` says how many processes build the site: it needs `--site`")
    project = project_file(Path(root))
    engine = engine_of(project, named) if as_site else None
    folder = writing.base_of(Path(output), Path(root)) if output is not None else None
    for own in (Path(root, project.docs_folder), Path(root, "seeds")):
        if folder and folder.resolve().is_relative_to(own.resolve()):
            raise click.UsageError(f"the output folder must not lie in `{own}`")
    if as_site and folder:
        _is_free_or_a_site(folder)
    kept = NOTHING if no_cache else cache_of(Path(root))
    with progress() as tell:
        result = with_settings(pipeline.begin(Path(root), tell, kept.keep), Path(root))
        if not (engine and engine.shares_pages):
            result = pipeline.printed(result, tell)
            memo.forget()
    report(result, root, form)
    if engine:
        is_whole = _site(engine, project, folder, result, kept, Parting(workers))
        kept.close()
    else:
        is_whole = _markdown(project, Path(root), folder or writing.base_of(Path(root, BUILD), Path(root)), result)
    return outcome(result, strict=strict) if is_whole else MISTAKES


def _site(
    engine: Engine, project: MkDocsFile, folder: Path | None, result: Result, kept: Cache, parting: Parting
) -> bool:
    """Build the site; False where the engine has something to say against it."""
    try:
        site = engine.build(project, folder and folder.resolve(), result, kept, parting)
    except EngineError as error:
        click.echo(f"error: {engine.title}: {error}", err=True)
        return False
    except OSError as error:
        raise click.UsageError(f"cannot write `{error.filename or folder or 'the site'}`: {error.strerror}") from error
    done = "built without what is broken" if result.has_errors else "built; copy what is in it to a web server"
    click.echo(f"{site}: the site is {done}", err=True)
    return True


def _markdown(project: MkDocsFile, root: Path, folder: Path, result: Result) -> bool:
    """Write the pages as Markdown; False where some page could not be written."""
    docs = root / project.docs_folder
    outside = build_folder.outside(project)
    for path, where in outside:
        click.echo(f"error: {outside_links.message(path, where)}", err=True)
    written = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    taken = addresses_taken.taken((page.path for page in result.pages), written - {path for path, _ in outside})
    for path in taken:
        click.echo(f"error: {addresses_taken.message(path, project.docs_folder)}", err=True)
    pages = tuple(page for page in result.pages if page.path not in taken)
    try:
        changes = output_folder.write(folder, build_folder.with_editions(replace(result, pages=pages), project))
    except output_folder.NotOursError as error:
        raise click.UsageError(str(error)) from error
    done = f"{len(changes.written)} files written, {len(changes.removed)} removed, {changes.unchanged} unchanged"
    click.echo(f"{folder}: {done}", err=True)
    return not (taken or outside)


def _is_free_or_a_site(folder: Path) -> None:
    """Refuse a folder that holds something else: MkDocs empties the folder that it builds into."""
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "sitemap.xml").exists():
        told = f"`{folder}` holds files that are not a site; name an empty folder, or one that was built before"
        raise click.UsageError(told)
