"""`mkdocs serve` as an author uses it: edit, break, mend, while the server goes on."""

import re
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.projects import environment
from tests.waiting import until


class Server:
    """A served project. `address` is that of its home page."""

    def __init__(self, project: Path, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.project = project
        self.address = f"http://127.0.0.1:{port}/"
        self._log = log
        command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                command, cwd=project, env=environment(), stdout=output, stderr=subprocess.STDOUT
            )

    def page(self, path: str) -> str:
        """The page as it is now, or nothing where there is none."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=10) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            return ""

    def wait_for(self, path: str, condition: Callable[[str], bool]) -> str:
        """The page as soon as it fulfils the condition."""
        page = ""

        def is_there() -> bool:
            nonlocal page
            page = self.page(path)
            return condition(page) or self.process.poll() is not None

        until(is_there, lambda: f"{page}\n{self._log.read_text()}")
        assert self.process.poll() is None, f"the server ended:\n{self._log.read_text()}"
        return page


@pytest.fixture
def server(minimal_project: Path, tmp_path: Path) -> Iterator[Server]:
    # Not `site_url`: the home page is then at the root of the server.
    with (minimal_project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nsite_url: ''\n")
    started = Server(minimal_project, tmp_path / "log")
    yield started
    started.process.terminate()
    started.process.wait(timeout=30)


def test_edits_mistakes_and_mends_show_in_the_browser(server: Server) -> None:
    folder = next((server.project / "seeds" / "articles").iterdir())
    page = f"articles/{folder.name}/"
    article = folder / "article.yaml"
    good = article.read_text(encoding="utf-8")
    server.wait_for(page, lambda html: "</article>" in html)

    article.write_text(re.sub(r"(?m)^title: .*", "title: A title of today", good), encoding="utf-8")
    server.wait_for(page, lambda html: "A title of today" in html)

    article.write_text(good + "no-such-key: 1\n", encoding="utf-8")
    broken = server.wait_for(page, lambda html: "key-is-known" in html)
    assert "no-such-key" in broken
    assert "key-is-known" in server.page("problems/")

    article.write_text(good, encoding="utf-8")
    mended = server.wait_for(page, lambda html: "</article>" in html and "key-is-known" not in html)
    assert "A title of today" not in mended
    assert "No mistakes found." in server.page("problems/")

    # Saved in the middle of a word, with the quotation mark still open.
    article.write_text(good.replace("title: ", 'title: "', 1), encoding="utf-8")
    server.wait_for(page, lambda html: "yaml-parses" in html)
    article.write_bytes(b"")
    server.wait_for(page, lambda html: "yaml-parses" not in html and "This page could not be made" in html)

    kept = server.project / "kept"
    shutil.move(folder, kept)
    server.wait_for(page, lambda html: html == "")
    server.wait_for("problems/", lambda html: "</article>" in html)
    shutil.move(kept, folder)
    article.write_text(good, encoding="utf-8")
    server.wait_for(page, lambda html: "</article>" in html and "could not be made" not in html)
