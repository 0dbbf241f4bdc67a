"""No page leads to a part that it lacks: neither a link nor what a screen reader follows.

Sources and terms are listed at a page's end, and linked from anywhere on it. Neither Markdown nor MkDocs says so where
a link leads nowhere.
"""

import re

from explainer.model.stages import Page

_LEADS = tuple(
    map(re.compile, (r"\]\(#([^()\s]+)\)", r'href="#([^"]+)"', r"aria-(?:details|labelledby|describedby)=\"?([\w-]+)"))
)
_PARTS = tuple(map(re.compile, (r' id="([^"]+)"', r"\{:[^{}\n#]*#([^\s{}]+)")))


class LeadsNowhereError(AssertionError):
    """A bug of ours: what authors write cannot cause it."""


def checked(page: Page) -> Page:
    """The page itself. Raises LeadsNowhereError where it links to an id that it does not have."""
    # Without the page's head and its data for programs, which hold words as they are.
    body = page.markdown.partition("\n---\n")[2].partition("<script ")[0]
    leads, parts = ({id for pattern in patterns for id in pattern.findall(body)} for patterns in (_LEADS, _PARTS))
    missing = sorted(leads - parts)
    if missing:
        raise LeadsNowhereError(f"{page.path} leads to parts that it lacks: {', '.join(f'#{id}' for id in missing)}")
    return page
