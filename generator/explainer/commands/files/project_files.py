"""The files of a site as they are: its seeds with what was received, its settings, the pages that somebody wrote."""

import os
from collections.abc import Iterator
from pathlib import Path

from explainer import reading
from explainer.commands.project import project_file
from explainer.engine import mkdocs_file
from explainer.reading.regular import read_regular


def project_files(root: Path) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """By path below the root; and what could not be read, with the reason."""
    files: dict[str, bytes] = {}
    unread = []
    for path in _paths(root):
        try:
            files[path] = read_regular(root / path)
        except OSError as error:
            unread.append(f"{path}: {(error.strerror or 'unknown reason').lower()}")
    return files, tuple(unread)


def _paths(root: Path) -> Iterator[str]:
    """Of seeds those that the program reads; none that a link leads out of the project to."""
    yield from reading.scan(root, 0)[0]
    settings = mkdocs_file.find(root)
    if not settings.exists():
        return
    yield settings.relative_to(root).as_posix()
    docs = settings.parent / project_file(root).docs_folder
    if docs.is_dir() and docs.resolve().is_relative_to(root.resolve()):
        for where, folders, names in os.walk(docs):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                file = Path(where, name)
                if not name.startswith(".") and not file.is_symlink():
                    yield Path(os.path.relpath(file, root)).as_posix()
