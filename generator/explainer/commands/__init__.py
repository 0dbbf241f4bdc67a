"""The commands, one a module, loaded when they are called. A command's value is its exit code."""

from collections.abc import Mapping
from importlib import import_module

import click

COMMANDS: Mapping[str, str] = {
    "new": "Make a complete example site in a new folder.",
    "add": "Make the folder of a new article from a text or a saved page.",
    "serve": "Show the site here, and every edit at once.",
    "check": "Report every mistake in the seeds.",
    "quote": "Print the YAML that anchors a note at a phrase.",
    "import": "Take sources or annotations from another program.",
    "edition": "The site in another language: begin it, exchange texts.",
    "status": "Tell what is left to do.",
    "explain": "Say what a rule asks for, why, and what to do.",
    "build": "Build the site, or write it as plain Markdown.",
    "newer": "Tell whether saved pages hold a newer text of an article.",
    "reanchor": "Replace the text of an article by a newer version.",
    "compare": "Lay two articles beside each other.",
    "rename": "Rename a record everywhere; its old address leads on.",
    "export": "Write annotations, sources or claims for other programs.",
    "schema": "Write the JSON Schemas that help an editor.",
    "diff": "Tell what differs in meaning between two states.",
    "preview": "What a pull request changes, as a site, a report and a comment.",
}
"""Each command with its line in `explainer --help`, in the order in which an author needs them."""

_MODULES = {"import": "import_"}


def command(name: str) -> click.Command:
    """The command of that name. Its module brings in what the command needs, and nothing that others need."""
    module = _MODULES.get(name, name)
    found = getattr(import_module(f"{__name__}.{module}"), module)
    assert isinstance(found, click.Command)
    return found
