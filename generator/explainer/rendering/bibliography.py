"""How a source is named: what was read, of whom, and when. A reprint is never printed as the original."""

import re

from markupsafe import Markup

from explainer.interface import Catalogue, message
from explainer.interface.dates_in_words import in_words
from explainer.model.seeds import Source
from explainer.rendering.directed import isolated, spoken
from explainer.rendering.escape import attribute_url, escape, filled
from explainer.rendering.phrases import Phrases, label
from explainer.vocabulary import Reading

_CARRIED_SHORT = {
    Reading.REPRINT: message("%(text)s in %(carrier)s"),
    Reading.COPY: message("%(text)s, copied by %(carrier)s"),
    Reading.TRANSLATION: message("%(text)s, translated in %(carrier)s"),
    Reading.SUMMARY: message("%(text)s, as reported by %(carrier)s"),
}
_CARRIED = {
    Reading.REPRINT: message("%(text)s, reprinted by %(carrier)s"),
    Reading.COPY: message("%(text)s, in a copy on %(carrier)s"),
    Reading.TRANSLATION: message("%(text)s, in a translation in %(carrier)s"),
    Reading.SUMMARY: message("%(text)s, as reported by %(carrier)s"),
}


def short_name(source: Source, words: Catalogue) -> str:
    """For a line of sources: “Reuters in Deccan Herald, 12 March 2024”. Of a page without a date, when it was read."""
    name, day = _shortly(source, words), _known_day(source, words)
    return words.pgettext("source", "%(name)s, %(date)s", name=name, date=day) if day else name


def plain_name(source: Source, words: Catalogue) -> Markup:
    """The same less who copied or reprinted it: that stands once, in the list that the line leads to."""
    name, day = _shortly(source, words), _known_day(source, words)
    if source.reading in (Reading.COPY, Reading.REPRINT):
        text, carrier = source.original_publisher, source.container_title or source.publisher
        # else a description, which says less than the copy's name
        is_named = text and not (words.is_english and text.startswith(("a ", "an ")))
        name = (text if is_named else carrier) or text or name
    shown = isolated(name, words.direction)  # not with its date, which is in our language
    return Phrases(words).pgettext("source", "%(name)s, %(date)s", name=shown, date=day) if day else shown


def _shortly(source: Source, words: Catalogue) -> str:
    return _publisher(source, _CARRIED_SHORT, words) or source.title or source.description or source.id


def _known_day(source: Source, words: Catalogue) -> str:
    if source.issued:
        return in_words(words, source.issued)
    return _read(source.accessed, words) if source.accessed else ""


def publisher(source: Source, words: Catalogue) -> str:
    """Whose text it is, and who carried it: “Reuters, reprinted by Deccan Herald”."""
    return _publisher(source, _CARRIED, words)


def entry(source: Source, words: Catalogue, *, in_list: bool = False) -> Markup:
    """The full entry of a bibliography, with its address printed as a link.

    `in_list`: above the list stands once what it means that an entry has no headline or no date.
    """
    name, direction = publisher(source, words), words.direction
    # A description where the name is not known; names keep their own letters.
    if words.is_english and name.startswith(("a ", "an ")):
        name = name[0].upper() + name[1:]
    parts = [isolated(name, direction)] if name else []
    authors = [_author(author.family, author.given, author.literal) for author in source.author]
    if authors:
        parts.insert(
            0, Phrases(words).pgettext("between items", "; ").join(isolated(author, direction) for author in authors)
        )
    parts.append(_title(source, words, in_list=in_list))
    if source.issued or not in_list:
        parts.append(escape(in_words(words, source.issued) if source.issued else words.gettext("date not seen")))
    if source.accessed and (source.URL or not source.issued):  # what has an address may change, a printed page does not
        parts.append(escape(_read(source.accessed, words)))
    if source.language and source.language != words.main:
        parts.append(escape(words.gettext("in %(language)s", language=words.language_name(source.language))))
    line = Phrases(words).pgettext("between items", ", ").join(parts)
    if source.archive_url:
        copy = escape(words.gettext("archived copy"))
        line += filled(' (<a href="{}">{}</a>)', attribute_url(source.archive_url), copy)
    return line


_NOT_SEEN = " (headline not seen)"
"""How a description of ours may end."""


def reading(source: Source, words: Catalogue) -> str:
    """What was read, in a sentence; a foreign language stands in the entry."""
    read = label(words, source.reading)
    if source.language == words.main:
        name = words.language_name(source.language)
        return words.gettext("Read: %(reading)s, in %(language)s.", reading=read, language=name)
    return words.gettext("Read: %(reading)s.", reading=read)


def _publisher(source: Source, carried: dict[Reading, str], words: Catalogue) -> str:
    carrier = source.container_title or source.publisher or ""
    text = source.original_publisher
    if source.reading is Reading.ORIGINAL or not text:
        return carrier or text or ""
    return words.gettext(carried[source.reading], text=text, carrier=carrier) if carrier else text


def _read(accessed: str, words: Catalogue) -> str:
    return words.gettext("read %(date)s", date=in_words(words, accessed))


def quoted(title: str, words: Catalogue) -> str:
    """A title in quotation marks. Pairs of the same marks in it become single ones; others stay as written."""
    outer = words.pgettext("quotation", "“%(words)s”", words="\0").split("\0")
    if outer != ["“", "”"]:
        inner = words.pgettext("quotation inside a quotation", "‘%(words)s’", words=r"\1")
        opening, closing = (re.escape(mark.strip()) for mark in outer)
        return re.sub(rf"{opening}\s?([^{opening}{closing}]*?)\s?{closing}", inner, title).join(outer)
    shown = list(title)
    opened: list[int] = []
    for index, char in enumerate(title):
        before = title[opened[-1]] if opened else ""
        if char == "„" or (char == "“" and before != "„"):
            opened.append(index)
        elif char in "“”" and before:  # „so“ and „so”, which begin otherwise than ours
            start = opened.pop()
            if before == "“":
                shown[start], shown[index] = "‘", "’"
    return f"“{''.join(shown)}”"


def _title(source: Source, words: Catalogue, *, in_list: bool) -> Markup:
    description = source.description or words.gettext("title not seen")
    if in_list:
        description = description.removesuffix(_NOT_SEEN)
    shown = isolated(quoted(source.title, words) if source.title else description, words.direction)
    is_foreign = source.title and source.language and source.language != words.main
    lang = spoken(source.language) if is_foreign else Markup("")
    if source.URL:
        return filled('<a href="{}"{}>{}</a>', attribute_url(source.URL), lang, shown)
    return filled("<span{}>{}</span>", lang, shown) if lang else shown


def _author(family: str | None, given: str | None, literal: str | None) -> str:
    return literal or " ".join(part for part in (given, family) if part)
