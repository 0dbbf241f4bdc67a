"""Files into a folder that is ours: only what changed is written, and only what we wrote is ever removed.

A manifest in the folder lists what we wrote. A file that is there, differs, and is not in the
manifest is somebody's work: nothing is written at all then.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from explainer.commands.files import writing
from explainer.commands.files.new_folder import write_new
from explainer.reading.regular import read_regular

MANIFEST = ".explainer.json"


@dataclass(frozen=True, slots=True)
class Changes:
    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


class NotOursError(Exception):
    """A file would be overwritten that no earlier build wrote."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"`{path}` was not written by explainer; move it away, or choose another folder")


def write(folder: Path, files: Mapping[str, bytes]) -> Changes:
    """Make `folder` hold `files`, by path with `/`, or change nothing. Raises NotOursError, or NotWrittenError."""
    if not os.path.lexists(folder):
        write_new(folder, {**files, MANIFEST: _listed(files)}, durable=False)
        return Changes(tuple(files), (), 0)
    if not folder.is_dir():
        raise NotOursError(folder)
    with writing.locked(folder):
        ours = _manifest(folder)
        changed = {path: content for path, content in sorted(files.items()) if _content(folder / path) != content}
        for path in changed:
            if path not in ours and os.path.lexists(folder / path):
                raise NotOursError(folder / path)
        orphans = sorted(path for path in ours if path not in files and _is_inside(folder, path))
        new = writing.New(files={**changed, MANIFEST: _listed(files)}, removed=orphans)
        writing.change(folder, new, durable=False)
    return Changes(tuple(changed), tuple(orphans), len(files) - len(changed))


def _manifest(folder: Path) -> set[str]:
    try:
        listed = json.loads(read_regular(folder / MANIFEST))
    except (OSError, ValueError, RecursionError):
        return set()
    return {path for path in listed if isinstance(path, str)} if isinstance(listed, list) else set()


def _listed(paths: Iterable[str]) -> bytes:
    return (json.dumps(sorted(paths), indent=0, ensure_ascii=False) + "\n").encode()


def _content(path: Path) -> bytes | None:
    try:
        return None if path.is_symlink() else read_regular(path)
    except OSError:
        return None


def _is_inside(folder: Path, path: str) -> bool:
    """Whether a line of the manifest, which anybody may have edited, names a file in the folder."""
    real, root = os.path.realpath((folder / path).parent), os.path.realpath(folder)
    return os.path.commonpath([real, root]) == root and os.path.lexists(folder / path)
