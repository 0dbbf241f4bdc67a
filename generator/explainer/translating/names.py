"""Names in several languages: what the original calls a thing is one more spelling of it in an edition.

Readers of the edition meet that spelling in the article, and may search for it.
"""

from dataclasses import replace
from typing import Any

from explainer.model import marks
from explainer.model import seeds as shapes
from explainer.model.stages import EditionOf


def with_other_names(value: Any, original: Any, edition: EditionOf) -> Any:
    """The record of the edition, also named as in the original.

    Of a term, `variants` are words of the original language, which its texts link; here they are its other names.
    """
    match value, original:
        case (shapes.Term(term=name), shapes.Term(term=before)):
            pass
        case (shapes.Party(name=name), shapes.Party(name=before)) | (
            shapes.Place(name=name),
            shapes.Place(name=before),
        ):
            pass
        case _:
            return value
    name = marks.unmarked(name)
    if name == before:
        return value
    names = {tag: tuple(each for each in spelled if each != name) for tag, spelled in value.names.items()}
    changed: dict[str, Any] = {}
    theirs = (before, *names.get(edition.original, ()))
    if isinstance(value, shapes.Term):
        theirs = (before, *value.variants, *names.get(edition.original, ()))
        changed["variants"] = names.get(edition.language, ())
    names[edition.original] = tuple(dict.fromkeys(theirs))
    changed["names"] = {tag: spelled for tag, spelled in names.items() if spelled}
    return replace(value, **changed)
