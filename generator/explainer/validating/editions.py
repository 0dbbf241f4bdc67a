"""The editions of the site: what each is, and the translations that its files hold."""

import re
from collections.abc import Iterator, Mapping

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.interface import spoken
from explainer.model import seeds as shapes
from explainer.model.editions import FOLDER
from explainer.model.fields import LANGUAGE
from explainer.model.stages import Documents, EditionSeed, Entry
from explainer.source import Span
from explainer.validating.files import FileRecords, checked, file_of, merged, single, whole_list


def editions(
    documents: Documents, site: tuple[Entry[shapes.Site], ...]
) -> tuple[Mapping[str, EditionSeed], FileRecords[shapes.Translation]]:
    """The editions by their language, and what was found and lost in their files."""
    paths = sorted(path for path in {*documents.trees, *documents.unreadable} if path.startswith(f"{FOLDER}/"))
    original = site[0].value.language if site else ""
    made: dict[str, EditionSeed] = {}
    found: list[Diagnostic] = []
    for name in sorted({path.split("/")[2].removesuffix(".yaml") for path in paths}):
        own = f"{FOLDER}/{name}.yaml"
        if own not in paths:
            fix = f"Write it, with `translated:` and a date; or let `explainer edition add {name}` do it."
            found.append(Diagnostic(rules.EDITION_IS_DESCRIBED, Span(own), f"the edition `{name}` has no file", fix))
            continue
        described = checked(single(file_of(documents, own), shapes.Edition, None))
        wrong = [*_wrong_name(name, own, original)]
        lists = {path: whole_list(documents, path, shapes.Translation, None) for path in paths if _is_in(path, name)}
        found += [*wrong, *described.found, *(each for records in lists.values() for each in records.found)]
        if described.entries and not any(each.is_error for each in wrong):
            texts = {path: records.entries for path, records in lists.items()}
            made[name] = EditionSeed(described.entries[0], name, texts)
    return made, merged([FileRecords(found=tuple(found))])


def _is_in(path: str, name: str) -> bool:
    return path.startswith(f"{FOLDER}/{name}/")


def _wrong_name(name: str, path: str, original: str) -> Iterator[Diagnostic]:
    if not re.fullmatch(LANGUAGE.pattern, name):
        fix = f"Rename it: {LANGUAGE.words}."
        yield Diagnostic(rules.EDITION_HAS_OWN_LANGUAGE, Span(path), f"`{name}` is not the tag of a language", fix)
    elif name == original:
        told = f"the site itself is in `{name}`"
        yield Diagnostic(rules.EDITION_HAS_OWN_LANGUAGE, Span(path), told)
    elif name.partition("-")[0].lower() not in spoken():
        known = ", ".join(f"`{each}`" for each in spoken())
        told = f"the interface does not speak `{name}`: its own words stand in English"
        yield Diagnostic(
            rules.EDITION_IS_SPOKEN, Span(path), told, f"It speaks {known}; for another, see CONTRIBUTING.md."
        )
