"""The projects that tests build, and how: always in a process of its own, as an author would."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parent.parent
MINIMAL = Path(__file__).parent / "sites" / "minimal"
SOURCE_DATE = "1710201600"

# Of a small site: everything as in the project's own file, with every page in the navigation.
_MINIMAL_SETTINGS = f"""\
INHERIT: {PROJECT / "mkdocs.yml"}
site_name: Minimal
edit_uri: https://git.example/owner/project/edit/main/docs/
nav:
"""


def environment(**changed: str) -> dict[str, str]:
    """The environment of a build: that of the tests, a fixed source date, nothing of earlier builds, no notices."""
    fixed = {"SOURCE_DATE_EPOCH": SOURCE_DATE, "EXPLAINER_CACHE": "", "NO_MKDOCS_2_WARNING": "1"}
    return {**os.environ, **fixed, **changed}


def run_module(
    *arguments: str | Path, cwd: Path, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """`python -m …` in `cwd`, with what it printed."""
    command = [sys.executable, "-m", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=env or environment(), capture_output=True, text=True, timeout=300)


def copy_minimal(target: Path) -> Path:
    """A project that tests may edit."""
    shutil.copytree(MINIMAL, target, dirs_exist_ok=True)
    (target / "docs").mkdir(exist_ok=True)
    settings = target / "mkdocs.yml"
    if not settings.exists():
        settings.write_text(_MINIMAL_SETTINGS, encoding="utf-8")
    return target
