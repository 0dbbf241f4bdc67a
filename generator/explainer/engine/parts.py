"""Parts of a site that machines made apart, and the files in which each tells what the others have to know of it.

A part is a folder: `pages`, as they lie on the site; `told`, for each language what is to be known of them; and
`part.json`, which is written last, and says of what the part was made. Parts are joined where all were made of the same
seeds, pages and settings by the same program, and are as they were written.
"""

import hashlib
import json
import os
import shutil
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from explainer.engine import cache, source_date
from explainer.engine.mkdocs_file import MkDocsFile
from explainer.engine.shares import Share

HEAD = "part.json"
_PAGES, _TOLD = "pages", "told"
_FORM = 1


class PartsError(Exception):
    """Parts cannot be joined; says why."""


def begin(room: Path) -> Path:
    """Make room for a part; what an earlier one left is no part any more. The value is where its pages go."""
    (room / HEAD).unlink(missing_ok=True)
    shutil.rmtree(room / _TOLD, ignore_errors=True)
    return room / _PAGES


def is_free(room: Path) -> bool:
    """Whether a part may be written there: over nothing, or over a part, whole or not."""
    return not room.exists() or {each.name for each in room.iterdir()} <= {HEAD, _PAGES, _TOLD}


def tell(room: Path, language: str, told: Mapping[str, Any]) -> None:
    """Write what is to be known of the pages in one language."""
    (room / _TOLD).mkdir(parents=True, exist_ok=True)
    written = json.dumps(told, ensure_ascii=False).encode(errors="surrogatepass")
    (room / _TOLD / language).write_bytes(zlib.compress(written))


def seal(room: Path, share: Share, made_of: str) -> None:
    """Say that the part is whole."""
    told = {path.name: digest(path.read_bytes()) for path in sorted((room / _TOLD).iterdir())}
    head = {**_head(made_of), "number": share.number, "of": share.of, "told": told}
    (room / HEAD).write_text(json.dumps(head), "utf-8")


def told(room: Path, language: str) -> dict[str, Any]:
    """What a part tells of its pages in one language. Raises PartsError where that is not as it was written."""
    try:
        written = (room / _TOLD / language).read_bytes()
        if digest(written) == json.loads((room / HEAD).read_bytes())["told"][language]:
            found: dict[str, Any] = json.loads(zlib.decompress(written))
            return found
    except (OSError, ValueError, KeyError, zlib.error):
        pass
    raise PartsError(f"`{room / _TOLD / language}` is not as it was written; make this part again")


def page(room: Path, path: str, expected: str) -> bytes:
    """A file of the part, by its path on the site. Raises PartsError where it is not as it was written."""
    with suppress(OSError):
        content = (room / _PAGES / path).read_bytes()
        if digest(content) == expected:
            return content
    raise PartsError(f"`{room / _PAGES / path}` is not as it was written; make this part again")


def found(folders: Iterable[Path], made_of: str) -> tuple[Path, ...]:
    """The parts in some folders, in their order. Raises PartsError where they are not the parts of one site."""
    heads = {room: _read(room, made_of) for folder in folders for room in _rooms(folder)}
    counts = {head["of"]: room for room, head in heads.items()}
    if len(counts) > 1:
        (one, first), (other, second), *_ = counts.items()
        raise PartsError(f"`{first}` is one of {one} parts, `{second}` one of {other}; join those of one site")
    rooms: dict[int, Path] = {}
    for room, head in heads.items():
        if head["number"] in rooms:
            raise PartsError(f"part {head['number']} is there twice: `{rooms[head['number']]}` and `{room}`")
        rooms[head["number"]] = room
    (count,) = counts
    if missing := [str(number) for number in range(1, count + 1) if number not in rooms]:
        raise PartsError(f"of {count} parts, there is no part {', '.join(missing)}; make it with `--shard`")
    return tuple(rooms[number] for number in range(1, count + 1))


def _rooms(folder: Path) -> list[Path]:
    rooms = [each for each in (folder, *sorted(folder.iterdir())) if (each / HEAD).is_file()]
    if not rooms:
        raise PartsError(f"there is no part in `{folder}`: each has a file `{HEAD}`; make parts with `--shard`")
    return rooms


def _read(room: Path, made_of: str) -> dict[str, Any]:
    try:
        head = json.loads((room / HEAD).read_bytes())
        share = Share.read(f"{head['number']}/{head['of']}")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise PartsError(f"`{room / HEAD}` is not as it was written; make this part again") from error
    expected = _head(made_of)
    if head.get("form") != expected["form"] or head.get("program") != expected["program"]:
        raise PartsError(f"`{room}` was made by another explainer, or with other releases of what is installed with it")
    if head.get("made_of") != made_of:
        raise PartsError(f"`{room}` was made of other seeds, hand-written pages or settings, or on another date")
    return {"number": share.number, "of": share.of}


def _head(made_of: str) -> dict[str, Any]:
    return {"form": _FORM, "program": cache.program().hex(), "made_of": made_of}


def made_of(project: MkDocsFile, engine: str) -> str:
    """A digest of all that pages are made of."""
    root = project.path.resolve().parent
    source_date.set_source_date(root)
    whole = hashlib.sha256(f"{engine}\n{os.environ.get(source_date.VARIABLE, '')}\n".encode())
    for name, content in _inputs(project, root):
        whole.update(f"{name}\n{digest(content)}\n".encode(errors="surrogatepass"))
    return whole.hexdigest()


def _inputs(project: MkDocsFile, root: Path) -> Iterator[tuple[str, bytes]]:
    for number, file in enumerate(project.written.files.values()):  # the first inherits the others
        yield f"settings {number}", file.text.encode(errors="surrogatepass")
    for folder in (root / "seeds", root / project.docs_folder):
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
