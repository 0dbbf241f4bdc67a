"""Articles that try everything to be taken for markup: each kind of line there is, and random mixtures of them."""

import random
import string
from itertools import product
from typing import Any

import yaml

from tests.cases import HERE

_DATA: dict[str, Any] = yaml.safe_load((HERE / "verbatim" / "hostile.yaml").read_text(encoding="utf-8"))

PUNCTUATION = string.punctuation
LONG = (
    "a" * 2_000,
    "word " * 200,
    " ".join(f"word-{number}" for number in range(4_000)),
    *(mark * 300 for mark in "*_`[](<>~#-"),
    "[" * 300 + "x" + "]" * 300,
    "> " * 300 + "x",
)
LINES: tuple[str, ...] = (*_DATA["lines"], *LONG)
PIECES: tuple[str, ...] = (*_DATA["pieces"], *PUNCTUATION)


def every_run_of_punctuation() -> str:
    """Every mark alone, twice, three times, and every pair: inside words, between them, at the start of a line."""
    runs = [mark * times for mark in PUNCTUATION for times in (1, 2, 3)]
    runs += ["".join(pair) for pair in product(PUNCTUATION, repeat=2) if pair[0] != pair[1]]
    lines = [f"{run} word\nword{run}word {run}word{run} word {run} word{run}" for run in runs]
    return "\n\n".join("\n".join(lines[at : at + 16]) for at in range(0, len(lines), 16))


def mixture(dice: random.Random) -> str:
    """A random article: pieces of markup, sometimes whole lines of it, with words between."""
    parts = [dice.choice(LINES) if dice.random() < 0.1 else dice.choice(PIECES) for _ in range(dice.randrange(20, 120))]
    return "A word. " + "".join(parts)


FURNITURE = "SHARE *this* <b>now</b> [x](y)"
"""A line that some articles have and that is declared as belonging to their page."""


def articles() -> dict[str, bytes]:
    """The articles by their ids, as bytes."""
    found = {
        "punctuation": every_run_of_punctuation(),
        "each-alone": "\n\n".join(LINES),
        "each-between": "\n\n".join(f"before\n{line}\nafter" for line in LINES),
        "all-in-one": "\n".join(LINES),
        "windows": "\r\n\r\n".join(line.replace("\n", "\r\n") for line in LINES) + "\r\n",
        "old-macintosh": "one\rtwo\r\r# three\n\nfour\r",
        "byte-order-mark": "\ufeff# A word\n\n\ufeffanother\n",
        "front-matter": "---\ntitle: Not a title\ntemplate: x.html\n---\n\n# Not a heading\n",
        "only-a-mark": "#",
        "no-line-break-at-the-end": "A word.\n\n- ",
        "white-space-around": " \n\t\n  A word.  \n \u00a0 \n   another\t\n\n\n\n",
        "furniture-at-both-ends": f"{FURNITURE}\n<p>\n\n</p>\nA word.",
    }
    for number in range(24):
        dice = random.Random(number)
        lines = mixture(dice).split("\n")
        if number % 2:
            lines.insert(dice.randrange(len(lines)), f"  {FURNITURE}\r")
        found[f"mixture-{number}"] = "\n".join(lines)
    return {name: text.encode() for name, text in found.items()}
