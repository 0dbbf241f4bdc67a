"""A note of another program as an annotation of ours: of the kind `note`, until an author says what it is."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from explainer.authoring.importing import records
from explainer.authoring.importing.records import Lost
from explainer.authoring.importing.web_annotation import ImportedNote
from explainer.model.drafts import Draft, Value, todo
from explainer.text import slugs

_WORDS_OF_ID = 5


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the article: the shortest quote that finds them alone; where they were missed, the quote as given."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    remark: str = ""
    """What the author should look at, in a sentence."""
    lost: tuple[Lost, ...] = ()
    """What could not be taken over because of where it lies."""


def own_id(note: ImportedNote) -> str:
    """The id of an annotation that this program exported, of this site or another; else nothing."""
    if "id" in note.own:
        return str(note.own["id"])
    own = re.fullmatch(r".*#n-([a-z0-9]+(?:-[a-z0-9]+)*)", note.address)
    return own[1] if own else ""


def note_draft(note: ImportedNote, passage: Passage, taken: Collection[str]) -> Draft:
    """The record, with an id that is free. Our own annotations keep the id that their address ends with."""
    id_ = own_id(note) or slugs.slug(" ".join(passage.quote.split()[:_WORDS_OF_ID])) or "note"
    values: dict[str, Value] = {
        "id": slugs.free(id_, taken),
        "kind": note.own.get("kind", "note"),
        "quote": passage.quote,
    }
    values |= {key: text for key, text in (("prefix", passage.prefix), ("suffix", passage.suffix)) if text}
    if note.own:
        values |= {key: value for key, value in note.own.items() if key not in (*values, "prefix", "suffix")}
    else:
        values["note"] = note.text or todo("what the reader should know about it")
    above = records.comment((*note.lost, *passage.lost), (*note.remarks, *filter(None, (passage.remark,))))
    origin = "" if note.own and not note.by and not note.created else _origin(note)
    return Draft(values, {"": "\n".join(line for line in (origin, above) if line)})


def _origin(note: ImportedNote) -> str:
    who = f"by {note.by}" if note.by else ""
    when = f"on {note.created}" if note.created else ""
    where = f"at {note.address}" if note.address else ""
    tags = f"tagged {', '.join(map(records.shown, note.tags))}" if note.tags else ""
    parts = " ".join(part for part in (who, when, where) if part)
    return ", ".join(part for part in (f"A note {parts}" if parts else "A note" if tags else "", tags) if part)
