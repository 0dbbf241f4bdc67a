"""`explainer import`."""

from pathlib import Path

import click

from explainer.authoring import importing
from explainer.authoring.importing import FileForm
from explainer.authoring.yaml_writing import CannotAppendError
from explainer.commands.exit_codes import CLEAN, MISTAKES
from explainer.commands.files import importing_notes, importing_sources, writing
from explainer.commands.reading_files import SEEDS, content_of, seeds_folder
from explainer.reporting.progress import progress
from explainer.vocabulary import Reading


@click.command(name="import")
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True))
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in FileForm]),
    help="What FILE is.  [default: by its name and content]",
)
@click.option("--article", help="The article that the annotations are about.  [default: the one of their address]")
@click.option(
    "--reading", type=click.Choice([word.value for word in Reading]), help="What was read of all these sources."
)
@SEEDS
def import_(file: str, form: str | None, article: str | None, reading: str | None, root: str) -> int:
    """Take sources or annotations from FILE, an export of another program, or `-` for standard input, into the seeds.

    Sources (CSL-JSON, CSL-YAML, BibTeX, RIS) go into `sources.yaml`, annotations (W3C Web Annotation, Hypothesis) into
    the `annotations.yaml` of their article, as notes whose quotes were checked. What is there already stays as it is.
    """
    seeds_folder(Path(root))
    text = _decoded(file, content_of(file))
    kind = FileForm(form) if form else importing.form_of(file, text)
    if kind is None:
        listed = ", ".join(FileForm)
        raise click.UsageError(
            f"`{file}` is nothing that can be imported; if it is, say what with `--format`: {listed}"
        )
    if kind is not FileForm.WEB_ANNOTATION and article is not None:
        raise click.UsageError("`--article` goes with annotations, and this is a bibliography")
    if kind is FileForm.WEB_ANNOTATION and reading is not None:
        raise click.UsageError("`--reading` goes with a bibliography, and these are annotations")
    try:
        with writing.locked(Path(root)), progress() as tell:
            tell(f"importing {file}", 0, 0)
            if kind is FileForm.WEB_ANNOTATION:
                told = importing_notes.run(Path(root), text, article)
            else:
                told = importing_sources.run(Path(root), file, text, kind, reading)
    except CannotAppendError as error:
        raise click.ClickException(str(error)) from error
    for line in told.lines:
        click.echo(line)
    for line in told.problems:
        click.echo(f"left out: {line}", err=True)
    return MISTAKES if told.problems else CLEAN


def _decoded(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"`{name}` is not UTF-8: the byte 0x{content[error.start]:02x} stands at its position {error.start}"
        raise click.UsageError(f"{message}; export it again as UTF-8") from error
