"""The commands, one a module. A command's value is its exit code."""

import click

from explainer.commands.add import add
from explainer.commands.build import build
from explainer.commands.check import check
from explainer.commands.diff import diff
from explainer.commands.explain import explain
from explainer.commands.export import export
from explainer.commands.import_ import import_
from explainer.commands.new import new
from explainer.commands.preview import preview
from explainer.commands.quote import quote
from explainer.commands.reanchor import reanchor
from explainer.commands.rename import rename
from explainer.commands.schema import schema
from explainer.commands.serve import serve
from explainer.commands.status import status

COMMANDS: tuple[click.Command, ...] = (
    new,
    add,
    serve,
    check,
    quote,
    import_,
    status,
    explain,
    build,
    reanchor,
    rename,
    export,
    schema,
    diff,
    preview,
)
"""In the order in which an author needs them, and in which they are listed."""
