"""The commands, one a module; loaded when they are called. A command's value is its exit code."""

from importlib import import_module

import click

COMMANDS = (
    "new",
    "add",
    "serve",
    "check",
    "quote",
    "import",
    "status",
    "explain",
    "build",
    "reanchor",
    "rename",
    "export",
    "schema",
    "diff",
    "preview",
)
"""In the order in which an author needs them, and in which they are listed."""


def command(name: str) -> click.Command:
    """The command of a name, from its module: to load them all takes longer than most of them run."""
    part = "import_" if name == "import" else name  # a word of Python's own
    found = getattr(import_module(f"{__name__}.{part}"), part)
    assert isinstance(found, click.Command)
    return found
