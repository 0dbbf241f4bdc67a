"""When two entries are one source: never by their title alone, and never where anything that both say differs."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from explainer.authoring.importing.records import Lost, shown

# Where in a paper or series, or under which number, something stands: what tells two columns of one title apart.
_PLACES = frozenset({
    "volume", "issue", "number", "page", "pages", "page-first", "edition", "chapter-number", "chapter", "section",
    "version", "DOI", "doi", "ISBN", "isbn", "eprint", "PMID", "pmid", "eid", "part", "collection-number",
    "VL", "IS", "SP", "EP", "SN", "DO", "ET", "SE", "AN",
})  # fmt: skip
_TEXTS = ("title", "container-title", "publisher", "original-publisher", "root", "side", "archive-url")


class Sameness(Enum):
    """How two entries stand to each other."""

    SAME = "one source"
    GUESS = "perhaps one source: nothing differs, and too little agrees"
    ALIKE = "of one address, and yet different"
    DIFFERENT = "two sources"


@dataclass(frozen=True, slots=True)
class Identity:
    """What an entry says that tells it from others, in forms that can be compared."""

    address: str = ""
    date: str = ""
    authors: tuple[frozenset[str], ...] = ()
    language: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Title, paper, publisher … and the place in it, by key."""

    def compared(self, other: "Identity", *, is_written: bool) -> Sameness:
        """One source where the address agrees, or the title with what else identifies it, and nothing differs.

        `is_written` says that the other stands in `sources.yaml`: it cannot say its place, and its title may have been
        mended there, or on the page since, so that its address alone tells. Two entries of one file are two.
        """
        is_one_address = bool(self.address) and self.address == other.address
        if self._differs(other, but="title" if is_one_address and is_written else ""):
            return Sameness.ALIKE if is_one_address else Sameness.DIFFERENT
        if is_one_address:
            return Sameness.SAME
        if self == other or (is_written and self._says() == other._says()):
            return Sameness.SAME
        if self.texts.get("title", "") != other.texts.get("title") or not self.texts["title"]:
            return Sameness.DIFFERENT
        agrees = {key for key in self.texts.keys() & other.texts.keys() if key != "title"}
        is_known = bool(self.date and other.date) and bool(agrees or (self.authors and other.authors))
        return Sameness.SAME if is_known else Sameness.GUESS

    def shared(self) -> list[tuple[str, str]]:
        """What two entries must share at least one of, to be worth comparing."""
        texts = {key: self.texts.get(key, "") for key in ("title", "description")}
        return [pair for pair in (("address", self.address), *texts.items()) if pair[1]]

    def _differs(self, other: "Identity", but: str) -> bool:
        return (
            bool(self.address and other.address and self.address != other.address)
            or not _is_within(self.date, other.date)
            or bool(self.language and other.language and self.language != other.language)
            or bool(self.authors and other.authors and not _are_one(self.authors, other.authors))
            or any(self.texts[key] != other.texts[key] for key in (self.texts.keys() & other.texts.keys()) - {but})
        )

    def _says(self) -> tuple[object, ...]:
        """Everything but the place, which `sources.yaml` has no key for."""
        texts = {key: text for key, text in self.texts.items() if key not in _PLACES}
        return (self.address, self.date, self.authors, tuple(sorted(texts.items())))


def identity(source: Mapping[str, Any], lost: Iterable[Lost] = ()) -> Identity:
    """A source by its keys as written, which may be unfinished, and what else its entry said."""
    texts = {key: text for key in _TEXTS if (text := _plain(source.get(key)))}
    if "title" not in texts and (text := _plain(source.get("description"))) and not text.startswith("todo "):
        texts["description"] = text
    texts |= {each.name: text for each in lost if each.name in _PLACES and (text := _plain(shown(each.value)))}
    authors = source.get("author")
    return Identity(
        _address(str(source.get("URL") or "")),
        re.sub("[~?%]", "", str(source.get("issued") or "")),
        tuple(_tokens(each) for each in authors) if isinstance(authors, list | tuple) else (),
        str(source.get("language") or "").partition("-")[0],
        texts,
    )


def _address(url: str) -> str:
    """Without what changes nothing: the scheme, `www.`, the case of the host, a mark within the page."""
    plain = re.sub(r"^https?://(?:www\.|dx\.(?=doi\.org/))?", "", url, flags=re.IGNORECASE)
    plain = re.sub(r"#(?![!/]).*", "", plain).rstrip("/")
    host, slash, path = plain.partition("/")
    return f"{host.lower()}{slash}{path.lower() if host.lower() == 'doi.org' else path}"


def _plain(text: object) -> str:
    if not isinstance(text, str):
        return ""
    folded = re.sub("[‘’ʼ]", "'", re.sub("[“”„«»]", '"', re.sub("[\u2010-\u2014]", "-", text.casefold())))
    return " ".join(folded.split()).removeprefix("the ").removesuffix(".")


def _tokens(name: object) -> frozenset[str]:
    parts = name.values() if isinstance(name, Mapping) else [name]
    return frozenset(re.findall(r"\w+", " ".join(map(str, parts)).casefold()))


def _is_within(one: str, other: str) -> bool:
    """Whether two dates may be one: the same, or one more precise than the other, or not said."""
    shorter, longer = sorted((one, other), key=len)
    return longer == shorter or not shorter or (longer.startswith(shorter) and longer[len(shorter)] in "-T")


def _are_one(some: tuple[frozenset[str], ...], others: tuple[frozenset[str], ...]) -> bool:
    """Whether two lists are of the same people, some of them perhaps with initials."""
    return len(some) == len(others) and all(_is_one(*pair) for pair in zip(some, others, strict=True))


def _is_one(one: frozenset[str], other: frozenset[str]) -> bool:
    left, right = one - other, other - one
    longest = one & other
    return (
        bool(longest)
        and all(any(_is_initial(a, b) for b in right) for a in left)
        and (all(any(_is_initial(a, b) for a in left) for b in right))
    )


def _is_initial(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) == 1 and longer.startswith(shorter)
