"""What may stand in one field: a description for the author and, for texts, a form.

`Doc` and `Form` are read through hooks that pydantic calls by name, so that the shapes check
themselves and describe themselves in the JSON Schema without this module importing pydantic.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, TypeAlias

from explainer.prose.nodes import Prose


@dataclass(frozen=True, slots=True)
class Doc:
    """The description of a field, for the author's reference and for editors."""

    text: str

    def __get_pydantic_json_schema__(self, core: Any, handler: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        return {**handler(core), "description": self.text}


class Voice(Enum):
    """Whose words a text is, and so what an edition in another language does with it."""

    OURS = "translated"
    QUOTED = "stands as it was said; an edition may put a translation beside it"
    NAMED = "stands as it is, unless the edition has another name for it"
    GIVEN = "stands as it is: a name, an id, a date, a word of a text"


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a text: a name, a regular expression for the whole of it, and the same in words."""

    name: str
    pattern: str
    words: str

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        return {**handler(source), "pattern": f"^(?:{self.pattern})$", "metadata": {"form": self}}


ID = Form("id", r"[a-z0-9]+(?:-[a-z0-9]+)*", "lower-case letters and digits, joined by single hyphens")
_DAY = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?[~?%]?"
DATE = Form(
    "date",
    rf"{_DAY}(?:/{_DAY})?",
    "year-month-day, as precise as its source: 2024, 2024-03, 2024-03-12, 2024-03-12T16:30+03:00; "
    "~ about, ? uncertain, % both; 2024-03-15/2024-03-17 a period",
)
AGE = Form(
    "age", r"[1-9][0-9]{0,3}[dwmy]", "a number and d, w, m or y for days, weeks, months or years, such as 6m or 1y"
)
COUNT = Form(
    "count",
    r"~?[0-9]+\+?|[0-9]+-[0-9]+",
    "a number without separators: 234; 550+ at least or more than; ~300 about; 100-200 a range",
)
RANK = Form("place in an order", r"[1-9]", "a number from 1 to 9")
URL = Form("url", r"https?://[^\s<>\"]+", "a full address that begins with https:// or http://")
LANGUAGE = Form("language", r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", "a language tag such as en, ru, uk, de-AT")
# JSON Schema knows no classes of letters that Python's `re` knows too: what is no capital is left out by name.
LETTER = Form(
    "letter",
    r"[^\s\d!-/:-@\[-`{-¿×÷a-zß-öø-ÿα-ωа-џґա-և\u2000-\u2bff\u3000-\u303f\ue000-\uf8ff\ufdd0-\uffff]",
    "one letter, a capital where the script has them",
)
LATITUDE = Form(
    "latitude", r"-?(?:90(?:\.0+)?|[0-8]?[0-9](?:\.[0-9]+)?)", "degrees north as a decimal, such as 51.2725"
)
LONGITUDE = Form(
    "longitude", r"-?(?:180(?:\.0+)?|(?:1[0-7]|[0-9])?[0-9](?:\.[0-9]+)?)", "degrees east as a decimal, such as 34.3033"
)
GEOJSON = Form(
    "file name", r"[a-z0-9]+(?:[._-][a-z0-9]+)*\.geojson", "the name of a file in seeds/map, such as basemap.geojson"
)
SHA256 = Form("SHA-256", r"[0-9a-f]{64}", "a SHA-256: 64 digits from 0 to 9 and a to f, as `sha256sum` prints it")
PLACE_IN_TEXT = Form("line and column", r"[1-9][0-9]*:[1-9][0-9]*", "line and column in source.txt, such as 14:203")
RECEIVED = Form(
    "file name", r"received\.[a-z0-9]{1,12}(?:\.gz)?", "the name of a file beside source.txt, such as received.pdf"
)
LINE = Form("line", r"[^\n]*\S[^\n]*", "one line of plain text")
TEXT = Form("text", r"[\s\S]*\S[\s\S]*", "text that is not empty")
MARKDOWN = Form(
    "markdown",
    r"[\s\S]*\S[\s\S]*",
    "CommonMark without raw HTML; [@source-id] cites, [[id]] links to a record",
)
PLACE = Form(
    "place of a text",
    r"[A-Za-z0-9]+(?:[/-][A-Za-z0-9]+)*",
    "the keys, ids and numbers on the way to a text, joined by `/`, as `explainer edition add` writes them",
)

Id: TypeAlias = Annotated[str, ID]
Date: TypeAlias = Annotated[str, DATE]
Age: TypeAlias = Annotated[str, AGE]
Count: TypeAlias = Annotated[str, COUNT]
Rank: TypeAlias = Annotated[str, RANK]
Url: TypeAlias = Annotated[str, URL]
Language: TypeAlias = Annotated[str, LANGUAGE]
SideLetter: TypeAlias = Annotated[str, LETTER, Voice.QUOTED]
"""By which pages and scripts know the side in every edition; one may show another."""
Latitude: TypeAlias = Annotated[str, LATITUDE]
Longitude: TypeAlias = Annotated[str, LONGITUDE]
GeoJson: TypeAlias = Annotated[str, GEOJSON]
Sha256: TypeAlias = Annotated[str, SHA256]
PlaceInText: TypeAlias = Annotated[str, PLACE_IN_TEXT]
ReceivedName: TypeAlias = Annotated[str, RECEIVED]
Line: TypeAlias = Annotated[str, LINE]
OurLine: TypeAlias = Annotated[str, LINE, Voice.OURS]
OutletName: TypeAlias = Annotated[str, LINE, Voice.NAMED]
"""Of a paper, a channel, an agency; or who that is, where no name was seen."""
Text: TypeAlias = Annotated[str, TEXT]
OurWords: TypeAlias = Annotated[str, TEXT, Voice.OURS]
Quoted: TypeAlias = Annotated[str, TEXT, Voice.QUOTED]
TextPlace: TypeAlias = Annotated[str, PLACE]


@dataclass(frozen=True, slots=True)
class Untranslated:
    """Of a text in an edition: it stands in the language of the original."""

    language: str


@dataclass(frozen=True, slots=True)
class Stale:
    """Of a text in an edition: it translates words that have changed since."""

    date: str
    """When it was translated."""


class OurText(str):
    """A Markdown text of ours, as its author wrote it. After linking it also has its tree, with references resolved."""

    __slots__ = ("prose", "standing")
    prose: Prose
    standing: Untranslated | Stale | None
    """Not None only where an edition has no current translation of it."""

    @classmethod
    def standing_as(cls, text: str, standing: Untranslated | Stale | None) -> "OurText":
        """Before linking: a text of an edition."""
        made = cls(text)
        made.standing = standing
        return made

    @classmethod
    def linked(cls, text: str, prose: Prose) -> "OurText":
        made = cls(text)
        made.prose, made.standing = prose, getattr(text, "standing", None)
        return made

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        return handler(str)


def prose_of(text: str) -> Prose:
    """The tree of a text of ours. Raises TypeError for any other text, and before linking."""
    if not isinstance(text, OurText):
        raise TypeError(f"no text of ours that was linked: {text[:40]!r}")
    return text.prose


def language_of(text: str, language: str) -> str:
    """The language of a text of ours on a site of `language`: in an edition, that of the original may stand instead."""
    standing = getattr(text, "standing", None)
    return standing.language if isinstance(standing, Untranslated) else language


class Translated(str):
    """Somebody else's words, as they were said, with a translation of ours."""

    __slots__ = ("ours",)
    ours: str

    @classmethod
    def with_ours(cls, words: str, ours: str) -> "Translated":
        made = cls(words)
        made.ours = ours
        return made


def in_edition(words: str) -> str:
    """The translation alone, where only one of the two has room; the words themselves where there is none."""
    return words.ours if isinstance(words, Translated) else words


Markdown: TypeAlias = Annotated[OurText, MARKDOWN, Voice.OURS]
