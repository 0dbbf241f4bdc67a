"""What an annotation of another program says about its passage: its words as our Markdown, its tags, and the rest."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from explainer.authoring.importing import markdown
from explainer.authoring.importing.annotation_lists import listed, types
from explainer.authoring.importing.records import Lost, is_empty

_SILENT = frozenset({"classifying", "linking", "identifying"})
"""Purposes of bodies that are no words about the passage."""
_GROUPS = frozenset({"Composite", "List", "Independents"})
_MARKDOWN = frozenset({"text/markdown", "text/x-markdown", "text/x-web-markdown"})
_READ = frozenset({"type", "@type", "value", "format"})


@dataclass(slots=True)
class Said:
    words: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All of it, a paragraph each."""
        return "\n\n".join(self.words)


def said(annotation: Mapping[str, Any]) -> Said:
    """What stands in the bodies of an annotation; in Hypothesis' form, its `text` and `tags`."""
    found = Said()
    if "text" in annotation and "body" not in annotation:
        _add(annotation["text"], "text", "", found)
    elif not is_empty(annotation.get("text")):
        found.lost.append(Lost("text", annotation["text"]))
    for tag in listed(annotation.get("tags")):
        if isinstance(tag, str) and tag.strip():
            found.tags.append(tag.strip())
        elif not is_empty(tag):
            found.lost.append(Lost("tags", tag))
    _add(annotation.get("bodyValue"), "bodyValue", "text/plain", found)
    for body in listed(annotation.get("body")):
        _read(body, found)
    return found


def _read(body: object, found: Said) -> None:
    if not isinstance(body, dict):
        found.lost += [] if is_empty(body) else [Lost("body", body)]
    elif types(body) & _GROUPS and isinstance(body.get("items"), list):
        for item in body["items"]:
            _read(item, found)
        found.lost += [Lost(f"body.{key}", each) for key, each in body.items() if key not in (*_READ, "items")]
    elif "Choice" in types(body) and isinstance(body.get("items"), list):
        _choose(body, found)
    elif isinstance(body.get("value"), str) and "SpecificResource" not in types(body):
        _textual(body, found)
    elif isinstance(source := body.get("source"), dict) and "TextualBody" in types(source):
        _read({**source, **{key: each for key, each in body.items() if key not in ("source", "type", "@type")}}, found)
    else:
        found.lost.append(Lost("body", body))


def _choose(body: Mapping[str, Any], found: Said) -> None:
    """The first that says something: in the order of the model, the one to be shown."""
    is_chosen = False
    for item in body["items"]:
        tried = Said()
        _read(item, tried)
        if not is_chosen and (tried.words or tried.tags):
            found.words += tried.words
            found.tags += tried.tags
            found.lost += tried.lost
            is_chosen = True
        else:
            found.lost.append(Lost("body (another choice)", item))
    found.lost += [Lost(f"body.{key}", each) for key, each in body.items() if key not in (*_READ, "items")]


def _textual(body: Mapping[str, Any], found: Said) -> None:
    purposes = {each for each in listed(body.get("purpose")) if isinstance(each, str)}
    if "tagging" in purposes:
        if body["value"].strip():
            found.tags.append(body["value"].strip())
        purposes.discard("tagging")
    elif purposes & _SILENT:
        found.lost.append(Lost("body", body))
        return
    else:
        form = body.get("format")
        _add(body["value"], "body", form if isinstance(form, str) else "", found)
    for key, value in body.items():
        is_known = key in _READ or (key == "purpose" and not purposes - {"commenting"})
        if key == "format" and value not in ("text/html", "text/plain", *_MARKDOWN):
            is_known = False
        if not is_known and not is_empty(value):
            found.lost.append(Lost(f"body.{key}", value))
    if others := types(body) - {"TextualBody"}:
        found.lost.append(Lost("body.type", sorted(others)))


def _add(value: object, name: str, form: str, found: Said) -> None:
    if not isinstance(value, str):
        found.lost += [] if is_empty(value) else [Lost(name, value)]
        return
    text = re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", value)
    kind = form.partition(";")[0].strip().lower()
    if kind in ("text/html", "application/xhtml+xml"):
        text, lost = markdown.from_html(text)
        found.lost += [Lost(f"{name}: {each.name}", each.value) for each in lost]
    elif kind == "text/plain":
        text = markdown.from_plain(text)
    text = "\n".join(line.rstrip() if not line.endswith("  ") else line for line in text.strip().split("\n"))
    if text:
        found.words.append(text)
