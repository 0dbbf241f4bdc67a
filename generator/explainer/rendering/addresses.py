"""Links between pages, as MkDocs checks them: paths of Markdown files, relative to the page that links."""

import posixpath

from markupsafe import Markup

from explainer.model.paths import Address


def href(page: str, address: Address) -> Markup:
    """From the page at path `page` to `address`; both are below the docs folder."""
    fragment = f"#{address.fragment}" if address.fragment else ""
    if address.page == page and fragment:
        return Markup(fragment)
    return Markup(posixpath.relpath(address.page, posixpath.dirname(page) or ".") + fragment)
