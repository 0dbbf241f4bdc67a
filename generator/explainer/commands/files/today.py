"""The day from which ages are counted.

An author may name it; else it is that of the sources, as for a build (`SOURCE_DATE_EPOCH`, the last commit), so
that what is printed of one commit is the same on every day. The clock is asked only outside a repository, and for
what an author does now: the day of a rename.
"""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import click

from explainer.engine import source_date


class Day(click.ParamType[date]):
    """A day as `2024-03-12`."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"`{value}` is not a day; write it as 2024-03-12", param, ctx)


def of_sources(root: Path) -> date:
    """The day of the sources of the project in `root`."""
    seconds = os.environ.get(source_date.VARIABLE) or source_date.last_commit(root)
    if seconds and seconds.isdigit():
        return datetime.fromtimestamp(int(seconds), UTC).date()
    return clock()


def clock() -> date:
    """The day on which the command runs: for what an author does now, such as a rename."""
    return datetime.now(UTC).date()
