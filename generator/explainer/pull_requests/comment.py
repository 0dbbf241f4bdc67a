"""The comment on a pull request, from its report: one for each pull request, replaced by every push.

Every word of the report is taken for a stranger's. What the reader of the comment needs first stands first.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from explainer.pull_requests import limits
from explainer.pull_requests.addresses import PreviewAddresses
from explainer.pull_requests.archive import Refusal
from explainer.pull_requests.clean_markdown import clean_markdown
from explainer.pull_requests.comment_parts import diagnostics, names, pages, problems, refusals, sizes
from explainer.pull_requests.report import AFTER, RESULTS

MARK = "<!-- explainer preview -->"
"""How the comment of an earlier push is found."""
_STEP_NAMES = {
    "check": "Seeds",
    "test": "Tests",
    "build": "Two builds, same bytes",
    "links": "Links and fragments",
    "accessibility": "Accessibility",
    "diff": "Changes recorded",
}

_WHOSE_WORD = "What passed is the word of the pull request’s own run, which its changes can alter."


def comment(
    report: Mapping[str, Any],
    addresses: PreviewAddresses,
    download: str | None = None,
    commit: str = "",
    refused: Sequence[Refusal] = (),
    log: str | None = None,
) -> str:
    """Markdown. `download` and `log` are the addresses of the accepted artifact and of the run; `commit` was built."""
    parts = [
        MARK,
        "## Preview" + (f" of <code>{commit[:12]}</code>" if re.fullmatch("[0-9a-f]{7,64}", commit) else ""),
        _where(addresses, download),
        *_section("Refused", refusals(refused)),
        _steps(report, log),
        _diff(report, addresses),
        *pages(report["pages"], addresses),
        *_section("Symbolic links, which nobody can review", names(report["symbolic_links"])),
        *_section("Mistakes in the seeds", diagnostics(report["diagnostics"])),
        *_section("Links that lead nowhere", problems(report["links"])),
        *_section("Accessibility", problems(report["accessibility"])),
        *sizes(report["sizes"]),
    ]
    return "\n\n".join(_fitting(parts)) + "\n"


def refused_as_a_whole(refused: Sequence[Refusal], commit: str = "") -> str:
    """The comment on an artifact of which nothing is used."""
    of_commit = f" of <code>{commit[:12]}</code>" if re.fullmatch("[0-9a-f]{7,64}", commit) else ""
    told = "Nothing of the artifact is published or quoted: it holds what no build of this project makes."
    return "\n\n".join(_fitting([MARK, f"## No preview{of_commit}", told, "\n".join(refusals(refused))])) + "\n"


def _fitting(parts: Iterable[str]) -> Iterator[str]:
    """The parts as far as a comment has room for them."""
    left = limits.COMMENT_LENGTH
    for part in parts:
        left -= len(part) + 2
        if left < 0:
            yield "There is more in the report of the artifact."
            return
        yield part


def _where(addresses: PreviewAddresses, download: str | None) -> str:
    saved = f"[Download it]({download}), unzip it and open <code>site/index.html</code>." if download else ""
    if addresses.after:
        told = "It shows what the pull request proposes; it is not published."
        return f"**[Open the preview]({addresses.of(AFTER)})** {told} {saved}".strip()
    return saved or "Open <code>site/index.html</code>."


def _section(title: str, lines: Iterable[str]) -> list[str]:
    found = list(lines)
    return [f"### {title}", "\n".join(found)] if found else []


def _steps(report: Mapping[str, Any], log: str | None) -> str:
    """One line: what failed first."""
    named = {
        result: [_STEP_NAMES[step] for step in _STEP_NAMES if report["steps"][step] == result] for result in RESULTS
    }
    failed, passed, left = (" · ".join(named[result]) for result in ("failed", "passed", "not run"))
    if not failed and not left:
        return f"All checks passed: {passed}. {_WHOSE_WORD}"
    told = [f"**Failed: {failed}**" + (f" ([log]({log}))." if log else ".")] if failed else []
    told += [f"Passed: {passed}."] if passed else []
    told += [f"Not run: {left}."] if left else []
    return " ".join([*told, _WHOSE_WORD] if passed else told)


def _diff(report: Mapping[str, Any], addresses: PreviewAddresses) -> str:
    if report["diff"] is None:
        return "### What would change for readers\n\nThe comparison was not made."
    return clean_markdown(report["diff"], addresses, limits.COMMENT_LENGTH // 2).strip()
