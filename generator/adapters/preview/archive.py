"""Reads an artifact, a zip file that a stranger may have made, into memory. Nothing is unpacked onto the disk.

What no honest build makes (links, paths that lead out, two names for one file, sizes over the limits) condemns the
whole artifact: nothing of it is used then.
"""

import stat
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from generator.adapters.preview import file_names, limits


@dataclass(frozen=True, slots=True)
class Refusal:
    name: str
    reason: str


class HostileArchiveError(Exception):
    """The artifact is refused as a whole; `refusals` says why."""

    def __init__(self, *refusals: Refusal) -> None:
        super().__init__("the artifact is refused")
        self.refusals = refusals


def read(path: Path) -> dict[str, bytes]:
    """Every file by its name, sorted. Raises HostileArchiveError, and OSError where it cannot be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _refuse_listing(entries)
            return _contents(archive, entries)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise HostileArchiveError(Refusal(path.name, f"it is not a sound zip file: {error}")) from error


def _refuse_listing(entries: list[zipfile.ZipInfo]) -> None:
    """Raises where the list of entries alone says that an attack is meant."""
    if len(entries) > limits.FILES:
        raise HostileArchiveError(Refusal("", f"it holds {len(entries)} files; {limits.FILES} are allowed"))
    found = [Refusal(entry.filename, reason) for entry in entries if (reason := _refusal(entry))]
    seen: dict[str, str] = {}
    for entry in entries:
        other = seen.setdefault(file_names.folded(entry.filename.rstrip("/")), entry.filename)
        if other is not entry.filename:
            found.append(Refusal(entry.filename, f"it has the same name as `{other}`, but for capitals"))
    files = {file_names.folded(entry.filename) for entry in entries if not entry.is_dir()}
    for entry in entries:
        parts = file_names.folded(entry.filename.rstrip("/")).split("/")
        if any("/".join(parts[:length]) in files for length in range(1, len(parts))):
            found.append(Refusal(entry.filename, "its folder is a file"))
    if found:
        raise HostileArchiveError(*found)


def _refusal(entry: zipfile.ZipInfo) -> str | None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "it is a link"
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "it is neither a file nor a folder"
    if entry.flag_bits & 0x1:
        return "it is encrypted"
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
