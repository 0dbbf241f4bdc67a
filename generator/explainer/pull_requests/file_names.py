"""Which names a file of an artifact may have: those that mean the same file on every system.

A name outside is never mended, because a name that was mended is one that nobody checked.
"""

import re

from explainer.pull_requests import limits

_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]*")
_ODD_PART = re.compile(r"[^\W_][^/\\:*?\"<>|]*")
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def refusal(name: str) -> str | None:
    """Why a name condemns the artifact, or None. Names have `/` between their parts and none at the end.

    A leading `_` or `.` does too: `_worker.js`, `_redirects`, `_headers` are instructions to hosts.
    """
    if len(name) > limits.NAME_LENGTH:
        return "its name is too long"
    if name.startswith("/") or re.match(r"[A-Za-z]:", name):
        return "its path is absolute"
    parts = name.split("/")
    if ".." in parts:
        return "its path leads out of the folder"
    if len(parts) > limits.DEPTH:
        return "it lies too deep"
    for part in parts:
        if not _ODD_PART.fullmatch(part) or not part.isprintable() or part.endswith((".", " ")):
            return "its name holds characters that are not allowed, or begins or ends with one"
        if _DEVICE.fullmatch(part):
            return "its name is that of a device"
    return None


def is_odd(name: str) -> bool:
    """Whether a name that condemns nothing has letters or marks that systems write in several ways, or servers refuse:
    `Über uns.html`. A careful author may have chosen it.
    """
    return not all(_PART.fullmatch(part) for part in name.split("/"))


def folded(name: str) -> str:
    """Equal for names that some file system takes for one; of odd names none is written to any."""
    return name.casefold()
