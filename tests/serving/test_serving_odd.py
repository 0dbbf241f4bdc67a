"""The servers for authors where something odd is asked, or stands where a page was."""

import io
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from explainer.engine.engines import ENGINES
from explainer.engine.local import quoting
from explainer.engine.local.guarding import guarded
from explainer.serving import answering
from explainer.serving.live import Live
from tests.projects import copy_minimal

PORT = 8000


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    project = copy_minimal(tmp_path_factory.mktemp("odd") / "project").resolve()
    (project / "docs" / "by-hand.md").write_text("# By hand\n\nWritten by hand.\n", encoding="utf-8")
    made = Live(project, project / "mkdocs.yml", f"http://127.0.0.1:{PORT}/", ENGINES["mkdocs"])
    yield made
    made.remove()


def ask(live: Live, path: str, method: str = "GET", body: bytes = b"", **more: str) -> tuple[int, dict[str, str], str]:
    """The status, the headers and the text of an answer."""
    told: list[object] = []
    environ = {
        "PATH_INFO": path,
        "REQUEST_METHOD": method,
        "HTTP_HOST": f"127.0.0.1:{PORT}",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
        **more,
    }
    app = guarded(answering.app(live), PORT)
    content = b"".join(app(environ, lambda status, headers, _=None: told.extend((status, headers))))  # type: ignore[arg-type]
    return int(str(told[0])[:3]), dict(told[1]), content.decode("utf-8", "replace")  # type: ignore[call-overload]


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000"])
def test_this_machine_is_answered(live: Live, host: str) -> None:
    assert ask(live, "/by-hand/", HTTP_HOST=host)[0] == 200
    assert ask(live, "/by-hand/", HTTP_HOST=host, HTTP_ORIGIN=f"http://{host}")[0] == 200


@pytest.mark.parametrize(
    "host", ["", "example.org", "example.org:8000", "127.0.0.1:8001", "127.0.0.1.example.org:8000", "192.0.2.1:8000"]
)
def test_no_other_name_is_answered(live: Live, host: str) -> None:
    for path in ("/", "/by-hand/", "/search/index.json", "/_explainer/events", "/_explainer/live.js"):
        status, _, text = ask(live, path, HTTP_HOST=host)
        assert status == 403
        assert "http://127.0.0.1:8000/" in text


@pytest.mark.parametrize("origin", ["null", "http://example.org", "https://127.0.0.1:8000", "http://localhost:8001"])
def test_no_page_of_another_site_is_answered(live: Live, origin: str) -> None:
    assert ask(live, "/_explainer/events", HTTP_ORIGIN=origin)[0] == 403
    assert ask(live, "/_explainer/quote", "POST", b"{}", HTTP_ORIGIN=origin)[0] == 403


def test_a_server_for_the_network_answers_numbers_and_no_names() -> None:
    def home(_: object, start: Any) -> list[bytes]:
        start("200 OK", [])
        return []

    def status(host: str) -> int:
        told: list[str] = []
        app = guarded(home, PORT, "0.0.0.0")
        list(app({"HTTP_HOST": host, "REQUEST_METHOD": "GET"}, lambda status, *_: told.append(status)))  # type: ignore[arg-type]
        return int(told[0][:3])

    assert status("192.0.2.1:8000") == status("[2001:db8::1]:8000") == status("localhost:8000") == 200
    assert status("example.org:8000") == 403


@pytest.mark.parametrize("path", ["/\0", "/by-hand/\0", "/_explainer/\0"])
def test_an_address_with_a_null_is_refused(live: Live, path: str) -> None:
    assert ask(live, path)[0] == 400


@pytest.mark.parametrize(
    "path", ["/\xff\xfe", "/../../etc/passwd", "/" + "a" * 70_000, "/by-hand/..%2f", "//by-hand\\"]
)
def test_an_odd_address_is_not_found(live: Live, path: str) -> None:
    assert ask(live, path)[0] == 404


def test_the_way_back_to_the_home_page_names_no_other_host(live: Live) -> None:
    status, headers, text = ask(live, "/by-hand/..")
    assert (status, headers.get("Location")) == (200, None)
    assert "<title>" in text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "POST", "OPTIONS"])
def test_nothing_is_changed_here(live: Live, method: str) -> None:
    assert ask(live, "/by-hand/", method)[0] == 405


@pytest.mark.parametrize("body", [b"", b"\xff", b"{", b"[" * 100_000, b"a" * 1_000_001])
def test_a_body_that_is_no_question(live: Live, body: bytes) -> None:
    assert ask(live, "/_explainer/quote", "POST", body)[0] == 400


@pytest.mark.parametrize("length", ["-5", "many", "1e3", "9" * 5000])
def test_a_length_that_is_none(live: Live, length: str) -> None:
    assert ask(live, "/_explainer/quote", "POST", b"{}", CONTENT_LENGTH=length)[0] == 400


@pytest.mark.parametrize("offset", ["Infinity", "-Infinity", "NaN", "1e999", "[]", '"9"', "-1"])
def test_a_place_that_is_none(live: Live, offset: str) -> None:
    place = f'{{"block": "headline", "text": "", "offset": {offset}}}'
    body = f'{{"article": "market", "first": {place}, "last": {place}}}'.encode()
    status, _, text = ask(live, "/_explainer/quote", "POST", body)
    assert (status, "why" in text) == (200, True)
    with pytest.raises(quoting.CannotQuoteError):
        quoting.annotations(live.root, {"article": "market", "first": {"offset": float("inf")}})


@pytest.mark.parametrize("stands", ["pipe", "socket", "loop", "folder", "nothing"])
def test_something_else_where_a_page_was(live: Live, stands: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told, what was shown stays, and every other page is answered."""
    page = live.root / "docs" / "by-hand.md"
    text = page.read_text(encoding="utf-8")
    before = live.file("by-hand/index.html")
    page.unlink()
    opened = socket.socket(socket.AF_UNIX)
    if stands == "pipe":
        os.mkfifo(page)
    elif stands == "socket":
        monkeypatch.chdir(page.parent)  # the name of a socket must be short
        opened.bind(page.name)
    elif stands == "loop":
        page.symlink_to(page.name)
    elif stands == "folder":
        page.mkdir()
    try:
        assert live.file("by-hand/index.html") == before
        assert [trouble for trouble in live.troubles if "cannot be built" in trouble.title]
        assert live.file("articles/market/index.html")
    finally:
        opened.close()
        page.rmdir() if page.is_dir() else page.unlink(missing_ok=True)
        page.write_text(text, encoding="utf-8")
    assert live.file("by-hand/index.html") == before
    assert not live.troubles


def test_a_file_that_may_not_be_looked_at_ends_nothing(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a file of a folder without permissions is there is not to be known. (The superuser may look.)"""

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "exists", refused)
        patch.setattr(Path, "is_file", refused)
        assert live._part(live.root / "docs" / "by-hand.md") == "page"
