"""Whether what an article says of the file it was taken from fits the file beside it, and the text."""

from collections.abc import Iterator, Mapping

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.model.seeds import Article, FileReceived
from explainer.model.stages import ArticleSource, Entry


def problems(entry: Entry[Article], source: ArticleSource, received: Mapping[str, str]) -> Iterator[Diagnostic]:
    """`received` has the SHA-256 of the files beside the text, by name; empty where a file was not read."""
    told = entry.value.received
    if told is None:
        for name in received:
            message = f"nothing says what `{name}` is"
            fix = "Write `received` with its `form`, `sha256` and `file` into article.yaml; or remove the file."
            yield Diagnostic(rules.RECEIVED_IS_UNCHANGED, entry.at(), message, fix)
        return
    if told.file and told.file not in received:
        message = f"there is no `{told.file}` beside `source.txt`"
        yield Diagnostic(rules.RECEIVED_IS_UNCHANGED, entry.at("received", "file"), message)
    elif told.file and received[told.file] not in ("", told.sha256):
        message = f"`{told.file}` has another SHA-256: {received[told.file]}"
        yield Diagnostic(rules.RECEIVED_IS_UNCHANGED, entry.at("received", "sha256"), message)
    yield from _pages(entry, told, source.file.text)


def _pages(entry: Entry[Article], told: FileReceived, text: str) -> Iterator[Diagnostic]:
    lines, last = text.split("\n"), (0, 0)
    for number, page in enumerate(told.pages):
        line, column = map(int, page.at.split(":"))
        if line > len(lines) or column > len(lines[line - 1]) + 1:
            message = f"`source.txt` has no place {page.at}"
        elif (line, column) < last:
            message = f"page {page.page} begins at {page.at}, before the page above it"
        else:
            last = (line, column)
            continue
        yield Diagnostic(rules.PAGES_LIE_IN_TEXT, entry.at("received", "pages", number, "at"), message)
        return
