"""Finds the files of the seeds on disk, in a fixed order, without leaving the project's folder."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.reading.layout import is_received
from explainer.reading.regular import digest_of, read_regular
from explainer.source import Span


def scan(root: Path, largest: int) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """The bytes of every file below `root/seeds`, by path below `root`.

    Reads one byte past `largest`, so that a file that is too large can be told without being held. Links
    that lead out of the project, links to folders, pipes and devices are left out, with a diagnostic. Of a file as
    it was received, the SHA-256 in hex stands for its bytes.
    """
    contents: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    project = root.resolve()
    for file in _walk(root / "seeds", found, root):
        path = _path(file, root)
        if problem := _refusal(file, project):
            found.append(Diagnostic(rules.FILE_IS_KNOWN, Span(path), problem))
            continue
        try:
            contents[path] = digest_of(file) if is_received(path) else read_regular(file, largest + 1)
        except OSError as error:
            found.append(_unreadable(path, error))
    return dict(sorted(contents.items())), tuple(found)


def _walk(folder: Path, found: list[Diagnostic], root: Path) -> Iterator[Path]:
    def report(error: OSError) -> None:
        # A missing `seeds` is told by `layout.incomplete`, with what should be there.
        if not isinstance(error, FileNotFoundError):
            found.append(_unreadable(_path(Path(error.filename), root), error))

    for where, folders, files in os.walk(folder, onerror=report):
        links = [name for name in folders if Path(where, name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in links)
        yield from (Path(where, name) for name in sorted((*files, *links)) if not name.startswith("."))


def _refusal(file: Path, project: Path) -> str | None:
    try:
        target = file.resolve()
        if not target.is_relative_to(project):
            return "this is a link that leads out of the project, so it is not read"
        if file.is_symlink() and target.is_dir():
            return "this is a link to a folder, so it is not read"
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            return "this is not a file that holds text, so it is not read"
    except (OSError, RuntimeError):
        return "this link leads in a circle, so it is not read"
    return None


def _unreadable(path: str, error: OSError) -> Diagnostic:
    reason = (error.strerror or "unknown reason").lower()
    message = f"this cannot be read: {reason}"
    return Diagnostic(rules.SEEDS_EXIST, Span(path), message, "Check that the file may be read.")


def _path(file: Path, root: Path) -> str:
    """The path below the root as text that can be printed, whatever bytes the file's name has."""
    text = file.relative_to(root).as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", "\ufffd", text)
