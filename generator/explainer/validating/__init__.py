"""Checks the shape of every file, and what must hold across files; hands on what is good.

A broken record is dropped alone. `Seeds.dropped` remembers it, so that nothing that refers to it is reported
as a second mistake. Whether references lead anywhere is decided by linking.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from explainer.diagnostics import Diagnostic
from explainer.memo import memoized
from explainer.model import seeds as shapes
from explainer.model.record_types import RECORD_TYPES, RecordType, Ref
from explainer.model.stages import (
    ArticleSeed,
    ArticleSource,
    Basemap,
    Documents,
    EarlierSource,
    EarlierText,
    Entry,
    Seeds,
)
from explainer.text import dates
from explainer.validating import as_received, unwritten
from explainer.validating.article_text import article_text
from explainer.validating.basemap import read_basemap
from explainer.validating.by_name import with_ids
from explainer.validating.checks import check, side_letter_is_unique
from explainer.validating.editions import editions
from explainer.validating.files import (
    File,
    FileRecords,
    annotations,
    checked,
    file_of,
    folder,
    merged,
    sections,
    single,
    unique,
    whole_list,
)
from explainer.validating.stand_in import stand_in

__all__ = ["validate"]

T = TypeVar("T")


def validate(documents: Documents) -> tuple[Seeds, tuple[Diagnostic, ...]]:
    """The valid records, and every mistake in the others."""
    site = checked(single(file_of(documents, "seeds/site.yaml"), shapes.Site, None))
    records = _by_type(documents)
    corrections = whole_list(documents, "seeds/corrections.yaml", shapes.Correction, None)
    loaded_words = whole_list(documents, "seeds/loaded-words.yaml", shapes.LoadedWord, None)
    renamed = whole_list(documents, "seeds/renamed.yaml", shapes.Renamed, None)
    silenced = whole_list(documents, "seeds/silenced.yaml", shapes.Silence, None)
    region, basemap = _map(documents)
    articles, unshown, lost = _articles(documents)
    in_editions, lost_in_editions = editions(documents, site.entries)
    everything: tuple[FileRecords[Any], ...] = (
        site, *records.values(), corrections, loaded_words, renamed, silenced, region, lost, lost_in_editions
    )  # fmt: skip
    seeds = Seeds(
        site=site.entries[0] if site.entries else None,
        articles=articles,
        unshown=unshown,
        records={type_: _in_order(found, type_, site.entries) for type_, found in records.items()},
        corrections=corrections.entries,
        loaded_words=loaded_words.entries,
        renamed=renamed.entries,
        silenced=silenced.entries,
        map=region.entries[0] if region.entries else None,
        basemap=basemap,
        editions=in_editions,
        dropped=frozenset().union(*(each.dropped for each in everything)),
        dropped_types=frozenset().union(*(each.dropped_types for each in everything)),
        files=documents.files,
    )
    entries = [entry for each in everything for entry in each.entries]
    found = [*with_ids((diagnostic for each in everything for diagnostic in each.found), entries, documents.files)]
    found += side_letter_is_unique.check(records[RecordType.SIDE].entries)
    return seeds, (*unwritten.find(documents.trees), *found)


def _by_type(documents: Documents) -> dict[RecordType, FileRecords[Any]]:
    """The records of every type but articles and their annotations, from the file that the type is written in."""
    found: dict[RecordType, FileRecords[Any]] = {}
    for type_, declared in RECORD_TYPES.items():
        shape = declared.shapes[0]
        if type_ is RecordType.ARTICLE or declared.is_of_article:
            continue
        if declared.is_file:
            found[type_] = folder(documents, declared.path.partition("<slug>")[0], shape, type_)
        elif declared.section:
            of_file = {other: each for other, each in RECORD_TYPES.items() if each.path == declared.path}
            wanted = {each.section: (each.shapes[0], other) for other, each in of_file.items()}
            if type_ not in found:  # the sections of a file are read together
                found |= zip(of_file, map(unique, sections(documents, declared.path, wanted)), strict=True)
        else:
            found[type_] = unique(whole_list(documents, declared.path, shape, type_))
    return found


def _map(documents: Documents) -> tuple[FileRecords[shapes.Map], Basemap]:
    """The map and what it is drawn on; a map without its basemap is dropped."""
    region = checked(single(file_of(documents, "seeds/map.yaml"), shapes.Map, None))
    for entry in region.entries:
        basemap, found = read_basemap(documents, entry)
        if basemap is not None:
            return region, basemap
        return replace(region, entries=(), found=found), Basemap()
    return region, Basemap()


def _articles(documents: Documents) -> tuple[Mapping[str, ArticleSeed], Mapping[str, ArticleSeed], FileRecords[Any]]:
    """The articles by id, those that cannot be shown, and what was left out of all of them."""
    paths = {*documents.trees, *documents.unreadable, *(each.file.path for each in documents.articles.values())}
    names = sorted({path.split("/")[2] for path in paths if path.startswith("seeds/articles/")})
    made = {name: _article(name, *_files_of(name, documents)) for name in names}
    articles = {name: article for name, (article, is_shown, _) in made.items() if article and is_shown}
    unshown = {name: article for name, (article, is_shown, _) in made.items() if article and not is_shown}
    return articles, unshown, merged(lost for _, _, lost in made.values())


def _files_of(
    name: str, documents: Documents
) -> tuple[ArticleSource | None, File, File, tuple[EarlierSource, ...], tuple[tuple[str, str], ...]]:
    folder_ = f"seeds/articles/{name}/"
    received = {path.removeprefix(folder_): digest for path, digest in documents.received.items()}
    return (
        documents.articles.get(name),
        file_of(documents, f"seeds/articles/{name}/article.yaml"),
        file_of(documents, f"seeds/articles/{name}/annotations.yaml"),
        documents.earlier.get(name, ()),
        tuple((name, digest) for name, digest in received.items() if "/" not in name),
    )


@memoized
def _article(
    name: str,
    source: ArticleSource | None,
    about: File,
    notes_file: File,
    earlier: tuple[EarlierSource, ...],
    received: tuple[tuple[str, str], ...],
) -> tuple[ArticleSeed | None, bool, FileRecords[Any]]:
    """An article from its three files, whether it can be shown, and what was left out of it."""
    ref = Ref(RecordType.ARTICLE, name)
    notes = unique(annotations(notes_file, name))
    described = single(about, shapes.Article, ref)
    lost: list[FileRecords[Any]] = [replace(notes, entries=()), replace(described, entries=())]
    article = None
    for entry in described.entries:
        wrong_dates = check(entry)
        lost.append(FileRecords(found=wrong_dates))
        if wrong_dates:
            entry = _without_wrong_dates(entry)
        if source:
            text, found = article_text(source, entry)
            lost.append(FileRecords(found=(*found, *as_received.problems(entry, source, dict(received)))))
            kept = tuple(_earlier(earlier, entry))
            article = ArticleSeed(entry, text, notes.entries, kept) if text is not None else None
    is_shown = article is not None
    if not is_shown:
        lost.append(FileRecords(dropped=frozenset({ref})))
    if source and not described.entries:
        entry = stand_in(about.node, ref, about.path)
        text, found = article_text(source, entry)
        lost.append(FileRecords(found=found))
        article = ArticleSeed(entry, text, notes.entries) if text is not None else None
    return article, is_shown, merged(lost)


def _earlier(sources: tuple[EarlierSource, ...], entry: Entry[shapes.Article]) -> Iterator[EarlierText]:
    """Furniture and headline are those of the text as it is now: what an earlier one lacks of them is no mistake."""
    for each in sources:
        text, _ = article_text(each.source, entry)
        if text is not None:
            yield EarlierText(text, each.day)


def _without_wrong_dates(entry: Entry[shapes.Article]) -> Entry[shapes.Article]:
    """An article can do without its dates, and must not be lost for one: its quotes would go unchecked."""

    def good(date: str | None) -> str | None:
        return None if date is None or dates.problem(date) else date

    article = entry.value
    value = replace(article, published=good(article.published), retrieved=good(article.retrieved))
    return replace(entry, value=value)


def _in_order(
    records: FileRecords[T], type_: RecordType, site: tuple[Entry[shapes.Site], ...]
) -> Mapping[str, Entry[T]]:
    """As written; those that are files of their own in the order that the site gives, then by id."""
    by_id = {entry.id: entry for entry in records.entries}
    declared = RECORD_TYPES[type_]
    if not declared.is_file:
        return by_id
    first: tuple[str, ...] = getattr(site[0].value, declared.ordered_by) if site and declared.ordered_by else ()
    order = [*(id_ for id_ in dict.fromkeys(first) if id_ in by_id), *sorted(set(by_id) - set(first))]
    return {id_: by_id[id_] for id_ in order}
