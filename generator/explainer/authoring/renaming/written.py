"""Where the seeds write an id, and what must stand there when its record has another.

Found by the shapes: ids in fields by the key they stand under, citations and links in the texts that are Markdown,
and records named with their type. A file is read by its characters, so that nothing else in it changes.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from explainer import tree
from explainer.authoring.renaming.known import id_of
from explainer.model import fields as forms
from explainer.model.editions import original_of, place_of
from explainer.model.record_types import RECORD_TYPES, RecordType, Ref
from explainer.model.references import BARE, NAMED, TYPED
from explainer.model.walk import scalars
from explainer.prose.syntax import CITATION, CITED, REFERENCE
from explainer.source import SourceFile


@dataclass(frozen=True, slots=True)
class WrittenName:
    """Offsets of the words in the file, and the words that must stand there."""

    path: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Renaming:
    """One record, its name before and after, and the other types that have a record of either id."""

    old: Ref
    new: Ref
    namesakes_old: Collection[RecordType] = ()
    namesakes_new: Collection[RecordType] = ()

    def typed(self, name: str) -> str:
        """A name with its type, such as `question/losses`; an article's annotations change with it."""
        if name == str(self.old):
            return str(self.new)
        notes = f"annotation/{self.old.id}/"
        if self.old.type is RecordType.ARTICLE and name.startswith(notes):
            return f"annotation/{self.new.id}/{name.removeprefix(notes)}"
        return name

    def linked(self, target: str) -> str:
        """What a link `[[target]]` must say; where an id alone would now be ambiguous, the type goes before it."""
        if "/" in target:
            return self.typed(target)
        if target == self.old.id and self.old.type in BARE and not self.namesakes_old:
            return str(self.new) if self.namesakes_new else self.new.id
        if target == self.new.id and self.old.type in BARE and len(self.namesakes_new) == 1:
            return f"{next(iter(self.namesakes_new))}/{target}"
        return target

    def placed(self, path: str, place: str) -> str:
        """The place of a text in a file of an edition: it begins as its record is named in the file that it mirrors."""
        mirrored = original_of(path)
        file = RECORD_TYPES[self.old.type].path.replace("<slug>", self.old.id.partition("/")[0])
        begin = "".join(f"{step}/" for step in place_of(self.old.type, self.old.own_id))
        if mirrored is None or mirrored[1] != file or not begin or not place.startswith(begin):
            return place
        return "/".join((*place_of(self.new.type, self.new.own_id), place.removeprefix(begin)))

    def named(self, key: str, written: str) -> str:
        """What a field must say that names a record."""
        types = NAMED.get(key, ())
        is_meant = self.old.type in types and written == self.old.id and not set(types) & set(self.namesakes_old)
        return self.new.id if is_meant else written


def in_record(
    renaming: Renaming, shape: type, node: tree.Node, name: Ref | None, files: Mapping[str, SourceFile]
) -> Iterator[WrittenName]:
    """Every place in one record."""
    written = id_of(node)
    if name == renaming.old and written is not None:
        yield from _whole(written, renaming.new.own_id, files)
    for scalar, under, form in scalars(shape, node):
        text = scalar.text or ""
        if form is forms.ID:
            yield from _whole(scalar, renaming.named(under, text), files)
        elif form is forms.LINE and under == TYPED:
            yield from _whole(scalar, renaming.typed(text), files)
        elif form is forms.PLACE:
            yield from _whole(scalar, renaming.placed(scalar.span.path, text), files)
        elif form is forms.MARKDOWN:
            yield from _in_text(renaming, scalar, files[scalar.span.path])


def unclear(renaming: Renaming, shape: type, node: tree.Node) -> Iterator[tree.Scalar]:
    """Ids in fields that could as well name another record of the same id: nobody can tell which is meant."""
    for scalar, key, form in scalars(shape, node):
        types = set(NAMED.get(key, ()))
        is_used = form is forms.ID and scalar.text == renaming.old.id and renaming.old.type in types
        if is_used and types & set(renaming.namesakes_old):
            yield scalar


def _whole(scalar: tree.Scalar, text: str, files: Mapping[str, SourceFile]) -> Iterator[WrittenName]:
    """The value without the quotation marks around it: an id needs none, but the author's stay."""
    if not scalar.text or text == scalar.text:
        return
    start, end = _range(scalar, files[scalar.span.path])
    at = files[scalar.span.path].text.find(scalar.text, start, end)
    if at >= 0:
        yield WrittenName(scalar.span.path, at, at + len(scalar.text), text)


def _in_text(renaming: Renaming, scalar: tree.Scalar, file: SourceFile) -> Iterator[WrittenName]:
    start, end = _range(scalar, file)
    if renaming.old.type is RecordType.SOURCE:
        for citation in CITATION.finditer(file.text, start, end):
            for part in CITED.finditer(citation[1].replace("\n", " ")):
                if part[1] == renaming.old.id:
                    at = citation.start(1) + part.end(1)
                    yield WrittenName(file.path, at - len(renaming.old.id), at, renaming.new.id)
    for link in REFERENCE.finditer(file.text, start, end):
        target = link[1].strip()
        if (text := renaming.linked(target)) != target:
            at = link.start(1) + link[1].index(target)
            yield WrittenName(file.path, at, at + len(target), text)


def _range(scalar: tree.Scalar, file: SourceFile) -> tuple[int, int]:
    span = scalar.span
    return file.offset(span.line, span.column), file.offset(span.end_line, span.end_column)
