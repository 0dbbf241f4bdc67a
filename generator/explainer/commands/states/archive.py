"""The seeds in a .zip, .tar or .tar.gz file, which may be a stranger's: read in memory, never unpacked."""

import gzip
import lzma
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import nullcontext
from io import RawIOBase
from pathlib import Path
from typing import IO, Any

from explainer.commands.states.bounds import LARGEST_FILE, LARGEST_STATE, Bounded, StateError, is_safe, seeds_of
from explainer.reading.layout import is_received

_ZIP, _TAR, _GZIP = (".zip",), (".tar",), (".tar.gz", ".tgz")
_BROKEN = (
    *(OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zlib.error, lzma.LZMAError),
    *(zipfile.BadZipFile, tarfile.TarError, struct.error, ArithmeticError, LookupError),
)
"""What the libraries raise for a file that is no archive, is cut short, encrypted, or made by an unknown method."""


def is_archive(path: Path) -> bool:
    return path.name.lower().endswith((*_ZIP, *_TAR, *_GZIP))


def read_archive(path: Path) -> dict[str, bytes]:
    """Raises StateError."""
    members = _zip_members if path.name.lower().endswith(_ZIP) else _tar_members
    try:
        return seeds_of(members(path))
    except StateError as error:
        raise StateError(f"the archive `{path}` cannot be used: {error}") from error
    except _BROKEN as error:
        raise StateError(f"the archive `{path}` cannot be read: {error or type(error).__name__}") from error


def _zip_members(path: Path) -> Iterator[tuple[str, bytes]]:
    bounded = Bounded()
    if path.stat().st_size > LARGEST_STATE:
        raise StateError(f"it is larger than {LARGEST_STATE // 1_000_000} MB")
    with zipfile.ZipFile(path) as opened:
        for member in opened.infolist():
            # The kind of file that Unix tools note down; other tools leave it out.
            is_regular = stat.S_IFMT(member.external_attr >> 16) in (0, stat.S_IFREG)
            if is_regular and not member.is_dir() and _is_wanted(member.filename):
                with opened.open(member) as file:
                    yield member.filename, bounded.add(file.read(_largest(member.filename)))


def _tar_members(path: Path) -> Iterator[tuple[str, bytes]]:
    bounded = Bounded()
    is_packed = path.name.lower().endswith(_GZIP)
    with (
        path.open("rb") as raw,
        gzip.open(raw) if is_packed else nullcontext(raw) as stream,
        tarfile.open(fileobj=_Limited(stream), mode="r|") as opened,
    ):
        for member in opened:
            # Of a link, only the name would be here: what it leads to is not followed.
            file = opened.extractfile(member) if member.isreg() and _is_wanted(member.name) else None
            if file:
                yield member.name, bounded.add(file.read(_largest(member.name)))


def _largest(name: str) -> int:
    """How much of a file is read: nothing of those that articles were taken from."""
    return 0 if is_received(name[name.rfind("seeds/") :]) else LARGEST_FILE


def _is_wanted(name: str) -> bool:
    return is_safe(name) and "seeds" in name.split("/")[:-1]


class _Limited(RawIOBase):
    """A stream that ends with an error where it unpacks to too much, whatever the archive says of itself."""

    def __init__(self, stream: IO[bytes] | gzip.GzipFile) -> None:
        self._stream = stream
        self._left = 2 * LARGEST_STATE

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        room = memoryview(buffer)
        content = self._stream.read(len(room))
        room[: len(content)] = content
        self._left -= len(content)
        if self._left < 0:
            raise StateError(f"it unpacks to more than {2 * LARGEST_STATE // 1_000_000} MB")
        return len(content)
