"""`explainer rename`."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import click

from explainer import reading
from explainer.authoring import renaming
from explainer.authoring.renaming.addresses import moved_addresses
from explainer.commands.common import ROOT
from explainer.commands.exit_codes import CLEAN
from explainer.commands.files import today, writing
from explainer.commands.reading_files import seeds_folder
from explainer.engine import mkdocs_file
from explainer.model.record_types import address_of
from explainer.reading.regular import read_regular
from explainer.reading.settings import SettingsError
from explainer.reporting.counting import number_of
from explainer.reporting.printable import printable
from explainer.reporting.progress import progress


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.option("--today", "since", type=today.Day(), help="The day of the rename. [default: today]")
@ROOT
def rename(root: str, old: str, new: str, dry_run: bool, since: date | None) -> int:
    """Rename the record OLD, such as question/losses, to NEW everywhere it is used. Its old address leads on.

    An annotation is named annotation/ARTICLE/ID. NEW is the id, or the whole name.
    """
    folder = Path(root)
    seeds_folder(folder)
    with writing.locked(folder):
        contents, _ = reading.scan(folder, reading.LARGEST_FILE)
        try:
            with progress() as tell:
                tell("looking for every use of it", 0, 0)
                plan = renaming.plan(contents, renaming.ref(old), new, (since or today.clock()).isoformat())
        except renaming.RenameRefusedError as error:
            raise click.UsageError(printable(str(error))) from error
        by_hand = _hand_written(folder, plan)
        _show(plan, by_hand)
        if dry_run:
            click.echo("nothing was written", err=True)
            return CLEAN
        read = {path: contents.get(path) for path in plan.contents}
        writing.change(folder, writing.New(files={**plan.contents, **by_hand}, moved=plan.moved, read=read))
    return CLEAN


def _hand_written(root: Path, plan: renaming.RenamePlan) -> dict[str, bytes]:
    """The project's `mkdocs.yml` and hand-written pages that link to the old address, as they must be."""
    changed = {}
    for path, page in _pages(root):
        try:
            text = read_regular(root / path).decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        moved = moved_addresses(text, page, address_of(plan.old), address_of(plan.new))
        if moved != text:
            changed[path] = moved.encode()
    return changed


def _pages(root: Path) -> list[tuple[str, str]]:
    """Paths below the project's root, and below its docs folder."""
    docs = root / "docs"
    settings = mkdocs_file.find(root)
    with suppress(OSError, SettingsError):  # settings that are broken are no reason not to rename; the build will tell
        docs = root / mkdocs_file.read(settings).docs_folder
    pages = (file for file in sorted(docs.rglob("*.md")) if file.resolve().is_relative_to(root.resolve()))
    by_hand = ((file.relative_to(root).as_posix(), file.relative_to(docs).as_posix()) for file in pages)
    return [(settings.name, ""), *by_hand]


def _show(plan: renaming.RenamePlan, by_hand: dict[str, bytes]) -> None:
    for span, before, after in plan.places:
        click.echo(f"{printable(str(span))}: {printable(before)} -> {printable(after)}")
    for before, after in plan.moved:
        click.echo(f"{printable(before)} -> {printable(after)}")
    for path in by_hand:
        click.echo(f"{printable(path)}: links to the new address")
    for span in plan.unclear:
        click.echo(f"{printable(str(span))}: left as it is; it could name another record of this id")
    files = number_of(len({span.path for span, _, _ in plan.places}), "file")
    count = number_of(len(plan.places), "place")
    click.echo(f"{plan.old} -> {plan.new}: {count} in {files}; `seeds/renamed.yaml` keeps the old address", err=True)
