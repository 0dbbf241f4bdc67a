"""Every entry of the glossary is used somewhere on the site."""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.linking.forms import unlinked_forms, variants_with
from explainer.model.stages import Linked
from explainer.rules import TERM_IS_USED


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: an entry of `glossary.yaml` whose word no text has and to which nothing links."""
    unused = [entry for entry in linked.seeds.terms.values() if entry.ref not in linked.uses]
    forms = unlinked_forms(linked.anchored, unused) if unused else {}
    for entry in unused:
        message, fix = f"nothing uses the term “{entry.value.term}”", ""
        if found := forms.get(entry.id):
            message += f", but a form of it stands in an article: “{found[0]}”"
            fix = f"Write `{variants_with(entry.value, found)}`, or `forms: all`."
        yield Diagnostic(TERM_IS_USED, entry.at("term"), message, fix)
