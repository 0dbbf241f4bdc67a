"""What one build made, in a file for the next: the HTML of pages, what the search finds on them, pictures.

Each entry is found by a digest of all that it was made of, the program and its libraries included; so an old one is
never taken for a new one. The file is read only where it is as it was written: the digest of the list of its entries,
and that of each entry that is taken, are compared. It lies outside the project, because what lies in a project may be
a stranger's: whoever can write there would decide what is published.
"""

import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import distributions
from itertools import accumulate
from pathlib import Path
from typing import IO, Any

from explainer.memo import Keep, anew

FOLDER = "EXPLAINER_CACHE"
"""The variable of the environment that names another folder for it; where it is empty, nothing is kept."""
_DIGEST = 32
_FORM = b"explainer cache 1\n"
_ENTRY = _DIGEST + 16
"""Bytes of a line of the list: what the entry is made of, where it begins, how long it is."""


class Cache:
    """The entries of one project. What a build does not ask for is gone from the file that it leaves."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._old: IO[bytes] | None = None
        self._places: dict[bytes, tuple[int, int]] = {}
        self._asked: dict[bytes, tuple[int, int, int]] = {}
        """In which of `_all_new`, where it begins there, how long it is."""
        self._new: IO[bytes] | None = None
        self._all_new: list[IO[bytes]] = []
        """Its own, and those of other processes."""
        self._is_other = False
        """Whether something was made that the file lacks, or has damaged."""
        if file:
            with suppress(OSError):
                file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._new = tempfile.TemporaryFile(dir=file.parent)  # noqa: SIM115  # closed by `close`
                self._all_new = [self._new]
                self._old = file.open("rb")
                self._places = _listed(self._old)

    def keep(self, made_of: Iterable[str], make: Callable[[], bytes]) -> bytes:
        """What `make` makes of these texts, or made of them in an earlier build."""
        if self._new is None:
            return make()
        key = _key(made_of)
        made = self._kept(key)
        if made is None:
            made, self._is_other = make(), True
        if key not in self._asked:
            try:
                self._asked[key] = 0, self._new.tell(), len(made)
                self._new.write(hashlib.sha256(key + made).digest() + made)
            except OSError:  # the disk is full
                self._new = None
        return made

    @property
    def keeper(self) -> Keep:
        """`keep`, or `anew` where there is no file: for those who would write bytes for nobody."""
        return self.keep if self._new else anew

    def _kept(self, key: bytes) -> bytes | None:
        if self._old is None or key not in self._places:
            return None
        start, length = self._places[key]
        try:
            entry = os.pread(self._old.fileno(), _DIGEST + length, start)  # other processes read it too
        except OSError:
            return None
        digest, made = entry[:_DIGEST], entry[_DIGEST:]
        return made if digest == hashlib.sha256(key + made).digest() else None

    def room(self) -> IO[bytes] | None:
        """A place for the entries of a process that goes on from this one; None where nothing is kept."""
        if self._new is None or self._file is None:
            return None
        try:
            self._new.flush()
            self._all_new.append(tempfile.TemporaryFile(dir=self._file.parent))  # noqa: SIM115  # closed by `close`
        except OSError:
            self._new = None
            return None
        return self._all_new[-1]

    def go_on_in(self, room: IO[bytes] | None) -> None:
        """In that process: what is asked for from here on lies there."""
        self._new, self._all_new, self._asked, self._is_other = room, [room] if room else [], {}, False

    def kept_there(self) -> dict[str, Any]:
        """What that process tells of it in the end; `take` understands it."""
        if self._new:
            self._new.flush()
        asked = {key.hex(): [start, length] for key, (_, start, length) in self._asked.items()} if self._new else {}
        return {"asked": asked, "is_other": self._is_other}

    def take(self, number: int, told: dict[str, Any]) -> None:
        """Take over the entries of one of these processes, counted from 1."""
        self._is_other = self._is_other or told["is_other"]
        for key, (start, length) in told["asked"].items():
            self._asked.setdefault(bytes.fromhex(key), (number, start, length))

    def close(self) -> None:
        """Write the file for the next build, where this one made or left out an entry."""
        self._is_other = self._is_other or self._asked.keys() != self._places.keys()
        if self._file and self._new and self._is_other:
            with suppress(OSError):
                _write(self._file, self._all_new, self._asked)
        for each in (self._old, *self._all_new):
            if each:
                each.close()
        self._old = self._new = None
        self._places, self._all_new = {}, []


NOTHING = Cache(None)
"""Keeps nothing."""


def cache_of(project: Path, of: str = "") -> Cache:
    """The cache of the project in a folder, or that of one part of it."""
    named = os.environ.get(FOLDER)
    if named == "":
        return Cache(None)
    base = Path(named) if named else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "explainer")
    return Cache(base / (hashlib.sha256(str(project.resolve()).encode()).hexdigest()[:16] + of))


def _listed(file: IO[bytes]) -> dict[bytes, tuple[int, int]]:
    """Where each entry lies in a file; nothing where the file is cut, damaged or of another program."""
    head = _FORM + program()
    file.seek(0)
    if file.read(len(head)) != head:
        return {}
    digest, length = file.read(_DIGEST), int.from_bytes(file.read(8), "big")
    if length % _ENTRY or length > os.fstat(file.fileno()).st_size:
        return {}
    listed = file.read(length)
    if hashlib.sha256(listed).digest() != digest:
        return {}
    begin = file.tell()
    found: dict[bytes, tuple[int, int]] = {}
    for at in range(0, length, _ENTRY):
        entry = listed[at : at + _ENTRY]
        start, size = int.from_bytes(entry[_DIGEST:-8], "big"), int.from_bytes(entry[-8:], "big")
        found[entry[:_DIGEST]] = begin + start, size
    return found


def _write(target: Path, entries: Sequence[IO[bytes]], places: dict[bytes, tuple[int, int, int]]) -> None:
    before = [0, *accumulate(each.seek(0, os.SEEK_END) for each in entries)]
    listed = b"".join(
        key + (before[file] + start).to_bytes(8, "big") + size.to_bytes(8, "big")
        for key, (file, start, size) in places.items()
    )
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as written:
        try:
            written.write(_FORM + program() + hashlib.sha256(listed).digest() + len(listed).to_bytes(8, "big") + listed)
            for each in entries:
                each.seek(0)
                shutil.copyfileobj(each, written, 2**20)
            written.close()
            Path(written.name).replace(target)
        except OSError:
            Path(written.name).unlink(missing_ok=True)
            raise


def _key(made_of: Iterable[str]) -> bytes:
    digest = hashlib.sha256(program())
    for each in made_of:
        data = each.encode(errors="surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.digest()


@lru_cache(maxsize=1)
def program() -> bytes:
    """A digest of the program as it is here, to the letter, and of the releases of all that is installed beside it."""
    root = Path(__file__).parent.parent
    digest = hashlib.sha256(sys.version.encode())
    for installed in sorted(f"{each.name} {each.version}" for each in distributions()):
        digest.update(f"{installed}\n".encode())
    for path in sorted(path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(root)} {len(content)}\n".encode() + content)
    return digest.digest()
