"""A server of a project in a process of its own, as an author starts it."""

import contextlib
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from tests.projects import environment
from tests.waiting import until

PATIENCE = 300.0
"""Seconds until the first page; hundreds of articles take their time."""


@contextlib.contextmanager
def served(project: Path, *command: str) -> Iterator[str]:
    """The address at which `python -m <command>` answers; PORT in it stands for a port that is free."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    log = project.parent / "serve.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", *(part.replace("PORT", port) for part in command)],
            cwd=project, env=environment(), stdout=output, stderr=output,
        )  # fmt: skip
    address = f"http://127.0.0.1:{port}/"
    try:
        until(lambda: process.poll() is not None or get(address), log.read_text, PATIENCE)
        assert process.poll() is None, log.read_text()
        yield address
        assert process.poll() is None, f"the server ended:\n{log.read_text()}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def get(address: str, seconds: float = 10) -> str:
    """The page, or that of an error; nothing where nobody answers."""
    try:
        with urllib.request.urlopen(address, timeout=seconds) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        return str(error.read().decode()) or "error"
    except OSError:
        return ""
