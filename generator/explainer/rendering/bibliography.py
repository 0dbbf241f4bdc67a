"""How a source is named: what was read, of whom, and when. A reprint is never printed as the original."""

from markupsafe import Markup

from explainer.model.seeds import Source
from explainer.rendering.directed import isolated
from explainer.rendering.escape import attribute_url, escape, filled
from explainer.text import dates
from explainer.vocabulary import Reading

_CARRIED_SHORT = {
    Reading.REPRINT: "{text} in {carrier}",
    Reading.COPY: "{text}, copied by {carrier}",
    Reading.TRANSLATION: "{text}, translated in {carrier}",
    Reading.SUMMARY: "{text}, as reported by {carrier}",
}
_CARRIED = {
    Reading.REPRINT: "{text}, reprinted by {carrier}",
    Reading.COPY: "{text}, in a copy on {carrier}",
    Reading.TRANSLATION: "{text}, in a translation in {carrier}",
    Reading.SUMMARY: "{text}, as reported by {carrier}",
}


def short_name(source: Source) -> str:
    """For a line of sources: “Reuters in Deccan Herald, 12 March 2024”. Of a page without a date, when it was read."""
    return (_publisher(source, _CARRIED_SHORT) or source.title or source.description or source.id) + _day(source)


def plain_name(source: Source) -> str:
    """The same less who copied or reprinted it: that stands once, in the list that the line leads to."""
    if source.reading not in (Reading.COPY, Reading.REPRINT):
        return short_name(source)
    text, carrier = source.original_publisher, source.container_title or source.publisher
    is_named = text and not text.startswith(("a ", "an "))  # else a description, which says less than the copy's name
    name = (text if is_named else carrier) or text
    return name + _day(source) if name else short_name(source)


def _day(source: Source) -> str:
    if source.issued:
        return f", {dates.words(source.issued)}"
    return f", {_read(source.accessed)}" if source.accessed else ""


def publisher(source: Source) -> str:
    """Whose text it is, and who carried it: “Reuters, reprinted by Deccan Herald”."""
    return _publisher(source, _CARRIED)


def entry(source: Source, direction: str = "ltr", *, in_list: bool = False) -> Markup:
    """The full entry of a bibliography, with its address printed as a link.

    `in_list`: above the list stands once what it means that an entry has no headline or no date.
    """
    name = publisher(source)
    if name.startswith(("a ", "an ")):  # a description where the name is not known; names keep their own letters
        name = name[0].upper() + name[1:]
    parts = [isolated(name, direction)] if name else []
    authors = [_author(author.family, author.given, author.literal) for author in source.author]
    if authors:
        parts.insert(0, Markup("; ").join(isolated(author, direction) for author in authors))
    parts.append(_title(source, direction, in_list=in_list))
    if source.issued or not in_list:
        parts.append(escape(dates.words(source.issued) if source.issued else "date not seen"))
    if source.accessed and (source.URL or not source.issued):  # what has an address may change, a printed page does not
        parts.append(escape(_read(source.accessed)))
    if source.language and source.language != "en":
        parts.append(escape(f"in {language_name(source.language)}"))
    line = Markup(", ").join(parts)
    if source.archive_url:
        line += filled(' (<a href="{}">archived copy</a>)', attribute_url(source.archive_url))
    return line


def language_name(tag: str) -> str:
    """In English; the tag itself where we do not know it."""
    return _LANGUAGES.get(tag, tag)


_NOT_SEEN = " (headline not seen)"
"""How a description of ours may end."""
_LANGUAGES = {
    "en": "English",
    "ru": "Russian", "uk": "Ukrainian", "de": "German", "fr": "French", "cs": "Czech", "sk": "Slovak", "pl": "Polish",
    "es": "Spanish", "it": "Italian", "fi": "Finnish", "et": "Estonian", "nl": "Dutch", "sv": "Swedish",
    "tr": "Turkish", "ro": "Romanian", "pt": "Portuguese", "bg": "Bulgarian", "lt": "Lithuanian", "lv": "Latvian",
    "ka": "Georgian", "id": "Indonesian", "no": "Norwegian", "nb": "Norwegian", "da": "Danish", "hu": "Hungarian",
    "el": "Greek", "hr": "Croatian", "ja": "Japanese", "zh": "Chinese", "ar": "Arabic", "fa": "Persian",
    "he": "Hebrew", "be": "Belarusian", "az": "Azerbaijani", "hy": "Armenian", "kk": "Kazakh", "vi": "Vietnamese",
}  # fmt: skip


def reading(source: Source) -> str:
    """What was read, in a sentence; a foreign language stands in the entry."""
    return f"Read: {source.reading.label}, in English." if source.language == "en" else f"Read: {source.reading.label}."


def _publisher(source: Source, carried: dict[Reading, str]) -> str:
    carrier = source.container_title or source.publisher or ""
    text = source.original_publisher
    if source.reading is Reading.ORIGINAL or not text:
        return carrier or text or ""
    return carried[source.reading].format(text=text, carrier=carrier) if carrier else text


def _read(accessed: str) -> str:
    return f"read {dates.words(accessed)}"


def quoted(title: str) -> str:
    """A title in quotation marks. Pairs of the same marks in it become single ones; others stay as written."""
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


def _title(source: Source, direction: str, *, in_list: bool) -> Markup:
    description = source.description or "title not seen"
    if in_list:
        description = description.removesuffix(_NOT_SEEN)
    words = isolated(quoted(source.title) if source.title else description, direction)
    return filled('<a href="{}">{}</a>', attribute_url(source.URL), words) if source.URL else words


def _author(family: str | None, given: str | None, literal: str | None) -> str:
    return literal or " ".join(part for part in (given, family) if part)
