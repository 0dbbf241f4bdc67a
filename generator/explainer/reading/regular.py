"""Reading what may be anything by now: a pipe, a socket or a device is told, never waited for."""

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path


class NoRegularFileError(OSError):
    """What stands there is no file that holds text."""

    def __init__(self, path: str | Path) -> None:
        super().__init__(errno.EINVAL, "it is not a regular file", str(path))


def read_regular(path: str | Path, largest: int = -1) -> bytes:
    """The bytes of a regular file, at most `largest` of them where that is given. Raises OSError."""
    with _opened(path) as file:
        return file.read(largest)


def digest_of(path: str | Path) -> bytes:
    """The SHA-256 of a regular file, in hex. Raises OSError."""
    with _opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest().encode()


@contextmanager
def _opened(path: str | Path) -> Iterator[BufferedReader]:
    """Raises OSError, of which NoRegularFileError is one. To open a pipe without O_NONBLOCK would wait for a writer."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise NoRegularFileError(path)
        yield file
