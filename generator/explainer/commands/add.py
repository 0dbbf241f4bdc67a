"""`explainer add`."""

import re
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from explainer.authoring import adding, receiving, yaml_writing
from explainer.authoring.adding import NewArticle
from explainer.authoring.receiving import Wanted
from explainer.commands import provenance, received_file
from explainer.commands import telling_of_added as telling
from explainer.commands.exit_codes import CLEAN
from explainer.commands.files import source_of_article, writing
from explainer.commands.reading_files import SEEDS, seeds_folder
from explainer.commands.received_file import ReceivedFile
from explainer.commands.schema import MODELINE
from explainer.model import fields
from explainer.model.drafts import TODO, Value
from explainer.reading import LARGEST_FILE
from explainer.reading.decoding import decode
from explainer.reporting.progress import progress
from explainer.text import slugs
from explainer.vocabulary import ReceivedForm

_LONG_NAME = 50
"""Characters after which a name that was made from a title is awkward as an address."""


@click.command()
@click.argument("article", type=click.Path(dir_okay=False, allow_dash=True))
@provenance.options
@click.option("--slug", help="The name of its folder and address; it never changes.  [default: made from the title]")
@click.option(
    "--html/--text", "as_html", default=None, help="Take it for HTML, or for text.  [default: by its content]"
)
@SEEDS
def add(article: str, slug: str | None, as_html: bool | None, root: str, **given: str | None) -> int:
    """Make the folder of a new article from ARTICLE, or from `-` for standard input.

    ARTICLE is a file of text or Markdown, a saved page (HTML, MHTML, webarchive) or a letter (.eml); of a letter,
    `--text` takes the plain text.

    Where the article is from is taken from the options, from the file itself, and on a terminal it is asked for. What
    nobody says becomes a TODO line, which `explainer check` reports.
    """
    seeds = seeds_folder(Path(root))
    articles = seeds / "articles"
    with progress() as tell, received_file.opened(article, _said(as_html)) as received:
        tell(f"reading {article}", 0, 0)
        new, source = _article(received, Wanted(is_plain=as_html is False))
        origin = f"Written by `explainer add` from {_named(received)} (SHA-256 {received.sha256})."
    known = {key: provenance.checked(key, value) for key, value in given.items() if value is not None}
    if article != "-" and sys.stdin.isatty():
        known |= provenance.ask(new, known)
    known = {key: value for key, value in known.items() if value}
    title = known.get("title") or (new.facts["title"].value if "title" in new.facts else "")
    name = _name(slug, title or new.name)
    draft = adding.article_draft(new, known, origin)
    files = {
        "source.txt": source,
        "article.yaml": (_modeline(seeds, "../../", "article") + yaml_writing.document(draft)).encode(),
        "annotations.yaml": (_modeline(seeds, "../../", "annotations") + adding.annotations_file()).encode(),
    }
    try:
        with writing.locked(Path(root)):
            entry = source_of_article.entry(Path(root), new, known, first_line=_modeline(seeds, "", "sources"))
            folders = {f"seeds/articles/{name}": files}
            writing.change(Path(root), writing.New(files=entry.files, folders=folders, read=entry.read))
    except writing.NotEmptyError:
        raise click.UsageError(f"there is an article `{name}` already; choose another name with `--slug`") from None
    todos = sum(_todos(value) for value in draft.values.values())
    click.echo(f"{articles / name}: {telling.size(new, todos)}")
    if slug is None and len(name) > _LONG_NAME:
        click.echo("that name is its address for good; for a shorter one, remove the folder and say `--slug NAME`")
    for line in telling.choices(new):
        click.echo(line)
    click.echo(entry.told)
    click.echo("next: `explainer check` lists what is missing, `explainer quote` finds passages")
    return CLEAN


def _modeline(seeds: Path, way: str, name: str) -> str:
    """The line that names the schema of a file to editors, in a site that has schemas."""
    schema = f".schema/{name}.schema.json"
    return f"{MODELINE}{way}{schema}\n" if (seeds / schema).exists() else ""


def _said(as_html: bool | None) -> ReceivedForm | None:
    """The form that the author names. A letter may have both, so that text is only what is no other form."""
    return ReceivedForm.HTML if as_html else None


def _article(received: ReceivedFile, wanted: Wanted) -> tuple[NewArticle, bytes]:
    """The article, and the text of its source.txt."""
    is_plain = wanted.is_plain and received.form is ReceivedForm.HTML
    if received.form is ReceivedForm.TEXT or is_plain:
        return _text(received.name, received.file.read(LARGEST_FILE + 1))
    found = receiving.read(received.file, received.form, wanted)
    for remark in found.remarks:
        click.echo(remark, err=True)
    if isinstance(found.content, str):
        new = adding.from_text(found.content, found.envelope.first)
    else:
        page = found.content
        new = adding.from_page(
            page.read.text, first=found.envelope.first, otherwise=found.envelope.otherwise, is_of_web=page.is_of_web
        )
        click.echo(telling.encoding(page.read), err=True)
        if page.read.wrong:
            click.echo(telling.wrong_bytes(page.read, new.text), err=True)
    if not new.text.strip():
        raise click.UsageError("this page holds no text; was it saved after it had been shown?")
    source = new.text.encode()
    if len(source) > LARGEST_FILE:
        raise click.UsageError(f"the text of `{received.name}` is larger than 4 MB; no file of the seeds may be")
    return new, source


def _text(name: str, content: bytes) -> tuple[NewArticle, bytes]:
    file, found = decode(name, content, tabs=True)
    for diagnostic in found:
        fix = diagnostic.fix or diagnostic.rule.fix
        raise click.UsageError(f"{diagnostic.span}: {diagnostic.message}. {fix}")
    if not file.text.strip():
        raise click.UsageError(f"`{name}` holds no text")
    return adding.from_text(file.text), content


def _name(slug: str | None, title: str) -> str:
    name = slug if slug is not None else slugs.slug(title)
    if not re.fullmatch(fields.ID.pattern, name):
        asked = (
            f"`{slug}` cannot be a name: write {fields.ID.words}"
            if slug
            else "no name of a folder can be made from its title: give it a name with `--slug`"
        )
        raise click.UsageError(asked)
    return name


def _named(received: ReceivedFile) -> str:
    return "standard input" if received.name == "-" else received.name


def _todos(value: Value) -> int:
    """How many values are still to be written, also inside lists."""
    if isinstance(value, str):
        return int(value.startswith(TODO))
    return sum(map(_todos, value.values() if isinstance(value, Mapping) else value))


def article_in(received: ReceivedFile) -> tuple[NewArticle, bytes]:
    """The same for a file that is saved again: what stands in it, and the text that its source.txt would hold."""
    return _article(received, Wanted())
