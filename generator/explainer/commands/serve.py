"""`explainer serve`."""

import gc
import signal
import threading
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import click

from explainer import reporting
from explainer.commands.common import ROOT, has_colour
from explainer.commands.exit_codes import CLEAN
from explainer.commands.project import ENGINE, engine_of, project_file
from explainer.commands.reading_files import finish_interrupted, seeds_folder
from explainer.engine import mkdocs_file
from explainer.engine.local import guarding
from explainer.engine.protocol import EngineError
from explainer.reporting.progress import progress
from explainer.serving import answering
from explainer.serving.live import Live
from explainer.serving.watching import Watch


@click.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@ENGINE
@ROOT
def serve(root: str, port: int, named: str | None) -> int:
    """Serve the site of ROOT on this machine, and show every edit in the open browser at once.

    A mistake is told over the last good page and here, and stops nothing. Ctrl-C ends it.
    """
    finish_interrupted(Path(root))
    if not mkdocs_file.find(Path(root)).exists():  # with it, a missing folder `seeds` is told on the page
        seeds_folder(Path(root))
    project = project_file(Path(root))
    engine = engine_of(project, named)
    try:
        server = answering.Server(("127.0.0.1", port), answering.Quiet)
    except OSError as error:
        told = f"port {port} cannot be used ({error.strerror}); choose another with `--port`"
        raise click.UsageError(told) from error
    address = f"http://127.0.0.1:{server.server_port}/"
    try:
        with progress() as tell:
            tell("building the site", 0, 0)
            live = Live(Path(root).resolve(), project.path.resolve(), address, engine)
    except EngineError as error:
        raise click.ClickException(str(error)) from error
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as Ctrl-C does, and leaves nothing behind
    try:
        server.set_app(guarding.guarded(answering.app(live), server.server_port))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        click.echo(f"{address} shows every edit; Ctrl-C ends it", err=True)
        _follow(live)
    except KeyboardInterrupt:
        return CLEAN
    finally:
        live.remove()


def _follow(live: Live) -> NoReturn:
    """Take up every change, and print what is wrong when that has changed."""
    # What is there now mostly stays: to look through it for garbage again and again would cost half of each edit.
    gc.collect()
    gc.freeze()
    told, watched = None, live.watched()
    watch = Watch(watched)
    while True:
        wrong = (live.preview.diagnostics, live.troubles)
        if wrong != told and (told or any(wrong)):
            _print(live)
        told = wrong
        if changed := watch.changed():
            live.change(changed)
        if live.watched() != watched:
            watched = live.watched()
            watch.stop()
            watch = Watch(watched)


def _print(live: Live) -> None:
    diagnostics, files = live.preview.diagnostics, live.preview.linked.seeds.files
    # Who comes back to the terminal wants to know which of the reports is the newest.
    click.echo(f"\n--- {datetime.now():%H:%M:%S} ---", err=True)
    for trouble in live.troubles:
        click.echo(f"{trouble.title}\n{trouble.text}", err=True)
    click.echo(reporting.text(diagnostics, files, colour=has_colour()), nl=False, color=True)
