"""Which pairs of articles have a page on which they stand side by side: one decision for pages, links and exports."""

from collections.abc import Collection, Iterator

from explainer.model.seeds import ComparedPair, Site
from explainer.model.stages import Linked


def pairs_of(site: Site | None, articles: Collection[str]) -> Iterator[ComparedPair]:
    """Those that the site asks for of two different articles that it has, each two once."""
    seen: set[frozenset[str]] = set()
    for pair in site.compare if site else ():
        two = frozenset(pair.articles)
        if len(pair.articles) == len(two) == 2 and two not in seen and all(each in articles for each in two):
            seen.add(two)
            yield pair


def pairs_in(linked: Linked) -> Iterator[tuple[str, str]]:
    """The ids of the two, of each."""
    site = linked.seeds.site
    for pair in pairs_of(site.value if site else None, linked.anchored.articles):
        one, other = pair.articles
        yield one, other
