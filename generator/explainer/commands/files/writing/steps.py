"""The steps of a change, one way and back. What was done is seen by what still lies beside its target."""

import contextlib
import os
import shutil
from pathlib import Path

from explainer.commands.files.writing import parts
from explainer.commands.files.writing.journal import StepKind, WritingPlan, WritingStep


def finish(base: Path, plan: WritingPlan) -> list[str]:
    """What is still to do; the files that were edited since, which stay."""
    edited = []
    for step in plan.steps:
        is_to_do = step.kind is StepKind.PUT and os.path.lexists(base / step.part)
        if is_to_do and identity(base / step.target) != step.was:
            edited.append(step.target)
            parts.remove(base / step.part)
        else:
            forward(base, step)
    clear(base, plan, durable=True)
    return edited


def keep(base: Path, step: WritingStep) -> None:
    """Let what is replaced stand beside its place until all is done."""
    if step.kind is StepKind.PUT and step.kept:
        try:
            os.link(base / step.target, base / step.kept)
        except OSError:  # not every disk knows links
            shutil.copy2(base / step.target, base / step.kept)


def forward(base: Path, step: WritingStep) -> None:
    """One step; nothing where it is done already."""
    target, part = base / step.target, base / step.part
    match step.kind:
        case StepKind.PUT if os.path.lexists(part):
            part.replace(target)
        case StepKind.MOVE if os.path.lexists(part) and not os.path.lexists(target):
            part.rename(target)
        case StepKind.REMOVE if os.path.lexists(target):
            target.replace(base / step.kept)


def undo(base: Path, plan: WritingPlan) -> None:
    """Everything as it was, but for the files beside. What was done is seen by what is still there."""
    for step in reversed(plan.steps):
        target, part, kept = base / step.target, base / step.part, base / step.kept
        if step.kept:
            is_done = step.kind is StepKind.REMOVE or not os.path.lexists(part)
            if is_done and os.path.lexists(kept):
                kept.replace(target)
        elif not os.path.lexists(part) and os.path.lexists(target):
            target.rename(part)


def take_back(base: Path, plan: WritingPlan) -> None:
    """Remove what was written beside, and the folders that were made for it."""
    for step in plan.steps:
        if step.kind is StepKind.PUT:
            parts.remove(base / step.part)
        if step.kept:
            parts.remove(base / step.kept)
    for folder in reversed(plan.folders):
        with contextlib.suppress(OSError):
            (base / folder).rmdir()


def clear(base: Path, plan: WritingPlan, *, durable: bool) -> None:
    """Let go of what stood there before, when the new names last."""
    if durable:
        for parent in sorted({(base / path).parent for step in plan.steps for path in (step.target, step.part)}):
            parts.flush_folder(parent)
    for step in plan.steps:
        if step.kept:
            parts.remove(base / _as_moved(plan, step.kept))
        if step.kind is StepKind.REMOVE:
            _remove_empty(base, (base / step.target).parent)


def _as_moved(plan: WritingPlan, path: str) -> str:
    """Where a file is after the moves, which come last."""
    for step in plan.steps:
        if step.kind is StepKind.MOVE and path.startswith(f"{step.part}/"):
            return f"{step.target}{path.removeprefix(step.part)}"
    return path


def _remove_empty(base: Path, folder: Path) -> None:
    with contextlib.suppress(OSError):
        while folder != base:
            folder.rmdir()
            folder = folder.parent


def identity(path: Path) -> tuple[int, ...]:
    """What tells a file from a later one, or from itself with other words in it; nothing where there is none."""
    try:
        told = path.lstat()
    except OSError:
        return ()
    return told.st_ino, told.st_size, told.st_mtime_ns
