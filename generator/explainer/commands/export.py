"""`explainer export`."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import click

from explainer import exporting, pipeline
from explainer.commands.book_of import BOOKS, book
from explainer.commands.common import ROOT
from explainer.commands.edition import in_edition
from explainer.commands.exit_codes import CLEAN, MISTAKES
from explainer.commands.files import output_folder, writing
from explainer.commands.files.project_files import project_files
from explainer.commands.files.zipping import zipped
from explainer.commands.project import project_file
from explainer.commands.reading_files import seeds_folder
from explainer.diagnostics import Diagnostic
from explainer.engine import mkdocs_file
from explainer.exporting import Addresses
from explainer.model.marks import unmarked
from explainer.model.stages import Linked
from explainer.reporting.progress import progress

FORMS = {
    "json": "everything as one document; its schema is `explainer schema --exported`",
    "data-package": "everything as tables with keys, a data package of Frictionless",
    "ro-crate": "a bag to be kept: the seeds, what was received, every form, with digests",
    "web-annotation": "the annotations of each article in the model of the W3C",
    "web-annotation-pages": "the same in pages, as files for a server",
    "tei": "the articles verbatim in TEI P5, with everything else standing off",
    "schema-org": "who claims what, and what was assessed, in the words of schema.org",
    "csl-json": "the sources",
    "csv": "the claims and positions as a table",
    "coverage": "the reports by question as a table",
    "pairs": "the articles side by side as a table",
    "earlier": "what earlier texts said as a table",
    "epub": "the pages of the site, or of one article, as a book for e-readers",
    "pdf": "the same on paper, tagged, with the notes at the foot of the page",
}
"""Each with what it holds, for `--help`."""
FOLDERS = ("data-package", "ro-crate", "web-annotation-pages")
"""Those that are several files."""


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    required=True,
    help="; ".join(f"`{form}`: {holds}" for form, holds in FORMS.items()) + ".",
)
@click.option("--article", help="Only this article, of annotations, TEI and books.  [default: of all]")
@click.option("--reports", is_flag=True, help="The passages of reports instead of the annotations of articles.")
@click.option("--pairs", is_flag=True, help="What stands in both of two articles that are laid side by side.")
@click.option("--edition", "language", help="Our texts as in this edition, such as `uk`.  [default: the original]")
@click.option("--output", type=click.Path(), help="The file to write, or the folder.  [default: standard output]")
@ROOT
def export(
    root: str, form: str, article: str | None, reports: bool, pairs: bool, language: str | None, output: str | None
) -> int:
    """Write what the seeds of ROOT hold in a form that other programs read.

    `web-annotation` gives one collection for each article, or with `--reports` for each report that is only quoted,
    with `--pairs` for each two articles side by side, in a list where there are several.
    """
    seeds_folder(Path(root))
    for name, is_asked in (("reports", reports), ("pairs", pairs)):
        if is_asked and form != "web-annotation":
            raise click.UsageError(f"`--{name}` goes with `--format web-annotation`")
    if form in BOOKS and output is None and sys.stdout.isatty():
        raise click.UsageError(f"`--format {form}` is no text: name the file with `--output`")
    with progress() as tell:
        linked, found = pipeline.link(Path(root), tell, unfinished=article is not None)
    if language is not None:
        if form == "ro-crate":
            raise click.UsageError("`--format ro-crate` keeps every edition; leave `--edition` out")
        linked = in_edition(linked, language)
    if form in BOOKS:
        _check_article(linked, article)
        with progress() as tell:
            content = book(form, linked, _addresses(Path(root), linked), article, tell)
        if output is None:
            click.echo(content, nl=False)
        else:
            _write(Path(output), content, Path(root))
        return _ended(found)
    if article is not None:
        linked = _only(linked, article, form)
    addresses = _addresses(Path(root), linked)
    if form in FOLDERS:
        files, unread = _files(linked, Path(root), form)
        _write_folder(files, output, form)
        for each in unread:
            click.echo(f"not kept: {each}", err=True)
        return _ended(found) or (MISTAKES if unread else CLEAN)
    forms: dict[str, Callable[[], str]] = {
        "json": lambda: _json(exporting.whole(linked, addresses)),
        "web-annotation": lambda: _json(_one_or_all(_annotated(linked, addresses, reports=reports, pairs=pairs))),
        "tei": lambda: exporting.tei_document(linked, addresses),
        "schema-org": lambda: _json(exporting.schema_org_graph(linked, addresses)),
        "csl-json": lambda: _json(exporting.csl_items(linked)),
        "csv": lambda: exporting.claims_table(linked),
        "coverage": lambda: exporting.coverage_table(linked, addresses),
        "pairs": lambda: exporting.pairs_table(linked, addresses),
        "earlier": lambda: exporting.earlier_table(linked, addresses),
    }
    text = unmarked(forms[form]())
    if output is None:
        click.echo(text, nl=False)
    else:
        _write(Path(output), text.encode(), Path(root))
    return _ended(found)


def _ended(found: Iterable[Diagnostic]) -> int:
    errors = sum(diagnostic.is_error for diagnostic in found)
    if errors:
        told = "a mistake" if errors == 1 else f"{errors} mistakes"
        click.echo(f"the seeds have {told}; what is broken is left out: see `explainer check`", err=True)
    return MISTAKES if errors else CLEAN


def _files(linked: Linked, root: Path, form: str) -> tuple[Mapping[str, bytes], tuple[str, ...]]:
    """Those of a form, and what of the site could not be read for it."""
    if form == "data-package":
        return exporting.data_package(linked, _addresses(root, linked)), ()
    if form == "web-annotation-pages":
        if not (addresses := _addresses(root, linked)).site:
            raise click.UsageError(
                "the pages name each other by their addresses, and nobody knows that of this site: "
                "write `address: https://…` into `seeds/site.yaml`"
            )
        return exporting.annotation_pages(linked, addresses), ()
    files, unread = project_files(root)
    editions = [(each, _addresses(root, each)) for each in (linked, *linked.editions)]
    return exporting.archive(editions, files), unread


def _write_folder(files: Mapping[str, bytes], output: str | None, form: str) -> None:
    """Into a folder of ours; one file where the name says that it is an archive."""
    if output is None:
        raise click.UsageError(f"`--format {form}` is several files: name a folder with `--output`, or a `.zip`")
    if output.endswith(".zip"):
        # A bag in one file is a folder in it; of the others, what lies in it is what there is.
        below = {f"explainer/{path}": content for path, content in files.items()} if form == "ro-crate" else files
        writing.write_alone(Path(output), zipped(below))
        return
    try:
        output_folder.write(Path(output), files)
    except output_folder.NotOursError as error:
        raise click.UsageError(str(error)) from error


def _only(linked: Linked, article: str, form: str) -> Linked:
    if form not in ("web-annotation", "tei"):
        books = " or ".join(f"`--format {book}`" for book in BOOKS)
        raise click.UsageError(f"`--article` goes with `--format web-annotation`, `--format tei`, {books}")
    _check_article(linked, article)
    return exporting.only(linked, article)


def _check_article(linked: Linked, article: str | None) -> None:
    known = linked.anchored.articles
    if article is not None and article not in known:
        listed = ", ".join(f"`{name}`" for name in known) or "none"
        raise click.UsageError(f"there is no article `{article}`; there are: {listed}")


def _annotated(linked: Linked, addresses: Addresses, *, reports: bool, pairs: bool) -> list[dict[str, object]]:
    collections = exporting.report_collections if reports else exporting.collections
    if pairs:
        collections = exporting.pair_collections
    return collections(linked, addresses)


def _addresses(root: Path, linked: Linked) -> Addresses:
    """Where the site is published, as far as its seeds or settings say."""
    settings = project_file(root).settings if mkdocs_file.find(root).exists() else {}
    address = linked.seeds.site.value.address if linked.seeds.site else None
    below = f"{linked.edition.language}/" if linked.edition and settings.get("site_url") else ""
    site = str(address or f"{str(settings.get('site_url') or '').rstrip('/')}/{below}".strip("/"))
    return Addresses(f"{site.rstrip('/')}/" if site else "", settings.get("use_directory_urls", True) is not False)


def _one_or_all(collections: list[dict[str, object]]) -> object:
    return collections[0] if len(collections) == 1 else collections


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _write(path: Path, content: bytes, root: Path) -> None:
    """A file of the project goes through the same door as its seeds; any other is the author's to name."""
    if not path.parent.is_dir():
        raise writing.NotWrittenError(path, "its folder is not there")
    below = Path(os.path.relpath(path, root))
    if below.parts[:1] == (os.pardir,) or not (path.is_file() or not os.path.lexists(path)):
        writing.write_alone(path, content)
        return
    with writing.locked(root):
        writing.change(root, writing.New(files={below.as_posix(): content}))
