"""`explainer import`."""

from collections.abc import Iterator
from pathlib import Path

import click

from explainer.authoring import importing
from explainer.authoring.importing import FileForm
from explainer.authoring.importing.documentcloud import WordsInBox
from explainer.authoring.receiving import CannotReadError
from explainer.authoring.receiving.pdf.boxes import WordsOfPdf
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
@click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="LAYER=KIND",
    help="What a layer of WebAnno TSV is, or what a feature of it says: LAYER.FEATURE=FIELD.  [several]",
)
@SEEDS
def import_(
    file: str, form: str | None, article: str | None, reading: str | None, mapping: tuple[str, ...], root: str
) -> int:
    """Take sources or annotations from FILE, an export of another program, or `-` for standard input, into the seeds.

    Sources (CSL-JSON, CSL-YAML, BibTeX, RIS, EndNote XML) go into `sources.yaml`, annotations (W3C Web Annotation,
    Hypothesis as JSON or CSV, notes of DocumentCloud, WebAnno TSV of INCEpTION, TEI) into the `annotations.yaml` of
    their article, as notes whose quotes were checked; Zotero RDF holds both. What is there already stays as it is.
    """
    seeds_folder(Path(root))
    text = _decoded(file, content_of(file))
    kind = FileForm(form) if form else importing.form_of(file, text)
    if kind is None:
        listed = ", ".join(FileForm)
        raise click.UsageError(
            f"`{file}` is nothing that can be imported; if it is, say what with `--format`: {listed}"
        )
    if kind in importing.SOURCES and article is not None:
        raise click.UsageError("`--article` goes with annotations, and this is a bibliography")
    if kind not in importing.SOURCES | importing.BOTH and reading is not None:
        raise click.UsageError("`--reading` goes with a bibliography, and these are annotations")
    if kind is not FileForm.WEBANNO_TSV and mapping:
        raise click.UsageError(f"`--map` goes with the layers of WebAnno TSV, and this is {kind}")
    try:
        with writing.locked(Path(root)), progress() as tell:
            tell(f"importing {file}", 0, 0)
            done = list(_prepared(Path(root), file, text, kind, article, reading, mapping))
            files = {path: content for each in done for path, content in each.files.items()}
            read = {path: content for each in done for path, content in each.read.items()}
            writing.change(Path(root), writing.New(files=files, read=read))
    except CannotAppendError as error:
        raise click.ClickException(str(error)) from error
    except importing.WrongMappingError as error:
        raise click.UsageError(str(error)) from error
    problems = [line for each in done for line in each.problems]
    for line in (line for each in done for line in each.lines):
        click.echo(line)
    for line in problems:
        click.echo(f"left out: {line}", err=True)
    return MISTAKES if problems else CLEAN


def _prepared(
    root: Path, name: str, text: str, kind: FileForm, article: str | None, reading: str | None, mapping: tuple[str, ...]
) -> Iterator[importing_sources.Prepared]:
    if kind in importing.SOURCES:
        yield importing_sources.prepared(root, importing_sources.library_of(name, text, kind), kind, reading)
    elif kind in importing.BOTH:
        zotero = importing.read_zotero(text, name)
        yield importing_sources.prepared(root, zotero.library, kind, reading)
        if zotero.notes.notes or zotero.notes.problems:
            yield importing_notes.prepared(root, importing.writable(zotero.notes), article)
    else:
        words_in = _words_in(root, article) if kind is FileForm.DOCUMENTCLOUD and article else None
        yield importing_notes.prepared(root, importing.read_annotations(text, kind, name, mapping, words_in), article)


def _words_in(root: Path, article: str) -> WordsInBox | None:
    """What finds words by their place, if the article was made from a PDF that lies beside it."""
    path = root / "seeds" / "articles" / article / "received.pdf"
    if not path.is_file():
        return None
    try:
        return WordsOfPdf(content_of(str(path))).inside
    except CannotReadError as error:
        click.echo(f"the PDF of the article is not looked at: {error}", err=True)
        return None


def _decoded(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"`{name}` is not UTF-8: the byte 0x{content[error.start]:02x} stands at its position {error.start}"
        raise click.UsageError(f"{message}; export it again as UTF-8") from error
