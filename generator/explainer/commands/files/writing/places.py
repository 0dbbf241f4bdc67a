"""Where a file may be written: below the folder that was named, never through a link that leads out of it."""

import os
import stat
from pathlib import Path

import click

from explainer.engine import outside_links
from explainer.reading.regular import read_regular
from explainer.reporting.printable import printable


class NotWrittenError(click.ClickException):
    """Why nothing was written, with the file."""

    exit_code = 2

    def __init__(self, path: str | Path, why: str) -> None:
        super().__init__(f"cannot write `{printable(str(path))}`: {why}; nothing was changed")
        self.why = why


def refused(path: str | Path, error: OSError) -> NotWrittenError:
    """What the disk said. `path` is the file that the author knows, not the one beside it that is written first."""
    return NotWrittenError(path, (error.strerror or "the disk refuses").lower())


def base_of(folder: Path, root: Path) -> Path:
    """`folder`, into which is written. Raises NotWrittenError where it seems to lie in `root`, and does not."""
    if Path(os.path.relpath(folder, root)).parts[:1] != (os.pardir,):
        _check_links(folder, root)
    return folder


def target_of(base: Path, path: str | Path) -> Path:
    """The file that is meant by `path` below `base`, absolute and without links. Raises NotWrittenError."""
    meant = base / path
    _check_links(meant, base)
    target = Path(os.path.realpath(meant))
    try:
        told = target.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return target
    except OSError as error:
        raise refused(meant, error) from error
    if not stat.S_ISREG(told.st_mode):
        raise NotWrittenError(meant, "what stands there is not a file")
    # The superuser may write everything, but somebody has said that this is to stay as it is.
    if not told.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise NotWrittenError(meant, "it is read-only; make it writable first")
    return target


def present(base: Path, path: str) -> bytes | None:
    """What a file holds that is to be changed; None where there is none. Raises NotWrittenError."""
    try:
        return read_regular(base / path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise refused(base / path, error) from error


def text_of(base: Path, path: str, content: bytes | None) -> str:
    """That as text. Raises NotWrittenError where it is none."""
    try:
        return (content or b"").decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotWrittenError(base / path, "it is not UTF-8; `explainer check` says where") from error


class NotEmptyError(Exception):
    """The folder, or a file of its name, is somebody's work."""


def folder_of(base: Path, path: str) -> Path:
    """As `target_of`, a folder that is new or empty. Raises NotEmptyError too."""
    meant = base / path
    _check_links(meant, base)
    target = Path(os.path.realpath(meant))
    try:
        if os.path.lexists(target) and (not target.is_dir() or any(target.iterdir())):
            raise NotEmptyError
    except OSError as error:
        raise refused(meant, error) from error
    return target


def _check_links(path: Path, base: Path) -> None:
    if Path(os.path.realpath(path)).is_symlink():
        raise NotWrittenError(path, "this link leads in a circle")
    if outside_links.leads_out(path, base):
        raise NotWrittenError(path, "it is a link, or lies behind one, that leads out of the project")
