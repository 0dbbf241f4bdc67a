"""`explainer build`."""

import os
from dataclasses import replace
from pathlib import Path

import click

from explainer import memo, pipeline
from explainer.commands.common import FORMAT, ROOT, STRICT, outcome, report
from explainer.commands.exit_codes import MISTAKES
from explainer.commands.files import output_folder, writing
from explainer.commands.project import ENGINE, engine_of, project_file
from explainer.commands.reading_files import BUILD, seeds_folder
from explainer.engine import addresses_taken, build_folder, outside_links, parts
from explainer.engine.cache import NOTHING, Cache, cache_of
from explainer.engine.mkdocs_file import MkDocsFile
from explainer.engine.protocol import Engine, EngineError
from explainer.engine.settings_checks import with_settings
from explainer.engine.shares import Parting, Share
from explainer.pipeline import Result
from explainer.reporting.progress import progress

PARTS = "parts"
"""The folder of the parts of a site, below its root, where nobody names another."""


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
@click.option(
    "--shard", metavar="N/OF", help="With --site: make this part of the pages alone, such as 3/16, for --join."
)
@click.option(
    "--join",
    "joined",
    type=click.Path(exists=True, file_okay=False),
    multiple=True,
    help="With --site: the folder that holds the parts that --shard made; what they hold is not made again.",
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
    shard: str | None,
    joined: tuple[str, ...],
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
    share = _share(shard) if shard is not None else None
    for option, value in (("workers", workers), ("shard", shard), ("join", joined)):
        if value and not as_site:
            raise click.UsageError(f"`--{option}` says how the site is built: it needs `--site`")
    if share and joined:
        raise click.UsageError("`--shard` makes a part and `--join` joins parts: give one of them")
    project = project_file(Path(root))
    engine = engine_of(project, named) if as_site else None
    folder = writing.base_of(Path(output), Path(root)) if output is not None else None
    for own in (Path(root, project.docs_folder), Path(root, "seeds")):
        if folder and folder.resolve().is_relative_to(own.resolve()):
            raise click.UsageError(f"the output folder must not lie in `{own}`")
    parting = Parting(workers)
    if engine and (share or joined):
        parting, folder = _parting(engine, project, Path(root), folder, workers, share, joined)
    elif engine and folder:
        _is_free_or_a_site(folder)
    kept = NOTHING if no_cache else cache_of(Path(root), f"-{share.number}-of-{share.of}" if share else "")
    with progress() as tell:
        result = with_settings(pipeline.begin(Path(root), tell, kept.keep), Path(root))
        if not (engine and engine.shares_pages):
            result = pipeline.printed(result, tell)
            memo.forget()
    report(result, root, form)
    if engine:
        is_whole = _site(engine, project, folder, result, kept, parting)
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
    if parting.share and parting.room:
        parts.seal(parting.room, parting.share, parts.made_of(project, engine.name))
        click.echo(f"{os.path.relpath(parting.room)}: part {parting.share} is made; join all with `--join`", err=True)
        return True
    done = "built without what is broken" if result.has_errors else "built; copy what is in it to a web server"
    click.echo(f"{site}: the site is {done}", err=True)
    return True


def _share(written: str) -> Share:
    try:
        return Share.read(written)
    except ValueError as error:
        raise click.UsageError(f"`--shard {written}` is no part; `--shard 3/16` is the third of sixteen") from error


def _parting(
    engine: Engine,
    project: MkDocsFile,
    root: Path,
    folder: Path | None,
    workers: int | None,
    share: Share | None,
    joined: tuple[str, ...],
) -> tuple[Parting, Path | None]:
    """How the site is shared out, and the folder for its pages."""
    if not engine.shares_pages:
        raise click.UsageError(f"{engine.title} builds a site as a whole; MkDocs and ProperDocs build it in parts")
    if share:
        room = (folder or writing.base_of(root / PARTS / str(share.number), root)).resolve()
        if not parts.is_free(room):
            raise click.UsageError(f"`{room}` holds files that are no part of a site; name an empty folder")
        return Parting(workers, share, room), parts.begin(room)
    try:
        found = parts.found(map(Path, joined), parts.made_of(project, engine.name))
    except parts.PartsError as error:
        raise click.ClickException(str(error)) from error
    if folder:
        _is_free_or_a_site(folder)
    return Parting(workers, parts=found), folder


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
