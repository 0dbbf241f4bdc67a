"""The pages of one article, apart from all other articles: made from it, and from what all pages share.

Of another article they see its description alone; a page that reads more of it is an error. So a digest of what they
see says whether they would be printed the same again: a note that changes is read by the pages of its own article, and
by those that gather the notes of all.
"""

import hashlib
import pickle
from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, NoReturn, TypeVar

from explainer.model.record_types import RecordType, Ref
from explainer.model.stages import AnchoredArticle, ArticleSeed, Linked

T = TypeVar("T")


class ReadsOthersError(AssertionError):
    """A bug of ours: a page of one article reads what its digest does not cover."""


def _refuse(*_: object) -> NoReturn:
    raise ReadsOthersError


class _Unread:
    """Stands for what these pages do not read."""

    __getattr__ = __getitem__ = __iter__ = __len__ = __contains__ = _refuse


class _OfOwnNotes(Mapping[Ref, T]):
    """What is known of records, but for the notes of other articles."""

    def __init__(self, known: Mapping[Ref, T], own: Iterable[Ref]) -> None:
        self._known, self._own = known, frozenset(own)

    def __getitem__(self, ref: Ref) -> T:
        return self._known[self._allowed(ref)]

    def __contains__(self, ref: object) -> bool:
        return isinstance(ref, Ref) and self._allowed(ref) in self._known

    def _allowed(self, ref: Ref) -> Ref:
        return _refuse() if ref.type is RecordType.ANNOTATION and ref not in self._own else ref

    __iter__ = __len__ = _refuse


class _NamesAlone(Mapping[str, Any]):
    """Says what there is, and not what is in it."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = dict.fromkeys(names)

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    __getitem__ = _refuse


class _MadeOfShared(dict[Callable[..., Any], Any]):
    """What pages need alike, made of what they share: not of the article whose page is the first to ask."""

    def __init__(self, linked: Linked) -> None:
        super().__init__()
        self._linked = linked

    def __contains__(self, make: object) -> bool:
        return True

    def __missing__(self, make: Callable[[Linked], Any]) -> Any:
        self[make] = made = make(self._linked)
        return made


class Apart:
    """The records as the pages of each article see them."""

    def __init__(self, linked: Linked) -> None:
        self._linked = linked
        unread: Any = _Unread()
        seeds, edition = linked.seeds, linked.edition
        self._seeds = {id_: _head(each) for id_, each in seeds.articles.items()}
        articles = linked.anchored.articles.items()
        self._articles = {id_: AnchoredArticle(_head(each.seed), unread) for id_, each in articles}
        self._notes = {id_: [anchor.annotation.ref for anchor in each.anchors] for id_, each in articles}
        shown = replace(
            seeds,
            articles=self._seeds,
            files=_NamesAlone(seeds.files),
            unshown=unread,
            editions=unread,
            dropped=unread,
            dropped_types=unread,
        )
        self._shared = replace(
            linked,
            anchored=replace(linked.anchored, seeds=shown, articles=self._articles),
            addresses=_OfOwnNotes(linked.addresses, ()),
            labels=_OfOwnNotes(linked.labels, ()),
            term_links=unread,
            uses=unread,
            edition=edition and replace(edition, seed=replace(edition.seed, texts=unread), texts=unread),
            editions=unread,
        )
        self._made = None if linked.made is None else _MadeOfShared(self._shared)

    def of(self, id_: str) -> Linked:
        """What the pages of an article are made from."""
        linked, shared = self._linked, self._shared
        own = [ref for ref in self._notes[id_] if ref]
        seeds = replace(shared.seeds, articles=ChainMap({id_: linked.seeds.articles[id_]}, self._seeds))
        articles = ChainMap({id_: linked.anchored.articles[id_]}, self._articles)
        return replace(
            shared,
            anchored=replace(shared.anchored, seeds=seeds, articles=articles),
            addresses=_OfOwnNotes(linked.addresses, own),
            labels=_OfOwnNotes(linked.labels, own),
            term_links={id_: linked.term_links[id_]},
            made=self._made,
        )

    def digest(self, id_: str) -> str:
        """Of all that `of` shows."""
        linked = self._linked
        named = [part for ref in self._notes[id_] if ref for part in (linked.addresses[ref], linked.labels[ref])]
        own = linked.seeds.articles[id_], linked.anchored.articles[id_]
        return _digest((self._digest_of_shared, own, linked.term_links[id_], *named))

    @cached_property
    def _digest_of_shared(self) -> str:
        linked = self._linked
        seeds, edition = linked.seeds, linked.edition
        articles = [*seeds.articles.values(), *(each.seed for each in linked.anchored.articles.values())]
        known = [
            part
            for ref, address in linked.addresses.items()
            if ref.type is not RecordType.ANNOTATION
            for part in (ref, address, linked.labels.get(ref))
        ]
        of_edition = (edition.seed.entry, edition.seed.language, edition.original) if edition else ()
        return _digest((
            *(part for each in articles for part in (each.id, each.entry)),
            *(part for type_, all_ in seeds.records.items() for part in (type_, *all_, *all_.values())),
            *(seeds.site, seeds.map, seeds.basemap, *seeds.files),
            *(seeds.corrections, seeds.loaded_words, seeds.renamed, seeds.silenced),
            *(*known, *linked.former.items(), linked.catalogue.language, linked.languages, *of_edition),
        ))  # fmt: skip


def _head(seed: ArticleSeed) -> ArticleSeed:
    """An article as others see it."""
    unread: Any = _Unread()
    return ArticleSeed(seed.entry, unread, unread, unread)


def _digest(parts: Iterable[object]) -> str:
    """Of the same values the same, in any process.

    Each is written by itself: within one, what is a single object and not two alike is no chance.
    """
    digest = hashlib.sha256()
    for part in parts:
        written = pickle.dumps(part, protocol=5)
        digest.update(len(written).to_bytes(8, "big") + written)
    return digest.hexdigest()
