"""Links to folders that lead back to where they stand: MkDocs follows each of them, dozens of times, without an end."""

import os
from pathlib import Path


def circle(folder: Path) -> Path | None:
    """A link below a folder that leads to a folder around it; None where there is none."""
    return _circle(folder, frozenset())


def _circle(folder: Path, around: frozenset[str]) -> Path | None:
    real = os.path.realpath(folder)
    if real in around:
        return folder
    try:
        inner = [Path(each.path) for each in os.scandir(folder) if each.is_dir()]
    except OSError:  # MkDocs passes it over too
        return None
    return next((found for each in sorted(inner) if (found := _circle(each, around | {real}))), None)
