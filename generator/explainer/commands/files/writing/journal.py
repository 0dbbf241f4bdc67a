"""What a command is about to change, written down before it does, so that the next command can put it in order.

It lies in a hidden folder for as long as the change takes, under one of three names: while the new files are written
beside the old ones (all of it can be taken back), while they take their places (all of it can be finished), and while
a change is undone that the disk refused in the middle. A name becomes the next at once, which needs no space.
"""

import contextlib
import json
import os
import stat
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from explainer.commands.files.writing import parts
from explainer.commands.files.writing.places import NotWrittenError
from explainer.engine.unfinished import FOLDER, is_unfinished
from explainer.reading.regular import read_regular

_LARGEST = 64_000_000


class Phase(StrEnum):
    PREPARING = "preparing.json"
    FINISHING = "finishing.json"
    UNDOING = "undoing.json"


class StepKind(StrEnum):
    PUT = "put"
    REMOVE = "remove"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class WritingStep:
    """Paths are below the base, with `/`."""

    kind: StepKind
    target: str
    part: str = ""
    """What takes the place of the target: the file or folder that was written beside it, or the one that is moved."""
    kept: str = ""
    """Where what stood there waits until all is done, to be put back if the disk refuses."""
    was: tuple[int, ...] = ()
    """What tells whether somebody changed the target since."""


@dataclass(frozen=True, slots=True)
class WritingPlan:
    steps: tuple[WritingStep, ...]
    folders: tuple[str, ...] = ()
    """Those that were made for the new files, outermost first."""


def begin(base: Path, plan: WritingPlan, *, durable: bool) -> None:
    """Write the journal. Raises OSError."""
    folder = base / FOLDER
    with contextlib.suppress(FileExistsError):
        folder.mkdir()
    if not stat.S_ISDIR(folder.lstat().st_mode):
        raise NotWrittenError(folder, "explainer needs a folder of this name for a moment; move what stands there away")
    content = json.dumps({"steps": [asdict(step) for step in plan.steps], "folders": plan.folders}).encode()
    parts.write_file(folder / Phase.PREPARING, content, None, durable=durable)
    if durable:
        parts.flush_folder(folder)
        parts.flush_folder(base)


def go_on(base: Path, before: Phase, after: Phase, *, durable: bool) -> None:
    """From one phase to the next, at once."""
    (base / FOLDER / before).replace(base / FOLDER / after)
    if durable:
        parts.flush_folder(base / FOLDER)


def end(base: Path) -> None:
    """Remove the journal."""
    for phase in Phase:
        parts.remove(base / FOLDER / phase)
    with contextlib.suppress(OSError):  # somebody put a file of their own there
        (base / FOLDER).rmdir()


def is_there(base: Path) -> bool:
    """Whether a change goes on, or was interrupted."""
    return is_unfinished(base)


def read(base: Path) -> tuple[Phase, WritingPlan] | None:
    """The journal that was left; None where there is none, or one that we would not have written."""
    for phase in Phase:
        path = base / FOLDER / phase
        if not path.is_symlink() and path.exists():
            plan = _plan(base, read_regular(path, _LARGEST))
            return (phase, plan) if plan else None
    return None


def _plan(base: Path, content: bytes) -> WritingPlan | None:
    """Anybody may have put a journal there, with names of files that are not for us to touch."""
    try:
        read = json.loads(content)
        steps = tuple(
            WritingStep(StepKind(each.pop("kind")), was=tuple(each.pop("was")), **each) for each in read["steps"]
        )
        plan = WritingPlan(steps, tuple(read["folders"]))
        is_ours = all(_is_ours(base, step) for step in steps) and all(_is_below(base, path) for path in plan.folders)
        return plan if is_ours else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _is_ours(base: Path, step: WritingStep) -> bool:
    paths = [path for path in (step.target, step.part, step.kept) if path]
    if not all(_is_below(base, path) for path in paths):
        return False
    beside = PurePosixPath(step.target).parent
    is_kept_ours = not step.kept or _is_part_in(beside, step.kept)
    match step.kind:
        case StepKind.PUT:
            return is_kept_ours and _is_part_in(beside, step.part)
        case StepKind.REMOVE:  # only what was built is removed
            return is_kept_ours and not step.part and not os.path.lexists(base / "seeds")
        case StepKind.MOVE:  # only records have folders that are moved
            return all(path.startswith("seeds/") and "/." not in path for path in (step.target, step.part))


def _is_part_in(folder: PurePosixPath, path: str) -> bool:
    return PurePosixPath(path).parent == folder and parts.is_part(PurePosixPath(path).name)


def _is_below(base: Path, path: str) -> bool:
    """Whether a path stays below the base, through no link."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or not pure.parts or pure.parts[0] in (".git", FOLDER):
        return False
    real = Path(os.path.realpath(base))
    return Path(os.path.realpath(real / pure.parent)) == real / pure.parent
