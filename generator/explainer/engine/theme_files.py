"""What the package brings along for the look of a site: theme overrides, and assets that every page loads.

Folders are listed, not named file by file: a style sheet or script that lies at the top of `assets`
is loaded by every page; what lies deeper (faces, drawings, scripts that few readers need) is only copied.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import rcssmin
import rjsmin

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


def shipped(asset: Path) -> bytes:
    """What a published site holds of an asset: style sheets and scripts without comments and indentation."""
    content = asset.read_bytes()
    return _small(content, asset.suffix) if asset.suffix in (".css", ".js") else content


@lru_cache(maxsize=64)  # every build asks for the same dozen
def _small(content: bytes, ending: str) -> bytes:
    small = rcssmin.cssmin(content) if ending == ".css" else rjsmin.jsmin(content)
    assert isinstance(small, bytes)
    return small


def loaded(assets: Mapping[str, Path], ending: str) -> list[str]:
    """The assets that every page loads, by their ending: `.css` or `.js`."""
    return [name for name in assets if name.endswith(ending) and name.count("/") == 1]
