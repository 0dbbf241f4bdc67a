"""The file of an article as an author has it: opened, bounded, and known by its form."""

import hashlib
import io
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import click

from explainer.authoring import receiving
from explainer.reading import LARGEST_FILE
from explainer.vocabulary import ReceivedForm

_LARGEST = 64_000_000
"""Bytes of a file in a form that holds more than its text: pictures, styles, faces."""
_LARGEST_OF = {
    ReceivedForm.TEXT: LARGEST_FILE,
    ReceivedForm.WARC: 2_000_000_000,
    ReceivedForm.WACZ: 2_000_000_000,
}
"""Archives of pages are read piece by piece."""
_BLOCK = 1 << 20


@dataclass(frozen=True)
class ReceivedFile:
    name: str
    """Without its folder."""
    file: BinaryIO
    form: ReceivedForm
    sha256: str

    @property
    def shown(self) -> str:
        """Its name, in a sentence."""
        return "standard input" if self.name == "-" else self.name


@contextmanager
def opened(name: str, form: ReceivedForm | None) -> Iterator[ReceivedFile]:
    """A file, or standard input where its name is `-`; a wrong call where it cannot be used.

    `form` is what the author says that it is.
    """
    try:
        with io.BytesIO(sys.stdin.buffer.read(_LARGEST + 1)) if name == "-" else _regular(Path(name)) as file:
            size = file.seek(0, io.SEEK_END)
            file.seek(0)
            if not file.read(_BLOCK).strip() and size <= _BLOCK:
                raise click.UsageError(f"`{name}` is empty")
            file.seek(0)
            found = form or receiving.form_of(name, file)
            largest = _LARGEST_OF.get(found, _LARGEST)
            if size > largest:
                raise click.UsageError(f"`{name}` is larger than {largest // 1_000_000} MB")
            yield ReceivedFile(Path(name).name, file, found, _digest(file))
    except OSError as error:
        raise click.UsageError(f"cannot read `{name}`: {error.strerror}") from error
    except receiving.CannotReadError as error:
        raise click.UsageError(str(error)) from error


def _regular(path: Path) -> BinaryIO:
    """The file, or what a pipe gives, as a file."""
    file = path.open("rb")
    if stat.S_ISREG(path.stat().st_mode):
        return file
    with file:
        return io.BytesIO(file.read(_LARGEST + 1))


def _digest(file: BinaryIO) -> str:
    digest = hashlib.sha256()
    while block := file.read(_BLOCK):
        digest.update(block)
    file.seek(0)
    return digest.hexdigest()
