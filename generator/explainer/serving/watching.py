"""Which files changed. The system wakes us where it can; what counts is how the files differ from before.

So a burst of saves is one change, an event without a change is none, and a folder that the system cannot watch
(a network drive, a limit that is reached) is looked at once a second.
"""

import os
import threading
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path

from watchdog import events
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

LOOK_AGAIN = 1.0
SETTLED, LONGEST = 0.01, 0.2
"""Seconds without an event after which a burst is over, and after which it is not waited for any longer."""

# Not that somebody reads a file: we do.
_CHANGES: list[type[events.FileSystemEvent]] = [
    events.FileCreatedEvent, events.FileModifiedEvent, events.FileMovedEvent, events.FileDeletedEvent,
    events.FileClosedEvent, events.FileAttribEvent, events.DirCreatedEvent, events.DirMovedEvent,
    events.DirDeletedEvent, events.DirAttribEvent,
]  # fmt: skip


class _Waker(events.FileSystemEventHandler):
    def __init__(self, woken: threading.Event) -> None:
        self._woken = woken

    def on_any_event(self, event: events.FileSystemEvent) -> None:  # what happened, the files tell
        self._woken.set()


# After a rename it warns that it overwrites what it knew of a folder, which is what it should do.
warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\.")


class Watch:
    """Watches files and folders with all that is in them, from when it is made."""

    def __init__(self, watched: Iterable[Path]) -> None:
        self._places = tuple(dict.fromkeys(watched))
        self._woken = threading.Event()
        self._observer = Observer()
        self._observer.daemon = True
        self._observer.start()
        self._held: dict[Path, tuple[int, ObservedWatch]] = {}
        self._hold()
        self._before = _state(self._places)

    def changed(self) -> frozenset[Path]:
        """Waits until a change has settled, or a second. The files that came, went or changed; mostly none."""
        self._woken.wait(LOOK_AGAIN)
        for _ in range(int(LONGEST / SETTLED)):
            if not self._woken.is_set():
                break
            self._woken.clear()
            self._woken.wait(SETTLED)
        self._hold()
        before, self._before = self._before, _state(self._places)
        paths = before.keys() | self._before.keys()
        return frozenset(Path(path) for path in paths if before.get(path) != self._before.get(path))

    def stop(self) -> None:
        self._observer.stop()

    def _hold(self) -> None:
        """Let the system wake us; anew where a folder was deleted or replaced by another of its name."""
        for place in self._places:
            number = _number(place)
            held = self._held.get(place)
            if held and held[0] != number:
                del self._held[place]
                self._observer.unschedule(held[1])
            if number and place not in self._held:
                try:
                    watch = self._observer.schedule(
                        _Waker(self._woken), str(place), recursive=True, event_filter=_CHANGES
                    )
                except OSError:
                    continue  # a limit of the system: once a second must do
                self._held[place] = number, watch


def _number(folder: Path) -> int:
    """What tells a folder from a later one of its name; 0 where there is no folder."""
    try:
        return folder.stat().st_ino if folder.is_dir() else 0
    except OSError:
        return 0


def _state(places: Iterable[Path]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for place in places:
        for path in _files(place):
            try:
                told = Path(path).stat()
            except OSError:
                continue
            found[path] = (told.st_mtime_ns, told.st_ctime_ns, told.st_size, told.st_ino)
    return found


def _files(place: Path) -> Iterator[str]:
    if os.path.isfile(place):  # noqa: PTH113  # which never raises
        yield str(place)
    for where, folders, files in os.walk(place):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (f"{where}{os.sep}{name}" for name in files if not name.startswith("."))
