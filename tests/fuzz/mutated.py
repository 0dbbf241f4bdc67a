"""Changes that files meet on their way: lines lost, doubled or swapped, ends cut, bytes flipped, values replaced."""

import json
import random
from collections.abc import Callable
from typing import Any

Lines = list[bytes]

MEANINGFUL = b":-#'\"[]{}|>&*!%@`\n\t ,?~_<\\"
"""Bytes that mean something in YAML, Markdown, HTML or JSON."""
ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1e308,
    "",
    " ",
    "\x00",
    "\ud800",
    "<x-mark>",
    "[@x](y)",
    "2031-02-30",
    [],
    {},
    [[]],
    {"@id": "x"},
)
"""Values that stand where others were meant."""


def drop(lines: Lines, dice: random.Random) -> Lines:
    at = dice.randrange(len(lines))
    return lines[:at] + lines[at + dice.choice((1, 1, 1, 2, 5)) :]


def double(lines: Lines, dice: random.Random) -> Lines:
    at = dice.randrange(len(lines))
    many = dice.choice((1, 1, 1, 2, 5))
    return lines[: at + many] + lines[at : at + many] + lines[at + many :]


def swap(lines: Lines, dice: random.Random) -> Lines:
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    swapped = list(lines)
    swapped[one], swapped[other] = lines[other], lines[one]
    return swapped


def truncate(lines: Lines, dice: random.Random) -> Lines:
    content = b"".join(lines)
    return content[: dice.randrange(len(content))].splitlines(keepends=True)


def flip(lines: Lines, dice: random.Random) -> Lines:
    content = bytearray(b"".join(lines))
    for _ in range(dice.choice((1, 1, 2, 4))):
        content[dice.randrange(len(content))] = dice.choice((dice.choice(MEANINGFUL), dice.randrange(256)))
    return bytes(content).splitlines(keepends=True)


def indent(lines: Lines, dice: random.Random) -> Lines:
    at = dice.randrange(len(lines))
    line = b"  " + lines[at] if dice.random() < 0.5 else lines[at].removeprefix(b"  ")
    return [*lines[:at], line, *lines[at + 1 :]]


BY_LINE: tuple[Callable[[Lines, random.Random], Lines], ...] = (drop, double, swap, truncate, flip, indent)


def by_line(content: bytes, dice: random.Random) -> bytes:
    """The file with one to three changes that know nothing of its form. An empty file stays so."""
    for _ in range(dice.choice((1, 1, 2, 3))):
        lines = content.splitlines(keepends=True)
        content = b"".join(dice.choice(BY_LINE)(lines, dice)) if lines else content
    return content


def by_value(value: Any, dice: random.Random, often: float = 0.05) -> Any:
    """The JSON value with some of the values in it replaced, left out or doubled."""
    if dice.random() < often:
        return dice.choice(ODD)
    if isinstance(value, dict):
        return {key: by_value(each, dice, often) for key, each in value.items() if dice.random() > often / 2}
    if isinstance(value, list):
        kept = [by_value(each, dice, often) for each in value if dice.random() > often / 2]
        return kept * 2 if dice.random() < often / 2 else kept
    return value


def json_by_value(content: bytes, dice: random.Random) -> bytes:
    return json.dumps(by_value(json.loads(content), dice)).encode()
