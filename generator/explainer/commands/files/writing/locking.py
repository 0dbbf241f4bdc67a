"""One command at a time reads, thinks and writes; readers are never kept waiting.

The lock is on the folder itself, so it needs no file that would be left behind, and it ends with its process.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import click

from explainer.reporting.printable import printable


@contextlib.contextmanager
def lock(folder: Path) -> Iterator[None]:
    """While this goes on, no other command writes into `folder`. Says so when it has to wait."""
    with _opened(folder) as descriptor:
        if descriptor is not None and not _taken(descriptor):
            told = f"another explainer command is writing in `{printable(str(folder))}`; waiting until it has ended"
            click.echo(told, err=True)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def lock_if_free(folder: Path) -> Iterator[bool]:
    """Whether the lock could be taken; it is given back at the end."""
    with _opened(folder) as descriptor:
        yield descriptor is None or _taken(descriptor)


@contextlib.contextmanager
def _opened(folder: Path) -> Iterator[int | None]:
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # what is to be written there will say why
        yield None
        return
    try:
        yield descriptor
    finally:
        os.close(descriptor)  # gives the lock back


def _taken(descriptor: int) -> bool:
    """Whether the lock is ours. A disk of another machine may know no locks: then every command is alone."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True
