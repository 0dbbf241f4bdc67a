"""The entry of a new article in `seeds/sources.yaml`, so that a position can cite the article for what it says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from explainer.authoring import importing, yaml_writing
from explainer.authoring.adding import NewArticle
from explainer.authoring.importing.records import ImportedRecord
from explainer.commands.files import importing_sources, writing
from explainer.model.drafts import Draft

_SECTION = "references"


@dataclass(frozen=True)
class SourceEntry:
    """What is to be told of it, and the file with it, unless it is there or the author has to paste it."""

    told: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    read: Mapping[str, bytes | None] = field(default_factory=dict)


def entry(root: Path, new: NewArticle, known: Mapping[str, str], *, first_line: str = "") -> SourceEntry:
    """The entry, to be written. `first_line` begins a file that is new.

    Where the file cannot be added to, what is told holds the entry for the author to paste.
    """
    name = importing_sources.NAME
    try:
        before = writing.present(root, name)
        written = first_line if before is None else writing.text_of(root, name, before)
    except writing.NotWrittenError:
        before, written = None, "a file that cannot be read"  # and so is no list, which is told below
    imported = importing.source_drafts(
        [ImportedRecord(_item(new, known))], importing_sources.existing(written), known.get("reading")
    )
    if not imported.drafts:
        return SourceEntry(f"{name}: the article {imported.there[0]}")
    draft = imported.drafts[0]
    try:
        text = yaml_writing.appended(written, _SECTION, [draft], name=f"`{name}`")
        writing.target_of(root, name)
    except (yaml_writing.CannotAppendError, writing.NotWrittenError) as error:
        why = error.why if isinstance(error, writing.NotWrittenError) else str(error)
        return SourceEntry(f"{name}: {why}. Add this there, under `{_SECTION}`:\n\n{_to_paste(draft)}")
    told = f"{name}: the article is now the source `{draft.values['id']}`; cite it for what it says"
    return SourceEntry("\n".join((told, *imported.remarks)), {name: text.encode()}, {name: before})


def _item(new: NewArticle, known: Mapping[str, str]) -> dict[str, Any]:
    """The article as CSL describes one: under its own headline, not under our title for the annotated article."""
    facts = {key: fact.value for key, fact in new.facts.items()}
    told = {**facts, **{key: value for key, value in known.items() if key != "title"}}
    is_news = "publisher" in told and "published" in told
    item = {
        "type": "article-newspaper" if is_news else "webpage" if "url" in told else "document",
        "title": facts.get("title", ""),
        "author": [{"literal": name} for name in _authors(new)],
        "container-title": told.get("publisher", ""),
        "issued": told.get("published", ""),
        "accessed": told.get("retrieved", ""),
        "URL": told.get("url", ""),
        "archive-url": told.get("archive-url", ""),
        "language": told.get("language", ""),
    }
    return {key: value for key, value in item.items() if value}


def _authors(new: NewArticle) -> tuple[str, ...]:
    author = new.facts.get("author")
    return (author.several or (author.value,)) if author else ()


def _to_paste(draft: Draft) -> str:
    return yaml_writing.appended("", _SECTION, [draft]).partition("\n")[2]
