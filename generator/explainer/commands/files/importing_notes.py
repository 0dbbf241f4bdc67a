"""Annotations of other programs into the `annotations.yaml` of the articles that they are about."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

import click

from explainer import anchoring, pipeline, tree
from explainer.anchoring import Selector
from explainer.authoring import importing, yaml_writing
from explainer.authoring.importing import ImportedNote, Notes, Passage, records
from explainer.authoring.importing.records import Lost
from explainer.authoring.importing.selectors import Quote
from explainer.commands.files import writing
from explainer.commands.files.importing_sources import Prepared
from explainer.diagnostics import Diagnostic
from explainer.model import exchange
from explainer.model.drafts import TODO, Draft
from explainer.model.stages import ArticleSeed
from explainer.reading.yaml_file import parse_yaml
from explainer.rules import QUOTE_IS_FOUND
from explainer.source import SourceFile, Span
from explainer.text.shortening import cut_off

_Place: TypeAlias = tuple[int, int]
_ELSEWHERE = "Around these words the article reads otherwise than the page that was annotated: check the passage."


def prepared(root: Path, read: Notes, name: str | None) -> Prepared:
    """Add the notes that are not there yet. Raises CannotAppendError."""
    articles = pipeline.articles(root)
    if name is not None and name not in articles:
        listed = ", ".join(f"`{each}`" for each in articles) or "none"
        raise click.UsageError(f"there is no article `{name}`; there are: {listed}")
    by_article: dict[str, list[ImportedNote]] = defaultdict(list)
    problems = list(read.problems)
    for note in read.notes:
        about = name or _article_of(note, articles)
        if about is None:
            where = records.shown(note.about) or "a page without an address"
            why = "which is not an article here; `--article` names one"
            problems.append(f"“{cut_off(note.quote)}” is about {where}, {why}{_said(note)}")
        else:
            by_article[about].append(note)
    lines = []
    files: dict[str, bytes] = {}
    present: dict[str, bytes | None] = {}
    for about, its in by_article.items():
        path = f"seeds/articles/{about}/annotations.yaml"
        present[path] = writing.present(root, path)
        changed, line, missed = _add(path, writing.text_of(root, path, present[path]), articles[about], its)
        files[path] = changed.encode()
        lines.append(line)
        problems += missed
    is_ours = bool(read.notes) and all(note.own for note in read.notes)  # its label is made of the article's title
    if lost := [str(each) for each in read.lost if not (is_ours and each.name == "label")]:
        lines.append(f"not taken over, because it is said of the whole list: {', '.join(lost)}")
    return Prepared(tuple(lines), tuple(problems), files, present)


def _add(path: str, written: str, article: ArticleSeed, notes: list[ImportedNote]) -> tuple[str, str, list[str]]:
    """An article's file with the notes, what was added to it in a line, and what was missed."""
    by_id, there, existing = _existing(article, path, written)
    taken = set(by_id)
    differing = ""
    drafts: list[Draft] = []
    missed: list[Draft] = []
    problems: list[str] = []
    once = [_of_characters(note, article) for note in {repr(note): note for note in notes}.values()]
    for note in [note for note in once if not note.quote]:
        start, end = note.characters or (0, 0)
        problems.append(f"characters {start} to {end} of `source.txt`, which has {len(article.text.text)}{_said(note)}")
        once.remove(note)
    for note, found in zip(once, _places(article, once), strict=True):
        elsewhere = _page(note, article)
        if isinstance(found.place, Diagnostic):
            problems.append(f"“{cut_off(note.quote)}”: {found.place.message}")
            why = f"Left out: {found.place.message}. {found.place.fix or found.place.rule.fix}"
            passage = Passage(note.quote, note.prefix, note.suffix, why, (*found.lost, *elsewhere))
            missed.append(importing.note_draft(note, passage, taken))
        elif by_id.get(importing.own_id(note)) == found.place:
            differing += _differing(note, existing[importing.own_id(note)])
        elif there[found.place, note.text] > 0 and (note.text or "id" not in note.own):
            there[found.place, note.text] -= 1
        else:
            lost = (*found.lost, *elsewhere)
            drafts.append(importing.note_draft(note, _passage(note, found, article, lost), taken))
            taken.add(str(drafts[-1].values["id"]))
    changed = yaml_writing.appended(written, None, drafts, missed, name=f"`{path}`")
    known = len(notes) - len(drafts) - len(problems)
    kind = "" if drafts and all(note.own for note in notes) else " as notes"
    return (
        changed,
        f"{path}: {len(drafts)} added{kind}" + (f", {known} there already" if known else "") + differing,
        problems,
    )


def _said(note: ImportedNote) -> str:
    """What a note says that is written nowhere."""
    told = [f"it says “{records.shown(note.text)}”"] if note.text else []
    told += [f"by {note.by}"] if note.by else []
    told += [f"tagged {', '.join(map(records.shown, note.tags))}"] if note.tags else []
    return "".join(f"; {each}" for each in (*told, *note.lost))


def _of_characters(note: ImportedNote, article: ArticleSeed) -> ImportedNote:
    """With words in the place of characters that are counted; without any where the text has none there."""
    if note.characters is None:
        return note
    start, end = note.characters
    whole = article.text.text
    words = whole[start:] if end < 0 else whole[start:end]
    if not words.strip():
        return note
    start += len(words) - len(words.lstrip())
    around = anchoring.select_in(article.text, start, start + len(words.strip()))
    return replace(note, quote=around.quote, prefix=around.prefix, suffix=around.suffix)


def _differing(note: ImportedNote, there: Mapping[str, Any]) -> str:
    """What the file says otherwise of an annotation that came back, which stays as it is there."""
    keys = {*note.own, *there} - {"quote", "prefix", "suffix"} if note.own else ()
    names = [f"`{key}`" for key in sorted(keys) if json.dumps(note.own.get(key)) != json.dumps(there.get(key))]
    return f"\n`{there['id']}` is there already, and stays: {', '.join(names)} of it differ" if names else ""


def _passage(note: ImportedNote, found: "_PlacedNote", article: ArticleSeed, lost: tuple[Lost, ...]) -> Passage:
    """The quote as our own export has it, where it means the same place; else the shortest one."""
    assert not isinstance(found.place, Diagnostic)
    written = Selector(*(str(note.own.get(key) or "") for key in ("quote", "prefix", "suffix")))
    if written.quote and anchoring.passages(article, [written]) == (found.place,):
        return Passage(written.quote, written.prefix, written.suffix, found.remark, lost)
    shortest = anchoring.select_in(article.text, *found.place)
    return Passage(shortest.quote, shortest.prefix, shortest.suffix, found.remark, lost)


@dataclass(frozen=True, slots=True)
class _PlacedNote:
    """Where a note lies."""

    place: _Place | Diagnostic
    remark: str = ""
    """What the author should check."""
    lost: tuple[Lost, ...] = ()


def _places(article: ArticleSeed, notes: list[ImportedNote]) -> list[_PlacedNote]:
    """Where each note lies. Words that stand once need no neighbours, which pages often change."""
    quotes = [Quote(note.quote, note.prefix, note.suffix) for note in notes]
    begins = _found(article, quotes)
    last = iter(_found(article, [note.until for note in notes if note.until]))
    return [
        _ended(article, found, note.until, next(last)) if note.until else found
        for note, found in zip(notes, begins, strict=True)
    ]


def _found(article: ArticleSeed, quotes: list[Quote]) -> list[_PlacedNote]:
    placed = anchoring.passages(article, [Selector(each.exact, each.prefix, each.suffix) for each in quotes])
    alone = anchoring.passages(article, [Selector(each.exact) for each in quotes])
    return [
        _PlacedNote(without, _ELSEWHERE)
        if isinstance(place, Diagnostic) and place.rule is QUOTE_IS_FOUND and not isinstance(without, Diagnostic)
        else _PlacedNote(place)
        for place, without in zip(placed, alone, strict=True)
    ]


def _ended(article: ArticleSeed, begin: _PlacedNote, until: Quote, end: _PlacedNote) -> _PlacedNote:
    """The passage up to the words before which it ends, which must stand behind its beginning."""
    told = (Lost("target.selector.endSelector", until.exact),)
    if isinstance(begin.place, Diagnostic) or isinstance(end.place, Diagnostic):
        return _PlacedNote(begin.place if isinstance(begin.place, Diagnostic) else end.place, "", told)
    if end.place[0] <= begin.place[0]:
        message = f"`{cut_off(until.exact)}`, before which the passage ends, stands before its beginning"
        return _PlacedNote(Diagnostic(QUOTE_IS_FOUND, Span(""), message), "", told)
    start, stop = begin.place[0], end.place[0]
    whole = anchoring.select_in(article.text, start, stop)
    (place,) = anchoring.passages(article, [whole])
    if isinstance(place, Diagnostic):
        return _PlacedNote(place, begin.remark, told)
    return _PlacedNote(place, begin.remark or end.remark)


def _page(note: ImportedNote, article: ArticleSeed) -> tuple[Lost, ...]:
    """The address that was annotated, where it is not that of the article."""
    url = article.entry.value.url
    name = exchange.name_of_text(article.text.source.sha256)
    return (Lost("target.source", note.about),) if note.about and note.about not in (url, name) else ()


def _existing(
    article: ArticleSeed, path: str, written: str
) -> tuple[dict[str, _Place | None], Counter[tuple[_Place, str]], dict[str, dict[str, Any]]]:
    """The ids of the file with their passages, what its notes say of which passage, and the records; unfinished too."""
    node, _ = parse_yaml(SourceFile(path, written))
    records: Any = tree.plain(node) if node is not None else None
    named = [each for each in records or () if isinstance(each, dict) and each.get("id")] if records else []
    selectors = [Selector(*(str(each.get(key) or "") for key in ("quote", "prefix", "suffix"))) for each in named]
    places = [None if isinstance(each, Diagnostic) else each for each in anchoring.passages(article, selectors)]
    said = [str(each.get("note") or "").strip() for each in named]
    pairs = zip(places, said, strict=True)
    there = Counter((place, "" if text.startswith(TODO) else text) for place, text in pairs if place)
    by_id = {str(each["id"]): place for each, place in zip(named, places, strict=True)}
    return by_id, there, {str(each["id"]): each for each in named}


def _article_of(note: ImportedNote, articles: Mapping[str, ArticleSeed]) -> str | None:
    """The article that was found at the address that was annotated, or whose page on the site that was."""
    about = _bare(note.about)
    for id_, article in articles.items():
        url = article.entry.value.url
        if exchange.name_of_text(article.text.source.sha256) == note.about:
            return id_
        if (url and _bare(url) == about) or about.endswith((f"/articles/{id_}", f"/articles/{id_}.html")):
            return id_
    return None


def _bare(address: str) -> str:
    return address.partition("#")[0].partition("?")[0].rstrip("/").removeprefix("https://").removeprefix("http://")
