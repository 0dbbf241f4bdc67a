"""Artifacts as tests need them: sound ones, and ones that no honest program writes."""

import json
import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

REPORT: dict[str, Any] = {"version": 1, "steps": {"check": "passed"}, "pages": [], "sizes": {}}
PAGE = '<!doctype html>\n<html lang="en" class="no-js">\n  <head>\n<title>A page</title></head><body>{}</body></html>'


def page(body: str = "Words.") -> bytes:
    return PAGE.replace("{}", body).encode()


def artifact(path: Path, files: Mapping[str, bytes | str], report: Any = REPORT) -> Path:
    """A zip file with a report and `files` by their names."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as written:
        if report is not None:
            written.writestr("report.json", json.dumps(report))
        for name, content in files.items():
            written.writestr(name, content)
    return path


def special(path: Path, name: str, kind: int, content: str = "/etc/passwd") -> Path:
    """A zip file with one entry that is no file: a link, a device."""
    with zipfile.ZipFile(path, "w") as written:
        written.writestr("report.json", json.dumps(REPORT))
        info = zipfile.ZipInfo(name)
        info.create_system = 3
        info.external_attr = (kind | 0o777) << 16
        written.writestr(info, content)
    return path


LINK, DEVICE = stat.S_IFLNK, stat.S_IFCHR
