"""The address of a renamed record in hand-written texts: links to its page, and the navigation of the site."""

import posixpath
import re

from explainer.model.paths import Address

_PATH = re.compile(r"(?<![\w./-])[\w./-]+\.md(?:#[\w-]+)?")


def moved_addresses(text: str, page: str, old: Address, new: Address) -> str:
    """The text of the file at `page`, a path below the docs folder, with its links to `old` leading to `new`.

    A link with another fragment leads to another place on the page, and moves with the page.
    """
    folder = posixpath.dirname(page)

    def moved(match: re.Match[str]) -> str:
        path, _, fragment = match[0].partition("#")
        if posixpath.normpath(posixpath.join(folder, path)) != old.page:
            return match[0]
        if old.fragment and fragment != old.fragment:
            return match[0]
        here = path[: len(path) - len(posixpath.basename(old.page))] + posixpath.basename(new.page)
        shown = new.fragment if old.fragment else fragment
        return f"{here}#{shown}" if shown else here

    return _PATH.sub(moved, text)
