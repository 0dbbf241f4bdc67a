"""What the commands share that read a file of the author's: where the seeds are, and what the file holds."""

import shlex
import sys
from pathlib import Path

import click

from explainer.commands.exit_codes import WRONG_CALL
from explainer.commands.files import writing
from explainer.reading import LARGEST_FILE

BUILD = "build"
"""The folder that `explainer build` writes, where none is named."""
SEEDS = click.option(
    "--root",
    default=".",
    show_default="this folder",
    type=click.Path(exists=True, file_okay=False),
    help="The folder that holds `seeds`.",
)


class NoSiteError(click.ClickException):
    """The command was called where there is no site: told alone, for how to call it was right."""

    exit_code = WRONG_CALL


def seeds_folder(root: Path) -> Path:
    """The folder `seeds`; where there is none, a sentence that says so, and where the site is or how to make one.

    What a command that was cut short has left in the project is put in order first.
    """
    finish_interrupted(root)
    folder = root / "seeds"
    if not folder.is_dir():
        here = root.resolve()
        told = f"there is no site in `{here}`: a site has a folder `seeds`."
        around = next((parent for parent in here.parents if (parent / "seeds" / "site.yaml").is_file()), None)
        if around:
            raise NoSiteError(f"{told}\nIt lies inside the site `{around}`; go there: cd {shlex.quote(str(around))}")
        raise NoSiteError(f"{told}\nGo to the folder of your site, or make one: explainer new my-site")
    return folder


def finish_interrupted(root: Path) -> None:
    """Finish or take back what an earlier command was about to write, in the seeds and in what was built."""
    for folder in (root, root / BUILD):
        writing.finish_interrupted(folder)


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
