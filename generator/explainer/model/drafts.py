"""What the program writes for an author: a record that is finished by hand before it is published.

A value that nobody could know begins with `TODO`, and the check reports it until it is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Value: TypeAlias = "str | tuple[Value, ...] | Mapping[str, Value]"

TODO = "TODO"


def todo(what: str) -> str:
    """A value that is still to be written, saying what belongs there."""
    return f"{TODO} {what}"


@dataclass(frozen=True, slots=True)
class Draft:
    """A record to be written into a file of the seeds, with what the author should know about it."""

    values: Mapping[str, Value]
    """By key, in the order in which they are written."""
    comments: Mapping[str, str] = field(default_factory=dict)
    """Written above a key; under an empty key, above the record."""
    blank: tuple[str, ...] = ()
    """Keys that are written last, without a value: somebody fills them in."""
