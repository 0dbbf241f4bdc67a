"""Other spellings of a name, by language: which stand first, and which are the site's own.

A name of the site's own language is one more name and stands before the others. Then come the languages that readers
meet on the site, because an article or a source of it is in them, then all that an author has written besides.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.interface import Catalogue
from explainer.model.seeds import Names
from explainer.model.stages import Linked
from explainer.rendering.phrases import capital

MOST_COLUMNS = 3
"""So many languages stand beside each other in the table of places; the entry of a place has all."""


@dataclass(frozen=True, slots=True)
class Spellings:
    tag: str
    """BCP 47."""
    language: str
    """Its name, in the language of the site."""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Languages:
    """Those of a site."""

    catalogue: Catalogue
    """Of the site's own language."""
    met: tuple[str, ...]
    """In which articles and sources are, the most frequent first; primary subtags."""

    def spelled(self, names: Names) -> tuple[tuple[str, ...], tuple[Spellings, ...]]:
        """The names of the site's own language, and those of each other one."""
        own = tuple(name for tag, words in names.items() if self._is_own(tag) for name in words)
        return own, tuple(self._in(tag, names[tag]) for tag in self._in_order(names) if names[tag])

    def columns(self, all_names: Iterable[Names]) -> tuple[Spellings, ...]:
        """Languages other than the site's in which at least one of several records has a name."""
        tags = {tag for names in all_names for tag, words in names.items() if words}
        return tuple(self._in(tag) for tag in self._in_order(tags)[:MOST_COLUMNS])

    def _in(self, tag: str, words: tuple[str, ...] = ()) -> Spellings:
        return Spellings(tag, capital(self.catalogue.language_name(tag)), words)

    def _in_order(self, tags: Iterable[str]) -> list[str]:
        def rank(tag: str) -> tuple[int, str]:
            primary = _primary(tag)
            return (self.met.index(primary) if primary in self.met else len(self.met), tag)

        return sorted((tag for tag in tags if not self._is_own(tag)), key=rank)

    def _is_own(self, tag: str) -> bool:
        """Whether a name is written as on the site: the same language, and no other script (sr-Latn)."""
        main, *more = tag.split("-")
        has_script = any(len(part) == 4 and part.isalpha() for part in more)
        return tag == self.catalogue.language or (main == self.catalogue.main and not has_script)


def met_by_readers(linked: Linked) -> Languages:
    seeds = linked.seeds
    articles = [article.entry.value.language for article in seeds.articles.values()]
    sources = [entry.value.language or "" for entry in seeds.sources.values()]
    counts: dict[str, int] = {}
    for tag in (*articles, *sources):
        counts[_primary(tag)] = counts.get(_primary(tag), 0) + 1
    read = {_primary(tag) for tag in articles}
    met = sorted(filter(None, counts), key=lambda tag: (tag not in read, -counts[tag], tag))
    return Languages(linked.catalogue, tuple(met))


def _primary(tag: str) -> str:
    return tag.split("-")[0]
