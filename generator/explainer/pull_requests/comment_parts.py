"""The lists and tables of a comment: pages, mistakes, problems, sizes, refusals. Each shows the first few."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from explainer.pull_requests import limits
from explainer.pull_requests.addresses import PreviewAddresses
from explainer.pull_requests.archive import Refusal
from explainer.pull_requests.github_text import code, github_text
from explainer.pull_requests.report import AFTER, BEFORE
from explainer.pull_requests.sizes import ALL, LARGEST
from explainer.reporting.counting import number_of

_SHOWN = 20


def pages(pages: Sequence[Mapping[str, str]], addresses: PreviewAddresses) -> Iterator[str]:
    """Folded: what changes on them is told above."""
    if not pages:
        return
    lines = ["| page | change | |", "| --- | --- | --- |"]
    for page in pages[:_SHOWN]:
        before = addresses.of(BEFORE + page["address"]) if page["change"] != "added" else None
        after = addresses.of(AFTER + page["address"]) if page["change"] != "removed" else None
        links = [f"[before]({before})"] * bool(before) + [f"[after]({after})"] * bool(after)
        title = github_text(_cut(page["title"])) or code(page["address"])
        lines.append(f"| {title} | {page['change']} | {' · '.join(links)} |")
    table = "\n".join([*lines, *_more(len(pages), "page")])
    yield f"<details>\n<summary>Pages of the site that differ: {len(pages)}</summary>\n\n{table}\n\n</details>"


def diagnostics(found: Mapping[str, Any] | None) -> Iterator[str]:
    listed = found["diagnostics"] if found else []
    worst_first = sorted(listed, key=lambda each: each["severity"] != "error")
    for each in worst_first[:_SHOWN]:
        place = code(f"{_cut(each['path'])}:{each.get('line', 1)}:{each.get('column', 1)}")
        severity = "error" if each["severity"] == "error" else "warning"
        yield f"- {place} {severity}: {github_text(_cut(each['message']))} {code(_cut(each['rule']))}"
    yield from _more(len(listed), "mistake")


def names(found: Sequence[str]) -> Iterator[str]:
    yield from (f"- {code(_cut(each))}" for each in found[:_SHOWN])
    yield from _more(len(found), "name")


def problems(found: Sequence[Mapping[str, str]]) -> Iterator[str]:
    for each in found[:_SHOWN]:
        yield f"- {code(_cut(each['page']))} {github_text(_cut(each['told']))}"
    yield from _more(len(found), "problem")


def sizes(found: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """Folded, with what it comes to."""
    before, after = found["before"], found["after"]
    if not after:
        return
    lines = ["| bytes | before | after | change |", "| --- | ---: | ---: | ---: |"]
    for name in dict.fromkeys([*after, *before]):
        old, new = before.get(name, 0), after.get(name, 0)
        shown = f"**{github_text(name)}**" if name in (ALL, LARGEST) else github_text(name)
        lines.append(f"| {shown} | {old:,} | {new:,} | {new - old:+,} |")
    told = f"{after.get(ALL, 0):,} bytes"
    if before:
        told += f", {after.get(ALL, 0) - before.get(ALL, 0):+,}"
        told += f"; the largest page {after.get(LARGEST, 0) - before.get(LARGEST, 0):+,}"
    table = "\n".join(lines)
    yield f"<details>\n<summary>Size: {told}</summary>\n\n{table}\n\n</details>"


def refusals(refused: Sequence[Refusal]) -> Iterator[str]:
    for each in refused[: limits.REFUSALS_SHOWN]:
        name = f"{code(_cut(each.name))}: " if each.name else ""
        yield f"- {name}{github_text(_cut(each.reason))}"
    if len(refused) > limits.REFUSALS_SHOWN:
        yield f"- … and {number_of(len(refused) - limits.REFUSALS_SHOWN, 'more file')}"


def _more(count: int, noun: str) -> Iterator[str]:
    if count > _SHOWN:
        yield ""
        yield f"… and {number_of(count - _SHOWN, noun)} more in the report of the artifact."


def _cut(text: str) -> str:
    return text if len(text) <= limits.SHOWN_LENGTH else text[: limits.SHOWN_LENGTH] + " …"
