"""Links between pages, as MkDocs checks them: paths of Markdown files, relative to the page that links."""

import posixpath
from functools import lru_cache

from markupsafe import Markup

from explainer.model.paths import Address
from explainer.rendering.escape import made


@lru_cache(maxsize=4096)
def href(page: str, address: Address) -> Markup:
    """From the page at path `page` to `address`; both are below the docs folder."""
    fragment = f"#{address.fragment}" if address.fragment else ""
    if address.page == page and fragment:
        return made(fragment)
    return made(_relative(posixpath.dirname(f"/{page}"), address.page) + fragment)


@lru_cache(maxsize=4096)
def _relative(folder: str, page: str) -> str:
    # From a root, so that nobody asks for the folder that this process runs in.
    return posixpath.relpath(f"/{page}", folder)
