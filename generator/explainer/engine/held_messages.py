"""What an engine logs while several processes make its pages, held back and told in the order in which one would."""

import logging
from collections.abc import Iterable
from typing import TypeAlias

READING, TEMPLATES, BUILDING, LINKS = range(4)
"""The steps of a build, in their order."""
Message: TypeAlias = tuple[int, int, str, int, str, str]
"""At which step, of which page, by which logger, at which level, which is called so, what."""
_LOGGERS = ("mkdocs", "properdocs")


class HeldMessages(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Message] = []
        self._place = (READING, 0)
        self._before: dict[str, tuple[list[logging.Handler], bool]] = {}

    def begin(self) -> None:
        for name in _LOGGERS:
            logger = logging.getLogger(name)
            self._before[name] = logger.handlers, logger.propagate
            logger.handlers, logger.propagate = [self], False

    def at(self, step: int, page: int) -> None:
        """What is logged from here on belongs there."""
        self._place = step, page

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append((*self._place, record.name, record.levelno, record.levelname, record.getMessage()))

    def forget(self) -> None:
        self.found.clear()

    def tell(self, also: Iterable[Message] = ()) -> None:
        """Tell all of it, and from here on what is logged at once."""
        for name, (handlers, propagate) in self._before.items():
            logger = logging.getLogger(name)
            logger.handlers, logger.propagate = handlers, propagate
        self._before = {}
        for _, _, name, level, called, told in sorted([*self.found, *also], key=lambda each: each[:2]):
            record = logging.LogRecord(name, level, "", 0, told, (), None)
            record.levelname = called
            logging.getLogger(name).callHandlers(record)
        self.found = []
