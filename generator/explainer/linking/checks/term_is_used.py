"""Every entry of the glossary is used somewhere on the site."""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.model.stages import Linked
from explainer.rules import TERM_IS_USED


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: an entry of `glossary.yaml` whose word no text has and to which nothing links."""
    for entry in linked.seeds.terms.values():
        if entry.ref not in linked.uses:
            yield Diagnostic(TERM_IS_USED, entry.at("term"), f"nothing uses the term “{entry.value.term}”")
