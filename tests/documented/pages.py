"""The blocks of a page of the docs, in their order, as steps that an author takes.

A hidden comment before a block, `<!-- test: … -->`, says what the block cannot say itself:

- `exit 1`: the last command ends with this code (0 where nothing is said);
- `serve`: the command goes on until it is stopped, and serves a site meanwhile;
- `answers y n`: the command asks on a terminal, and these are the answers;
- `file PATH`: the block is the content of a file (the first line of a YAML block names its file: `# seeds/site.yaml`);
- `elsewhere tests/test_x.py`: the command is run by this test; here it is only read by the shell.

Others stand alone: `edit PATH: OLD => NEW` for a change that a sentence tells of, `copy PATH [AS]` for a file that the
author has (of `tests/documented/files`, or of the site), and `mistakes remain` where the section ends with some.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

_FENCE = re.compile(r"```(\w*)$")
_MARK = re.compile(r"<!-- test: (.+) -->$")
_HEADING = re.compile(r"## (?:.*\{: #([\w-]+) \}$|(.+))")
ALONE = ("edit ", "copy ", "mistakes remain")


@dataclass(frozen=True)
class Step:
    line: int
    language: str
    text: str
    marks: tuple[str, ...] = ()

    def mark(self, name: str) -> str | None:
        """What a mark says after its name; None where the step has no such mark."""
        said = (mark.partition(" ") for mark in self.marks)
        return next((rest for first, _, rest in said if first == name), None)


@dataclass
class Section:
    page: Path
    anchor: str
    steps: list[Step] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"{self.page.stem}#{self.anchor}"


def sections(page: Path) -> list[Section]:
    """The sections of a page; what stands before the first heading of the second level is one too."""
    found = [Section(page, "top")]
    marks: list[str] = []
    lines = iter(enumerate(page.read_text("utf-8").splitlines(), 1))
    for number, line in lines:
        if heading := _HEADING.match(line):
            found.append(Section(page, heading[1] or heading[2].lower().replace(" ", "-")))
        elif mark := _MARK.match(line):
            if mark[1].startswith(ALONE):
                found[-1].steps.append(Step(number, "", mark[1]))
            else:
                marks.append(mark[1])
        elif fence := _FENCE.match(line):
            text = []
            for _, inner in lines:
                if inner == "```":
                    break
                text.append(inner)
            found[-1].steps.append(Step(number, fence[1], "\n".join(text) + "\n", tuple(marks)))
            marks = []
        else:
            assert not marks or not line, f"{page}:{number}: the marks {marks} stand before no block"
    return found


def is_shown(shown: str, printed: str) -> bool:
    """Whether a program printed what the page shows; `…` stands for lines, or for the rest of one, left out."""
    parts: list[str] = []
    for line in shown.splitlines():
        if line == "…":
            parts.append(r"(?:.*\n)*?")
        elif line.endswith("…"):
            parts.append(re.escape(line[:-1]) + r".*\n")
        else:
            parts.append(re.escape(line) + r" *\n")
    return bool(re.fullmatch("".join(parts), printed if printed.endswith("\n") else f"{printed}\n"))
