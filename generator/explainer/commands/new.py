"""`explainer new`."""

import shlex
from pathlib import Path

import click

from explainer.commands.exit_codes import CLEAN
from explainer.commands.files import writing
from explainer.commands.files.example_engines import for_engine
from explainer.commands.files.example_files import LANGUAGES, example_files
from explainer.commands.files.new_folder import write_new
from explainer.commands.schema import with_schemas
from explainer.engine.engines import ENGINES

_LOOKING = (
    "  explainer serve                # shows the site at http://127.0.0.1:8000/ and follows every edit",
    "  explainer build --site --engine zensical   # builds the site into site/",
)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path())
@click.option("--language", type=click.Choice(LANGUAGES), default="en", help="In which language the site is written.")
@click.option("--engine", type=click.Choice(list(ENGINES)), default="mkdocs", help="What is to build the site.")
def new(folder: str, language: str, engine: str) -> int:
    """Make a complete example site in DIR, a new or empty folder: invented, neutral, and explained by comments."""
    files = for_engine(example_files(language), engine)
    try:
        write_new(Path(folder), with_schemas(files))
    except writing.NotEmptyError:
        message = f"`{folder}` is not an empty folder; nothing was written. Name one that is new or empty"
        raise click.UsageError(message) from None
    except OSError as error:  # it is first made in a folder of the system
        raise writing.refused(folder, error) from error
    click.echo(f"{folder}: an example site of {len(files)} files. Go there and look at it:")
    click.echo(f"  cd {shlex.quote(folder)}")
    click.echo("  explainer check                # reports every mistake in the seeds")
    click.echo(_LOOKING[engine == "zensical"])
    click.echo("README.md says what each file holds, and how to begin with an article of your own.")
    return CLEAN
