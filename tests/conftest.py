"""What the tests that need a built site or a browser share. Sites are built once in a run.

- `real_site`, `minimal_site`: folders with the built site of this repository, and of `tests/sites/minimal`;
- `woven`: a folder with the `project` of `tests/sites/woven.yaml`, and its built `site`;
- `minimal_project`: a copy of the minimal project, for tests that edit it;
- `update_snapshots`: whether the recorded snapshots are to be written anew;
- `address_of`: serves a built site and gives its address; `browser`: Chromium, driven by Playwright;
  the environment variable `EXPLAINER_CHROMIUM` may hold the path of another one than Debian's.
"""

import fcntl
import functools
import http.server
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.cases import woven_seeds, write
from tests.chromium import BROWSER, launch
from tests.projects import PROJECT, copy_minimal, run_module

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The same examples in every run, so that a pull request fails only by what it changes; to look for new ones:
# pytest --hypothesis-profile=explore
settings.register_profile("tests", derandomize=True, database=None, deadline=None)
settings.register_profile("explore", database=None, deadline=None, max_examples=5000)
settings.load_profile("tests")


# Hundreds of tests start Python: each module is compiled once, also where the surroundings want nothing written.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ.setdefault("PYTHONPYCACHEPREFIX", str(PROJECT / "build" / "bytecode"))
os.environ["EXPLAINER_CACHE"] = ""  # what a test builds is built by it
os.environ["EXPLAINER_WORKERS"] = "1"  # tests run several at a time; `engine/test_shared_pages.py` builds with more


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write what tests/**/snapshots/ hold anew")


@pytest.fixture(scope="session")
def update_snapshots(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--update-snapshots"))


def once(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that the first process of this run to ask for it fills, and the others wait for."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"once-{name}"
    folder.mkdir(exist_ok=True)
    done = folder / "done"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            make(folder)
            done.touch()
    return folder


def _build(project: Path, site: Path) -> None:
    done = run_module("mkdocs", "build", "--strict", "--site-dir", site, cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "real", lambda folder: _build(PROJECT, folder / "site")) / "site"


@pytest.fixture(scope="session")
def minimal_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return (
        once(tmp_path_factory, "minimal", lambda folder: _build(copy_minimal(folder / "project"), folder / "site"))
        / "site"
    )


@pytest.fixture(scope="session")
def woven(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the `project` of `tests/sites/woven.yaml` and its built `site`."""

    def make(folder: Path) -> None:
        project = copy_minimal(folder / "project")
        write(project, woven_seeds())
        _build(project, folder / "site")

    return once(tmp_path_factory, "woven", make)


@pytest.fixture
def minimal_project(tmp_path: Path) -> Path:
    return copy_minimal(tmp_path / "project")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def address_of() -> Iterator[Callable[[Path], str]]:
    """A function from a built site to the address, with a slash at its end, at which it is served."""
    servers: dict[Path, http.server.ThreadingHTTPServer] = {}

    def serve(site: Path) -> str:
        if site not in servers:
            handler = functools.partial(Quiet, directory=str(site))
            servers[site] = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
            threading.Thread(target=servers[site].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[site].server_port}/"

    yield serve
    for server in servers.values():
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Skipped without a browser, with the command that installs it; in CI that is a failure."""
    if not Path(BROWSER).exists():
        told = f"no browser at {BROWSER}; install it with: sudo apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()
