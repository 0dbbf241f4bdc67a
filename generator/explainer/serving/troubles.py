"""What goes wrong besides mistakes in the seeds, as something to tell the author."""

import traceback
from dataclasses import dataclass

from explainer.engine.protocol import EngineError

WHATEVER = (Exception, SystemExit)
"""Engines end the process where they refuse."""


@dataclass(frozen=True, slots=True)
class Trouble:
    title: str
    text: str


def bug(error: BaseException) -> Trouble:
    """Something of ours failed."""
    trace = "".join(traceback.format_exception(error))
    return Trouble("This is a bug in explainer, not in your files; please report it", trace)


def refusal(error: BaseException) -> Trouble:
    """The engine, the theme or a template refused."""
    if isinstance(error, EngineError):
        return Trouble("The site cannot be built", f"{error}\nThe terminal says more.")
    return Trouble("The page cannot be built", "".join(traceback.format_exception(error)))
