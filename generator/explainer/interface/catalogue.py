"""The words of the interface in one language, and what CLDR knows of that language.

A catalogue is read from its `.po` file when it is first asked for, and kept: that takes some hundredths of a second
once in a build, and so nothing is compiled beforehand that could be older than what it was made from. English needs no
file, because its sentences are the ids of the messages.
"""

import gettext
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from explainer.text import directions

if TYPE_CHECKING:
    from babel import Locale

FOLDER = Path(__file__).parent / "locale"
"""A file for each language but English, by its tag."""


def message(words: str) -> str:
    """The same words, marked: they stand in a table, and are translated where they are printed."""
    return words


@dataclass(frozen=True, eq=False)
class Catalogue:
    """One language of the interface. Its methods are named as gettext names them, so that Babel finds the messages.

    `%(name)s` in a message stands for a value; numbers are written as the language writes them.
    """

    language: str
    """As the site says it, such as `de` or `pt-BR`."""
    _translations: gettext.NullTranslations = field(default_factory=gettext.NullTranslations, repr=False)

    def gettext(self, message: str, **values: object) -> str:
        return self._filled(self._translations.gettext(message), values)

    def pgettext(self, context: str, message: str, **values: object) -> str:
        return self._filled(self._translations.pgettext(context, message), values)

    def ngettext(self, one: str, several: str, count: int, /, **values: object) -> str:
        return self._filled(self.template(one, several, count), {"count": count, **values})

    def npgettext(self, context: str, one: str, several: str, count: int, /, **values: object) -> str:
        return self._filled(self.template(one, several, count, context), {"count": count, **values})

    def template(self, one: str, several: str, count: int, context: str = "") -> str:
        """The message for so many, before anything is put into it."""
        if context:
            return self._translations.npgettext(context, one, several, count)
        return self._translations.ngettext(one, several, count)

    def _filled(self, words: str, values: dict[str, object]) -> str:
        if not values:
            return words
        return words % {name: self.number(value) if isinstance(value, int) else value for name, value in values.items()}

    # --- what CLDR knows --------------------------------------------------------------------------------

    @cached_property
    def main(self) -> str:
        """The language alone: `pt` of `pt-BR`."""
        return self.language.replace("_", "-").partition("-")[0].lower()

    @cached_property
    def is_english(self) -> bool:
        return self.main == "en"

    @cached_property
    def direction(self) -> str:
        return directions.of_language(self.language)

    @property
    def arrow(self) -> str:
        """From what comes first to what follows it."""
        return "←" if self.direction == "rtl" else "→"

    @cached_property
    def locale(self) -> "Locale":
        """English is written as in Britain where the site does not say otherwise: 12 March 2024."""
        from babel import Locale, UnknownLocaleError  # here, because few commands print pages

        for tag in ("en-GB" if self.language == "en" else self.language, self.main, "en-GB"):
            try:
                return Locale.parse(tag, sep="-")
            except (UnknownLocaleError, ValueError):
                continue
        raise AssertionError("Babel knows British English")

    def number(self, number: float) -> str:
        """“1,234.5”, “1.234,5”, “1 234,5”."""
        from babel.numbers import format_decimal

        if isinstance(number, int) and -1000 < number < 1000:
            return str(number)
        return format_decimal(number, locale=self.locale, decimal_quantization=False)

    def decimal(self, digits: str) -> str:
        """A number as precisely as its digits are written: “51,0”."""
        from babel.numbers import get_decimal_symbol

        return digits.replace(".", get_decimal_symbol(self.locale))

    def list_of(self, words: list[str]) -> str:
        """“A, B and C”."""
        from babel.lists import format_list

        return format_list(words, locale=self.locale)

    def language_name(self, tag: str) -> str:
        """“German”, or “німецька”; the tag itself where CLDR does not know it."""
        from babel import Locale, UnknownLocaleError

        known = self.locale.languages
        if tag in known:
            return str(known[tag])
        try:
            return Locale.parse(tag, sep="-").get_display_name(self.locale) or tag
        except (UnknownLocaleError, ValueError):
            return str(known.get(tag.partition("-")[0].lower(), tag))


ENGLISH = Catalogue("en")


@lru_cache(maxsize=1)
def spoken() -> tuple[str, ...]:
    """The languages that the interface speaks, by their tags."""
    return tuple(sorted(("en", *(file.stem for file in FOLDER.glob("*.po")))))


def catalogue_of(language: str | None) -> Catalogue:
    """The catalogue for a site in `language`; English where the interface does not speak that language."""
    return _read(language, FOLDER) if language and language != "en" else ENGLISH


@lru_cache(maxsize=64)
def _read(language: str, folder: Path) -> Catalogue:
    file = next((file for file in _files(language, folder) if file.is_file()), None)
    if file is None:
        return Catalogue(language)
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with file.open("rb") as text:
        messages = read_po(text)
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return Catalogue(language, gettext.GNUTranslations(compiled))


def _files(language: str, folder: Path) -> list[Path]:
    """For `pt-BR`, its own and that of `pt`."""
    tags = dict.fromkeys((language, language.partition("-")[0].lower()))
    return [folder / f"{tag}.po" for tag in tags]
