"""Renames the id of a record everywhere it is written, and keeps the old address.

Pure: the bytes of the seeds in, what must be written and moved out. Nothing is handed out that would break a
seed: the renamed seeds are checked again, and must have no mistake that they did not have before.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from explainer import anchoring, linking, reading, tree, validating
from explainer.authoring.edits import TextEdit, edited, encoded
from explainer.authoring.renaming.kept import PATH, with_old_id
from explainer.authoring.renaming.known import records
from explainer.authoring.renaming.written import Renaming, WrittenName, in_record, unclear
from explainer.diagnostics import Diagnostic
from explainer.model.editions import file_of, original_of
from explainer.model.fields import ID
from explainer.model.record_types import RECORD_TYPES, RecordType, Ref
from explainer.model.references import BARE
from explainer.model.stages import Documents
from explainer.reading.yaml_file import parse_yaml
from explainer.source import SourceFile, Span

__all__ = ["RenamePlan", "RenameRefusedError", "plan", "ref"]


class RenameRefusedError(Exception):
    """The record cannot be renamed like this; the message says why, in a sentence for the author."""


@dataclass(frozen=True)
class RenamePlan:
    """What a rename writes."""

    old: Ref
    new: Ref
    places: tuple[tuple[Span, str, str], ...]
    """Each place with the words that stand there and the words that will."""
    contents: Mapping[str, bytes]
    """The files that change, by the path that they have now."""
    moved: tuple[tuple[str, str], ...]
    """A file or folder that gets another name: its path now, and then."""
    unclear: tuple[Span, ...]
    """Ids that could as well name another record; they stay."""


def ref(name: str) -> Ref:
    """A record as an author names it: `question/losses`, `annotation/<article>/<id>`."""
    named = Ref.parse(name)
    if named is None or not named.id:
        types = ", ".join(RecordType)
        raise RenameRefusedError(
            f"`{name}` is not the name of a record; write `type/id`, with one of the types {types}"
        )
    return named


def plan(contents: Mapping[str, bytes], old: Ref, new_id: str, since: str) -> RenamePlan:
    """What to write so that `old` has another id. Raises RefusedError."""
    documents, _ = reading.parse(contents)
    if documents.unreadable:
        raise RenameRefusedError(
            f"`{min(documents.unreadable)}` cannot be read, and may use the id; run `explainer check`"
        )
    written = list(records(documents))
    names = {name for _, _, name in written if name}
    new = _new(old, new_id, names, documents)
    renaming = Renaming(old, new, _namesakes(old, names), _namesakes(new, names))
    found = [place for record in written for place in in_record(renaming, *record, documents.files)]
    texts = _texts(found, documents.files)
    texts[PATH] = _kept(texts.get(PATH), documents, old, new, since)
    changed = {path: encoded(text, contents.get(path, b"")) for path, text in texts.items()}
    moved = (*_moved(old, new), *_moved_in_editions(_moved(old, new), contents))
    _prove(contents, changed, moved)
    doubtful = [scalar.span for shape, node, _ in written for scalar in unclear(renaming, shape, node)]
    return RenamePlan(old, new, tuple(_places(found, documents.files)), changed, moved, tuple(doubtful))


def _new(old: Ref, new_id: str, names: Iterable[Ref], documents: Documents) -> Ref:
    known = {str(name) for name in names}
    if str(old) not in known:
        near = next(iter(get_close_matches(str(old), sorted(known), 1)), None)
        raise RenameRefusedError(f"there is no {old.type} `{old.id}`" + (f"; did you mean `{near}`?" if near else ""))
    bare = new_id.removeprefix(f"{old.type}/").removeprefix(old.with_own_id("").id)
    if not re.fullmatch(ID.pattern, bare):
        raise RenameRefusedError(f"`{new_id}` is not a valid id for {_a(old.type)}: {ID.words}")
    new = old.with_own_id(bare)
    if str(new) in known:
        raise RenameRefusedError(f"`{new}` is taken" if new != old else f"`{new}` is its name already")
    for record, was in _old_ids(documents):
        if record != str(old) and record.rpartition("/")[0] == str(new).rpartition("/")[0] and was == bare:
            raise RenameRefusedError(f"`{new}` was once the name of `{record}`, and old links to it lead there")
    return new


def _a(type_: RecordType) -> str:
    return f"an {type_}" if type_[0] in "ae" else f"a {type_}"


def _old_ids(documents: Documents) -> Iterable[tuple[str, str]]:
    root = documents.trees.get(PATH)
    for item in root.items if isinstance(root, tree.Sequence) else ():
        record, was = (item.get("record"), item.get("was")) if isinstance(item, tree.Mapping) else (None, None)
        if isinstance(record, tree.Scalar) and isinstance(was, tree.Scalar):
            yield record.text or "", was.text or ""


def _namesakes(ref: Ref, names: Iterable[Ref]) -> list[RecordType]:
    """Other types with a record of this id."""
    return sorted({name.type for name in names if name.id == ref.id and name.type in BARE} - {ref.type})


def _texts(found: Iterable[WrittenName], files: Mapping[str, SourceFile]) -> dict[str, str]:
    edits: dict[str, list[TextEdit]] = {}
    for place in found:
        edits.setdefault(place.path, []).append(TextEdit(place.start, place.end, place.text))
    return {path: edited(files[path], of_file) for path, of_file in edits.items()}


def _kept(text: str | None, documents: Documents, old: Ref, new: Ref, since: str) -> str:
    if text is None and PATH not in documents.files:
        return with_old_id(None, None, old, new, since)
    file = SourceFile(PATH, text if text is not None else documents.files[PATH].text)
    return with_old_id(file, parse_yaml(file)[0], old, new, since)


def _moved(old: Ref, new: Ref) -> tuple[tuple[str, str], ...]:
    """A file or folder whose name is the id."""
    if old.type is RecordType.ARTICLE:
        return ((f"seeds/articles/{old.id}", f"seeds/articles/{new.id}"),)
    path = RECORD_TYPES[old.type].path
    return ((path.replace("<slug>", old.id), path.replace("<slug>", new.id)),) if RECORD_TYPES[old.type].is_file else ()


def _moved_in_editions(moved: Iterable[tuple[str, str]], contents: Mapping[str, bytes]) -> Iterable[tuple[str, str]]:
    """The same of the editions that have translations of it."""
    languages = sorted({mirrored[0] for path in contents if (mirrored := original_of(path))})
    for before, after in moved:
        for language in languages:
            was = file_of(before, language)
            if any(path == was or path.startswith(f"{was}/") for path in contents):
                yield was, file_of(after, language)


def _places(found: Iterable[WrittenName], files: Mapping[str, SourceFile]) -> Iterable[tuple[Span, str, str]]:
    for place in sorted(set(found), key=lambda each: (each.path, each.start)):
        file = files[place.path]
        yield file.span(place.start, place.end), file.text[place.start : place.end], place.text


def _prove(before: Mapping[str, bytes], changed: Mapping[str, bytes], moved: Iterable[tuple[str, str]]) -> None:
    after = {**before, **changed}
    for old, new in moved:
        after = {new + path[len(old) :] if path == old or path.startswith(f"{old}/") else path: content
                 for path, content in after.items()}  # fmt: skip
    known = Counter(each.rule.id for each in _mistakes(before))
    for each in _mistakes(after):
        known[each.rule.id] -= 1
        if known[each.rule.id] < 0:
            raise RenameRefusedError(
                f"afterwards there would be a mistake: {each.message} ({each.span}) [{each.rule.id}]"
            )


def _mistakes(contents: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    documents, found_reading = reading.parse(contents)
    seeds, found_validating = validating.validate(documents)
    anchored, found_anchoring = anchoring.anchor(seeds)
    _, found_linking = linking.link(anchored)
    return (*found_reading, *found_validating, *found_anchoring, *found_linking)
