"""What the commands share that read a file of the author's: where the seeds are, and what the file holds."""

import sys
from pathlib import Path

import click

from generator.reading import LARGEST_FILE

SEEDS = click.option(
    "--root",
    default=".",
    show_default="this folder",
    type=click.Path(exists=True, file_okay=False),
    help="The folder that holds `seeds`.",
)


def seeds_folder(root: Path) -> Path:
    """The folder `seeds`, or a wrong call where there is none."""
    folder = root / "seeds"
    if not folder.is_dir():
        raise click.UsageError(f"there is no folder `seeds` in `{root}`; `explainer new` makes a site that has one")
    return folder


def content_of(name: str) -> bytes:
    """The bytes of a file, or of standard input where its name is `-`; a wrong call where it cannot be used."""
    try:
        content = sys.stdin.buffer.read(LARGEST_FILE + 1) if name == "-" else _read(Path(name))
    except OSError as error:
        raise click.UsageError(f"cannot read `{name}`: {error.strerror}") from error
    if len(content) > LARGEST_FILE:
        raise click.UsageError(f"`{name}` is larger than 4 MB; no file of the seeds may be")
    if not content.strip():
        raise click.UsageError(f"`{name}` is empty")
    return content


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)
