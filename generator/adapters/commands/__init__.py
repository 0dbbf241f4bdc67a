"""The commands, one a module. A command's value is its exit code."""

import click

from generator.adapters.commands.add import add
from generator.adapters.commands.build import build
from generator.adapters.commands.check import check
from generator.adapters.commands.diff import diff
from generator.adapters.commands.explain import explain
from generator.adapters.commands.export import export
from generator.adapters.commands.import_ import import_
from generator.adapters.commands.new import new
from generator.adapters.commands.preview import preview
from generator.adapters.commands.quote import quote
from generator.adapters.commands.reanchor import reanchor
from generator.adapters.commands.rename import rename
from generator.adapters.commands.schema import schema
from generator.adapters.commands.serve import serve
from generator.adapters.commands.status import status

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
