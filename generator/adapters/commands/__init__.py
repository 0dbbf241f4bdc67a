"""The commands, one a module. A command's value is its exit code."""

import click

from generator.adapters.commands.build import build
from generator.adapters.commands.check import check
from generator.adapters.commands.explain import explain
from generator.adapters.commands.quote import quote
from generator.adapters.commands.schema import schema

COMMANDS: tuple[click.Command, ...] = (check, build, quote, explain, schema)
