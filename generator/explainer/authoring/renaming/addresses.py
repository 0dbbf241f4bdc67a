"""The address of a renamed record in hand-written texts: links to its page, and the navigation of the site."""

import posixpath
import re

from explainer.model.paths import Address

_PATH = re.compile(r"(?<![\w./-])[\w./-]+\.md(?:#[\w-]+)?")


def moved_addresses(text: str, page: str, old: Address, new: Address) -> str:
    """The text of the file at `page`, a path below the docs folder, with its links to `old` leading to `new`.

    A link with another fragment leads to another place on the page, and moves with the page; so do the pages below it.
    """
    folder = posixpath.dirname(page)
    stems = [address.page.removesuffix(".md") for address in (old, new)]

    def moved(match: re.Match[str]) -> str:
        path, _, fragment = match[0].partition("#")
        target = posixpath.normpath(posixpath.join(folder, path))
        if not old.fragment and target.startswith(f"{stems[0]}/"):
            below = target.removeprefix(stems[0])
            ends = posixpath.basename(stems[0]) + below
            here = path.removesuffix(ends) + posixpath.basename(stems[1]) + below
            return here + match[0][len(path) :] if path.endswith(ends) else match[0]
        if target != old.page:
            return match[0]
        if old.fragment and fragment != old.fragment:
            return match[0]
        here = path[: len(path) - len(posixpath.basename(old.page))] + posixpath.basename(new.page)
        shown = new.fragment if old.fragment else fragment
        return f"{here}#{shown}" if shown else here

    return _PATH.sub(moved, text)
