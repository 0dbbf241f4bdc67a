"""Files into a folder that is not there yet, or is empty: nothing of an author's is ever written over."""

from collections.abc import Mapping
from pathlib import Path


class NotEmptyError(Exception):
    """The folder, or a file of its name, is somebody's work."""


def write_new(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make `folder` hold `files`, by path with `/`. Raises NotEmptyError, or OSError where the disk refuses."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmptyError
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            file.write(content)
