"""`explainer reanchor`."""

import sys
from pathlib import Path

import click

from explainer import reading
from explainer.authoring import reanchoring
from explainer.authoring.reanchoring import Judged, PassageState, Replacement
from explainer.commands import provenance
from explainer.commands.common import ROOT
from explainer.commands.exit_codes import CLEAN, MISTAKES
from explainer.commands.files import writing
from explainer.commands.reading_files import seeds_folder
from explainer.commands.saved_text import saved_text
from explainer.reporting.counting import number_of
from explainer.reporting.printable import printable
from explainer.reporting.progress import progress
from explainer.text.shortening import shortened

_SAID = {
    PassageState.GONE: "gone",
    PassageState.MOVED: "moved, other words stand there now",
    PassageState.UNCHANGED: "unchanged, but another prefix or suffix is needed",
    PassageState.BROKEN: "not found in the old text either",
}
_COUNTED = {
    PassageState.GONE: "gone",
    PassageState.MOVED: "moved",
    PassageState.UNCHANGED: "unchanged but for their surroundings",
    PassageState.HOLDS: "holding",
    PassageState.BROKEN: "not in the old text either",
}


@click.command()
@click.argument("article")
@click.argument("new_source", type=click.Path(exists=True, dir_okay=False))
@click.option("--retrieved", help="The day on which the new text was found, such as 2031-02-05, for article.yaml.")
@click.option("--yes-unchanged", is_flag=True, help="Do not ask where the words are the same (or without a terminal).")
@click.option("--dry-run", is_flag=True, help="Only show what would become of each quote.")
@ROOT
def reanchor(
    root: str, article: str, new_source: str, retrieved: str | None, yes_unchanged: bool, dry_run: bool
) -> int:
    """Replace the text of ARTICLE by the file NEW_SOURCE, a newer version of it, quote by quote.

    NEW_SOURCE is a file of text or a saved page. Shows which quotes hold, which passages have other words now, and
    which are gone; writes only what is confirmed. The old text is kept beside the new one; readers see what changed.
    """
    seeds_folder(Path(root))
    day = provenance.checked("retrieved", retrieved) if retrieved else None
    contents, _ = reading.scan(Path(root), reading.LARGEST_FILE)
    try:
        with progress() as tell:
            tell("comparing the quotes with the new text", 0, 0)
            saved = saved_text(new_source)
            found = reanchoring.replacement(contents, article, saved.content, new_source)
    except reanchoring.ReanchorRefusedError as error:
        raise click.UsageError(printable(str(error))) from error
    if found.text == contents[found.article.text.source.file.path]:
        click.echo(f"`{new_source}` is the text that the article has already", err=True)
        return CLEAN
    _show(found)
    if dry_run:
        click.echo("nothing was written", err=True)
        return MISTAKES if _left(found, []) else CLEAN
    confirmed = _confirmed(found, yes_unchanged)
    if not (_is_terminal() or yes_unchanged):
        click.echo("nothing was written: there is no terminal to ask on, and no `--yes-unchanged`", err=True)
        return MISTAKES
    if _is_terminal() and not _ask(f"Replace the text, and change {number_of(len(confirmed), 'quote')}?"):
        click.echo("nothing was written", err=True)
        return MISTAKES
    try:
        files = found.written(confirmed, day or saved.retrieved)
    except reanchoring.ReanchorRefusedError as error:
        raise click.ClickException(printable(str(error))) from error
    # Not locked while the author thinks about each quote: what was edited meanwhile is noticed instead.
    with writing.locked(Path(root)):
        writing.change(Path(root), writing.New(files=files, read={path: contents.get(path) for path in files}))
    return _done(found, confirmed, day or saved.retrieved)


def _show(found: Replacement) -> None:
    """Worst first; what holds, and is still said in the same sentence, is only counted and named."""
    holding = [each for each in found.quotes if each.state is PassageState.HOLDS]
    to_read = [each for each in holding if each.is_elsewhere or each.around]
    groups = [(said, [each for each in found.quotes if each.state is state]) for state, said in _SAID.items()]
    for said, group in (*groups, ("holding, but the text around is another", to_read)):
        if group:
            click.echo(f"{said}: {number_of(len(group), 'quote')}\n")
        for index, each in enumerate(group):
            _tell(each, next(iter(group[index + 1 :]), None))
    quiet = [each for each in holding if each not in to_read]
    if quiet:
        click.echo(f"holding: {number_of(len(quiet), 'quote')}: {', '.join(map(_name, quiet))}\n")
    for lost in found.lost:
        click.echo(f"{printable(str(lost.span))}: {printable(lost.message)}")
        for remark in lost.remarks:
            click.echo(f"  = {printable(remark.message)}")
    counts = (f"{sum(each.state is state for each in found.quotes)} {said}" for state, said in _COUNTED.items())
    click.echo(f"{found.article.id}: {', '.join(counts)}", err=True)


def _tell(each: Judged, following: Judged | None = None) -> None:
    """Neighbours in one sentence share what is said about it."""
    click.echo(f"{printable(str(each.quoted.at('quote')))}: {_name(each)}")
    if each.why:
        click.echo(f"  = {printable(each.why)}")
    if each.old:
        click.echo(f"  old: {printable(each.old)}")
    if each.difference:
        click.echo(f"  new: {printable(each.new)}")
        kinds = " and ".join(map(str, each.difference.kinds))
        click.echo(f"  = differs in {kinds}: {printable(each.difference.diff)}")
    if each.is_elsewhere:
        click.echo("  = these words stand in another place of the text now; check that they are still meant")
    if each.around and following and each.around == following.around:
        return
    if each.around:
        kinds = " and ".join(map(str, each.around.kinds))
        click.echo(f"  = the sentence around it differs in {kinds}: {printable(each.around.diff)}")
    if each.selector and each.state is PassageState.UNCHANGED:
        for key in ("prefix", "suffix"):
            text = getattr(each.selector, key)
            click.echo(f"  = {key}: {printable(text)}" if text else f"  = no {key}")
    if each.is_mended:
        click.echo("  = the article now has the reading of `should-be`: the erratum may no longer be needed")
    click.echo()


def _name(each: Judged) -> str:
    if not each.quoted.path:
        return printable(each.quoted.entry.value.id)
    return f"unannotated “{printable(shortened(each.quoted.selector.quote, 4))}”"


def _confirmed(found: Replacement, yes_unchanged: bool) -> list[Judged]:
    confirmed = []
    for each in found.quotes:
        if each.selector is None:
            continue
        if yes_unchanged and each.is_harmless:
            confirmed.append(each)
        elif _is_terminal():
            _tell(each)
            is_moved = each.state is PassageState.MOVED
            said = "Take the new words" if is_moved else "Keep the words, with the new prefix and suffix,"
            if _ask(f"{said} for {_name(each)}?"):
                confirmed.append(each)
    return confirmed


def _done(found: Replacement, confirmed: list[Judged], day: str | None) -> int:
    left = _left(found, confirmed)
    click.echo(
        f"the text was replaced; the old one is kept as {found.kept_as}; "
        f"{number_of(len(confirmed), 'quote')} changed, {len(left)} left to you. {_day_told(found, day)}"
        "Run `explainer check`: new sentences have no note yet",
        err=True,
    )
    return MISTAKES if left or found.lost else CLEAN


def _day_told(found: Replacement, day: str | None) -> str:
    """What is left to write of the day: nothing where it was written."""
    if day and found.has_day:
        return ""
    return f"Write the new day of `retrieved`{f', {day},' if day else ''} into article.yaml. "


def _left(found: Replacement, confirmed: list[Judged]) -> list[Judged]:
    """Quotes that the new text does not hold as they are written."""
    return [each for each in found.quotes if each.state is not PassageState.HOLDS and each not in confirmed]


def _ask(question: str) -> bool:
    return click.confirm(question, default=False)


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()
