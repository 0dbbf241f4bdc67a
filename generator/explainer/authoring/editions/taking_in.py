"""What a translator gave back, into the files of an edition: only what is new changes, all else stays as it is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from explainer import tree
from explainer.authoring import yaml_writing
from explainer.authoring.editions.units import TranslationUnit
from explainer.authoring.edits import TextEdit, edited
from explainer.model.drafts import Draft
from explainer.model.editions import file_of, same_words
from explainer.model.stages import EditionOf, TextInEdition
from explainer.source import SourceFile


@dataclass
class TakenIn:
    files: dict[str, str] = field(default_factory=dict)
    """The files that change."""
    count: int = 0
    """How many translations are new or others than before."""
    unsure: int = 0
    """How many were left out because somebody has still to look at them."""
    problems: list[str] = field(default_factory=list)


def take_in(units: Iterable[TranslationUnit], edition: EditionOf, written: Callable[[str], str], day: str) -> TakenIn:
    """What to write. `written` gives the text of a file of the edition. Raises CannotAppendError."""
    known = {(each.text.file.removeprefix("seeds/"), each.text.place): each for each in edition.texts}
    taken = TakenIn()
    edits: dict[str, list[TextEdit]] = {}
    drafts: dict[str, list[Draft]] = {}
    for unit in units:
        if not unit.target.strip():
            continue
        there = known.get((unit.file, unit.place))
        if there is None:
            taken.problems.append(f"`{unit.name}` is no text of this site; it says “{unit.target}”")
        elif _is_the_same(unit, there):
            continue
        elif unit.is_unsure:
            taken.unsure += 1
        else:
            taken.count += 1
            path = file_of(there.text.file, edition.language)
            draft = _draft(unit, day, edition)
            if there.translation is None:
                drafts.setdefault(path, []).append(draft)
            else:
                file = SourceFile(path, written(path))
                edits.setdefault(path, []).append(_edit(file, there.translation.node, draft))
    for path in {**edits, **drafts}:
        text = written(path)
        if path in edits:
            text = edited(SourceFile(path, text), edits[path])
        taken.files[path] = yaml_writing.appended(text, None, drafts.get(path, ()), name=f"`{path}`")
    return taken


def _is_the_same(unit: TranslationUnit, there: TextInEdition) -> bool:
    """Whether the edition says this already, of these words; a stale text that nobody renewed is none the newer."""
    if there.translation is None or unit.target != there.words:
        return False
    return unit.is_unsure or same_words(unit.source, there.translation.value.of)


def _draft(unit: TranslationUnit, day: str, edition: EditionOf) -> Draft:
    dated: Mapping[str, str] = {} if day == edition.seed.entry.value.translated else {"date": day}
    return Draft({"at": unit.place, "of": unit.source, "text": unit.target, **dated})


def _edit(file: SourceFile, node: tree.Node, draft: Draft) -> TextEdit:
    """The item of the list written again, in its place and indentation."""
    span = node.span
    start, end = file.offset(span.line, span.column), file.offset(span.end_line, span.end_column)
    while end > start and file.text[end - 1].isspace():
        end -= 1
    item = yaml_writing.document(draft).rstrip("\n").replace("\n", "\n" + " " * (span.column - 1))
    return TextEdit(start, end, item)
