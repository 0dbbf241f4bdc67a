"""A bibliography of another program as sources of ours: ids that are free, nothing twice, nothing lost in silence."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator import slugs
from generator.importing import bibtex, csl, ris
from generator.importing.forms import Form
from generator.model.drafts import Draft

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_:.+-]*")
_LONGEST_NAME = 30


@dataclass(frozen=True, slots=True)
class Existing:
    """What tells whether two entries are one source: its address, in its bare form, and its title."""

    address: str
    title: str

    def is_same(self, other: "Existing") -> bool:
        """Whether both are one source: of one address or, where one of them has none, of one title."""
        if self.address and other.address:
            return self.address == other.address
        return bool(self.title) and self.title == other.title


def existing(source: Mapping[str, Any]) -> Existing:
    """A source that the site has, by its keys as written: it may be unfinished."""
    return _identity(source.get("URL"), source.get("title") or source.get("description"))


@dataclass(frozen=True, slots=True)
class Imported:
    drafts: tuple[Draft, ...] = ()
    there: tuple[str, ...] = ()
    """What the site has already, a line each."""
    not_taken: Mapping[str, int] | None = None
    """Fields that have no place here, and in how many sources they were."""


def read_items(text: str, form: Form, tree: object = None) -> tuple[list[dict[str, Any]], list[str]]:
    """The entries as CSL items, and what could not be read. `tree` is the text as read, where it is CSL-YAML."""
    if form is Form.BIBTEX:
        return bibtex.items(text)
    if form is Form.RIS:
        return ris.items(text)
    if form is Form.CSL_JSON:
        try:
            tree = json.loads(text)
        except ValueError as error:
            return [], [f"this is no JSON: {error}"]
        except RecursionError:
            return [], ["this is nested too deeply"]
    if isinstance(tree, dict):
        tree = next((tree[key] for key in ("references", "items") if key in tree), [tree] if "type" in tree else None)
    if not isinstance(tree, list):
        return [], ["this holds no list of sources"]
    good = [item for item in tree if isinstance(item, dict)]
    return good, [f"{len(tree) - len(good)} entries are no mapping with keys"] if len(good) < len(tree) else []


def source_drafts(items: Sequence[Mapping[str, Any]], site: Mapping[str, Existing], reading: str | None) -> Imported:
    """Drafts of the sources that the site does not have."""
    known = dict(site)
    drafts: list[Draft] = []
    there: list[str] = []
    lost: Counter[str] = Counter()
    for item in items:
        values, not_taken = csl.values(item, "", reading)
        this = existing(values)
        same = next((id_ for id_, each in known.items() if each.is_same(this)), None)
        if same is not None:
            there.append(f"“{values.get('title') or values.get('description')}” is there already, as `{same}`")
            continue
        id_ = slugs.free(_id(item, values), known)
        known[id_] = this
        comments = {"": f"Not taken over: {', '.join(not_taken)}."} if not_taken else {}
        drafts.append(Draft({**values, "id": id_}, comments))
        lost.update(not_taken)
    return Imported(tuple(drafts), tuple(there), dict(sorted(lost.items())))


def _id(item: Mapping[str, Any], values: Mapping[str, Any]) -> str:
    """A citation key; else who published it and when, as `brindle-bugle-2031-02-05`; else words of the title."""
    key = str(item.get("id") or item.get("citation-key") or "")
    if _KEY.fullmatch(key) and (id_ := slugs.slug(re.sub(r"(?<=[a-z])(?=[A-Z0-9])|[_:.+]", "-", key))):
        return id_
    authors: Iterable[Mapping[str, str]] = values.get("author", ())
    names = [values.get("container-title"), *(each.get("family") or each.get("literal") for each in authors)]
    name = slugs.slug(str(next(filter(None, [*names, values.get("publisher"), values.get("title")]), "source")))
    name = name.removeprefix("the-")
    short = name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME].rpartition("-")[0] or name[:_LONGEST_NAME]
    day = re.match(r"[0-9]{4}(?:-[0-9]{2}){0,2}", str(values.get("issued", "")))
    return f"{short or 'source'}-{day[0]}" if day else short or "source"


def _identity(url: object, title: object) -> Existing:
    address = re.sub(r"^https?://(?:www\.)?", "", str(url or "").partition("#")[0]).rstrip("/")
    return Existing(address, " ".join(str(title or "").casefold().split()))
