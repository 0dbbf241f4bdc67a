"""The seeds at a git revision, from git's own store of objects.

`git archive` is not used: the attributes of the very revision that is read could leave files out of it. Links
are files of another mode and are ignored.
"""

import subprocess
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from explainer.commands.states.bounds import LARGEST_FILE, LARGEST_STATE, Bounded, StateError
from explainer.reading.layout import is_received

_MAIN = ("origin/main", "main", "master")
_FILES = ("100644", "100755")
_TIMEOUT = 60


def read_revision(name: str, root: Path) -> dict[str, bytes]:
    """The files below `seeds` of the folder `root`, as they were then. Raises StateError."""
    if name.startswith("-") or not (found := _asked(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")):
        raise StateError(f"`{name}` is neither a folder or archive with seeds nor a revision of a git repository here")
    commit = found.strip()
    listed = _git(root, "ls-tree", "-r", "-z", "-l", commit, "--", "seeds/")
    every = dict(_objects(listed))
    objects = {path: each for path, each in every.items() if not is_received(path)}
    if not objects:
        raise StateError(f"the revision `{name}` has no folder `seeds` here")
    bounded = Bounded()
    return {
        path: bounded.add(content) for path, content in zip(objects, _contents(root, objects.values()), strict=True)
    } | {path: b"" for path in every if path not in objects}


def published(root: Path) -> tuple[str, str]:
    """The main branch, and the commit at which the work on this one began. Raises StateError."""
    for name in _MAIN:
        if _asked(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"):
            base = _asked(root, "merge-base", "HEAD", name)
            if not base:
                told = f"this branch and `{name}` have no commit in common here (is the clone shallow?)"
                raise StateError(f"{told}; name the old state: a revision, a folder or an archive")
            return name, base.strip()
    told = "there is no git repository here with a branch origin/main, main or master"
    raise StateError(f"{told}; name the old state: a revision, a folder or an archive")


def _objects(listed: bytes) -> Iterator[tuple[str, tuple[str, int]]]:
    """Path, and name and size of what git stores for it."""
    for line in listed.split(b"\0"):
        facts, tab, path = line.partition(b"\t")
        if tab:
            mode, _, name, size = facts.decode("ascii").split()
            if mode in _FILES:
                yield path.decode("utf-8", "replace"), (name, int(size))


def _contents(root: Path, objects: Iterable[tuple[str, int]]) -> Iterator[bytes]:
    """In the order of the objects. One that is too large is only as long as reading must see to refuse it."""
    wanted = list(objects)
    small = [name for name, size in wanted if size < LARGEST_FILE]
    if sum(size for _, size in wanted if size < LARGEST_FILE) > LARGEST_STATE:
        raise StateError(f"its files are larger than {LARGEST_STATE // 1_000_000} MB together")
    answer = BytesIO(_git(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in small).encode()))
    for _, size in wanted:
        if size >= LARGEST_FILE:
            yield b" " * LARGEST_FILE
            continue
        answer.readline()
        yield answer.read(size)
        answer.read(1)


def _asked(root: Path, *arguments: str) -> str:
    """What git answers, or nothing where it has no answer."""
    try:
        return _git(root, *arguments).decode("utf-8", "replace")
    except StateError:
        return ""


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=root, input=given, capture_output=True, timeout=_TIMEOUT, check=False
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise StateError(f"git cannot be run: {error}") from error
    if done.returncode != 0:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines() or [f"exit code {done.returncode}"]
        raise StateError(f"git cannot read that: {lines[-1]}")
    return done.stdout
