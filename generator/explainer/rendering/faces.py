"""Which letters our faces have.

Each face is a file a script, so that a reader fetches what a page needs. The ranges are those of the style sheet, whose
`unicode-range` cannot be read from here; a test holds both equal, and the files to them.
"""

from functools import lru_cache

FILES: dict[str, str] = {
    "latin": (
        "U+0-FF, U+131, U+152-153, U+2BB-2BC, U+2C6, U+2DA, U+2DC, U+304, U+308, U+329, U+2000-206F, U+20AC, U+2122, "
        "U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD"
    ),
    "latin-ext": (
        "U+100-12B, U+12E-130, U+134-148, U+14A-151, U+154-165, U+168-17F, U+192, U+218-21B, U+1E80-1E85, U+1E9E, "
        "U+1EF2-1EF3"
    ),
    "cyrillic": "U+301, U+400-45F, U+490-491, U+2116",
}
"""The files of a face by script, `<face>-<script>.woff2`, each with its letters as CSS writes ranges."""


def _range(written: str) -> range:
    first, _, last = written.strip().removeprefix("U+").partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)


_RANGES = tuple((script, _range(each)) for script, written in FILES.items() for each in written.split(","))


@lru_cache(maxsize=4096)
def script_of(char: str) -> str | None:
    """The file that has a character; None where none has it."""
    return next((script for script, range_ in _RANGES if ord(char) in range_), None)
