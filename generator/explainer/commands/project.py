"""The project that a command is called for, as its `mkdocs.yml` describes it."""

from pathlib import Path

import click
from mkdocs.exceptions import ConfigurationError

from explainer.engine import mkdocs_file


def project_file(root: Path) -> mkdocs_file.MkDocsFile:
    """The `mkdocs.yml` of a project, or a wrong call that says what is wrong with it."""
    try:
        return mkdocs_file.read(root / mkdocs_file.NAME)
    except OSError as error:
        told = f"cannot read `{root / mkdocs_file.NAME}`: {error.strerror}"
        raise click.UsageError(f"{told}; go to the folder of a site, or make one with `explainer new`") from error
    except ConfigurationError as error:
        raise click.ClickException(str(error)) from error
