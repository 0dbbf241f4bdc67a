"""The example site that lies in the package: what `explainer new` writes."""

from pathlib import Path

EXAMPLE = Path(__file__).parent.parent / "example"
_HIDDEN = ("gitignore", "vscode")
"""Files and folders that are hidden in a site: hidden ones in the package would steer the repository that holds it."""


def example_files() -> dict[str, bytes]:
    """Every file of the example by its path in the new folder."""
    found = sorted(path for path in EXAMPLE.rglob("*") if path.is_file())
    names = [path.relative_to(EXAMPLE).as_posix() for path in found]
    return {_in_site(name): path.read_bytes() for name, path in zip(names, found, strict=True)}


def _in_site(name: str) -> str:
    return f".{name}" if name.split("/")[0] in _HIDDEN else name
