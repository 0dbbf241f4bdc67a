"""From a hostile artifact to what may be published: a site on which nothing runs that is not ours, and a report.

What a careful author could have caused (a file of a type that is not allowed, a script that differs from the main
branch's) is left out and told; what only an attacker makes condemns the whole, in `archive`.
"""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from explainer.engine.search import pieces
from explainer.pull_requests import feeds, file_names, file_types, from_disk, pages, report, scripts
from explainer.pull_requests.archive import HostileArchiveError, Refusal
from explainer.pull_requests.scripts import Scripts

_SITE = "site/"
_BESIDE = (report.NAME, "comment.md")
_ODD_NAME = "its name has more than letters from a to z, digits, `.`, `_`, `~` and `-`, which not every host can serve"
_ROBOTS = b"User-agent: *\nDisallow: /\n"


@dataclass(frozen=True, slots=True)
class Accepted:
    """`site` by path; `report` in its shape; what was left out and why."""

    site: Mapping[str, bytes]
    report: Mapping[str, Any]
    refused: tuple[Refusal, ...]


def accepted(contents: Mapping[str, bytes], trusted: Scripts) -> Accepted:
    """Raises HostileArchiveError where the report is none: nothing else of such an artifact is used either."""
    try:
        read = report.read(contents.get(report.NAME, b""))
    except ValueError as error:
        raise HostileArchiveError(Refusal(report.NAME, str(error))) from error
    refused = [Refusal(name, "it is neither of the site nor the report") for name in contents if not _is_known(name)]
    site: dict[str, bytes] = {}
    for name, content in contents.items():
        path = name.removeprefix(_SITE)
        if path == name or (file_types.is_left_out(path) and path != feeds.PATH):
            continue
        taken, problem = (None, _ODD_NAME) if file_names.is_odd(path) else _judged(path, content, trusted)
        if problem:
            refused.append(Refusal(path, problem))
        if taken is not None:
            site[path] = taken
    return Accepted(dict(sorted((site | _ours(site, trusted)).items())), read, tuple(refused))


def _is_known(name: str) -> bool:
    return name.startswith(_SITE) or name in _BESIDE


def _judged(path: str, content: bytes, trusted: Scripts) -> tuple[bytes | None, str | None]:
    """What stands in the preview for a file of the artifact, and what there is to say against the file."""
    ending = file_types.ending(path)
    if ending == file_types.SCRIPT:
        return _as_on_main(content, trusted.files.get(path), "script")
    if ending == file_types.TEXT:
        return _as_on_main(content, trusted.texts.get(path), "text")
    problem = feeds.refusal(content) if path == feeds.PATH else file_types.refusal(path, content)
    if problem:
        return None, problem
    if ending == file_types.PAGE:
        return _page(path, content.decode("utf-8"), trusted)
    return (file_types.style(content) if ending == file_types.STYLE else content), None


def _as_on_main(content: bytes, of_main: bytes | None, kind: str) -> tuple[bytes | None, str | None]:
    if of_main is None:
        return None, f"the main branch has no such {kind}"
    return (
        of_main,
        None if of_main == content else f"this {kind} differs from the main branch's, which the preview uses",
    )


def _page(name: str, page: str, trusted: Scripts) -> tuple[bytes | None, str | None]:
    try:
        return pages.accepted(page, name, trusted).encode(), None
    except ValueError as error:
        return None, f"{error}, so the page is left out"


def _ours(site: Mapping[str, bytes], trusted: Scripts) -> dict[str, bytes]:
    """Files that say to hosts and search engines what the pages say to browsers; the search index as a script."""
    roots = {scripts.root_of(path) for path in site if file_types.ending(path) == file_types.PAGE}
    headers = {
        "Content-Security-Policy": f"{trusted.policy(sorted(roots))}; frame-ancestors 'none'",
        "X-Robots-Tag": "noindex, nofollow",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items()), ""]
    ours = {"robots.txt": _ROBOTS, "_headers": "\n".join(lines).encode()}
    searched = {path: content for path, content in site.items() if path.startswith(f"{pieces.FOLDER}/")}
    if pieces.INDEX in searched and trusted.files:
        # An index of another shape: the preview has no search from a disk then.
        with contextlib.suppress(KeyError, TypeError, AttributeError, RecursionError, ValueError):
            ours[from_disk.INDEX_SCRIPT] = from_disk.index_script(
                {path: content for path, content in searched.items() if file_types.ending(path) == ".json"}
            )
    return ours
