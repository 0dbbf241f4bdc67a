"""A single file that an author names, wherever it lies: replaced at once, or not at all."""

import contextlib
import os
import stat
from pathlib import Path

from explainer.commands.files.writing import parts
from explainer.commands.files.writing.locking import lock
from explainer.commands.files.writing.places import NotWrittenError, refused


def write_alone(path: Path, content: bytes, *, durable: bool = True) -> None:
    """Replace `path`, or what it is a link to. A terminal or a pipe is written to. Raises NotWrittenError."""
    target = Path(os.path.realpath(path))
    try:
        like = target.stat() if target.exists() else None
        if like is not None and not stat.S_ISREG(like.st_mode):
            with path.open("wb") as stream:
                stream.write(content)
            return
        if like is not None and (not like.st_mode & 0o222 or not os.access(target, os.W_OK)):
            raise NotWrittenError(path, "it is read-only; make it writable first")
        _replace(target, content, like, durable=durable)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise refused(path, error) from error


def _replace(target: Path, content: bytes, like: os.stat_result | None, *, durable: bool) -> None:
    part = parts.part_of(target)
    with lock(target.parent):
        parts.remove_left(target)
        try:
            parts.write_file(part, content, like, durable=durable)
            part.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                parts.remove(part)
            raise
        if durable:
            parts.flush_folder(target.parent)
