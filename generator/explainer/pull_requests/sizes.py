"""How large a site is, by what its files are: what a reader on a phone has to load, and what the host keeps."""

from pathlib import Path

KINDS = {
    "pages": (".html",),
    "styles": (".css",),
    "scripts": (".js",),
    "faces": (".woff2",),
    "pictures": (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico"),
}
SEARCH = "search index"
LARGEST, OTHER, ALL = "largest page", "other files", "all files"
_NOT_COUNTED = ("search/from-disk.js",)
"""What only a site that opens from a disk has."""


def sizes(site: Path) -> dict[str, int]:
    """Bytes by kind, in the order in which they are shown. A kind that the site has no file of is left out."""
    counted: dict[str, int] = dict.fromkeys([*KINDS, SEARCH, OTHER, LARGEST, ALL], 0)
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if name in _NOT_COUNTED or not path.is_file():
            continue
        size = path.stat().st_size
        counted[kind(name)] += size
        counted[ALL] += size
        if kind(name) == "pages":
            counted[LARGEST] = max(counted[LARGEST], size)
    return {name: size for name, size in counted.items() if size}


def kind(name: str) -> str:
    """What a file is, by its name."""
    if name.startswith("search/") and name.endswith(".json"):
        return SEARCH
    return next((kind for kind, endings in KINDS.items() if name.endswith(endings)), OTHER)
