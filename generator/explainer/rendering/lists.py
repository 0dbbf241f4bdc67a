"""The pages that list records: glossary, sources, open questions."""

import unicodedata
from collections.abc import Iterable

from explainer.interface import Catalogue
from explainer.interface.sorting import first_letter, sorted_by_name
from explainer.model import paths
from explainer.model import seeds as shapes
from explainer.model.marks import unmarked
from explainer.model.stages import Entry, Linked, Page
from explainer.rendering import bibliography
from explainer.rendering.front_matter import front_matter
from explainer.rendering.printer import Printer
from explainer.rendering.spellings import Languages, Spellings, met_by_readers
from explainer.rendering.templates import render
from explainer.text.languages import language_of
from explainer.vocabulary import Reading

GLOSSARY, SOURCES, OPEN = paths.GLOSSARY, paths.SOURCES, paths.OPEN


def glossary_page(linked: Linked) -> Page:
    printer = Printer(linked, GLOSSARY)
    words = linked.catalogue
    terms = sorted_by_name(words, linked.seeds.terms.values(), lambda entry: unmarked(entry.value.term))
    letters: dict[str, str] = {}
    for entry in terms:
        letters.setdefault(first_letter(words, entry.value.term), entry.id)
    languages = met_by_readers(linked)
    spelled = {entry.id: _spelled(entry.value, languages) for entry in terms}
    body = render("glossary.md.j2", words, p=printer, terms=terms, letters=letters, spelled=spelled)
    return Page(
        GLOSSARY,
        front_matter(
            words.gettext("Glossary"),
            words.gettext("Names and words in one form, with their spellings and where they are used."),
        )
        + body,
        _file(terms, "seeds/glossary.yaml"),
    )


def sources_page(linked: Linked) -> Page:
    """Only what the site uses: the bibliography lists what it rests on."""
    printer = Printer(linked, SOURCES)
    used = [entry for entry in linked.seeds.sources.values() if entry.ref in linked.uses]
    words = linked.catalogue
    by_id = sorted(used, key=lambda entry: entry.id)
    sources = sorted_by_name(words, by_id, lambda entry: unmarked(bibliography.short_name(entry.value, words)))
    counts = [(reading, sum(entry.value.reading is reading for entry in used)) for reading in Reading]
    body = render("sources.md.j2", words, p=printer, sources=sources, counts=[each for each in counts if each[1]])
    return Page(
        SOURCES,
        front_matter(
            words.gettext("Sources"),
            words.gettext("Everything that this site rests on, with what was actually read."),
        )
        + body,
        _file(sources, "seeds/sources.yaml"),
    )


def open_questions_page(linked: Linked) -> Page:
    """What is not known, from every question and context box that says so."""
    printer = Printer(linked, OPEN)
    questions = [entry for entry in linked.seeds.questions.values() if entry.value.unknown]
    boxes = [entry for entry in linked.seeds.context.values() if entry.value.unknown]
    body = render(
        "open-questions.md.j2", printer.words, p=printer, groups=(("question", questions), ("context", boxes))
    )
    words = printer.words
    description = words.gettext("What nobody has shown, as far as we read.")
    return Page(OPEN, front_matter(words.gettext("Open questions"), description) + body, None)


def _spelled(term: shapes.Term, languages: Languages) -> tuple[list[str], tuple[Spellings, ...]]:
    """The other names of a term, each once, in the first of its forms; and those elsewhere."""
    own, others = languages.spelled(term.names)
    shown = [term.term]
    for name in (*term.variants, *own):
        if not any(_is_same_word(name, one, languages.catalogue) for one in shown):
            shown.append(name)
    return shown[1:], others


def _is_same_word(one: str, other: str, words: Catalogue) -> bool:
    """Whether two names are one in two forms: singular and plural, and in other languages cases as well."""
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    if words.is_english:
        return long in (short, short + "s", short + "es")
    short, long = sorted((_plain(one), _plain(other)), key=len)
    stem = short if long.startswith(short) else short[:-1]
    ending = long[len(stem) :]
    is_ending = len(ending) <= _ENDING or ending in language_of(words.language).endings
    return len(stem) >= _STEM and long.startswith(stem) and is_ending


def _plain(name: str) -> str:
    """Its letters without accents, so that Häfen is Hafen."""
    return "".join(char for char in unicodedata.normalize("NFKD", name.casefold()) if char.isalnum())


_STEM, _ENDING = 3, 2
"""Letters that two forms of a word begin with at least, and in which they mostly differ at most."""


def _file(entries: Iterable[Entry[shapes.Term] | Entry[shapes.Source]], usual: str) -> str:
    return next((entry.node.span.path for entry in entries), usual)
