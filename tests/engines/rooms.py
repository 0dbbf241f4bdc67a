"""Environments in which another engine builds: made once from a lock, and kept in `build/engines`.

The environment of ProperDocs and MaterialX has nothing of MkDocs and Material. In that of ProperDocs and Material,
ProperDocs is put beside what the tests have: people begin with both.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

from tests.projects import PROJECT, environment

LOCK = PROJECT / "requirements-properdocs.lock"
CACHE = PROJECT / "build" / "engines"


@dataclass(frozen=True)
class Room:
    """An environment: its interpreter, and what else it finds."""

    python: str
    also: tuple[Path, ...] = ()

    @property
    def variable(self) -> str:
        """What a shell has to set before it calls the interpreter."""
        return f"PYTHONPATH={os.pathsep.join(map(str, self.also))}"

    def run(self, *command: str | Path, cwd: Path, code: int = 0) -> str:
        """What a module prints, such as `properdocs build`, which ends with this code."""
        env = environment(PYTHONPATH=os.pathsep.join(map(str, self.also)))
        arguments = [self.python, *map(str, command)]
        done = subprocess.run(arguments, cwd=cwd, env=env, capture_output=True, text=True, timeout=300)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr


def with_materialx() -> Room:
    folder = _properdocs()
    return Room(str(folder / "venv" / "bin" / "python"), (folder / "ours", PROJECT / "generator"))


def with_material() -> Room:
    return Room(sys.executable, (_properdocs() / "beside",))


def as_here() -> Room:
    return Room(sys.executable)


def _properdocs() -> Path:
    """The folder with the environment, made by the first that asks for it."""
    key = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()[:16]
    folder = CACHE / key
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            _make(folder)
            (folder / "done").touch()
    return folder


def _make(folder: Path) -> None:
    uv = Path(sys.executable).with_name("uv")
    variables = environment(VIRTUAL_ENV=str(folder / "venv"), UV_SYSTEM_CERTS="true", UV_NATIVE_TLS="true")
    commands: tuple[list[str | Path], ...] = (
        [uv, "venv", "-q", "--clear", "--python", sys.executable, folder / "venv"],
        [uv, "pip", "install", "-q", "--no-deps", "--require-hashes", "-r", LOCK],
    )
    for command in commands:
        subprocess.run(command, env=variables, check=True, timeout=600)
    (packages,) = (folder / "venv" / "lib").glob("python*/site-packages")
    (folder / "beside").mkdir(exist_ok=True)
    for path in packages.glob("properdocs*"):
        _linked(folder / "beside" / path.name, path)
    # That our plugin is found by its name, as in an environment in which explainer is installed.
    (folder / "ours").mkdir(exist_ok=True)
    ours = Path(str(distribution("explainer")._path))  # type: ignore[attr-defined]
    assert ours.is_relative_to(sysconfig.get_path("purelib"))
    _linked(folder / "ours" / ours.name, ours)


def _linked(link: Path, target: Path) -> None:
    link.unlink(missing_ok=True)
    link.symlink_to(target)
