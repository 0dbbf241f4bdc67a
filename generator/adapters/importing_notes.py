"""Annotations of other programs into the `annotations.yaml` of the articles that they are about."""

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

import click

from generator import anchoring, importing, pipeline, tree
from generator.adapters import writing, yaml_writing
from generator.adapters.importing_sources import Told
from generator.anchoring import Selector
from generator.diagnostics import Diagnostic
from generator.importing import Note, Passage
from generator.model.drafts import TODO, Draft
from generator.model.stages import ArticleSeed
from generator.reading.yaml_file import parse_yaml
from generator.rules import QUOTE_IS_FOUND
from generator.source import SourceFile

_Place: TypeAlias = tuple[int, int]
_ELSEWHERE = "Around these words the article reads otherwise than the page that was annotated: check the passage."


def run(root: Path, text: str, name: str | None) -> Told:
    """Add the notes that are not there yet. Raises CannotAppendError, or NotWrittenError."""
    try:
        notes, others = importing.read_notes(json.loads(text))
    except ValueError as error:
        return Told((), (f"all of it, which is no JSON: {error}",))
    except RecursionError:
        return Told((), ("all of it, which is nested too deeply",))
    articles = pipeline.articles(root)
    if name is not None and name not in articles:
        listed = ", ".join(f"`{each}`" for each in articles) or "none"
        raise click.UsageError(f"there is no article `{name}`; there are: {listed}")
    by_article: dict[str, list[Note]] = defaultdict(list)
    problems = list(others)
    for note in notes:
        about = name or _article_of(note, articles)
        if about is None:
            where = note.about or "a page without an address"
            problems.append(f"“{_short(note.quote)}” is about {where}, which is no article here; `--article` names one")
        else:
            by_article[about].append(note)
    if not notes and not others:
        problems.append("no annotation was found in it")
    lines = []
    files: dict[str, bytes] = {}
    read: dict[str, bytes | None] = {}
    for about, its in by_article.items():
        path = f"seeds/articles/{about}/annotations.yaml"
        read[path] = writing.present(root, path)
        changed, line, missed = _add(path, writing.text_of(root, path, read[path]), articles[about], its)
        files[path] = changed.encode()
        lines.append(line)
        problems += missed
    writing.change(root, writing.New(files=files, read=read))
    return Told(tuple(lines), tuple(problems))


def _add(path: str, written: str, article: ArticleSeed, notes: list[Note]) -> tuple[str, str, list[str]]:
    """An article's file with the notes, what was added to it in a line, and what was missed."""
    by_id, there = _existing(article, path, written)
    taken = set(by_id)
    drafts: list[Draft] = []
    missed: list[Draft] = []
    problems: list[str] = []
    for note, place, remark in _places(article, notes):
        if isinstance(place, Diagnostic):
            problems.append(f"“{_short(note.quote)}”: {place.message}")
            why = f"Left out: {place.message}. {place.fix or place.rule.fix}"
            passage = Passage(note.quote, note.prefix, note.suffix, why)
            missed.append(importing.note_draft(note, passage, taken))
        elif (place, note.text) not in there and by_id.get(importing.own_id(note)) != place:
            there.add((place, note.text))
            shortest = anchoring.select_in(article.text, *place)
            passage = Passage(shortest.quote, shortest.prefix, shortest.suffix, remark)
            drafts.append(importing.note_draft(note, passage, taken))
            taken.add(str(drafts[-1].values["id"]))
    changed = yaml_writing.appended(written, None, drafts, missed, name=f"`{path}`")
    known = len(notes) - len(drafts) - len(missed)
    return changed, f"{path}: {len(drafts)} added as notes" + (f", {known} there already" if known else ""), problems


def _places(article: ArticleSeed, notes: list[Note]) -> list[tuple[Note, _Place | Diagnostic, str]]:
    """Where each note lies, with what to check. Words that stand once need no neighbours, which pages often change."""
    placed = anchoring.passages(article, [Selector(note.quote, note.prefix, note.suffix) for note in notes])
    alone = anchoring.passages(article, [Selector(note.quote) for note in notes])
    found: list[tuple[Note, _Place | Diagnostic, str]] = []
    for note, place, without in zip(notes, placed, alone, strict=True):
        if isinstance(place, Diagnostic) and place.rule is QUOTE_IS_FOUND and not isinstance(without, Diagnostic):
            found.append((note, without, _ELSEWHERE))
        else:
            found.append((note, place, ""))
    return found


def _existing(
    article: ArticleSeed, path: str, written: str
) -> tuple[dict[str, _Place | None], set[tuple[_Place, str]]]:
    """The ids of the file with their passages, and what its notes say of which passage; unfinished ones too."""
    node, _ = parse_yaml(SourceFile(path, written))
    records: Any = tree.plain(node) if node is not None else None
    named = [each for each in records or () if isinstance(each, dict) and each.get("id")] if records else []
    selectors = [Selector(*(str(each.get(key) or "") for key in ("quote", "prefix", "suffix"))) for each in named]
    places = [None if isinstance(each, Diagnostic) else each for each in anchoring.passages(article, selectors)]
    said = [str(each.get("note") or "").strip() for each in named]
    there = {(place, "" if text.startswith(TODO) else text) for place, text in zip(places, said, strict=True) if place}
    return {str(each["id"]): place for each, place in zip(named, places, strict=True)}, there


def _article_of(note: Note, articles: Mapping[str, ArticleSeed]) -> str | None:
    """The article that was found at the address that was annotated, or whose page on the site that was."""
    about = _bare(note.about)
    for id_, article in articles.items():
        url = article.entry.value.url
        if (url and _bare(url) == about) or about.endswith((f"/articles/{id_}", f"/articles/{id_}.html")):
            return id_
    return None


def _bare(address: str) -> str:
    return address.partition("#")[0].partition("?")[0].rstrip("/").removeprefix("https://").removeprefix("http://")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
