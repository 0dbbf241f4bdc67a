"""The date that a build carries: that of the sources, not that of the clock.

MkDocs writes the build date into `sitemap.xml` and into the header of its compressed copy, and reads
`SOURCE_DATE_EPOCH` (reproducible-builds.org) for it. Where nobody set that, the date of the last
commit is taken; outside a repository MkDocs falls back on today.
"""

import os
import subprocess
from pathlib import Path

VARIABLE = "SOURCE_DATE_EPOCH"


def last_commit(folder: Path) -> str | None:
    """Seconds since 1970 of the last commit, or None outside a repository or without git."""
    try:
        asked = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=folder, capture_output=True, text=True, timeout=10, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return asked.stdout.strip() or None


def set_source_date(folder: Path) -> None:
    """Set the variable for this process, unless it is set."""
    if VARIABLE not in os.environ and (date := last_commit(folder)):
        os.environ[VARIABLE] = date
