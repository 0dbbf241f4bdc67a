"""Who may build pages: one at a time, and those for whom somebody waits before what can wait."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    def __init__(self) -> None:
        self._moved_on = threading.Condition()
        self._waiting = 0
        self._building = threading.Lock()

    @contextmanager
    def hurry(self) -> Iterator[None]:
        """While this goes on, nothing begins that can wait."""
        with self._moved_on:
            self._waiting += 1
        try:
            yield
        finally:
            with self._moved_on:
                self._waiting -= 1
                self._moved_on.notify_all()

    @contextmanager
    def first(self) -> Iterator[None]:
        """Build something for which somebody waits."""
        with self.hurry(), self._building:
            yield

    @contextmanager
    def last(self) -> Iterator[None]:
        """Build something small when nobody waits for anything else."""
        with self._moved_on:
            self._moved_on.wait_for(lambda: not self._waiting)
        with self._building:
            yield
