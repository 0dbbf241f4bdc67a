"""What the package brings along for the look of a site: theme overrides, and assets that every page loads.

Folders are listed, not named file by file: a style sheet or script that lies at the top of `assets`
is loaded by every page; what lies deeper (faces, drawings, scripts that few readers need) is only copied.
"""

from collections.abc import Mapping
from pathlib import Path

THEME = Path(__file__).parent.parent / "theme"
OVERRIDES = THEME / "overrides"
ASSETS = THEME / "assets"


def files_below(folder: Path) -> dict[str, Path]:
    """Every file below `folder` by its path there with `/`, sorted; hidden files and byte code are left out."""
    found = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    return {
        name.as_posix(): found[name]
        for name in sorted(found)
        if "__pycache__" not in name.parts and not any(part.startswith(".") for part in name.parts)
    }


def asset_files() -> dict[str, Path]:
    """The assets by their path on the site."""
    return {f"assets/{name}": path for name, path in files_below(ASSETS).items()}


def loaded(assets: Mapping[str, Path], ending: str) -> list[str]:
    """The assets that every page loads, by their ending: `.css` or `.js`."""
    return [name for name in assets if name.endswith(ending) and name.count("/") == 1]
