"""`explainer add`."""

import re
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from explainer.authoring import adding, yaml_writing
from explainer.authoring.receiving import Wanted
from explainer.commands import provenance, received_file
from explainer.commands import telling_of_added as telling
from explainer.commands.exit_codes import CLEAN
from explainer.commands.files import source_of_article, writing
from explainer.commands.reading_files import SEEDS, seeds_folder
from explainer.commands.schema import MODELINE
from explainer.commands.taking import take
from explainer.model import fields
from explainer.model.drafts import TODO, Value
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
@click.option(
    "--part", default="", help="Which page of an archive, or chapter of a book.  [default: all, or the only one]"
)
@click.option("--digest-only", is_flag=True, help="Keep only the SHA-256 of ARTICLE, where it may not be published.")
@SEEDS
def add(
    article: str, slug: str | None, as_html: bool | None, part: str, digest_only: bool, root: str, **given: str | None
) -> int:
    """Make the folder of a new article from ARTICLE, or from `-` for standard input.

    ARTICLE is a text or Markdown, a saved page (HTML, MHTML, webarchive), a letter (.eml), a PDF, a document (DOCX,
    ODT), a book (EPUB) or a web archive (WARC, WACZ), known by its content. Of a letter, `--text` takes the plain
    text. The file is kept beside its text.

    Where the article is from is taken from the options, from the file itself, and on a terminal it is asked for. What
    nobody says becomes a TODO line, which `explainer check` reports.
    """
    seeds = seeds_folder(Path(root))
    articles = seeds / "articles"
    form = ReceivedForm.HTML if as_html else None
    with progress() as tell, received_file.opened(article, form) as received:
        tell(f"reading {article}", 0, 0)
        taken = take(received, Wanted(part, is_plain=as_html is False), has_file=not digest_only)
    new = taken.article
    known = {key: provenance.checked(key, value) for key, value in given.items() if value is not None}
    if article != "-" and sys.stdin.isatty():
        known |= provenance.ask(new, known)
    known = {key: value for key, value in known.items() if value}
    title = known.get("title") or (new.facts["title"].value if "title" in new.facts else "")
    name = _name(slug, title or new.name)
    draft = adding.article_draft(new, known, taken.origin, taken.received)
    files = {
        "source.txt": taken.source,
        **taken.kept,
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


def _todos(value: Value) -> int:
    """How many values are still to be written, also inside lists."""
    if isinstance(value, str):
        return int(value.startswith(TODO))
    return sum(map(_todos, value.values() if isinstance(value, Mapping) else value))
