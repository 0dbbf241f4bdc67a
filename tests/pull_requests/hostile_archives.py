"""Artifacts that mean harm, by what they try: whole archives that are condemned, files and pages that are left out.

Nothing here does harm: what would run sets the title of its page.
"""

import struct
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.pull_requests import zips
from tests.pull_requests.hostile_bodies import OURS
from tests.pull_requests.tripwire import TRIP

Files = Mapping[str, bytes | str]


def main_site(folder: Path) -> Path:
    """A site of the main branch, with two scripts, an inline one, a style sheet and a text."""
    files = {
        "index.html": zips.page(OURS),
        "assets/ours.js": b"window.ours = 1",
        "assets/search.js": b"window.search = 1",
        "assets/ours.css": b"body { color: black }",
        "assets/OFL.txt": b"A licence.",
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@dataclass(frozen=True)
class Entry:
    """One file of an archive, with what its list says of it otherwise than is so."""

    name: str
    content: bytes = b"x"
    says: Mapping[str, Any] = field(default_factory=dict)
    method: int = zipfile.ZIP_DEFLATED


def written(path: Path, *entries: Entry) -> Path:
    """An archive with a report and these entries."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("report.json", '{"version": 1}')
        for entry in entries:
            info = zipfile.ZipInfo("placeholder")
            info.filename = entry.name
            info.compress_type = entry.method
            info.create_system = 3
            for name in ("external_attr",):
                setattr(info, name, entry.says.get(name, 0o100644 << 16))
            archive.writestr(info, entry.content)
            for name, value in entry.says.items():
                setattr(info, name, value)
    return path


# --- Archives that are condemned as a whole -----------------------------------------------------------------------

NAMES: dict[str, str] = {
    "leads out": "site/../../out.html",
    "leads out at the end": "site/..",
    "leads out without the folder": "../out.html",
    "absolute": "/tmp/out.html",
    "drive": "C:/out.html",
    "drive without a folder": "C:out.html",
    "share": "//host/share/out.html",
    "backslash": "site/..\\..\\out.html",
    "backslash alone": "site\\a.html",
    "this folder": "site/./a.html",
    "no name": "site//a.html",
    "stream": "site/a.html:b",
    "stream of a folder": "site/a:b/c.html",
    "pipe": "site/a|b.html",
    "question mark": "site/a?b.html",
    "star": "site/a*.html",
    "angle": "site/<b>.html",
    "quotation mark": 'site/a"b.html',
    "line break": "site/a\n::error::b.html",
    "return": "site/a\rb.html",
    "tab": "site/a\tb.html",
    "bell": "site/a\x07.html",
    "delete": "site/a\x7f.html",
    "escape": "site/a\x1b[31m.html",
    "turned round": "site/a\u202egnp.html",
    "zero width": "site/a\u200b.html",
    "hard space": "site/a\u00a0.html",
    "line separator": "site/a\u2028.html",
    "byte order mark": "site/\ufeffa.html",
    "space first": "site/ a.html",
    "space last": "site/a.html ",
    "dot last": "site/a.html.",
    "space at a folder's end": "site/a /b.html",
    "dots at a folder's end": "site/a.../b.html",
    "hidden": "site/.htaccess",
    "hidden folder": "site/.git/config",
    "hidden by a hyphen": "site/-rf.html",
    "worker of the host": "site/_worker.js",
    "rules of the host": "site/_redirects",
    "headers of the host": "site/_headers",
    "routes of the host": "site/_routes.json",
    "folder of the host": "site/_functions/a.js",
    "device": "site/CON.html",
    "device without ending": "site/nul",
    "device with two": "site/aux.tar.gz",
    "device as a folder": "site/aux/index.html",
    "serial port": "site/com1.txt",
    "printer": "site/LPT9.html",
    "deep": "site/" + "a/" * 40 + "b.txt",
    "long": "site/" + "a" * 300 + ".txt",
    "very long and deep": "a/" * 30_000 + "b",
}
_PAIRS: dict[str, tuple[str, str]] = {
    "capitals": ("site/a.html", "site/A.html"),
    "sharp s": ("site/straße.html", "site/STRASSE.html"),
    "Kelvin": ("site/k.html", "site/\u212a.html"),
    "final sigma": ("site/ας.html", "site/ασ.html"),
    "folder in capitals": ("site/a/b.html", "site/A/B.html"),
    "twice": ("site/a.html", "site/a.html"),
    "one letter twice": ("a", "a"),
    "file and folder": ("site/a", "site/a/"),
    "file as a folder": ("site/a.html", "site/a.html/b.html"),
    "file as a folder in capitals": ("site/a.html", "site/A.HTML/b"),
    "report twice": ("report.json", "Report.json"),
}
_KINDS = {
    "link": 0o120777,
    "device file": 0o020666,
    "block device": 0o060666,
    "named pipe": 0o010666,
    "socket": 0o140777,
}


def _overwritten(path: Path, offset: int, value: bytes, *entries: Entry) -> Path:
    """With other bytes in the list's record of the last entry, which begins `PK\\1\\2`."""
    content = bytearray(written(path, *entries).read_bytes())
    place = content.rindex(b"PK\1\2") + offset
    content[place : place + len(value)] = value
    path.write_bytes(content)
    return path


def _cut(path: Path) -> Path:
    content = written(path, Entry("site/a.html", b"word " * 2_000)).read_bytes()
    path.write_bytes(content[: len(content) // 2])
    return path


def _bytes(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _long_list(path: Path) -> Path:
    """A list of files that alone is larger than allowed, of one entry after the other for the same place."""
    record = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    listed = record * 250_000
    return _bytes(path, listed + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9, 9, len(listed), 0, 0))


def _one_over_the_other(path: Path) -> Path:
    """A hundred entries that are all the same bytes."""
    content = written(path, Entry("site/a.txt", bytes(range(256)) * 40, method=zipfile.ZIP_STORED)).read_bytes()
    start = content.rindex(b"PK\1\2")
    end = content.rindex(b"PK\5\6")
    record, tail = content[start:end], content[end:]
    records = b"".join(record.replace(b"site/a.txt", b"site/%04d" % number + b"t") for number in range(100))
    listed = content[content.index(b"PK\1\2") : start] + records
    head = content[: content.index(b"PK\1\2")]
    size = struct.pack("<2L", len(listed), len(head))
    return _bytes(path, head + listed + tail[:8] + struct.pack("<2H", 101, 101) + size + tail[20:])


def _named(name: str) -> Callable[[Path], Path]:
    return lambda path: written(path, Entry(name))


def _both(pair: tuple[str, str]) -> Callable[[Path], Path]:
    return lambda path: written(path, Entry(pair[0], b"1"), Entry(pair[1], b"" if pair[1].endswith("/") else b"2"))


def _kind(mode: int) -> Callable[[Path], Path]:
    return lambda path: written(path, Entry("site/a.html", b"/etc/passwd", {"external_attr": mode << 16}))


def _report(content: bytes | None) -> Callable[[Path], Path]:
    def made(path: Path) -> Path:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("site/index.html", zips.page())
            if content is not None:
                archive.writestr("report.json", content)
        return path

    return made


_ZEROS = bytes(3_000_000)
CONDEMNED: dict[str, Callable[[Path], Path]] = {
    **{name: _named(file) for name, file in NAMES.items()},
    **{name: _both(pair) for name, pair in _PAIRS.items()},
    **{name: _kind(mode) for name, mode in _KINDS.items()},
    "name with a null character": lambda path: _bytes(
        path, written(path, Entry("site/aXb.html")).read_bytes().replace(b"aXb.html", b"a\0b.html")
    ),
    "encrypted": lambda path: _overwritten(path, 8, b"\1\0", Entry("site/a.html")),
    "LZMA": lambda path: written(path, Entry("site/a.html", _ZEROS, method=zipfile.ZIP_LZMA)),
    "bzip2": lambda path: written(path, Entry("site/a.html", _ZEROS, method=zipfile.ZIP_BZIP2)),
    "unknown compression": lambda path: _overwritten(path, 10, struct.pack("<H", 93), Entry("site/a.html")),
    "says that it is small": lambda path: _overwritten(
        path, 24, struct.pack("<L", 10), Entry("site/a.html", zips.page("word " * 500))
    ),
    "says that it is packed smaller": lambda path: _overwritten(
        path, 20, struct.pack("<L", 3), Entry("site/a.html", zips.page("word " * 500))
    ),
    "says another sum": lambda path: _overwritten(path, 16, b"1234", Entry("site/a.html")),
    "another name before the file": lambda path: _bytes(
        path, written(path, Entry("site/a.html")).read_bytes().replace(b"site/a.html", b"site/b.html", 1)
    ),
    "a list that is too long": _long_list,
    "one over the other": _one_over_the_other,
    "cut": _cut,
    "empty": lambda path: _bytes(path, b""),
    "no zip": lambda path: _bytes(path, b"PK\3\4 no zip"),
    "a tar file": lambda path: _bytes(path, b"site/index.html".ljust(257, b"\0") + b"ustar\x0000".ljust(255, b"\0")),
    "no report": _report(None),
    "a report that is no JSON": _report(b"{"),
    "a report of another version": _report(b'{"version": 2}'),
    "a report that is a list": _report(b"[1]"),
    "a report that is deep": _report(b'{"version": 1, "diff": ' + b"[" * 200_000),
    "a report that is large": _report(b'{"version": 1}' + b" " * 4_000_000),
}

# --- Files that are left out ------------------------------------------------------------------------------------------

_PAGE = zips.page(f"<script>{TRIP}</script>")
_DRAWING = f"<svg xmlns='http://www.w3.org/2000/svg' onload='{TRIP}'><script>{TRIP}</script></svg>"
_SCRIPT = f"{TRIP}\n"
LEFT_OUT: dict[str, Files] = {
    **{
        f"page as {ending}": {f"site/x{ending}": _PAGE}
        for ending in (
            ".HTML",
            ".Html",
            ".htmL",
            ".htm",
            ".HTM",
            ".xhtml",
            ".shtml",
            ".html.de",
            ".php",
            ".mhtml",
            ".hta",
            "",
            ".html~",
        )
    },
    **{
        f"script as {ending}": {f"site/assets/x{ending}": _SCRIPT}
        for ending in (
            ".js",
            ".JS",
            ".Js",
            ".mjs",
            ".cjs",
            ".txt",
            ".TXT",
            ".vbs",
            ".wasm",
            ".jsonp",
            ".map",
            ".ts",
        )
    },
    **{
        f"drawing as {ending}": {f"site/x{ending}": _DRAWING}
        for ending in (".svg", ".SVG", ".svgz", ".png", ".ico", ".Xml")
    },
    **{
        f"other type {ending}": {f"site/x{ending}": "x"}
        for ending in (
            ".xsl",
            ".xslt",
            ".webmanifest",
            ".appcache",
            ".pdf",
            ".swf",
            ".exe",
            ".zip",
            ".toml",
            ".htaccess",
            ".CSS",
            ".JSON",
        )
    },
    "a domain": {"site/CNAME": "evil.example"},
    "page in another encoding": {"site/x.html": _PAGE.decode().encode("utf-16")},
    "page with a mark of its encoding": {"site/x.html": b"\xef\xbb\xbf" + _PAGE},
    "page in no encoding": {"site/x.html": zips.page() + b"\xff"},
    "page with a null character": {"site/x.html": zips.page("<scr\0ipt>")},
    "page as a picture": {"site/x.png": _PAGE},
    "data that are none": {"site/x.json": "{"},
    "script as data": {"site/x.json": _SCRIPT},
    "data in another encoding": {"site/x.json": '{"a": 1}'.encode("utf-16")},
    "data too deep": {"site/x.json": "[" * 100_000 + "]" * 100_000},
    "script as a face": {"site/x.woff2": f"wOF2=1;{TRIP}"},
    "face of another length": {"site/x.woff2": b"wOF2\0\1\0\0\0\0\1\0" + b"x"},
    "script as a picture": {"site/x.avif": f"/**/ftypavif=1;{TRIP}"},
    "name in other letters": {"site/Über uns/index.html": zips.page()},
    "name with a space": {"site/a b.html": zips.page()},
    "name in two ways": {"site/u\u0308ber.html": zips.page()},
    "beside the site": {"elsewhere.html": zips.page()},
    "site in capitals": {"Site/x.html": zips.page()},
    "feed that is none": {"site/corrections.xml": _DRAWING},
    "another script for search": {"site/assets/search.js": _SCRIPT},
    "another text": {"site/assets/OFL.txt": _SCRIPT},
}
