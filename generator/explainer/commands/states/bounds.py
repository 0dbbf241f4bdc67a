"""What a state is, how large it may be, and what is said of one that cannot be read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from explainer import reading

LARGEST_FILE = reading.LARGEST_FILE + 1
"""Bytes that are read of one file: one more than reading allows, so that it can tell."""
LARGEST_STATE = 100_000_000
"""Bytes of all files together."""
MOST_FILES = 20_000


class StateError(Exception):
    """Why a state cannot be read, as one sentence."""


@dataclass(frozen=True)
class State:
    name: str
    contents: Mapping[str, bytes] = field(repr=False)
    """The files of the seeds by path below the project: `seeds/site.yaml`."""
    folder: str = ""
    """The folder that it was read from, where somebody can open its files; nothing for the one of the call."""


def seeds_of(files: Iterator[tuple[str, bytes]]) -> dict[str, bytes]:
    """The files below the outermost `seeds` folder, by path from there.

    An archive often holds everything in one folder that is named after it. A path that leaves the archive is
    ignored, and of two files at one path the later counts, as when unpacking.
    """
    found: dict[tuple[str, ...], dict[str, bytes]] = {}
    for path, content in files:
        parts = PurePosixPath(path).parts
        if "seeds" in parts[:-1]:
            at = parts.index("seeds")
            found.setdefault(parts[:at], {})["/".join(parts[at:])] = content
    if not found:
        raise StateError("it holds no folder `seeds`")
    depth = min(map(len, found))
    outermost = [folder for folder in found if len(folder) == depth]
    if len(outermost) > 1:
        raise StateError("it holds several folders `seeds`, and nobody can tell which is meant")
    return found[outermost[0]]


def is_safe(path: str) -> bool:
    """Whether the path of a member stays in its archive."""
    return not (path.startswith("/") or "\\" in path or "\0" in path or ".." in path.split("/"))


class Bounded:
    """Counts what a state holds, and stops at what is too much."""

    def __init__(self) -> None:
        self.files = 0
        self.bytes = 0

    def add(self, content: bytes) -> bytes:
        self.files += 1
        self.bytes += len(content)
        if self.files > MOST_FILES:
            raise StateError(f"it holds more than {MOST_FILES:,} files")
        if self.bytes > LARGEST_STATE:
            raise StateError(f"its files are larger than {LARGEST_STATE // 1_000_000} MB together")
        return content
