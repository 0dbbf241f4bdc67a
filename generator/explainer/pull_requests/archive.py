"""Reads an artifact, a zip file that a stranger may have made, into memory. Nothing is unpacked onto the disk.

What no honest build makes (links, paths that lead out, two names for one file, sizes over the limits) condemns the
whole artifact: nothing of it is used then.
"""

import io
import os
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from explainer.pull_requests import file_names, limits

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Ways of compression that Python unpacks as far as it is asked to; of others it unpacks a block at once."""
# What Python raises for lists that lie: of a place before the file's beginning, too, which is an error of the system.
_UNSOUND = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    OverflowError,
    OSError,
)


@dataclass(frozen=True, slots=True)
class Refusal:
    name: str
    reason: str


class HostileArchiveError(Exception):
    """The artifact is refused as a whole; `refusals` says why."""

    def __init__(self, *refusals: Refusal) -> None:
        super().__init__("the artifact is refused")
        self.refusals = refusals


class _BoundedFile(io.FileIO):
    """A file of which no more is read at once than `most`, as long as that is set."""

    most: int | None = limits.LISTING_BYTES

    def read(self, size: int | None = -1) -> bytes:
        rest = self.length() - self.tell()
        wanted = rest if size is None or size < 0 else min(size, rest)
        if self.most is not None and wanted > self.most:
            raise zipfile.BadZipFile("its list of files is larger than allowed")
        return super().read(size) or b""

    def length(self) -> int:
        return os.fstat(self.fileno()).st_size


def read(path: Path) -> dict[str, bytes]:
    """Every file by its name, sorted. Raises HostileArchiveError, and OSError where the file cannot be opened."""
    with _BoundedFile(path) as file:
        try:
            with zipfile.ZipFile(file) as archive:
                entries = archive.infolist()
                _refuse_listing(entries, file.length())
                file.most = None
                return _contents(archive, entries)
        except _UNSOUND as error:
            raise HostileArchiveError(Refusal(path.name, f"it is not a sound zip file: {error}")) from error


def _refuse_listing(entries: list[zipfile.ZipInfo], length: int) -> None:
    """Raises where the list of entries alone says that an attack is meant. `length` is that of the archive."""
    if len(entries) > limits.FILES:
        raise HostileArchiveError(Refusal("", f"it holds {len(entries)} files; {limits.FILES} are allowed"))
    if sum(entry.compress_size for entry in entries) > length:
        raise HostileArchiveError(Refusal("", "its files lie over one another"))
    _raise([Refusal(entry.filename, reason) for entry in entries if (reason := _refusal(entry))])
    # From here on names are short and not deep.
    _raise(_same_names(entries))
    files = {file_names.folded(entry.filename) for entry in entries if not entry.is_dir()}
    _raise([Refusal(entry.filename, "its folder is a file") for entry in entries if _lies_in_one_of(files, entry)])


def _raise(found: list[Refusal]) -> None:
    if found:
        raise HostileArchiveError(*found)


def _same_names(entries: list[zipfile.ZipInfo]) -> list[Refusal]:
    first: dict[str, str] = {}
    found = []
    for entry in entries:
        folded = file_names.folded(entry.filename.rstrip("/"))
        if folded in first:
            found.append(Refusal(entry.filename, f"it has the same name as `{first[folded]}`, but for capitals"))
        first.setdefault(folded, entry.filename)
    return found


def _lies_in_one_of(files: set[str], entry: zipfile.ZipInfo) -> bool:
    parts = file_names.folded(entry.filename.rstrip("/")).split("/")
    return any("/".join(parts[:length]) in files for length in range(1, len(parts)))


def _refusal(entry: zipfile.ZipInfo) -> str | None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "it is a link"
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "it is neither a file nor a folder"
    if entry.flag_bits & 0x1:
        return "it is encrypted"
    if entry.compress_type not in _METHODS:
        return "it is compressed in another way than as a file of the web"
    # `filename` ends at a null character; what was written in the archive is `orig_filename`.
    return file_names.refusal(entry.filename.removesuffix("/")) or file_names.refusal(
        entry.orig_filename.removesuffix("/")
    )


def _contents(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    """What the entries hold. Sizes are counted while reading: those in the listing are the stranger's word."""
    contents: dict[str, bytes] = {}
    left = limits.ALL_BYTES
    for entry in entries:
        if entry.is_dir():
            continue
        most = min(limits.FILE_BYTES, left)
        with archive.open(entry) as file:
            content = file.read(most + 1)
        if len(content) > most:
            whole = "all files together are" if most == left else "it is"
            raise HostileArchiveError(Refusal(entry.filename, f"{whole} larger than allowed"))
        left -= len(content)
        contents[entry.filename] = content
    return dict(sorted(contents.items()))
