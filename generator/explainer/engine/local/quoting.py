"""The YAML for what an author selects on the page of an article, while serving and nowhere else.

The page says where the selection begins and ends, counted in the text of its paragraphs; the answer is an
annotation of each kind with the shortest selector of those words. What only the author knows is a `TODO` in it.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explainer import pipeline
from explainer.authoring import yaml_writing
from explainer.engine.local import files
from explainer.model.allowed import Field, WordOf, fields_of
from explainer.model.drafts import Draft, todo
from explainer.model.kinds import SHAPES
from explainer.model.stages import ArticleSeed
from explainer.text.slugs import free, slug

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_WORDS_OF_ID = 4
_LONGEST = 1_000_000
_CHANGED = "The article has changed since this page was made. Load the page again."
_SCRIPT = f'<script src="{files.BASE}quote.js" defer></script>'


class CannotQuoteError(Exception):
    """Why there is no YAML, in a sentence for the author."""


def with_script(page: str) -> str:
    """A built page that offers to quote what is selected on it."""
    before, end, after = page.rpartition("</body>")
    return f"{before}{_SCRIPT}{end}{after}" if end else page


def app(root: Path, others: "WSGIApplication") -> "WSGIApplication":
    """Answers the page's questions, and hands every other request on."""

    def answer(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if not path.startswith(files.BASE):
            return others(environ, start)
        if path == f"{files.BASE}quote":
            return _answer(root, environ, start)
        return files.answer(path.removeprefix(files.BASE), start)

    return answer


def annotations(root: Path, asked: Any) -> dict[str, str]:
    """By kind, the YAML of an annotation of the selection. Raises CannotQuoteError."""
    try:
        article = pipeline.article(root, str(asked["article"]))
        if article is None:
            raise CannotQuoteError("Nothing can be quoted from an article that is broken. Mend it first.")
        start, end = (_offset(article, asked[key]) for key in ("first", "last"))
    except (KeyError, TypeError, ValueError, OverflowError) as error:  # OverflowError: an offset without end
        raise CannotQuoteError(_CHANGED) from error
    try:
        selector = pipeline.select(article, start, end)
    except (ValueError, IndexError, StopIteration) as error:
        raise CannotQuoteError("Select at least one word of the article.") from error
    taken = {entry.value.id for entry in article.annotations}
    id_ = free(slug(" ".join(selector.quote.split()[:_WORDS_OF_ID])) or "note", taken)
    quoted = {"quote": selector.quote, "prefix": selector.prefix, "suffix": selector.suffix}
    return {word: _yaml(shape, word, id_, quoted) for word, shape in SHAPES.items()}


def _offset(article: ArticleSeed, place: Any) -> int:
    """The offset in the article's text of a place on the page. The paragraph's text must be what the page shows."""
    text = article.text
    shown = {text.fragment(index): block for index, block in enumerate(text.blocks)}
    block = shown[place["block"]]
    offset = int(place["offset"])
    if text.text[block.start : block.end] != place["text"] or not 0 <= offset <= block.end - block.start:
        raise ValueError("the page shows another text")
    return block.start + offset


def _yaml(shape: type, word: str, id_: str, quoted: dict[str, str]) -> str:
    values = {"id": id_, "kind": word, **{key: text for key, text in quoted.items() if text}}
    known = fields_of(shape)
    unknown = {key: todo(_wanted(field)) for key, field in known.items() if field.required and key not in values}
    return yaml_writing.appended("", None, [Draft({**values, **unknown})])


def _wanted(field: Field) -> str:
    words = field.expected.words if isinstance(field.expected, WordOf) else ()
    return f"{field.doc.removesuffix('.')}: {', '.join(words)}." if words else field.doc


def _answer(root: Path, environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
    answer: dict[str, object]
    status = "200 OK"
    try:
        asked = json.loads(_body(environ))
    except (ValueError, RecursionError):  # RecursionError: brackets in brackets
        answer, status = {"why": _CHANGED}, "400 Bad Request"
    else:
        try:
            answer = {"kinds": annotations(root, asked)}
        except CannotQuoteError as error:
            answer = {"why": str(error)}
    content = json.dumps(answer).encode()
    return files.send(start, content, "application/json", status)


def _body(environ: "WSGIEnvironment") -> bytes:
    """Raises ValueError where its length is none, or too large: to read what never comes would wait for ever."""
    length = int(environ.get("CONTENT_LENGTH") or 0)
    if not 0 < length <= _LONGEST:
        raise ValueError(f"a body of {length} bytes")
    body: bytes = environ["wsgi.input"].read(length)
    return body
