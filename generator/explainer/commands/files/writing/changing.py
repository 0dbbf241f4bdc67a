"""A change of several files and folders: all of it or nothing, also when it is cut short at any moment."""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from explainer.commands.files.writing import journal, parts, steps
from explainer.commands.files.writing.journal import Phase, StepKind, WritingPlan, WritingStep
from explainer.commands.files.writing.locking import lock, lock_if_free
from explainer.commands.files.writing.places import NotWrittenError, folder_of, present, refused, target_of
from explainer.reporting.printable import printable


@dataclass(frozen=True)
class New:
    """What is to be different below a base. All paths are below it, with `/`."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    folders: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)
    """Folders that are not there yet, each with its files by their path in it."""
    moved: Sequence[tuple[str, str]] = ()
    """Folders with their new names, which the files are written before."""
    removed: Iterable[str] = ()
    read: Mapping[str, bytes | None] = field(default_factory=dict)
    """What files held when the change was thought out, None without one: nobody's edit since is written over."""


def change(base: Path, new: New, *, durable: bool = True) -> None:
    """Do it, whole. Raises NotWrittenError, and nothing is changed then. The caller holds the lock.

    `durable`: what was written outlasts a loss of power. Not needed for what can be made again.
    """
    real = Path(os.path.realpath(base))
    work = _Work(base, real, durable)
    for path, content in new.files.items():
        work.file(path, content, new)
    for path in new.folders:
        work.folder(path)
    for path in new.removed:
        work.removal(path)
    for before, after in new.moved:
        work.move(before, after)
    if work.steps:
        work.do(new)


@contextlib.contextmanager
def locked(base: Path) -> Iterator[None]:
    """While this goes on, no other command writes into `base`, and what an earlier one has left is put in order."""
    with lock(base):
        try:
            _finish_interrupted(base)
        except OSError as error:
            why = f"what a command that was cut short has left cannot be put in order: {error.strerror}"
            raise NotWrittenError(base, why) from error
        yield


def finish_interrupted(base: Path) -> None:
    """Put in order what an earlier command that was cut short has left; nothing while another command writes."""
    with contextlib.suppress(OSError):  # whoever only reads goes on without
        if journal.is_there(base) or parts.left_in(base):
            with lock_if_free(base) as is_free:
                if is_free:
                    _finish_interrupted(base)


def _finish_interrupted(base: Path) -> None:
    real = Path(os.path.realpath(base))
    if journal.is_there(real):
        _put_in_order(real)
    for part in parts.left_in(real):  # of a whole folder that was to be new
        parts.remove(part)


def _put_in_order(real: Path) -> None:
    left = journal.read(real)
    if left:
        phase, plan = left
        if phase is Phase.FINISHING:
            for path in steps.finish(real, plan):
                told = f"`{printable(path)}` was edited since a command that writes it was cut short"
                click.echo(f"{told}; it was left as you have it: give that command again", err=True)
        else:
            if phase is Phase.UNDOING:
                steps.undo(real, plan)
            steps.take_back(real, plan)
    journal.end(real)


class _Work:
    """Gathers the steps of one change, and does them."""

    def __init__(self, base: Path, real: Path, durable: bool) -> None:
        self.base, self.real, self.durable = base, real, durable
        self.steps: list[WritingStep] = []
        self.contents: dict[str, bytes] = {}
        self.likes: dict[str, os.stat_result] = {}
        self.new_folders: dict[str, str] = {}
        self.shown: dict[str, Path] = {}

    def file(self, path: str, content: bytes, new: New) -> None:
        target = target_of(self.base, path)
        there = present(self.base, path)
        if there == content:
            return
        if path in new.read and there != new.read[path]:
            raise NotWrittenError(self.base / path, "it was changed in the meantime; give the command again")
        part = self._below(parts.part_of(target))
        kept = ""
        if there is not None:
            self.likes[part] = target.stat()
            kept = self._below(parts.part_of(target))
        self.contents[part] = content
        self._add(path, WritingStep(StepKind.PUT, self._below(target), part, kept, steps.identity(target)))

    def folder(self, path: str) -> None:
        target = folder_of(self.base, path)
        part = self._below(parts.part_of(target))
        self.new_folders[part] = path
        self._add(path, WritingStep(StepKind.PUT, self._below(target), part, was=steps.identity(target)))

    def removal(self, path: str) -> None:
        target = Path(os.path.realpath((self.base / path).parent), Path(path).name)
        if target.is_symlink() or target.is_file():
            self._add(path, WritingStep(StepKind.REMOVE, self._below(target), kept=self._below(parts.part_of(target))))

    def move(self, before: str, after: str) -> None:
        for path in (before, after):
            if os.path.realpath(self.real / path) != str(self.real / path):
                raise NotWrittenError(self.base / path, "it is a link, or lies behind one")
        if os.path.lexists(self.real / after):
            raise NotWrittenError(self.base / after, "something of that name is there")
        self._add(after, WritingStep(StepKind.MOVE, after, before))

    def do(self, new: New) -> None:
        plan = WritingPlan(tuple(self.steps), self._missing_folders())
        first = self.base / self.shown[self.steps[0].target]
        try:
            journal.begin(self.real, plan, durable=self.durable)
            self._prepare(plan, new)
            journal.go_on(self.real, Phase.PREPARING, Phase.FINISHING, durable=self.durable)
        except BaseException as error:
            _quietly(lambda: steps.take_back(self.real, plan), lambda: journal.end(self.real))
            if isinstance(error, OSError):
                raise refused(first, error) from error
            raise
        self._finish(plan)

    def _prepare(self, plan: WritingPlan, new: New) -> None:
        for folder in plan.folders:
            (self.real / folder).mkdir()
        for step in plan.steps:
            try:
                if step.part in self.contents:
                    content, like = self.contents[step.part], self.likes.get(step.part)
                    parts.write_file(self.real / step.part, content, like, durable=self.durable)
                elif step.part in self.new_folders:
                    files = new.folders[self.new_folders[step.part]]
                    parts.write_folder(self.real / step.part, files, durable=self.durable)
            except OSError as error:
                raise refused(self.base / self.shown[step.target], error) from error

    def _finish(self, plan: WritingPlan) -> None:
        try:
            for step in plan.steps:
                try:
                    steps.keep(self.real, step)
                    steps.forward(self.real, step)
                except OSError as error:
                    raise refused(self.base / self.shown[step.target], error) from error
        except BaseException:
            # If this fails too, the journal stays, and the next command tries again.
            _quietly(lambda: self._back(plan))
            raise
        _quietly(lambda: steps.clear(self.real, plan, durable=self.durable), lambda: journal.end(self.real))

    def _back(self, plan: WritingPlan) -> None:
        journal.go_on(self.real, Phase.FINISHING, Phase.UNDOING, durable=self.durable)
        steps.undo(self.real, plan)
        steps.take_back(self.real, plan)
        journal.end(self.real)

    def _missing_folders(self) -> tuple[str, ...]:
        missing: dict[str, None] = {}
        for step in self.steps:
            parents = [parent for parent in (self.real / step.target).parents if parent.is_relative_to(self.real)]
            missing |= dict.fromkeys(self._below(each) for each in reversed(parents) if not os.path.lexists(each))
        return tuple(missing)

    def _add(self, path: str, step: WritingStep) -> None:
        self.steps.append(step)
        self.shown[step.target] = Path(path)

    def _below(self, path: Path) -> str:
        return path.relative_to(self.real).as_posix()


def _quietly(*done: Callable[[], None]) -> None:
    with contextlib.suppress(OSError):
        for each in done:
            each()
