"""Makes the report of a pull request from what the steps before it left in one folder.

    outcomes/<step>       `passed` or `failed`
    symbolic-links.txt    paths of links in the repository, one a line
    diagnostics.json      of `explainer check --format json`
    diff.md               of `explainer diff --format markdown`
    links.json, accessibility.json     lists of `{"page": …, "told": …}`
    before/, after/       the two built sites

Whatever is missing is reported as missing: a report that says less is better than none.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from explainer.pull_requests.changed_pages import changed_pages
from explainer.pull_requests.report import STEPS
from explainer.pull_requests.sizes import sizes


def gathered(folder: Path) -> dict[str, Any]:
    """The report, not yet checked for its shape."""
    before, after = folder / "before", folder / "after"
    return {
        "version": 1,
        "steps": {step: (_text(folder / "outcomes" / step) or "not run").strip() for step in STEPS},
        "symbolic_links": (_text(folder / "symbolic-links.txt") or "").splitlines(),
        "diagnostics": _json(folder / "diagnostics.json"),
        "diff": _text(folder / "diff.md"),
        "pages": [asdict(page) for page in changed_pages(before, after)] if before.is_dir() else [],
        "sizes": {"before": sizes(before), "after": sizes(after)},
        "links": _json(folder / "links.json") or [],
        "accessibility": _json(folder / "accessibility.json") or [],
    }


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else None


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
