"""Whether a command is changing the files of a project, or was cut short while it did. `commands/files` mends that."""

from pathlib import Path

FOLDER = ".explainer"
"""Is there for as long as a change takes; holds what is needed to finish it, or to take it back."""


def is_unfinished(root: Path) -> bool:
    try:
        return (root / FOLDER).is_dir() and not (root / FOLDER).is_symlink()
    except OSError:
        return False
