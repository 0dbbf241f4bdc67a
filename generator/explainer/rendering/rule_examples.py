"""What breaks a rule, and the mend, for the page of rules and for `explainer explain`.

The file is written from the cases of the tests, by `make format`; a test holds that it is current.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("rule_examples.json")


@dataclass(frozen=True)
class RuleExample:
    """Lines of a seed that break a rule, and the same lines mended."""

    path: str
    breaks: tuple[str, ...]
    says: str
    """The message of the diagnostic."""
    mended: tuple[str, ...]


@cache
def rule_examples() -> Mapping[str, RuleExample]:
    """The examples by the id of their rule. A rule on whole files or on two states has none."""
    found = json.loads(FILE.read_text(encoding="utf-8"))
    return {
        rule: RuleExample(each["path"], tuple(each["breaks"]), each["says"], tuple(each["mended"]))
        for rule, each in found.items()
    }
