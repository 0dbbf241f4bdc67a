"""Who makes which pages of a site: each process its share of them, each machine its share.

What a page is called decides, by a digest: so all agree without asking, articles are shared out evenly, and one that is
added moves few others to another share.
"""

import hashlib
import os
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

WORKERS = "EXPLAINER_WORKERS"
"""The variable of the environment that says how many processes make pages."""
_MOST = 4
"""Where nobody says: the search, and what pages are read from, gain nothing by more."""
_PAGES = 60
"""That a process has at least, where nobody says how many there are: below that, beginning it costs what it saves."""
_OF_SEARCH = 0.1
"""What making the search costs, which the first process does, of what all pages cost."""


@dataclass(frozen=True)
class Share:
    """One of several parts of a site, counted from 1."""

    number: int
    of: int

    @classmethod
    def read(cls, written: str) -> "Share":
        """`3/16`. Raises ValueError."""
        number, _, of = written.partition("/")
        share = cls(int(number), int(of))
        if not 1 <= share.number <= share.of:
            raise ValueError
        return share

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"


@dataclass(frozen=True)
class Parting:
    """How the building of a site is shared out."""

    workers: int | None = None
    """Processes that make pages; None for as many as there is use for."""
    share: Share | None = None
    """The only pages that are made, for somebody who joins them with the others; None for all."""
    room: Path | None = None
    """Where what is to be said of that share is written."""
    parts: tuple[Path, ...] = ()
    """The shares that were made elsewhere, in their order: what they hold is not made here."""

    @property
    def is_whole(self) -> bool:
        return self.share is None and not self.parts


WHOLE = Parting()


def workers(asked: int | None, pages: int) -> int:
    """How many processes make so many pages. Raises ValueError where the environment says no number."""
    if asked is None and (written := os.environ.get(WORKERS)):
        asked = int(written)
        if asked < 1:
            raise ValueError(written)
    if not hasattr(os, "fork") or threading.active_count() > 1:  # a fork takes along one thread, and the locks of all
        return 1
    return asked or max(1, min(_cores(), _MOST, pages // _PAGES))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def weights(workers: int, *, is_searched: bool) -> list[float]:
    """How much each of the processes makes, the first of which makes the search too."""
    first = max(0.0, (1 - _OF_SEARCH * (workers - 1) * is_searched) / workers)
    return [first, *[(1 - first) / (workers - 1)] * (workers - 1)] if workers > 1 else [1.0]


def owners(paths: Iterable[str], weights: Sequence[float]) -> dict[str, int]:
    """Whose each path is, by its number from 0. What belongs to one article stays together; each kind is shared out."""
    kinds: dict[str, dict[str, list[str]]] = {}
    for path in paths:
        kind, name = _named(path)
        kinds.setdefault(kind, {}).setdefault(name, []).append(path)
    found: dict[str, int] = {}
    for named in kinds.values():
        names = sorted(named, key=lambda name: hashlib.blake2s(name.encode()).digest())
        ends = [round(len(names) * sum(weights[: number + 1])) for number in range(len(weights))]
        for place, name in enumerate(names):
            owner = next(number for number, end in enumerate(ends) if place < end)
            found |= dict.fromkeys(named[name], owner)
    return found


def _named(path: str) -> tuple[str, str]:
    """`articles/market/mistakes.md` as `articles` and `market`."""
    kind, slash, rest = path.rpartition(".")[0].partition("/")
    return (kind, rest.partition("/")[0]) if slash else ("", kind)
