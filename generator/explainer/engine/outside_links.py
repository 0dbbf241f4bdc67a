"""A link in a folder of the site must not put a file of somebody's machine on it: a review shows only its name."""

import os
from collections.abc import Mapping
from pathlib import Path


def leads_out(file: str | Path | None, root: Path) -> bool:
    """Whether a file of the project is a link, or lies behind one, to something that is not in the project.

    What is hidden there is not of the site either: the settings of git, keys, packages.
    """
    if file is None:
        return False
    target, project = Path(file).resolve(), root.resolve()
    if not target.is_relative_to(project):
        return True
    return _is_hidden(target.relative_to(project)) and not _is_hidden(Path(os.path.relpath(file, root)))


def leading_out(files: Mapping[str, Path], root: Path) -> list[str]:
    """Which of the files, by name, do."""
    return [name for name, path in files.items() if leads_out(path, root)]


def message(path: str, folder: str) -> str:
    """What to say about one."""
    return f"`{folder}/{path}` is a link that leads out of the project or into a hidden folder, so it is left out"


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") and part != ".." for part in path.parts)
