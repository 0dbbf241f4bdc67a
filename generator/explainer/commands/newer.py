"""`explainer newer`."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from explainer import pipeline, reading
from explainer.authoring import reanchoring
from explainer.authoring.reanchoring import PassageState, Replacement
from explainer.commands.exit_codes import CLEAN, MISTAKES
from explainer.commands.reading_files import SEEDS, seeds_folder
from explainer.commands.saved_text import SavedText, saved_text
from explainer.model.collation.changes import ChangedParagraph, changed_paragraphs
from explainer.model.seeds import Article
from explainer.model.stages import ArticleSeed
from explainer.reporting.counting import number_of
from explainer.reporting.printable import printable
from explainer.text.addresses import plain_address
from explainer.text.shortening import shortened

_SHOWN = 12
"""Words of a change that are shown."""


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@click.option("--article", help="Of which article they are.  [default: of that with the address that the page names]")
@SEEDS
def newer(files: tuple[str, ...], article: str | None, root: str) -> int:
    """Tell whether FILES, pages that were saved again, hold a newer text of an article, and propose to take it.

    Shows what changed, paragraph by paragraph, and what would become of the notes. Nothing is written: `explainer
    reanchor` takes a text, and keeps the earlier one for readers.
    """
    seeds_folder(Path(root))
    articles = pipeline.articles(Path(root))
    contents, _ = reading.scan(Path(root), reading.LARGEST_FILE)
    differ = False
    for name in files:
        saved = saved_text(name)
        about = _article(articles, article, saved, name)
        try:
            found = reanchoring.replacement(contents, about.id, saved.content, name)
        except reanchoring.ReanchorRefusedError as error:
            raise click.UsageError(printable(str(error))) from error
        changes = changed_paragraphs(about.text, found.shown.article, about.entry.value.language)
        changed = [each for each in changes if each.is_changed]
        differ = differ or bool(changed)
        for line in _told(name, found, changed, root):
            click.echo(printable(line))
    return MISTAKES if differ else CLEAN


def _article(articles: Mapping[str, ArticleSeed], named: str | None, saved: SavedText, file: str) -> ArticleSeed:
    """The article that is named, or else the one with an address of the page."""
    if named is not None:
        if named not in articles:
            listed = ", ".join(f"`{each}`" for each in articles) or "none"
            raise click.UsageError(f"there is no article `{named}`; there are: {listed}")
        return articles[named]
    values = ((each, each.entry.value) for each in articles.values())
    near = [each for each, value in values if saved.addresses & _addresses(value)]
    if len(near) != 1:
        told = "names no address of an article here" if not near else "names the address of several articles"
        raise click.UsageError(f"`{file}` {told}; say which it is with `--article`")
    return near[0]


def _addresses(article: Article) -> set[str]:
    return {plain_address(each) for each in (article.url, article.archive_url) if each}


def _told(name: str, found: Replacement, changed: list[ChangedParagraph], root: str) -> Iterator[str]:
    if not changed:
        yield f"{found.article.id}: `{name}` has the same words"
        return
    yield f"{found.article.id}: `{name}` is another text: {number_of(len(changed), 'paragraph')} changed"
    for each in changed:
        yield f"  {_place(each)}: {_change(each)}"
    counts = {state: sum(each.state is state for each in found.quotes) for state in PassageState}
    said = ", ".join(f"{count} {state.value}" for state, count in counts.items() if count)
    yield f"  notes: {said}" if said else "  there are no notes"
    yield from (f"  {lost.message}" for lost in found.lost)
    where = f" {root}" if root != "." else ""
    yield f"  nothing was written; to take it: explainer reanchor {found.article.id} {name}{where}"


def _place(change: ChangedParagraph) -> str:
    if change.before is None:
        return f"new paragraph {(change.after or 0) + 1}"
    return f"paragraph {change.before + 1}" + (" is gone" if change.after is None else "")


def _change(change: ChangedParagraph) -> str:
    kinds = " and ".join(map(str, change.kinds))
    words = []
    for each in change.stretches:
        if not each.is_equal:
            gone = f"[-{shortened(' '.join(each.ours), _SHOWN)}-]" if each.ours else ""
            come = f"{{+{shortened(' '.join(each.theirs), _SHOWN)}+}}" if each.theirs else ""
            words.append(f"{gone} {come}".strip())
    return (f"differs in {kinds}: " if kinds else "") + " … ".join(words)
