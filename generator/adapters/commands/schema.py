"""`explainer schema`."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from generator import pipeline, reading
from generator.adapters.commands.common import CLEAN, MISTAKES, ROOT
from generator.adapters.commands.reading_files import seeds_folder
from generator.model.files import seed_file
from generator.reporting.progress import progress
from generator.validating.schema import IDS, ids_schema, schemas

MODELINE = "# yaml-language-server: $schema="


@click.command(short_help="Write the JSON Schemas that help an editor.")
@click.option("--output", type=click.Path(file_okay=False), help="The folder to write. [default: ROOT/seeds/.schema]")
@click.option(
    "--with-ids/--without-ids",
    default=None,
    help="Also offer the ids that the site knows; a new id is no mistake. [default: as the folder has it]",
)
@click.option("--modelines", is_flag=True, help="Also name its schema in the first line of each seed that does not.")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; a schema that is out of date is a mistake.")
@ROOT
def schema(root: str, output: str | None, with_ids: bool | None, modelines: bool, only_check: bool) -> int:
    """Write a JSON Schema of each file of the seeds of ROOT, for editors."""
    folder = Path(output) if output is not None else seeds_folder(Path(root)) / ".schema"
    if with_ids is None:
        with_ids = (folder / f"{IDS}.schema.json").exists()
    files = _files(Path(root), folder, with_ids=with_ids)
    if only_check:
        return _checked(files, with_ids=with_ids)
    try:
        _write_all(files)
        named = _name_schemas(Path(root), folder) if modelines else 0
    except OSError as error:
        raise click.UsageError(f"cannot write `{error.filename}`: {error.strerror}") from error
    click.echo(f"{folder}: {len(files)} schemas" + (f"; named in {named} more seeds" if modelines else ""), err=True)
    return CLEAN


def write_for_new(root: Path) -> None:
    """What a new site has from the beginning. Raises OSError where the disk refuses."""
    folder = root / "seeds" / ".schema"
    _write_all(_files(root, folder, with_ids=True))
    _name_schemas(root, folder)


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


def _name_schemas(root: Path, folder: Path) -> int:
    """Put the modeline into the seeds that have none; how many those were."""
    count = 0
    for path, file in reading.read(root)[0].files.items():
        held = seed_file(path)
        if held is None or MODELINE in file.text:
            continue
        target = root / path
        way = Path(os.path.relpath(folder / f"{held.name}.schema.json", target.parent)).as_posix()
        end = "\r\n" if "\r\n" in file.text else "\n"
        _write(target, f"{MODELINE}{way}{end}{file.text}")
        count += 1
    return count


def _write_all(files: Mapping[Path, str]) -> None:
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, content)


def _write(path: Path, text: str) -> None:
    """Nothing where nothing changes, so that a server that watches does not build again."""
    content = text.encode()
    if _content(path) != content:
        path.write_bytes(content)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
