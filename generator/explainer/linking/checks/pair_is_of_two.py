"""A page lays two different articles side by side, and each two have one page."""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic, Remark
from explainer.model.stages import Linked
from explainer.rules import PAIR_IS_OF_TWO
from explainer.source import Span


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: `articles: [one]` under `compare`, or a pair that another entry has the other way round."""
    site = linked.seeds.site
    first: dict[frozenset[str], Span] = {}
    for index, pair in enumerate(site.value.compare if site else ()):
        span = site.at("compare", index, "articles") if site else Span("")
        told = " and ".join(f"`{each}`" for each in pair.articles) or "nothing"
        named = frozenset(pair.articles)
        if len(pair.articles) != 2 or len(named) != 2:
            yield Diagnostic(PAIR_IS_OF_TWO, span, f"{told} is no pair of two articles")
        elif named in first:
            yield Diagnostic(
                PAIR_IS_OF_TWO, span, f"{told} are a pair already", remarks=(Remark("here", first[named]),)
            )
        else:
            first[named] = span
