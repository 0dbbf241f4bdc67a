"""The commands, one a module. A command's value is its exit code."""

import click

from explainer.adapters.commands.add import add
from explainer.adapters.commands.build import build
from explainer.adapters.commands.check import check
from explainer.adapters.commands.diff import diff
from explainer.adapters.commands.explain import explain
from explainer.adapters.commands.export import export
from explainer.adapters.commands.import_ import import_
from explainer.adapters.commands.new import new
from explainer.adapters.commands.preview import preview
from explainer.adapters.commands.quote import quote
from explainer.adapters.commands.reanchor import reanchor
from explainer.adapters.commands.rename import rename
from explainer.adapters.commands.schema import schema
from explainer.adapters.commands.serve import serve
from explainer.adapters.commands.status import status

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
