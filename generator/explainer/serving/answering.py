"""HTTP: the files of the site, and a stream of events to each open page."""

import json
import posixpath
import socketserver
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from explainer.engine.local import files, quoting
from explainer.serving import telling
from explainer.serving.live import Live

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

EVENTS = f"{files.BASE}events"
_SIGN_OF_LIFE = 5.0
"""Seconds after which a silent page is written to, which tells whether it is still there."""


class Server(socketserver.ThreadingMixIn, WSGIServer):
    """One thread a request; none of them keeps the process alive."""

    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: object) -> None:
        """A browser that goes away in the middle is no error; others are shown by the application."""


class Quiet(WSGIRequestHandler):
    timeout = 60
    """Seconds after which a browser that says or takes nothing is gone."""

    def log_message(self, *_: object) -> None:
        """Nothing: an author looks for mistakes in the terminal."""


def app(live: Live) -> "WSGIApplication":
    """The served site."""

    def site(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        # WSGI hands over the bytes of the address as Latin-1.
        path = environ.get("PATH_INFO", "/").encode("latin-1").decode("utf-8", "replace")
        name = posixpath.normpath(f"/{path}").lstrip("/")
        is_folder = path.endswith("/") or not name
        if not is_folder and not name.rpartition("/")[2].count(".") and live.site.path_of(_index(name)):
            start("302 Found", [("Location", quote(f"/{name}/"))])
            return []
        file = _index(name) if is_folder else name
        content, status = live.file(file), "200 OK"
        if content is None:
            content, status, file = live.file("404.html") or b"<body>Not found</body>", "404 Not Found", "404.html"
        if file.endswith(".html"):
            content = telling.with_scripts(content)
        return files.send(start, content, files.content_type(file), status)

    others = quoting.app(live.root, site)

    def events(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        if environ.get("PATH_INFO") != EVENTS:
            return others(environ, start)
        asked = parse_qs(environ.get("QUERY_STRING", "")).get("page", ["/"])[0]
        name = posixpath.normpath(f"/{asked}").lstrip("/")
        start("200 OK", [("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")])
        return _events(live, _index(name) if asked.endswith("/") else name)

    return events


def _index(folder: str) -> str:
    return posixpath.join(folder, "index.html")


def _events(live: Live, file: str) -> Iterator[bytes]:
    """A message at once, and one whenever what it says has changed."""
    sent, version = "", -1
    while True:
        if live.version == version:
            yield b":\n\n"
        else:
            version = live.version
            state = telling.state_of(live.file(file)) or {}
            told = json.dumps({**state, "assets": live.assets, "problems": telling.problems(live)})
            if told != sent:
                yield f"data: {told}\n\n".encode()
            sent = told
        live.wait(version, _SIGN_OF_LIFE)
