"""The command line: the group of commands, exit codes, and what happens to a bug of ours.

Exit codes: 0 no mistake (warnings allowed), 1 a mistake in the project's files, 2 a wrong call,
3 a bug of ours.
"""

import os
import sys
from collections.abc import Sequence

import click

from explainer import __version__
from explainer.commands import COMMANDS, command
from explainer.commands.exit_codes import CLEAN, OUR_BUG

_INTERRUPTED = 130


class _Lazy(click.Group):
    """Lists the commands without loading them: what they import takes far longer than a list."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return command(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:  # click proposes a name only of those that are loaded
            raise click.NoSuchCommand(error.command_name, possibilities=COMMANDS, ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy)
@click.version_option(version=__version__, message="explainer %(version)s")
@click.option("--debug", is_flag=True, help="Print the traceback of a bug, instead of writing it to a file.")
def cli(debug: bool) -> None:  # `run` looks for it itself: a bug may strike before click has read it
    """Turn source articles and YAML annotations into the pages of an annotated explainer."""


def main() -> int:
    """Run the command that the process was called with; the value is its exit code."""
    # A terminal of another encoding shows escapes instead of ending the run.
    for stream in (sys.stdout, sys.stderr):
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    return run()


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the value is its exit code."""
    try:
        code = cli.main(arguments, prog_name="explainer", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader, such as `head`, has seen enough. Python would complain once more while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except Exception as error:
        return _crashed(error, to_stderr="--debug" in (sys.argv if arguments is None else arguments))
    return code if isinstance(code, int) else CLEAN


def _crashed(error: Exception, *, to_stderr: bool) -> int:
    import tempfile
    import traceback

    told = f"this is a bug in explainer, not in your files: {type(error).__name__}"
    trace = "".join(traceback.format_exception(error))
    if to_stderr:
        click.echo(f"{trace}\n{told}", err=True)
    else:
        with tempfile.NamedTemporaryFile(
            "w", prefix="explainer-bug-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(trace)
        click.echo(f"{told}; please report it with the file {file.name}", err=True)
    return OUR_BUG
