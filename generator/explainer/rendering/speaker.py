"""Says dates, lists and labels in the language of the site: what a printer of pages stands on."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from explainer.interface import Catalogue
from explainer.interface.dates_in_words import in_words
from explainer.model.fields import Translated
from explainer.model.seeds import Correction
from explainer.model.stages import Linked
from explainer.rendering.directed import spoken
from explainer.rendering.escape import escape, filled, joined
from explainer.rendering.phrases import Phrases, label
from explainer.text import dates


@dataclass(frozen=True)
class Speaker:
    linked: Linked

    @property
    def words(self) -> Catalogue:
        return self.linked.catalogue

    @cached_property
    def phrases(self) -> Phrases:
        """The same words as Markdown."""
        return Phrases(self.words)

    @property
    def direction(self) -> str:
        """In which pages of the site are read: `ltr` or `rtl`."""
        return self.words.direction

    def as_of(self, date: str, *, capital: bool = False) -> Markup:
        """“as of 12 March 2024”, by itself “As of 12 March 2024”."""
        if capital:
            return self.phrases.gettext("As of %(date)s", date=self.time(date))
        return self.phrases.gettext("as of %(date)s", date=self.time(date))

    def dated_correction(self, correction: Correction) -> Markup:
        """“Update, 12 March 2024:”, before its text."""
        type_, date = label(self.words, correction.type), self.time(correction.date)
        return self.phrases.pgettext("before a text", "%(type)s, %(date)s:", type=type_, date=date)

    def joined(self, parts: Iterable[Markup]) -> Markup:
        """The items of a list, with the comma of the language."""
        return joined(self.phrases.pgettext("between items", ", "), parts)

    def time(self, date: str | None) -> Markup:
        """A date in words, with the machine's form where HTML has one for it."""
        if not date:
            return Markup("")
        machine, shown = dates.datetime(date), in_words(self.words, date)
        if machine is None:
            return filled('<span class="x-date">{}</span>', escape(shown))
        return filled('<time class="x-date" datetime="{}">{}</time>', Markup(machine), escape(shown))

    def ours(self, words: str | None, reading: str | None = None) -> Markup:
        """The translation of ours beside somebody else's words, told apart from them; nothing where there is none.

        Of words that are wrong, with that of their `reading`, where it has one.
        """
        if not isinstance(words, Translated):
            return Markup("")
        said = [" ".join(each.ours.split()) for each in (words, reading) if isinstance(each, Translated)]
        return filled(
            '<span class="x-ours"{}>{}</span>',
            spoken(self.words.language),
            self.phrases.gettext("In our translation: %(words)s", words=f" {self.words.arrow} ".join(said)),
        )
