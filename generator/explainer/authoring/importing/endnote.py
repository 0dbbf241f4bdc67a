"""The XML of EndNote, which Zotero and Mendeley write too, as CSL items with their notes."""

from collections.abc import Iterator
from typing import Any

from explainer.authoring.importing import addresses, languages, months, xml_tree
from explainer.authoring.importing.person_names import names
from explainer.authoring.importing.records import ImportedRecord, Library, Lost, shown
from explainer.authoring.importing.xml_tree import Element

_TYPES = {
    "newspaper article": "article-newspaper", "magazine article": "article-magazine",
    "journal article": "article-journal", "electronic article": "article-journal", "web page": "webpage",
    "blog": "post-weblog", "report": "report", "government document": "report", "book": "book", "edited book": "book",
    "electronic book": "book", "book section": "chapter", "electronic book section": "chapter",
    "encyclopedia": "entry-encyclopedia", "dictionary": "entry-dictionary",
    "conference proceedings": "paper-conference", "conference paper": "paper-conference", "thesis": "thesis",
    "film or broadcast": "motion_picture", "audiovisual material": "motion_picture", "music": "song",
    "artwork": "graphic", "figure": "figure", "map": "map", "dataset": "dataset", "computer program": "software",
    "statute": "legislation", "legal rule or regulation": "legislation", "bill": "bill", "case": "legal_case",
    "hearing": "hearing", "patent": "patent", "pamphlet": "pamphlet", "manuscript": "manuscript",
    "unpublished work": "manuscript", "personal communication": "personal_communication", "standard": "standard",
    "interview": "interview", "press release": "report", "serial": "periodical", "generic": "document",
    "online multimedia": "webpage", "online database": "webpage", "podcast": "broadcast",
    "social media": "post", "multimedia application": "software", "discussion forum": "post",
    "television episode": "broadcast",
}  # fmt: skip
_NUMBERS = {
    "6": "book", "5": "book section", "12": "web page", "13": "generic", "17": "journal article",
    "19": "magazine article", "23": "newspaper article", "27": "report", "32": "thesis", "46": "government document",
    "47": "conference paper", "56": "blog",
}  # fmt: skip
_WITHIN = frozenset({
    "article-newspaper", "article-magazine", "article-journal", "webpage", "post-weblog", "post", "chapter",
    "entry-encyclopedia", "entry-dictionary", "paper-conference", "broadcast", "document",
})  # fmt: skip
"""Types whose second title names what they stand in, and not a series."""
_OUTER = frozenset({"secondary-title", "full-title", "alt-title", "abbr-1"})
_OF_FILE = frozenset({"database", "source-app"})
"""What EndNote says of the library in each of its records."""
_FIX = "choose the output style “EndNote XML” where it is exported"


def read(text: str, name: str) -> Library:
    """The entries, and what could not be read."""
    try:
        root = xml_tree.read(name, text)
    except xml_tree.CannotReadXmlError as error:
        return Library(problems=[str(error)])
    records = [element for element in root.all() if element.local == "record"]
    if not records:
        return Library(problems=[f"{name}:{root.line}:{root.column}: `{root.local}` holds no `record`; {_FIX}"])
    inside = {id(child) for record in records for child in record.all()} | {id(root)}
    library = Library([_record(record) for record in records])
    of_file = [
        lost for record in records for child in record.children if child.local in _OF_FILE for lost in _told(child)
    ]
    of_file += [lost for record in records if (key := record.first("foreign-keys", "key")) for lost in _attributes(key)]
    of_file += [
        Lost(element.local, words)
        for element in root.all()
        if id(element) not in inside and (words := " ".join("".join(map(str, _own(element))).split()))
    ]
    library.lost = list(dict.fromkeys(of_file))
    return library


def _record(record: Element) -> ImportedRecord:
    lost: list[Lost] = []
    remarks: list[str] = []
    used: set[int] = {id(child) for child in record.children if child.local in _OF_FILE}

    def take(*path: str) -> str:
        found = record.first(*path)
        if found is None or not found.words:
            return ""
        used.add(id(found))
        return found.words

    item: dict[str, Any] = {"type": _type(record, used, lost)}
    item["title"] = take("titles", "title")
    outer = [("periodical", "full-title"), ("titles", "secondary-title"), ("titles", "alt-title")]
    if item["type"] in _WITHIN:
        item["container-title"] = next((words for path in outer if (words := take(*path))), "")
    authors = record.first("contributors", "authors")
    for author in authors.named("author") if authors else ():
        used.add(id(author))
        item.setdefault("author", []).extend(names(author.words, remarks) if author.words else ())
    item |= {"publisher": take("publisher"), "language": take("language"), "accessed": take("access-date")}
    item["DOI"] = take("electronic-resource-num")
    item["id"] = take("label")
    notes = [each for each in record.children if each.local in ("notes", "research-notes") and each.words]
    used |= {id(each) for each in notes}
    item["note"] = "; ".join(each.words for each in notes)
    links = [each for each in record.all() if each.local == "url" and addresses.address(each.words)]
    if links:
        used.add(id(links[0]))
        item["URL"] = links[0].words
    item["issued"] = _issued(take("dates", "year"), take("dates", "pub-dates", "date"), item["language"], lost)
    lost += _rest(record, used, set(map(str, item.values())))
    return ImportedRecord({key: value for key, value in item.items() if value}, tuple(lost), tuple(remarks))


def _type(record: Element, used: set[int], lost: list[Lost]) -> str:
    kind = record.first("ref-type")
    if kind is None:
        return "document"
    used.add(id(kind))
    name = kind.attributes.get("name", "").strip() or _NUMBERS.get(kind.words, "")
    found = _TYPES.get(name.lower())
    if found is None and (name or kind.words):
        lost.append(Lost("ref-type", name or kind.words))
    return found or "document"


def _issued(year: str, day: str, written_language: str, lost: list[Lost]) -> str:
    """The day of a month that stands apart from its year, where both are understood."""
    language = languages.language(written_language) or ""
    of_year = months.read(year, language)
    for text in (day, f"{day} {year}", f"{year} {day}") if day else ():
        found = months.read(text, language)
        if found and len(found.date) > 4 and (of_year is None or found.date.startswith(of_year.date[:4])):
            lost += [Lost("pub-dates", day, found.date)] if found.left else []
            lost += [Lost("year", year)] if year and of_year is None else []
            return found.date
    lost += [Lost("pub-dates", day)] if day else []
    return year


def _others(element: Element, used: set[int]) -> Iterator[tuple[str, Element]]:
    """What was not taken, each where its words begin, and how it is called: an author by the role."""
    for child in element.children:
        if id(child) in used:
            continue
        if child.children and all(each.local != "style" for each in child.children):
            yield from _others(child, used)
        else:
            yield (element if child.local in ("author", "url", "date") else child).local, child


def _rest(record: Element, used: set[int], said: set[str]) -> list[Lost]:
    """What was not taken, the words of one name together, in the order of the file."""
    number = record.first("rec-number")
    words: dict[str, list[str]] = {}
    attributes: list[Lost] = []
    for name, element in _others(record, used):
        is_key = element.local == "key"  # its attributes name the library, and were told once
        is_said = (element.local in _OUTER and element.words in said) or (
            is_key and number is not None and element.words == number.words
        )
        if element.words and not is_said:
            words.setdefault(name, []).append(shown(element.words))
        attributes += [] if is_key else _attributes(element)
    return [*(Lost(name, "; ".join(dict.fromkeys(each))) for name, each in words.items()), *attributes]


def _told(element: Element) -> list[Lost]:
    return [*([Lost(element.local, shown(element.words))] if element.words else []), *_attributes(element)]


def _attributes(element: Element) -> list[Lost]:
    return [
        Lost(f"{element.local} {key}", value)
        for key, value in element.attributes.items()
        if value and value != element.words and element.local != "style"  # how words look
    ]


def _own(element: Element) -> list[str]:
    return [part for part in element.parts if isinstance(part, str)]
