"""Files into a folder that is ours: only what changed is written, and only what we wrote is ever removed.

A manifest in the folder lists what we wrote. A file that is there, differs, and is not in the
manifest is somebody's work: nothing is written at all then.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

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
    """Make `folder` hold `files`, by path with `/`. Raises NotOursError, or OSError where the disk refuses."""
    ours = _manifest(folder)
    changed = {path: content for path, content in sorted(files.items()) if _content(folder / path) != content}
    for path in changed:
        if path not in ours and os.path.lexists(folder / path):
            raise NotOursError(folder / path)
    orphans = sorted(path for path in ours if path not in files and _is_inside(folder, path))
    folder.mkdir(parents=True, exist_ok=True)
    # Written first, with the old entries, so that a build that is cut short still knows its own files.
    _write_manifest(folder, ours | set(files))
    for path in orphans:
        _remove(folder, path)
    for path, content in changed.items():
        replace_file(folder / path, content)
    _write_manifest(folder, set(files))
    return Changes(tuple(changed), tuple(orphans), len(files) - len(changed))


def _manifest(folder: Path) -> set[str]:
    try:
        listed = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    return {path for path in listed if isinstance(path, str)} if isinstance(listed, list) else set()


def _write_manifest(folder: Path, paths: set[str]) -> None:
    content = (json.dumps(sorted(paths), indent=0, ensure_ascii=False) + "\n").encode()
    if _content(folder / MANIFEST) != content:
        replace_file(folder / MANIFEST, content)


def _content(path: Path) -> bytes | None:
    try:
        return None if path.is_symlink() else path.read_bytes()
    except OSError:
        return None


def _is_inside(folder: Path, path: str) -> bool:
    """Whether a line of the manifest, which anybody may have edited, names a file in the folder."""
    real, root = os.path.realpath((folder / path).parent), os.path.realpath(folder)
    return os.path.commonpath([real, root]) == root and os.path.lexists(folder / path)


def _remove(folder: Path, path: str) -> None:
    (folder / path).unlink()
    for parent in (folder / path).parents:
        if parent == folder or any(parent.iterdir()):
            return
        parent.rmdir()


def replace_file(path: Path, content: bytes) -> None:
    """At once, so that a server that watches the folder never reads half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.half")
    half.write_bytes(content)
    half.replace(path)
