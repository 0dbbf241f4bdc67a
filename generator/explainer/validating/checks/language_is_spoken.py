"""The interface speaks the language of the site."""

from collections.abc import Iterator
from typing import Any

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.interface import spoken
from explainer.model.seeds import Site
from explainer.model.stages import Entry


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: a `language` in `site.yaml` for which there is no catalogue."""
    if not isinstance(entry.value, Site):
        return
    language = entry.value.language
    if language.partition("-")[0].lower() not in spoken():
        message = f"the interface does not speak `{language}`: its own words stand in English"
        known = ", ".join(f"`{each}`" for each in spoken())
        fix = f"It speaks {known}; for another, write a catalogue (CONTRIBUTING.md)."
        yield Diagnostic(rules.LANGUAGE_IS_SPOKEN, entry.at("language"), message, fix)
