"""The pages that list records: glossary, sources, open questions."""

import unicodedata
from collections.abc import Iterable, Mapping

from explainer.interface import Catalogue
from explainer.interface.sorting import first_letter, sorted_by_name
from explainer.model import paths
from explainer.model import seeds as shapes
from explainer.model.marks import unmarked
from explainer.model.parts import ListPart
from explainer.model.record_types import Ref
from explainer.model.stages import Entry, Linked, Page
from explainer.rendering import bibliography
from explainer.rendering.front_matter import front_matter
from explainer.rendering.parted import ListGroup, grouped, lines, part_view, sheet
from explainer.rendering.printer import Printer
from explainer.rendering.spellings import Languages, Spellings, met_by_readers
from explainer.rendering.templates import render
from explainer.text.languages import language_of
from explainer.vocabulary import Reading

OPEN = paths.OPEN


def glossary_page(linked: Linked, part: ListPart) -> Page:
    printer = Printer(linked, part.path)
    words = linked.catalogue
    own = frozenset(part.refs)
    here = (entry for entry in linked.seeds.terms.values() if entry.ref in own)
    terms = sorted_by_name(words, here, lambda entry: unmarked(entry.value.term))
    view = part_view(printer, part, words.gettext("Glossary"))
    languages = met_by_readers(linked)
    body = render(
        "glossary.md.j2",
        words,
        p=printer,
        view=view,
        terms=terms if not part.below else [],
        letters=_letters(words, {entry.id: entry.value.term for entry in terms}),
        spelled={entry.id: _spelled(entry.value, languages) for entry in terms},
        groups=_by_letter(linked, {entry.ref: entry.value.term for entry in terms if entry.ref}) if part.below else [],
    )
    description = words.gettext("Names and words in one form, with their spellings and where they are used.")
    head = front_matter(view.title, description, extra=sheet(part))
    return Page(part.path, head + body, _file(terms, "seeds/glossary.yaml"))


def sources_page(linked: Linked, part: ListPart) -> Page:
    """Only what the site uses: the bibliography lists what it rests on."""
    printer = Printer(linked, part.path)
    used = [entry for entry in linked.seeds.sources.values() if entry.ref in linked.uses]
    own = frozenset(part.refs)
    words = linked.catalogue
    by_id = sorted((entry for entry in used if entry.ref in own), key=lambda entry: entry.id)
    names = {entry.id: unmarked(bibliography.short_name(entry.value, words)) for entry in by_id}
    sources = sorted_by_name(words, by_id, lambda entry: names[entry.id])
    counts = [(reading, sum(entry.value.reading is reading for entry in used)) for reading in Reading]
    view = part_view(printer, part, words.gettext("Sources"))
    body = render(
        "sources.md.j2",
        words,
        p=printer,
        view=view,
        sources=sources if not part.below else [],
        counts=[each for each in counts if each[1]] if not part.depth else [],
        groups=_by_letter(linked, {entry.ref: names[entry.id] for entry in sources if entry.ref}) if part.below else [],
    )
    description = words.gettext("Everything that this site rests on, with what was actually read.")
    head = front_matter(view.title, description, extra=sheet(part))
    return Page(part.path, head + body, _file(sources, "seeds/sources.yaml"))


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


def _letters(words: Catalogue, names: Mapping[str, str]) -> dict[str, str]:
    """The id of the first record under each letter."""
    letters: dict[str, str] = {}
    for id_, name in names.items():
        letters.setdefault(first_letter(words, name), id_)
    return letters


def _by_letter(linked: Linked, names: Mapping[Ref, str]) -> list[ListGroup]:
    every = lines(linked, names, names.__getitem__)
    return grouped(every, lambda line: first_letter(linked.catalogue, line.words))


def _file(entries: Iterable[Entry[shapes.Term] | Entry[shapes.Source]], usual: str) -> str:
    return next((entry.node.span.path for entry in entries), usual)
