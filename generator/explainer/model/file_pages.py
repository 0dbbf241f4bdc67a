"""On which page of the file that an article was taken from a place of its text stands."""

from collections.abc import Sequence

from explainer.model.seeds import PageBeginning


def page_at(pages: Sequence[PageBeginning], text: str, offset: int) -> str:
    """The number of the page, as the file counts; empty where nothing is known of pages."""
    if not pages:
        return ""
    place = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
    found = ""
    for page in pages:
        line, _, column = page.at.partition(":")
        if (int(line), int(column)) > place:
            break
        found = page.page
    return found
