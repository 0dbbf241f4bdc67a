"""The files of an edition with every text that is to be translated: those that are there already stay as they are."""

from collections.abc import Callable, Iterable, Mapping

from explainer.authoring import yaml_writing
from explainer.model.drafts import Draft
from explainer.model.editions import file_of
from explainer.model.stages import TextInEdition


def with_missing_texts(
    texts: Iterable[TextInEdition], language: str, written: Callable[[str], str]
) -> Mapping[str, str]:
    """The files that change, by path: below what is `written` in each, the texts that nobody has begun to translate.

    Words of others and names are left out: a translation of them is for whoever finds that readers need one. Raises
    CannotAppendError.
    """
    drafts: dict[str, list[Draft]] = {}
    for each in texts:
        if each.translation is None and each.text.is_asked_of_all:
            path = file_of(each.text.file, language)
            drafts.setdefault(path, []).append(Draft({"at": each.text.place, "of": each.text.words}, blank=("text",)))
    return {path: yaml_writing.appended(written(path), None, new, name=f"`{path}`") for path, new in drafts.items()}
