"""`explainer schema`."""

import json
import os
from pathlib import Path
from typing import Any

import click

from generator import pipeline, reading
from generator.adapters.commands.common import CLEAN, ROOT
from generator.adapters.commands.reading_files import seeds_folder
from generator.model.files import seed_file
from generator.validating.schema import IDS, ids_schema, schemas

MODELINE = "# yaml-language-server: $schema="


@click.command()
@click.option("--output", type=click.Path(file_okay=False), help="The folder to write. [default: ROOT/seeds/.schema]")
@click.option("--with-ids", is_flag=True, help="Also offer the ids that the site knows; a new id is no mistake.")
@click.option("--modelines", is_flag=True, help="Also name its schema in the first line of each seed that does not.")
@ROOT
def schema(root: str, output: str | None, with_ids: bool, modelines: bool) -> int:
    """Write a JSON Schema of each file of the seeds of ROOT, for editors."""
    folder = Path(output) if output is not None else seeds_folder(Path(root)) / ".schema"
    written = schemas(with_ids=with_ids)
    if with_ids:
        linked, _ = pipeline.link(Path(root))
        written[IDS] = ids_schema(linked.labels)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in written.items():
            _write(folder / f"{name}.schema.json", _printed(content))
        named = _name_schemas(Path(root), folder) if modelines else 0
    except OSError as error:
        raise click.UsageError(f"cannot write `{error.filename}`: {error.strerror}") from error
    click.echo(f"{folder}: {len(written)} schemas" + (f"; named in {named} more seeds" if modelines else ""), err=True)
    return CLEAN


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


def _write(path: Path, text: str) -> None:
    """Nothing where nothing changes, so that a server that watches does not build again."""
    content = text.encode()
    if not path.exists() or path.read_bytes() != content:
        path.write_bytes(content)
