"""Examples for the page of rules, from the cases: `python -m tests.cases.examples` writes them into the package.

A rule's example is the first of its cases that edits one file and breaks that rule alone: the lines as they are in the
case, what the check says of them, and the lines as they are in the minimal site.
"""

import json
from difflib import SequenceMatcher
from typing import Any

from explainer import linking, reading, validating
from explainer.anchoring import anchor
from explainer.diagnostics import Diagnostic
from explainer.rendering.rule_examples import FILE
from tests.cases import cases_in, changed, minimal_seeds, rule_files

MOST_LINES = 6
WIDEST = 110


def examples() -> dict[str, dict[str, Any]]:
    """The examples by rule, as they are written."""
    found = {file.stem: _example(file.stem, cases_in(file)) for file in rule_files()}
    return {rule: example for rule, example in found.items() if example}


def text() -> str:
    """What the file in the package holds."""
    return json.dumps(examples(), ensure_ascii=False, indent=1) + "\n"


def _example(rule: str, cases: list[dict[str, Any]]) -> dict[str, Any] | None:
    for case in cases:
        is_edit = len(case.get("edit", {})) == 1 and not case.keys() & {"files", "hex", "repeat"}
        if not is_edit or len(case["expect"]) != 1 or not case["expect"][0].startswith(f"{rule} "):
            continue
        (path,) = case["edit"]
        good, bad = minimal_seeds()[path].decode(), changed(case)[path].decode()
        breaks, mended = _differing(bad.splitlines(), good.splitlines())
        if 0 < len(breaks) <= MOST_LINES and 0 < len(mended) <= MOST_LINES:
            (told,) = _told(case)
            return {"path": path, "breaks": breaks, "says": told.message, "mended": mended}
    return None


def _differing(bad: list[str], good: list[str]) -> tuple[list[str], list[str]]:
    """The lines that differ; where one side has none, with the line before them."""
    codes = [each for each in SequenceMatcher(None, bad, good, autojunk=False).get_opcodes() if each[0] != "equal"]
    first, last = codes[0], codes[-1]
    starts, ends = (first[1], first[3]), (last[2], last[4])
    if starts[0] == ends[0] or starts[1] == ends[1]:
        starts = starts[0] - 1, starts[1] - 1
    return _shown(bad[max(0, starts[0]) : ends[0]]), _shown(good[max(0, starts[1]) : ends[1]])


def _shown(lines: list[str]) -> list[str]:
    return [line if len(line) <= WIDEST else f"{line[:WIDEST]}…" for line in lines if line.strip()]


def _told(case: dict[str, Any]) -> tuple[Diagnostic, ...]:
    documents, in_reading = reading.parse(changed(case))
    seeds, in_validating = validating.validate(documents)
    anchored, in_anchoring = anchor(seeds)
    return (*in_reading, *in_validating, *in_anchoring, *linking.link(anchored)[1])


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
