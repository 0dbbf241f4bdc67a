"""`explainer edition`."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from explainer import pipeline
from explainer.authoring import editions
from explainer.authoring.yaml_writing import CannotAppendError
from explainer.commands.exit_codes import CLEAN, MISTAKES
from explainer.commands.files import today, writing
from explainer.commands.reading_files import SEEDS, content_of, seeds_folder
from explainer.model.editions import FOLDER
from explainer.model.fields import LANGUAGE
from explainer.model.stages import EditionOf, Linked
from explainer.reporting.counting import number_of
from explainer.reporting.printable import printable
from explainer.reporting.progress import progress

_HEAD = "# An edition of this site in another language; its texts stand in the folder of the same name.\n"


@click.group()
def edition() -> None:
    """The site in another language: begin it, complete it, and exchange its texts with translators."""


@edition.command()
@click.argument("language")
@click.option("--today", "day", type=today.Day(), help="The day of its translations. [default: today]")
@SEEDS
def add(root: str, language: str, day: date | None) -> int:
    """Begin the edition in LANGUAGE, such as `uk`, or add to it what is new: every text of ours, to be translated.

    What is there stays as it is. Ids, quotes, figures, dates and sources are never written twice.
    """
    folder = Path(root)
    seeds_folder(folder)
    if not re.fullmatch(LANGUAGE.pattern, language):
        raise click.UsageError(f"`{language}` is not {LANGUAGE.words}")
    path = f"{FOLDER}/{language}.yaml"
    with writing.locked(folder), progress() as tell:
        tell("reading the seeds", 0, 0)
        if (site := pipeline.language_of(folder)) == language:
            raise click.UsageError(f"the site itself is in `{site}`")
        before = writing.present(folder, path)
        described = f"{_HEAD}translated: {(day or today.clock()).isoformat()}\n"
        added = _added(folder, language, {path: described.encode()} if before is None else {})
    click.echo(f"{path}: the edition {'was begun' if before is None else 'is there'}; {added} to be translated")
    return CLEAN


@edition.command()
@click.argument("language")
@click.option("--to", "form", type=click.Choice(["po", "xliff"]), required=True, help="PO of gettext, or XLIFF 2.")
@click.option("--output", type=click.Path(dir_okay=False), help="The file to write. [default: standard output]")
@SEEDS
def export(root: str, language: str, form: str, output: str | None) -> int:
    """Write the texts of the edition in LANGUAGE, with their translations, for the programs of translators."""
    seeds_folder(Path(root))
    with progress() as tell:
        tell("reading the seeds", 0, 0)
        found = edition_of(Path(root), language)
    made = {"po": editions.po, "xliff": editions.xliff}[form].written(
        editions.units_of(found), found.original, language
    )
    if output is None:
        click.echo(made, nl=False)
    else:
        writing.write_alone(Path(output), made)
    return CLEAN


@edition.command(name="import")
@click.argument("language")
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True))
@click.option("--today", "day", type=today.Day(), help="The day of these translations. [default: today]")
@SEEDS
def import_(root: str, language: str, file: str, day: date | None) -> int:
    """Take the translations of FILE, a PO or XLIFF 2 file that was exported, into the edition in LANGUAGE.

    What is fuzzy, or of the state `initial`, somebody has still to look at: it is left out. Texts that changed after
    the export are stale afterwards, as they should be.
    """
    folder = Path(root)
    seeds_folder(folder)
    content = content_of(file)
    form = editions.xliff if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else editions.po
    try:
        units = form.read(content)
    except editions.CannotExchangeError as error:
        raise click.UsageError(printable(f"`{file}` cannot be taken: {error}")) from error
    present: dict[str, bytes | None] = {}

    def written(path: str) -> str:
        if path not in present:
            present[path] = writing.present(folder, path)
        return writing.text_of(folder, path, present[path])

    with writing.locked(folder), progress() as tell:
        tell(f"taking in {file}", 0, 0)
        found = edition_of(folder, language)
        try:
            taken = editions.take_in(units, found, written, (day or today.clock()).isoformat())
        except CannotAppendError as error:
            raise click.ClickException(str(error)) from error
        files = {path: text.encode() for path, text in taken.files.items()}
        writing.change(folder, writing.New(files=files, read={path: present[path] for path in files}))
    left = f"; {number_of(taken.unsure, 'text')} left out that somebody has still to look at" if taken.unsure else ""
    click.echo(f"{number_of(taken.count, 'translation')} taken into {number_of(len(files), 'file')}{left}")
    for problem in taken.problems:
        click.echo(f"left out: {printable(problem)}", err=True)
    return MISTAKES if taken.problems else CLEAN


def _added(root: Path, language: str, begun: Mapping[str, bytes]) -> str:
    """Write the texts that nobody has begun to translate, and what an edition begins with; tell how many they are."""
    found = edition_of(root, language, begun)
    present: dict[str, bytes | None] = dict.fromkeys(begun)

    def written(path: str) -> str:
        present[path] = writing.present(root, path)
        return writing.text_of(root, path, present[path])

    try:
        texts = editions.with_missing_texts(found.texts, language, written)
    except CannotAppendError as error:
        raise click.ClickException(str(error)) from error
    files = {**begun, **{path: text.encode() for path, text in texts.items()}}
    writing.change(root, writing.New(files=files, read=present))
    new = sum(each.translation is None and each.text.is_asked_of_all for each in found.texts)
    return f"{number_of(new, 'text')} in {number_of(len(texts), 'file')}"


def edition_of(root: Path, language: str, besides: Mapping[str, bytes] | None = None) -> EditionOf:
    """The edition as it stands. A wrong call where there is none, or where its files are broken."""
    found = in_edition(pipeline.link(root, besides=besides)[0], language).edition
    assert found is not None, "an edition says what it is"
    return found


def in_edition(linked: Linked, language: str) -> Linked:
    """The site in another language. A wrong call where there is no such edition."""
    found = next((each for each in linked.editions if each.edition and each.edition.language == language), None)
    if found is None:
        known = ", ".join(f"`{each.edition.language}`" for each in linked.editions if each.edition) or "none"
        told = f"there is no edition `{language}` that can be read; there are: {known}"
        raise click.UsageError(f"{told}; `explainer check` says what is wrong")
    return found
