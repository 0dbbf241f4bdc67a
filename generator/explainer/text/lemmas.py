"""Which words are forms of one word: Häfen of Hafen, Києві of Київ. Alone imports simplemma, and only when it is asked.

The dictionaries know most words and some names; names of places they turn into other places or into words, and say
that they know them: Бєлгород becomes Білгород, Тёткино the adjective тёткин, Kursku Kursko. So no lemma is believed
alone. A word is a form of a name only where its own lemma is that name, or the lemma of that name which begins as it
does and keeps its capital. What only ends as forms do may be one: that is for an author to judge.
"""

import unicodedata
from functools import lru_cache

from explainer.text.languages import language_of

_CALLED = {"no": "nb", "sr": "hbs", "hr": "hbs", "bs": "hbs", "sh": "hbs", "iw": "he", "in": "id"}
"""Languages that the dictionaries call otherwise."""
_KNOWN = (
    " ar ast bg ca cs cy da de el en eo es et fa fi fr ga gd gl gv hbs he hi hu hy id is it ka la lb lt lv mk ml ms "
    "nb nl nn pl pt ro ru se sk sl sq sv sw tl tr uk "
)
_PREFIXING = ("ar", "he", "fa", "ga", "cy", "sw", "tl", "id", "ms")
_VOWELS = "aeiouyæœøаеиоуыэюяєіїёйьαεηιουω"
_ALIKE = 0.5
"""Which part of a name its lemma must begin with to be believed."""


def has_forms(language: str) -> bool:
    """Whether the forms of words of a language (BCP 47) are known."""
    return f" {_code(language)} " in _KNOWN


def is_form(word: str, name: str, language: str) -> bool:
    """Whether a word is another form of `name`, both as a text writes them inside a sentence."""
    if word == name or word[:1].isupper() != name[:1].isupper() or not has_forms(language):
        return False
    code, meant = _code(language), _bases(name, _code(language))
    lemma = _lemma(word, code)
    return lemma in meant or _lemma(lemma, code) in meant


def may_be_form(word: str, name: str, language: str) -> bool:
    """The same, or a word that differs from it in its ending alone, for proposals: лоцманів, Бєлгороді, Тёткине."""
    if is_form(word, name, language):
        return True
    stem = name[:-1] if name[-1:] in _VOWELS else name
    ending = word.removeprefix(stem)
    return len(stem) >= 4 and word not in (name, ending) and ending in language_of(language).endings


@lru_cache(maxsize=4096)
def _bases(name: str, code: str) -> frozenset[str]:
    lemma = _lemma(name, code)
    keeps_capital = lemma[:1].isupper() == name[:1].isupper()
    is_alike = _shared(lemma, name) >= max(2, _ALIKE * len(name))
    return frozenset([name, lemma]) if keeps_capital and is_alike else frozenset([name])


@lru_cache(maxsize=65536)
def _lemma(word: str, code: str) -> str:
    from simplemma import lemmatize  # here, because its dictionaries take a second to read

    return lemmatize(word, lang=code)


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike, accents aside."""
    pairs = enumerate(zip(_plain(one), _plain(other), strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def key(word: str, language: str) -> str:
    """What all forms of a word have in common, so that most others need no dictionary: Häfen and Hafen, міст and мости.

    Its first letter and the next that is no vowel; nothing where words begin with what is written together with them.
    """
    if _code(language) in _PREFIXING:
        return ""
    letters = _plain(word)
    return letters[:1] + next((char for char in letters[1:] if char not in _VOWELS), "")


def _plain(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(char))


def _code(language: str) -> str:
    subtag = language.lower().split("-")[0]
    return _CALLED.get(subtag, subtag)
