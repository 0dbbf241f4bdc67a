"""What a page says about itself: title, publisher, date, address, language, licence, each with where it was read.

Of several places that name one thing the first that we trust is taken: what was written for machines that cite
(JSON-LD), then for those that share (Open Graph), then what stands in the page.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator import foreign_dates
from generator.hypertext import Hypertext
from generator.model import fields

_ARTICLES = re.compile(
    r"(?:News|Report|Opinion|Analysis|Background|Review)?\w*Article|BlogPosting|LiveBlogPosting|Report"
)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|\burl:\s*(\S+)")
_SAVED_ON = re.compile(r"saved date:\s*\w{3} (\w{3} \d{1,2} \d{4})")


@dataclass(frozen=True, slots=True)
class Fact:
    """A value for `article.yaml`, and where it was read."""

    key: str
    value: str
    origin: str


def facts_of(page: Hypertext) -> dict[str, Fact]:
    """By key, the first of each that has the form of its key. `author` is no key of ours, but worth knowing."""
    found: dict[str, Fact] = {}
    for key, value, origin in (*_data(page), *_metas(page), *_body(page)):
        good = _good(key, value)
        if good and key not in found:
            found[key] = Fact(key, good, origin)
    return found


def _good(key: str, value: str) -> str | None:
    line = " ".join(value.split())
    if key in ("published", "retrieved"):
        return foreign_dates.from_text(line)
    if key == "url":
        return line if re.fullmatch(fields.URL.pattern, line) else None
    if key == "language":
        tag = line.replace("_", "-")
        return tag if re.fullmatch(fields.LANGUAGE.pattern, tag) else None
    return line or None


_Found = Iterator[tuple[str, str, str]]


def _data(page: Hypertext) -> _Found:
    for article in _articles(page.data):
        for key, name in (
            ("title", "headline"), ("title", "name"), ("published", "datePublished"), ("url", "url"),
            ("url", "mainEntityOfPage"), ("language", "inLanguage"), ("licence", "license"), ("publisher", "publisher"),
            ("author", "author"), ("description", "description"),
        ):  # fmt: skip
            yield key, _name(article.get(name)), f"JSON-LD `{name}`"


def _articles(pieces: tuple[str, ...]) -> Iterator[Mapping[str, Any]]:
    for piece in pieces:
        try:
            waiting = [json.loads(piece)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting += node
            elif isinstance(node, dict):
                types = node.get("@type")
                if any(_ARTICLES.fullmatch(str(each)) for each in (types if isinstance(types, list) else [types])):
                    yield node
                waiting.append(node.get("@graph"))


def _name(value: object) -> str:
    """A text, the name or address of a thing, or the names of several."""
    if isinstance(value, list):
        return ", ".join(name for each in value if (name := _name(each)))
    if isinstance(value, dict):
        return _name(value.get("name") or value.get("@id") or value.get("url"))
    return value if isinstance(value, str) else ""


def _metas(page: Hypertext) -> _Found:
    for key, names in (
        ("title", ("og:title", "twitter:title", "dc.title")),
        ("publisher", ("og:site_name", "dc.publisher", "application-name")),
        ("published", ("article:published_time", "og:article:published_time", "dc.date", "date", "parsely-pub-date")),
        ("description", ("og:description", "description", "twitter:description")),
        ("author", ("author", "article:author", "dc.creator")),
        ("licence", ("dc.rights", "copyright")),
    ):  # fmt: skip
        for name in names:
            yield from ((key, content, f"`{name}`") for each, content in page.metas if each == name)
    for relation, address in page.links:
        if relation == "canonical":
            yield "url", address, "`link rel=canonical`"
        elif "license" in relation:
            yield "licence", address, "`rel=license`"
    yield from (("url", content, "`og:url`") for name, content in page.metas if name == "og:url")


def _body(page: Hypertext) -> _Found:
    for comment in page.comments:
        if match := _SAVED_FROM.search(comment):
            yield "url", match[1] or match[2], "the comment of the program that saved the page"
        if match := _SAVED_ON.search(comment):
            yield "retrieved", match[1], "the comment of the program that saved the page"
    yield from (("title", heading, "the first heading") for heading in page.headings[:1])
    yield "title", page.title, "`title`"
    yield from (("published", time, "`time`") for time in page.times[:1])
    yield "language", page.language, "`html lang`"
