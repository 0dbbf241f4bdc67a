"""Who may ask, and what: the pages of this server alone, at an address that leads to this machine and nowhere else.

A page elsewhere can make a name of its own mean this machine, and would then read a site that is not published. It
cannot choose what its browser says in `Host` and `Origin`.
"""

import ipaddress
from collections.abc import Iterable
from typing import TYPE_CHECKING

from explainer.engine.local import files

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_HERE = ("127.0.0.1", "localhost", "[::1]")
_EVERYWHERE = ("0.0.0.0", "::", "")  # compared, not bound
_POST_ALSO = f"{files.BASE}quote"


def guarded(app: "WSGIApplication", port: int, host: str = "127.0.0.1") -> "WSGIApplication":
    """`app`, for requests to this machine at `port`. `host` is what the author had the server listen at."""
    names = {*_HERE, host.lower()}
    hosts = {f"{name}:{port}" for name in names} | (names if port == 80 else set())

    def is_known(asked: str) -> bool:
        return asked.lower() in hosts or (host in _EVERYWHERE and _is_number(asked))

    def answer(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        if not is_known(environ.get("HTTP_HOST", "")):
            told = f"This server answers at http://127.0.0.1:{port}/ alone."
            return files.send(start, told.encode(), "text/plain", "403 Forbidden")
        origin = environ.get("HTTP_ORIGIN")
        if origin is not None and not (origin.startswith("http://") and is_known(origin.removeprefix("http://"))):
            return files.send(start, b"A page of another site may not ask this.", "text/plain", "403 Forbidden")
        path, method = environ.get("PATH_INFO", ""), environ.get("REQUEST_METHOD")
        if "\0" in path:
            return files.send(start, b"No address has such a character.", "text/plain", "400 Bad Request")
        if method not in ("GET", "HEAD") and not (method == "POST" and path == _POST_ALSO):
            return files.send(start, b"Nothing is changed here.", "text/plain", "405 Method Not Allowed")
        return app(environ, start)

    return answer


def _is_number(asked: str) -> bool:
    """Whether a host is written as an address in numbers, which no name server can turn to another machine."""
    try:
        ipaddress.ip_address(asked.rpartition(":")[0].strip("[]"))
    except ValueError:
        return False
    return True
