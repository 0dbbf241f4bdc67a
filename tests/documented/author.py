"""Somebody who follows the docs: types their commands into a shell, and puts their blocks into files."""

import contextlib
import os
import pty
import re
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
from pathlib import Path

from tests.cases import HERE
from tests.documented.pages import Section, Step, is_shown
from tests.documented.pasting import pasted
from tests.projects import PROJECT, environment
from tests.served import get
from tests.waiting import until

PATIENCE = 300.0
FILES = (Path(__file__).parent / "files", HERE / "add" / "received")
# A port that is free, for commands that would take the one that everybody takes.
_PORTS = {
    "explainer serve": "--port {}",
    "mkdocs serve": "--dev-addr 127.0.0.1:{}",
    "python3 -m http.server": "{}",
}


class Author:
    """A person with a terminal. Folders and variables stay from one command to the next, as they do in one."""

    def __init__(self, folder: Path, home: Path) -> None:
        home.mkdir(exist_ok=True)
        self._folder, self._variables = home / "folder", home / "variables"
        self._folder.write_text(f"{folder}\n", encoding="utf-8")
        self._variables.write_text("", encoding="utf-8")
        self._env = environment(
            HOME=str(home), PATH=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", NO_COLOR="1",
            GIT_AUTHOR_NAME="A", GIT_AUTHOR_EMAIL="a@example.org", GIT_CONFIG_NOSYSTEM="1",
            GIT_COMMITTER_NAME="A", GIT_COMMITTER_EMAIL="a@example.org", GIT_CONFIG_GLOBAL=os.devnull,
            # pip finds what explainer needs where the tests have it, and asks nobody else.
            PYTHONPATH=sysconfig.get_path("purelib"), PIP_NO_INDEX="1", PIP_NO_DEPS="1", PIP_NO_BUILD_ISOLATION="0",
            PIP_DISABLE_PIP_VERSION_CHECK="1",
            # What the docs push to GitHub goes into a folder.
            GIT_CONFIG_COUNT="1", GIT_CONFIG_KEY_0=f"url.{home / 'github'}/.insteadOf",
            GIT_CONFIG_VALUE_0="https://github.com/",
        )  # fmt: skip

    @property
    def folder(self) -> Path:
        return Path(self._folder.read_text("utf-8").rstrip("\n"))

    def follow(self, section: Section) -> None:
        """Take every step of a section, and see each time what the page says."""
        printed, command = "", None
        for step in section.steps:
            where = f"{section.page.name}:{step.line}"
            match step.language:
                case "sh" if step.mark("elsewhere"):
                    subprocess.run(["sh", "-n", "-c", step.text], check=True)
                    command = None
                case "sh" if step.mark("serve") is not None:
                    self.serve(step.text)
                case "sh":
                    code, printed = self.type(step.text, (step.mark("answers") or "").split())
                    command = step
                    assert code == int(step.mark("exit") or 0), f"{where} ended with {code}:\n{printed}"
                case "text" if step.mark("file") is None:
                    assert command is not None, f"{where} shows what no command prints"
                    assert is_shown(step.text, printed), (
                        f"{where} shows {step.text!r}, but this was printed:\n{printed}"
                    )
                case "" if step.text.startswith("edit "):
                    self._edit(step, where)
                case "" if step.text.startswith("copy "):
                    self._copy(*step.text.split()[1:])
                case "":
                    pass
                case _:
                    self._write(step, where)

    def type(self, command: str, answers: list[str] | None = None) -> tuple[int, str]:
        """The exit code of a command, and everything that it printed."""
        script = self._script(f"set -e\n{command}")
        if answers:
            return self._on_terminal(script, answers)
        process = subprocess.Popen(
            ["sh", "-c", script], env=self._env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, start_new_session=True,
        )  # fmt: skip
        try:
            printed, _ = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        return process.returncode, printed

    def serve(self, command: str) -> None:
        """Start a command that goes on, see that it serves a page, and stop it with Ctrl-C."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = command.strip()
        option = next(option for known, option in _PORTS.items() if command.startswith(known))
        script = self._script(f"exec {command} {option.format(port)}", keeps=False)
        process = subprocess.Popen(
            ["sh", "-c", script], env=self._env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        try:
            until(
                lambda: process.poll() is not None or "<title>" in get(f"http://127.0.0.1:{port}/"),
                lambda: f"`{command}` serves nothing",
            )
            assert process.poll() is None, f"`{command}` ended with {process.returncode}"
        finally:
            _stop(process)

    def _script(self, command: str, *, keeps: bool = True) -> str:
        keep = f"trap 'export -p >{self._variables}; pwd >{self._folder}' EXIT\n" if keeps else ""
        return f". {self._variables}\ncd '{self.folder}'\n{keep}{command}"

    def _on_terminal(self, script: str, answers: list[str]) -> tuple[int, str]:
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            ["sh", "-c", script], env=self._env, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
        )
        os.close(theirs)
        os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
        printed = b""
        with contextlib.suppress(OSError):  # raised when the other end closes
            while part := os.read(ours, 4096):
                printed += part
        os.close(ours)
        return process.wait(timeout=PATIENCE), printed.decode().replace("\r\n", "\n")

    def _edit(self, step: Step, where: str) -> None:
        path, _, change = step.text.removeprefix("edit ").partition(": ")
        old, _, new = change.partition(" => ")
        text = (self.folder / path).read_text("utf-8")
        assert text.count(old) == 1, f"{where}: {old!r} stands {text.count(old)} times in {path}"
        (self.folder / path).write_text(text.replace(old, new), encoding="utf-8")

    def _copy(self, path: str, target: str = "") -> None:
        given = (folder / path for folder in (*FILES, self.folder))
        shutil.copy(next(file for file in given if file.exists()), self.folder / (target or path))

    def _write(self, step: Step, where: str) -> None:
        path, text = step.mark("file"), step.text
        if path is None:
            named = re.match(r"# (\S+)\n", text)
            assert named, f"{where}: the block does not say into which file it goes"
            path, text = named[1], text[named.end() :]
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if step.language == "yaml":
            old = file.read_text("utf-8") if file.exists() else ""
            text = pasted(old, text, add=path != "mkdocs.yml")
        file.write_text(text, encoding="utf-8")


def copy_of_explainer(target: Path) -> None:
    """What an author gets who gets a copy of the repository, as far as installing it needs it."""
    shutil.copytree(PROJECT / "generator", target / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(PROJECT / name, target)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """As Ctrl-C does. Where the tests themselves run in the background that signal is ignored, so another follows."""
    for sign in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=10)
            return
    process.wait(timeout=30)
