"""Forms of the glossary's terms that stand in texts: `forms: all` links them, `explainer status` proposes them.

A form is one of the term's own name, word by word, and of no other term or place: what may be a form of two of them
is one of neither. A capital where a sentence begins says nothing; elsewhere it is a part of the word.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from explainer.linking.entries import entries_of
from explainer.memo import memoized
from explainer.model.fields import MARKDOWN
from explainer.model.marks import unmarked
from explainer.model.seeds import Place, Term
from explainer.model.stages import Anchored, Entry, Seeds
from explainer.model.walk import texts
from explainer.text import lemmas
from explainer.text.folding import fold
from explainer.text.sentences import may_begin
from explainer.text.word_edges import is_word_alone

_PLAIN = re.compile(r"(?!(?i:y|n|yes|no|on|off|true|false|null)$)[^\W\d_][\w .’ʼ/-]*")
"""An item of a list between brackets that needs no quotation marks."""
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class TermForm:
    term: str
    """Its id."""
    words: str
    """As a text writes them inside a sentence, folded."""


@dataclass(frozen=True)
class _Names:
    """The names of a site's terms and places in one language."""

    terms: tuple[tuple[str, tuple[str, ...]], ...]
    """The id and the words of each term that is asked for."""
    others: tuple[tuple[str, str], ...]
    """Every name of a term or a place, with its owner."""
    is_sure: bool
    """Whether what only may be a form is none."""

    def is_form(self, word: str, name: str, language: str) -> bool:
        return (lemmas.is_form if self.is_sure else lemmas.may_be_form)(word, name, language)


def linked_forms(anchored: Anchored) -> tuple[TermForm, ...]:
    """The forms of those terms that ask for all of them, in articles and in our own texts."""
    asked = [entry for entry in anchored.seeds.terms.values() if entry.value.forms]
    if not asked:
        return ()
    found = {*_forms_in_articles(anchored, asked, is_sure=True)}
    language = anchored.seeds.site.value.language if anchored.seeds.site else "en"
    names = _names(anchored.seeds, asked, language, is_sure=True)
    for entry in entries_of(anchored):
        for leaf in texts(entry.value, MARKDOWN):
            found.update(_forms_in(leaf.value, language, names))
    return tuple(sorted(found, key=lambda form: (form.term, form.words)))


def _forms_in_articles(anchored: Anchored, asked: Iterable[Entry[Term]], *, is_sure: bool) -> Iterator[TermForm]:
    """The forms of these terms that stand in articles."""
    terms = list(asked)
    for article in anchored.articles.values():
        language = article.seed.entry.value.language
        if lemmas.has_forms(language):
            names = _names(anchored.seeds, terms, language, is_sure=is_sure)
            text = article.seed.text
            for block in text.blocks:
                yield from _forms_in(text.text[block.start : block.end], language, names)


def unlinked_forms(anchored: Anchored, asked: Iterable[Entry[Term]]) -> dict[str, tuple[str, ...]]:
    """By term, the forms that stand in articles and are not linked, where it does not ask for all of them."""
    terms = [entry for entry in asked if not entry.value.forms and entry.value.link == "everywhere"]
    written = {fold(word).text.strip() for entry in terms for word in (entry.value.term, *entry.value.variants)}
    found: dict[str, dict[str, None]] = {}
    for form in _forms_in_articles(anchored, terms, is_sure=False):
        if form.words not in written:
            found.setdefault(form.term, {})[form.words] = None
    return {id: tuple(sorted(forms)) for id, forms in found.items()}


def variants_with(term: Term, forms: Iterable[str]) -> str:
    """The line of YAML that links the forms too."""
    return f"variants: [{', '.join(map(_item, (*term.variants, *forms)))}]"


def _item(word: str) -> str:
    return word if _PLAIN.fullmatch(word) else "'" + word.replace("'", "''") + "'"


def _names(seeds: Seeds, asked: Iterable[Entry[Term]], language: str, *, is_sure: bool) -> _Names:
    others = [(name, f"term/{id}") for id, entry in seeds.terms.items() for name in _called(entry.value, language)]
    others += [(name, f"place/{id}") for id, entry in seeds.places.items() for name in _called(entry.value, language)]
    terms = tuple((entry.id, tuple(fold(unmarked(entry.value.term)).text.split())) for entry in asked)
    return _Names(terms, tuple(others), is_sure)


def _called(record: Term | Place, language: str) -> Iterator[str]:
    own = (record.term, *record.variants) if isinstance(record, Term) else (record.name,)
    for name in (*own, *record.names.get(language, ())):
        yield fold(unmarked(name)).text.strip()


@memoized
def _forms_in(text: str, language: str, names: _Names) -> tuple[TermForm, ...]:
    """What in a text is a form of a term."""
    wanted: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for id, words in names.terms:
        if words and all(_WORD.fullmatch(word) for word in words):
            wanted.setdefault(lemmas.key(words[0], language), []).append((id, words))
    folded = fold(text).text
    found = [*_WORD.finditer(folded)]
    forms: dict[TermForm, None] = {}
    for index, word in enumerate(found):
        for id, words in wanted.get(lemmas.key(word[0], language), ()):
            run = found[index : index + len(words)]
            if len(run) < len(words) or not is_word_alone(folded, run[0].start(), run[-1].end()):
                continue
            shown = _inside(folded, run, words)
            if shown and " ".join(shown) != " ".join(words) and _are_forms(shown, words, language, names):
                form = TermForm(id, " ".join(shown))
                if not _is_anothers(form, language, names):
                    forms[form] = None
    return tuple(forms)


def _inside(text: str, run: list[re.Match[str]], words: tuple[str, ...]) -> tuple[str, ...] | None:
    """The words as they would stand inside a sentence; None where more than a space parts them."""
    shown = tuple(word[0] for word in run)
    if text[run[0].start() : run[-1].end()] != " ".join(shown):
        return None
    first = shown[0]
    if first[0].isupper() and words[0][0].islower() and may_begin(text, run[0].start()):
        first = first[0].lower() + first[1:]
    return (first, *shown[1:])


def _are_forms(shown: tuple[str, ...], words: tuple[str, ...], language: str, names: _Names) -> bool:
    pairs = zip(shown, words, strict=True)
    return all(one == other or names.is_form(one, other, language) for one, other in pairs)


def _is_anothers(form: TermForm, language: str, names: _Names) -> bool:
    """Whether another term or place is called so, or has the same lemma."""
    words = form.words.split()
    for name, owner in names.others:
        if owner == f"term/{form.term}":
            continue
        theirs = name.split()
        if len(theirs) == len(words) and all(
            one.casefold() == other.casefold() or lemmas.may_be_form(one, _cased(other, one), language)
            for one, other in zip(words, theirs, strict=True)
        ):
            return True
    return False


def _cased(name: str, like: str) -> str:
    """A name with a first letter as another word has it: the town Суми is taken for the word сума only then."""
    return (name[0].upper() if like[0].isupper() else name[0].lower()) + name[1:]
