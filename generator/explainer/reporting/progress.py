"""How far long work is, for a person at a terminal: one line on standard error that goes when the work is done.

Nothing in a pipe, and nothing of work that is done at once.
"""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LATER = 1.0
"""Seconds after which work is long."""
_REFRESHED = 5
"""Times a second: more would flicker on slow terminals."""


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """While this goes on, what is told is shown: what is being done, how many of it are done, and of how many.

    Where nobody can say how many there are, that is 0.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield _unseen
        return
    from rich.console import Console  # here, because most runs print into a pipe or are done before a bar is drawn
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    what, counted = TextColumn("{task.description}", markup=False), TextColumn("{task.fields[counted]}")
    console = Console(stderr=True, highlight=False)
    columns = (SpinnerColumn(), what, BarColumn(), counted)
    bar = Progress(*columns, console=console, transient=True, refresh_per_second=_REFRESHED)
    task = bar.add_task("", total=None, counted="")

    def tell(what: str, done: int, of: int) -> None:
        bar.update(task, description=what, completed=done, total=of or None, counted=f"{done} of {of}" if of else "")

    later = threading.Timer(LATER, bar.start)
    later.daemon = True
    later.start()
    try:
        yield tell
    finally:
        later.cancel()
        later.join()
        bar.stop()


def _unseen(what: str, done: int, of: int) -> None:
    """No-op, for a pipe, a log, or a terminal that shows only lines."""
