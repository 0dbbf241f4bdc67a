"""Zensical, which runs no plugins: it builds the written pages, and what it cannot know is done before and after."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from explainer.engine import build_folder, policy
from explainer.engine.cache import Cache
from explainer.engine.mkdocs_file import NAME, MkDocsFile
from explainer.engine.protocol import EngineError, ServedSite
from explainer.engine.search.written import address
from explainer.engine.shares import WHOLE, Parting
from explainer.pipeline import Result

_PATIENCE = 900
_INDEX = "search.json"
"""Its own index, which nobody reads: the search is ours."""


class ZensicalEngine:
    name = "zensical"
    title = "Zensical"
    packages: tuple[str, ...] = ("zensical==0.0.73",)
    shares_pages = False

    def is_installed(self) -> bool:
        return find_spec("zensical") is not None

    def build(
        self, project: MkDocsFile, site: Path | None, result: Result, cache: Cache, parting: Parting = WHOLE
    ) -> Path:
        target = (site or project.site_folder).resolve()
        told = self._build(project, target, result)
        for each in result.editions:
            told = told or self._build(project, target / each.catalogue.language, each)
        if told:
            raise EngineError(told)
        return target

    def _build(self, project: MkDocsFile, target: Path, result: Result) -> str:
        """Build one edition; the value is what Zensical has to say against it."""
        with tempfile.TemporaryDirectory(prefix="explainer-") as room:
            folder = Path(room)
            for name, content in build_folder.site_files(result, project).items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(content)
            told = _run(folder)
            built = folder / "site"
            if not built.is_dir():
                raise EngineError(told or "it built nothing")
            _finish(built, {address(page.path, folders=project.has_folders) for page in result.pages})
            _replace(built, target)
        return told

    def serve(
        self, project: MkDocsFile, address: str, result: Result, pages: frozenset[str], is_wanted: Callable[[], bool]
    ) -> ServedSite:
        told = "Zensical cannot build single pages again, which `explainer serve` needs; MkDocs and ProperDocs can"
        raise EngineError(f"{told}. To look at the site: `explainer build --site --engine zensical`")


def _run(folder: Path) -> str:
    """Build the written pages; the value is what Zensical has to say against them."""
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict", "-f", NAME]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    if done.returncode == 0:
        return ""
    lines = (done.stdout + done.stderr).partition("Traceback (most recent call last)")[0].strip()
    return lines or done.stderr.strip().rpartition("\n")[2]


def _finish(site: Path, ours: set[str]) -> None:
    """Say in each page what it may load, as the plugin does under the other engines. Redirects say it already."""
    (site / _INDEX).unlink(missing_ok=True)
    for path in sorted(site.rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        if "Content-Security-Policy" in page.partition("</head>")[0]:
            continue
        name = path.relative_to(site).as_posix()
        is_ours = name.removesuffix("index.html") in ours or name in ours
        _, start, rest = page.partition("<article")
        inner = rest.rpartition("</article>")[0] if is_ours and start else ""
        path.write_text(policy.with_policy(page, inner), encoding="utf-8")


def _replace(built: Path, target: Path) -> None:
    """Put the site where it belongs. As with MkDocs, hidden files that are there stay."""
    target.mkdir(parents=True, exist_ok=True)
    for old in target.iterdir():
        if old.name.startswith("."):
            continue
        if old.is_dir() and not old.is_symlink():
            shutil.rmtree(old)
        else:
            old.unlink()
    shutil.copytree(built, target, dirs_exist_ok=True)
