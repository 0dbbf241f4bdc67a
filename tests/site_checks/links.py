"""Every link of the site itself, with its fragment, in pages as they are built: also links in raw HTML, which
MkDocs does not check. Done by lychee, without the network.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from explainer.engine import mkdocs_file
from tests.site_checks.problem import Problem

LYCHEE = Path(sys.executable).with_name("lychee")


def problems(site: Path, base: str | None = None) -> list[Problem]:
    """`base` is the path at which the site is published: `/`, or `/raids/`. [default: as mkdocs.yml says]"""
    path = _base() if base is None else base
    with tempfile.TemporaryDirectory() as folder:
        # The page for missing addresses has absolute links, which are found only below the site's base path.
        root = Path(folder).resolve() / "root"
        copied = root / path.strip("/")
        shutil.copytree(site, copied, dirs_exist_ok=True)
        # Without `--index-files`, every link to a folder with a fragment would be an error.
        asked = subprocess.run(
            [LYCHEE, "--offline", "--include-fragments", "--no-progress",
             "--index-files", "index.html", "--root-dir", root, "--format", "json", f"{copied}/**/*.html"],
            cwd=_empty(folder), capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        if not asked.stdout.startswith("{"):
            raise RuntimeError(f"lychee could not run: {asked.stderr}")
        failed = json.loads(asked.stdout)["error_map"]
        return sorted({_problem(page, link, copied, root) for page, links in failed.items() for link in links})


def _empty(folder: str) -> Path:
    """A folder to run in: a `lychee.toml` or `.lycheeignore` of the site must not be able to switch the check off."""
    empty = Path(folder) / "empty"
    empty.mkdir()
    return empty


def _problem(page: str, link: dict[str, object], site: Path, root: Path) -> Problem:
    status = link["status"]
    told = status.get("text", "") if isinstance(status, dict) else status
    return Problem(Path(page).relative_to(site).as_posix(), f"{link['url']}: {told}".replace(f"file://{root}", ""))


def _base() -> str:
    try:
        address = mkdocs_file.read(Path(mkdocs_file.NAME)).settings.get("site_url")
    except OSError:
        return "/"
    return urlsplit(str(address or "")).path or "/"
