"""The files in a ZIP archive, bounded: how many there are, how large they are and become. No name leaves the archive.

An archive is a file of strangers: a few kilobytes may unpack to gigabytes, and XML may grow without end by entities.
"""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO
from xml.etree import ElementTree as ET

from explainer.authoring.receiving.received import CannotReadError

_MOST_FILES = 20_000
_LARGEST_ALL = 400_000_000
_LARGEST_ONE = 40_000_000
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Of the others, the library unpacks a block whole before anybody can count its bytes."""
_ENTITIES = tuple("<!ENTITY".encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be"))
_BROKEN = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError)


class Zipped:
    """An archive whose sizes were looked at."""

    def __init__(self, archive: zipfile.ZipFile, largest: int) -> None:
        self._archive = archive
        infos = archive.infolist()
        if len(infos) > _MOST_FILES:
            raise CannotReadError(f"this archive holds more than {_MOST_FILES:,} files")
        if sum(info.file_size for info in infos) > largest:
            raise CannotReadError(f"this archive unpacks to more than {largest // 1_000_000} MB")
        if any(info.flag_bits & 1 for info in infos):
            raise CannotReadError("this file is encrypted", "open it with its password, save it without, and add that")
        if any(info.compress_type not in _METHODS for info in infos):
            raise CannotReadError(
                "this archive is compressed in a way that no document is", "save it anew, and add that"
            )
        self.names = frozenset(info.filename for info in infos)

    def read(self, name: str) -> bytes:
        """The bytes of a file; its archive says how many there are, and no more are unpacked."""
        try:
            with self._archive.open(name) as file:
                content = file.read(_LARGEST_ONE + 1)
        except KeyError:
            raise CannotReadError(f"this file lacks a part of itself: {name[:100]}") from None
        except _BROKEN as error:
            raise CannotReadError(f"the part {name[:100]} of this file is broken: {error}") from None
        except Exception as error:  # zlib and lzma have errors of their own, which are no ValueError
            raise CannotReadError(f"the part {name[:100]} of this file is broken: {error}") from None
        if len(content) > _LARGEST_ONE:
            raise CannotReadError(f"the part {name[:100]} of this file is larger than {_LARGEST_ONE // 1_000_000} MB")
        return content

    def tree(self, name: str) -> ET.Element:
        """A part that is XML."""
        return parsed(self.read(name), name)

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:
        """A large part, to be read piece by piece."""
        try:
            with self._archive.open(name) as file:
                yield file  # type: ignore[misc]  # what zipfile gives reads as a file does
        except _BROKEN as error:
            raise CannotReadError(f"the part {name[:100]} of this file is broken: {error}") from None


@contextmanager
def opened(file: BinaryIO, largest: int = _LARGEST_ALL) -> Iterator[Zipped]:
    """The archive that a file is, which may unpack to so many bytes."""
    try:
        archive = zipfile.ZipFile(file)
    except _BROKEN as error:
        raise CannotReadError(f"this file is broken or cut short: {error}") from None
    with archive:
        yield Zipped(archive, largest)


def parsed(content: bytes, name: str) -> ET.Element:
    """A tree of XML without entities of its own."""
    if any(each in content for each in _ENTITIES):
        raise CannotReadError(f"the part {name[:100]} of this file defines entities, which no program writes there")
    try:
        return ET.fromstring(content)  # without entities there is nothing to expand or fetch
    except (ET.ParseError, RecursionError, ValueError) as error:
        raise CannotReadError(f"the part {name[:100]} of this file is no XML: {error}") from None
