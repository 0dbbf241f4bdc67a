"""A bibliography into `seeds/sources.yaml`."""

from dataclasses import dataclass, field
from pathlib import Path

from explainer import tree
from explainer.authoring import importing, yaml_writing
from explainer.authoring.importing import FileForm, Identity
from explainer.authoring.importing.records import Library
from explainer.commands.files import writing
from explainer.reading.yaml_file import parse_yaml
from explainer.source import SourceFile

NAME = "seeds/sources.yaml"
_MOST = 20


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is to be written, what is told about it, and what could not be taken."""

    lines: tuple[str, ...]
    problems: tuple[str, ...] = ()
    files: dict[str, bytes] = field(default_factory=dict)
    read: dict[str, bytes | None] = field(default_factory=dict)
    """The files as they were when this was made of them."""


def library_of(name: str, text: str, form: FileForm) -> Library:
    """The sources of a file."""
    if form is not FileForm.CSL_YAML:
        return importing.read_library(text, form, name=name)
    node, problems = _tree(name, text)
    return Library(problems=list(problems)) if problems else importing.read_library(text, form, node)


def prepared(root: Path, library: Library, form: FileForm, reading: str | None) -> Prepared:
    """Add the sources that are not there yet. Raises CannotAppendError."""
    problems = tuple(library.problems)
    if not library.records and not problems and form in importing.SOURCES:
        problems = (f"no source was found in it; it was read as {form}",)
    before = writing.present(root, NAME)
    written = writing.text_of(root, NAME, before)
    imported = importing.source_drafts(library.records, existing(written), reading)
    text = yaml_writing.appended(written, "references", imported.drafts, name=f"`{NAME}`") if imported.drafts else ""
    lines = [f"{NAME}: {_count(len(imported.drafts), 'source')} added", *imported.there, *_some(imported.remarks)]
    if imported.not_taken:
        lost = ", ".join(f"{field} ({times})" for field, times in imported.not_taken.items())
        lines.append(f"not taken over, because a source here has no place for it: {lost}")
    if library.lost:
        lines.append(f"not taken over, because it is said of the whole list: {', '.join(map(str, library.lost))}")
    if any(str(draft.values.get("reading", "")).startswith("TODO") for draft in imported.drafts):
        lines.append("next: say of each what was read, at its line `reading`; `--reading` says it of a whole import")
    return Prepared(tuple(lines), problems, {NAME: text.encode()} if text else {}, {NAME: before} if text else {})


def _tree(name: str, text: str) -> tuple[object, tuple[str, ...]]:
    """CSL-YAML as plain values, read as strictly as the seeds."""
    node, found = parse_yaml(SourceFile(name, text))
    problems = tuple(f"{each.span}: {each.message}" for each in found)
    return (tree.plain(node) if node is not None and not problems else None), problems


def existing(written: str) -> dict[str, Identity]:
    """The sources that the site has, unfinished ones too."""
    match _tree(NAME, written)[0]:
        case {"references": list(records)}:
            named = [record for record in records if isinstance(record, dict) and record.get("id")]
            return {str(record["id"]): importing.identity(record) for record in named}
        case _:
            return {}


def _some(remarks: tuple[str, ...]) -> tuple[str, ...]:
    """As many as one reads; all of them stand above their records."""
    if len(remarks) <= _MOST:
        return remarks
    return (*remarks[:_MOST], f"and {len(remarks) - _MOST} more to look at: each stands above its record in {NAME}")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
