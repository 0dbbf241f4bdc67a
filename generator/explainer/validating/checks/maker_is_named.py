"""A site says who makes it, how to reach them, and when it was last checked."""

from collections.abc import Iterator
from typing import Any

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.model.seeds import Site
from explainer.model.stages import Entry


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: a `site.yaml` without `made-by`, `contact` or `checked`."""
    if not isinstance(entry.value, Site):
        return
    site = entry.value
    said = (("made-by", site.made_by), ("contact", site.contact), ("checked", site.checked))
    missing = [f"`{key}`" for key, value in said if value is None]
    if missing:
        message = f"readers learn neither who makes the site nor how to object: {' and '.join(missing)} missing"
        if site.made_by and site.contact:
            message = "readers do not learn when the site was last checked: `checked` missing"
        elif site.made_by or site.contact:
            message = f"readers do not learn all that they need to object: {' and '.join(missing)} missing"
        yield Diagnostic(rules.MAKER_IS_NAMED, entry.at("title"), message)
