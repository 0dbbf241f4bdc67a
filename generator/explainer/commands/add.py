"""`explainer add`."""

import hashlib
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from explainer.authoring import adding, yaml_writing
from explainer.authoring.adding import NewArticle
from explainer.commands import provenance
from explainer.commands import telling_of_added as telling
from explainer.commands.exit_codes import CLEAN
from explainer.commands.files import source_of_article, writing
from explainer.commands.reading_files import SEEDS, content_of, seeds_folder
from explainer.commands.schema import MODELINE
from explainer.model import fields
from explainer.model.drafts import TODO, Value
from explainer.reading.decoding import decode
from explainer.reporting.progress import progress
from explainer.text import slugs

_LONG_NAME = 50
"""Characters after which a name that was made from a title is awkward as an address."""


@click.command()
@click.argument("article", type=click.Path(dir_okay=False, allow_dash=True))
@provenance.options
@click.option("--slug", help="The name of its folder and address; it never changes.  [default: made from the title]")
@click.option("--html/--text", "as_html", default=None, help="Take it for HTML, or for text.  [default: by its name]")
@SEEDS
def add(article: str, slug: str | None, as_html: bool | None, root: str, **given: str | None) -> int:
    """Make the folder of a new article from ARTICLE, a file of text, Markdown or saved HTML, or `-` for standard input.

    Where the article is from is taken from the options, from the page itself, and on a terminal it is asked for. What
    nobody says becomes a TODO line, which `explainer check` reports.
    """
    seeds = seeds_folder(Path(root))
    articles = seeds / "articles"
    content = content_of(article)
    kind = adding.other_kind(content)
    if kind:
        raise click.UsageError(f"`{article}` is {kind}; save the article as HTML or as a file of text")
    is_html = adding.is_html(article, content) if as_html is None else as_html
    with progress() as tell:
        tell(f"reading {article}", 0, 0)
        new, source = _page(content) if is_html else _text(article, content)
    known = {key: provenance.checked(key, value) for key, value in given.items() if value is not None}
    if article != "-" and sys.stdin.isatty():
        known |= provenance.ask(new, known)
    known = {key: value for key, value in known.items() if value}
    title = known.get("title") or (new.facts["title"].value if "title" in new.facts else "")
    name = _name(slug, title or new.name)
    draft = adding.article_draft(new, known, _origin(article, content))
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


def _page(content: bytes) -> tuple[NewArticle, bytes]:
    read = adding.decode_html(content)
    new = adding.from_page(read.text)
    if not new.text:
        raise click.UsageError("this page holds no text; was it saved after it had been shown?")
    click.echo(telling.encoding(read), err=True)
    if read.wrong:
        click.echo(telling.wrong_bytes(read, new.text), err=True)
    return new, new.text.encode()


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


def _origin(article: str, content: bytes) -> str:
    name = "standard input" if article == "-" else Path(article).name
    return f"Written by `explainer add` from {name} (SHA-256 {hashlib.sha256(content).hexdigest()})."


def _todos(value: Value) -> int:
    """How many values are still to be written, also inside lists."""
    if isinstance(value, str):
        return int(value.startswith(TODO))
    return sum(map(_todos, value.values() if isinstance(value, Mapping) else value))
