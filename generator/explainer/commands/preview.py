"""`explainer preview`: the steps of the workflows that make and publish previews of pull requests."""

import contextlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import click

from explainer.commands.exit_codes import CLEAN, MISTAKES
from explainer.commands.files import new_folder, writing
from explainer.commands.project import project_file
from explainer.pull_requests import acceptance, archive, from_disk, gathering, limits, scripts
from explainer.pull_requests import comment as comments
from explainer.pull_requests import report as reports
from explainer.pull_requests.addresses import PreviewAddresses
from explainer.reporting.printable import printable

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NEW = click.Path(file_okay=False, path_type=Path)
_COMMIT = click.option("--commit", default="", help="The commit that was built.")


@click.group()
def preview() -> None:
    """What a pull request changes, as a site, a report and a comment."""


@preview.command(name="from-disk")
@click.argument("site", type=_FOLDER)
def from_disk_(site: Path) -> int:
    """Make the built SITE open from a disk, without a server: links, styles and search."""
    from_disk.convert(site, partial(writing.write_alone, durable=False))
    return CLEAN


@preview.command(name="report")
@click.argument("results", type=_FOLDER)
@click.argument("out", type=_NEW)
@_COMMIT
def report_(results: Path, out: Path, commit: str) -> int:
    """Write `report.json` and `comment.md` into the folder OUT, from what the steps left in the folder RESULTS."""
    out.mkdir(parents=True, exist_ok=True)
    content = reports.dumped(gathering.gathered(results))
    report = reports.read(content)
    writing.write_alone(out / reports.NAME, reports.dumped(report))
    local = PreviewAddresses(_published(), "site/" if (out / "site").is_dir() else None)
    writing.write_alone(out / "comment.md", comments.comment(report, local, commit=commit).encode())
    return CLEAN


@preview.command()
@click.argument("artifact", type=_FILE)
@click.argument("out", type=_NEW)
@click.option("--like", type=_FOLDER, help="The site of the main branch: its scripts, and no others, may run.")
@_COMMIT
def accept(artifact: Path, out: Path, like: Path | None, commit: str) -> int:
    """Take ARTIFACT, a zip file that a stranger may have made, and write what may be published into the new folder OUT.

    Says what was refused. Exit code 1: the artifact is an attack, and nothing of it is used but a comment that says so.
    """
    try:
        found = acceptance.accepted(archive.read(artifact), scripts.of_site(like) if like else scripts.Scripts())
    except archive.HostileArchiveError as error:
        _say(error.refusals)
        _write_new(out, {"comment.md": comments.refused_as_a_whole(error.refusals, commit).encode()})
        return MISTAKES
    _say(found.refused)
    refused = "".join(f"{one.name}\t{one.reason}\n" for one in found.refused)
    files = {f"site/{path}": content for path, content in found.site.items()}
    _write_new(out, {**files, reports.NAME: reports.dumped(found.report), "refused.txt": refused.encode()})
    return CLEAN


def _write_new(out: Path, files: Mapping[str, bytes]) -> None:
    """The folder with all of its files, or none."""
    try:
        new_folder.write_new(out, files, durable=False)
    except writing.NotEmptyError as error:
        raise click.UsageError(f"`{out}` is there already") from error


@preview.command()
@click.argument("accepted", type=_FOLDER)
@click.option("--at", help="The address of the preview, where one was published.")
@click.option("--download", help="The address of the accepted artifact.")
@click.option("--log", help="The address of the run that built it.")
@_COMMIT
def comment(accepted: Path, at: str | None, download: str | None, log: str | None, commit: str) -> int:
    """Print the comment on what `accept` wrote into the folder ACCEPTED."""
    for name, address in (("--at", at), ("--download", download), ("--log", log)):
        if address and not address.startswith("https://"):
            raise click.UsageError(f"{name} is to begin with https://")
    if not (accepted / reports.NAME).is_file():  # refused as a whole
        click.echo((accepted / "comment.md").read_text(encoding="utf-8"), nl=False)
        return CLEAN
    lines = (accepted / "refused.txt").read_text(encoding="utf-8").splitlines()
    refused = [archive.Refusal(*line.split("\t", 1)) for line in lines]
    report = reports.read((accepted / reports.NAME).read_bytes())
    addresses = PreviewAddresses(_published(), f"{at.rstrip('/')}/" if at else None)
    click.echo(comments.comment(report, addresses, download, commit, refused, log), nl=False)
    return CLEAN


def _say(refused: tuple[archive.Refusal, ...]) -> None:
    for one in refused:
        name = printable(one.name[: limits.NAME_LENGTH])
        click.echo(f"refused: {name or 'the artifact'}: {printable(one.reason)}")


def _published() -> str | None:
    """The address of the published site, as the project here states it."""
    with contextlib.suppress(click.ClickException):
        site = project_file(Path()).settings.get("site_url")
        return f"{site.rstrip('/')}/" if isinstance(site, str) and site.startswith("https://") else None
    return None
