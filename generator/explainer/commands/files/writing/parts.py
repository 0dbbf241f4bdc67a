"""A file beside the one that it will replace: under a name that nobody can guess, opened only where nothing is."""

import contextlib
import os
import re
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

ENDING = ".explainer-part"
_NAME = re.compile(rf"\..*\.[0-9a-f]{{16}}{re.escape(ENDING)}", re.DOTALL)
_ADDED = len(f".{'0' * 16}{ENDING}")
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_LONGEST_NAME = 40
"""Characters of the file's own name that are kept: with all of them, the name could be too long for the disk."""


def part_of(target: Path) -> Path:
    """A free name in the folder of `target`: hidden, so that no command and no server reads it."""
    return target.with_name(f".{target.name[:_LONGEST_NAME]}.{secrets.token_hex(8)}{ENDING}")


def is_part(name: str) -> bool:
    """Whether a file name is one of ours."""
    return bool(_NAME.fullmatch(name))


def remove_left(target: Path) -> None:
    """Remove what an earlier attempt at `target` left beside it. The caller holds the lock of the folder."""
    with contextlib.suppress(OSError):
        for path in left_in(target.parent):
            if path.name[:-_ADDED] == f".{target.name[:_LONGEST_NAME]}":
                remove(path)


def left_in(folder: Path) -> list[Path]:
    """What lies directly in a folder and was to take the place of something. Raises OSError."""
    return [path for path in folder.iterdir() if is_part(path.name)]


def write_file(part: Path, content: bytes, like: os.stat_result | None, *, durable: bool) -> None:
    """Write a new file, with the mode and, where we may, the owner of `like`, the one that it replaces."""
    descriptor = os.open(part, _NEW, 0o666 if like is None else like.st_mode & 0o777)
    try:
        if like is not None:
            with contextlib.suppress(OSError):
                os.fchown(descriptor, like.st_uid, like.st_gid)
            os.fchmod(descriptor, like.st_mode & 0o7777)  # which the umask may have narrowed
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        if durable:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_folder(part: Path, files: Mapping[str, bytes], *, durable: bool) -> None:
    """Write a new folder that holds `files`, by path with `/`."""
    part.mkdir()
    folders = {part}
    for path, content in files.items():
        for folder in reversed((part / path).parents):
            if folder.is_relative_to(part) and folder not in folders:
                folder.mkdir()
                folders.add(folder)
        write_file(part / path, content, None, durable=durable)
    if durable:
        for folder in folders:
            flush_folder(folder)


def flush_folder(folder: Path) -> None:
    """Make the names in a folder last. Not every system lets a folder be flushed; there, nothing can be done."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def remove(path: Path) -> None:
    """Remove a file or a whole folder of ours, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif os.path.lexists(path):
        path.unlink(missing_ok=True)
