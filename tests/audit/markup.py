"""The W3C's checker of HTML, on every page at once. It is a Java program in an npm package."""

import json
import re
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

_OF_THE_THEME = (
    # A check box that the theme makes its drawer, its search and its menus of.
    r'<input class="md-(toggle|nav__toggle)[^"]*"[^>]* autocomplete="off"',
    # The title of a table of contents of which that page has none.
    r'<label class="md-nav__title" for="__toc">',
)


def complaints(packages: Path, site: Path) -> list[str]:
    """One for each kind of error, with the first place; those of the theme's own are left out."""
    jar = packages / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(jar), "--format", "json", "--skip-non-html", "--errors-only", str(site)]
    done = subprocess.run(command, capture_output=True, text=True)
    kinds: dict[str, list[str]] = defaultdict(list)
    for message in json.loads(done.stderr)["messages"]:
        extract = message.get("extract", "")
        if not any(re.search(pattern, extract) for pattern in _OF_THE_THEME):
            page = message["url"].rpartition(f"/{site.name}/")[2]
            kinds[message["message"]].append(f"{page}:{message.get('lastLine', 0)}: {extract.strip()!r}")
    return [f"{kind} {len(places)} times, first in {places[0]}" for kind, places in kinds.items()]


def has_java() -> bool:
    return shutil.which("java") is not None
