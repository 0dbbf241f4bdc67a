"""The project that a command is called for, as its settings describe it, and the engine that builds it."""

from pathlib import Path

import click

from explainer.engine import mkdocs_file
from explainer.engine.engines import ENGINES, engine_for
from explainer.engine.protocol import Engine, EngineError
from explainer.reading.settings import SettingsError

ENGINE = click.option(
    "--engine", "named", type=click.Choice(list(ENGINES)), help="What builds the site. [default: the first installed]"
)


def project_file(root: Path) -> mkdocs_file.MkDocsFile:
    """The settings of a project, or a wrong call that says what is wrong with them."""
    path = mkdocs_file.find(root)
    try:
        return mkdocs_file.read(path)
    except OSError as error:
        told = f"cannot read `{path}`: {error.strerror}"
        raise click.UsageError(f"{told}; go to the folder of a site, or make one with `explainer new`") from error
    except SettingsError as error:
        raise click.ClickException(str(error)) from error


def engine_of(project: mkdocs_file.MkDocsFile, named: str | None) -> Engine:
    """What builds the project, or a wrong call that says how to get it."""
    try:
        return engine_for(project, named)
    except EngineError as error:
        raise click.ClickException(str(error)) from error
