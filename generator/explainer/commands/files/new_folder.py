"""Files into a folder that is not there yet, or is empty: nothing of an author's is ever written over."""

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path

from explainer.commands.files import writing
from explainer.commands.files.writing import parts
from explainer.commands.files.writing.locking import lock


def write_new(folder: Path, files: Mapping[str, bytes], *, durable: bool = True) -> None:
    """Make `folder` hold `files`, by path with `/`, or change nothing. Raises NotEmptyError, or NotWrittenError."""
    writing.finish_interrupted(folder)
    if os.path.lexists(folder):
        if not folder.is_dir() or any(folder.iterdir()):
            raise writing.NotEmptyError
        # Not replaced: somebody may stand in it.
        with writing.locked(folder):
            writing.change(folder, writing.New(files=files), durable=durable)
        return
    target = Path(os.path.realpath(folder))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with lock(target.parent):
            parts.remove_left(target)
            _make(target, files, durable=durable)
    except OSError as error:
        raise writing.refused(folder, error) from error


def _make(target: Path, files: Mapping[str, bytes], *, durable: bool) -> None:
    part = parts.part_of(target)
    try:
        parts.write_folder(part, files, durable=durable)
        part.rename(target)
    except BaseException:
        with contextlib.suppress(OSError):
            parts.remove(part)
        raise
    parts.flush_folder(target.parent)
