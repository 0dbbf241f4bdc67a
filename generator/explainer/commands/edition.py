"""`explainer edition`."""

import re
from datetime import date
from pathlib import Path

import click

from explainer import pipeline
from explainer.authoring.editions import with_missing_texts
from explainer.authoring.yaml_writing import CannotAppendError
from explainer.commands.exit_codes import CLEAN
from explainer.commands.files import today, writing
from explainer.commands.reading_files import SEEDS, seeds_folder
from explainer.model.editions import FOLDER
from explainer.model.fields import LANGUAGE
from explainer.model.stages import EditionOf
from explainer.reporting.counting import number_of
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
        before = {path: writing.present(folder, path)}
        if before[path] is None:
            described = f"{_HEAD}translated: {(day or today.clock()).isoformat()}\n"
            writing.change(folder, writing.New(files={path: described.encode()}, read=before))
        added = _added(folder, language)
    click.echo(f"{path}: the edition {'was begun' if before[path] is None else 'is there'}; {added} to be translated")
    return CLEAN


def _added(root: Path, language: str) -> str:
    """Write the texts that nobody has begun to translate, and tell how many."""
    found = edition_of(root, language)
    present: dict[str, bytes | None] = {}

    def written(path: str) -> str:
        present[path] = writing.present(root, path)
        return writing.text_of(root, path, present[path])

    try:
        texts = with_missing_texts(found.texts, language, written)
    except CannotAppendError as error:
        raise click.ClickException(str(error)) from error
    writing.change(root, writing.New(files={path: text.encode() for path, text in texts.items()}, read=present))
    new = sum(each.translation is None and not each.text.is_quoted for each in found.texts)
    return f"{number_of(new, 'text')} in {number_of(len(texts), 'file')}"


def edition_of(root: Path, language: str) -> EditionOf:
    """The edition as it stands. A wrong call where there is none, or where its files are broken."""
    linked, _ = pipeline.link(root)
    found = next((each.edition for each in linked.editions if each.edition and each.edition.language == language), None)
    if found is None:
        known = ", ".join(f"`{each.edition.language}`" for each in linked.editions if each.edition) or "none"
        told = f"there is no edition `{language}` that can be read; there are: {known}"
        raise click.UsageError(f"{told}; `explainer check` says what is wrong")
    return found
