"""`explainer schema`."""

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from explainer import exporting, pipeline, reading
from explainer.commands.common import ROOT
from explainer.commands.exit_codes import CLEAN, MISTAKES
from explainer.commands.files import editor_settings, writing
from explainer.commands.reading_files import seeds_folder
from explainer.model.files import seed_file
from explainer.reporting.progress import progress
from explainer.validating.schema import IDS, ids_schema, schemas

MODELINE = "# yaml-language-server: $schema="


@click.command()
@click.option("--output", type=click.Path(file_okay=False), help="The folder to write. [default: ROOT/seeds/.schema]")
@click.option(
    "--with-ids/--without-ids",
    default=None,
    help="Also offer the ids that the site knows; a new id is not a mistake. [default: as the folder has it]",
)
@click.option("--modelines", is_flag=True, help="Also name its schema in the first line of each seed that does not.")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; a schema that is out of date is a mistake.")
@click.option("--exported", is_flag=True, help="Print the schema of `explainer export --format json` instead.")
@ROOT
def schema(
    root: str, output: str | None, with_ids: bool | None, modelines: bool, only_check: bool, exported: bool
) -> int:
    """Write a JSON Schema of each file of the seeds of ROOT, for editors."""
    if exported:
        if output is not None or with_ids is not None or modelines or only_check:
            raise click.UsageError("`--exported` prints one schema, which is the same for every site; it stands alone")
        click.echo(_printed(exporting.document_schema()), nl=False)
        return CLEAN
    seeds = seeds_folder(Path(root)) if output is None or modelines else Path(root, "seeds")
    folder = writing.base_of(Path(output), Path(root)) if output is not None else seeds / ".schema"
    if with_ids is None:
        with_ids = (folder / f"{IDS}.schema.json").exists()
    if only_check:
        files = _files(Path(root), folder, with_ids=with_ids)
        settings = {Path(root, path): text for path, text in _settings(Path(root), folder).items()}
        return _checked({**files, **settings}, with_ids=with_ids)
    with writing.locked(Path(root)):
        files = _files(Path(root), folder, with_ids=with_ids)
        named = _named(Path(root), folder) if modelines else {}
        _write(Path(root), folder, files, {**named, **_settings(Path(root), folder)})
    told = f"; named in {len(named)} more seeds" if modelines else ""
    click.echo(f"{folder}: {len(files)} schemas{told}", err=True)
    return CLEAN


def with_schemas(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a new site, with what it has from the beginning: schemas, named in its seeds."""
    with tempfile.TemporaryDirectory(prefix="explainer-") as place:
        root = Path(place)
        for path, content in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        folder = root / "seeds" / ".schema"
        made = {path.relative_to(root).as_posix(): text for path, text in _files(root, folder, with_ids=True).items()}
        texts = {**made, **_named(root, folder), **_settings(root, folder)}
    return {**files, **{path: text.encode() for path, text in texts.items()}}


def _files(root: Path, folder: Path, *, with_ids: bool) -> dict[Path, str]:
    written = schemas(with_ids=with_ids)
    if with_ids:
        with progress() as tell:
            written[IDS] = ids_schema(pipeline.link(root, tell)[0].labels)
    return {folder / f"{name}.schema.json": _printed(content) for name, content in written.items()}


def _checked(files: Mapping[Path, str], *, with_ids: bool) -> int:
    stale = [path for path, content in files.items() if _content(path) != content.encode()]
    for path in stale:
        click.echo(f"{path}: " + ("out of date" if path.exists() else "not there"))
    if stale:
        click.echo(f"write them again: explainer schema{' --with-ids' if with_ids else ''}", err=True)
    return MISTAKES if stale else CLEAN


def _printed(content: dict[str, Any]) -> str:
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def _named(root: Path, folder: Path) -> dict[str, str]:
    """The seeds that have no modeline, by path below the root, with one."""
    named = {}
    for path, file in reading.read(root)[0].files.items():
        held = seed_file(path)
        if held is None or MODELINE in file.text:
            continue
        way = Path(os.path.relpath(folder / f"{held.name}.schema.json", (root / path).parent)).as_posix()
        end = "\r\n" if "\r\n" in file.text else "\n"
        named[path] = f"{MODELINE}{way}{end}{file.text}"
    return named


def _settings(root: Path, folder: Path) -> dict[str, str]:
    """The settings of an editor where they name other schemas than there are; those of a folder outside are its own."""
    below = Path(os.path.relpath(folder, root))
    return {} if below.parts[:1] == (os.pardir,) else editor_settings.changed(root, below.as_posix())


def _write(root: Path, folder: Path, schemas_: Mapping[Path, str], named: Mapping[str, str]) -> None:
    """All at once, where the folder is in the project."""
    below = Path(os.path.relpath(folder, root))
    seeds = {path: text.encode() for path, text in named.items()}
    files = {path.name: text.encode() for path, text in schemas_.items()}
    if below.parts[:1] != (os.pardir,):
        inside = {(below / name).as_posix(): content for name, content in files.items()}
        writing.change(root, writing.New(files={**inside, **seeds}))
        return
    writing.change(root, writing.New(files=seeds))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise writing.refused(folder, error) from error
    with writing.locked(folder):
        writing.change(folder, writing.New(files=files))


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
