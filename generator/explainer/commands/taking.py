"""What `explainer add` takes out of a file: the article, its source.txt, and how anybody can take it again."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field

import click

import explainer
from explainer.authoring import adding, receiving
from explainer.authoring.adding import NewArticle
from explainer.authoring.receiving import Received, ReceivedPage, Wanted
from explainer.commands import telling_of_added as telling
from explainer.commands.received_file import ReceivedFile
from explainer.model.drafts import Value
from explainer.reading import LARGEST_FILE
from explainer.reading.decoding import decode
from explainer.vocabulary import ReceivedForm

_LARGEST_KEPT = 25_000_000
"""Bytes of a file that is kept with the seeds; repositories of git hold larger ones badly."""
_GZIP = b"\x1f\x8b"
_ENDINGS = {ReceivedForm.EMAIL: "eml"}


@dataclass(frozen=True)
class Taken:
    article: NewArticle
    source: bytes
    origin: str
    received: Mapping[str, Value] = field(default_factory=dict)
    """The key of article.yaml; empty where source.txt is the file itself."""
    kept: Mapping[str, bytes] = field(default_factory=dict)
    """The file as it was received, by its new name."""


def take(file: ReceivedFile, wanted: Wanted, *, has_file: bool) -> Taken:
    """The article of a file. `has_file` says that the file is to be kept too."""
    origin = f"Written by `explainer add` from {file.shown} (SHA-256 {file.sha256})."
    is_plain = wanted.is_plain and file.form is ReceivedForm.HTML
    if file.form is ReceivedForm.TEXT or is_plain:
        return Taken(*_text(file.name, file.file.read(LARGEST_FILE + 1)), origin)
    found = receiving.read(file.file, file.form, wanted)
    for remark in found.remarks:
        click.echo(remark, err=True)
    article = _article(found)
    source = article.text.encode()
    if not article.text.strip():
        raise click.UsageError("this page holds no text; was it saved after it had been shown?")
    if len(source) > LARGEST_FILE:
        raise click.UsageError(f"the text of `{file.name}` is larger than 4 MB; no file of the seeds may be")
    kept: dict[str, bytes] = {}
    if has_file:
        file.file.seek(0)
        content = file.file.read(_LARGEST_KEPT + 1)
        if len(content) > _LARGEST_KEPT:
            click.echo("the file is larger than 25 MB: it is not kept with the seeds, only its SHA-256 is", err=True)
        else:
            ending = _ENDINGS.get(file.form, file.form.value)
            kept[f"received.{ending}{'.gz' * content.startswith(_GZIP)}"] = content
    return Taken(article, source, origin, _record(file, wanted, found, next(iter(kept), "")), kept)


def _record(file: ReceivedFile, wanted: Wanted, found: Received, kept: str) -> dict[str, Value]:
    options = ["--text"] * wanted.is_plain + (["--part", wanted.part] if wanted.part else [])
    texts = {
        "form": file.form.value,
        "sha256": file.sha256,
        "file": kept,
        "part": " ".join(found.part.split()),
        "command": shlex.join(["explainer", "add", kept or file.name, *options]),
        "made-with": ", ".join((f"explainer {explainer.__version__}", *found.libraries)),
    }
    record: dict[str, Value] = {key: text for key, text in texts.items() if text}
    pages = () if isinstance(found.content, ReceivedPage) else found.content.pages
    if pages:
        record["pages"] = tuple({"page": each.page, "at": each.at} for each in pages)
    return record


def _article(found: Received) -> NewArticle:
    told, content = found.envelope, found.content
    if not isinstance(content, ReceivedPage):
        if content.pages:
            return adding.from_lines(
                content.text, content.headline, content.furniture, first=told.first, otherwise=told.otherwise
            )
        return adding.from_text(content.text, told.first)
    read = content.read
    article = adding.from_page(read.text, first=told.first, otherwise=told.otherwise, is_of_web=content.is_of_web)
    click.echo(telling.encoding(read), err=True)
    if read.wrong:
        click.echo(telling.wrong_bytes(read, article.text), err=True)
    return article


def _text(name: str, content: bytes) -> tuple[NewArticle, bytes]:
    file, found = decode(name, content, tabs=True)
    for diagnostic in found:
        fix = diagnostic.fix or diagnostic.rule.fix
        raise click.UsageError(f"{diagnostic.span}: {diagnostic.message}. {fix}")
    if not file.text.strip():
        raise click.UsageError(f"`{name}` holds no text")
    return adding.from_text(file.text), content
