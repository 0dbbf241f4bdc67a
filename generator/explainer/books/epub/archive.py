"""The container (OCF): a ZIP archive without a clock, whose first entry says what it is."""

import io
import zipfile
from collections.abc import Mapping

FOLDER = "EPUB"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_CONTAINER = f"""<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="{FOLDER}/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


def archive(files: Mapping[str, str]) -> bytes:
    """The files of the book, by their path below its folder."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as zipped:
        _add(zipped, "mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        _add(zipped, "META-INF/container.xml", _CONTAINER)
        for path, content in files.items():
            _add(zipped, f"{FOLDER}/{path}", content)
    return made.getvalue()


def _add(zipped: zipfile.ZipFile, name: str, content: str, how: int = zipfile.ZIP_DEFLATED) -> None:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.create_system, entry.external_attr = 3, 0o644 << 16  # as on Unix, wherever it is made
    zipped.writestr(entry, content.encode(), how, 9)
