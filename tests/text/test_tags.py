"""Pages of strangers, tag by tag: nothing raises, and what never ends is read in one go."""

import pytest

from explainer.authoring.importing import markdown
from explainer.text import hypertext


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<![rope[ x ]]>a", "a"),
        ("a<![ b", "a<![ b"),
        ("a<![if !IE]>b<![endif]>c", "abc"),
        ("a<![CDATA[ x > y ]]>b", "ab"),
        ("a <b", "a <b"),
        ("a <!-- b", "a <!-- b"),
        ("a <!-- b --> c", "a c"),
        ("3 < 5", "3 < 5"),
    ],
)
def test_what_begins_a_tag_and_is_none(page: str, shown: str) -> None:
    assert hypertext.read(page).text == f"{shown}\n"
    assert markdown.from_html(page)[0].replace("\\", "").replace("  ", " ") == shown


@pytest.mark.parametrize("begin", ["<a ", "<a b='", "<!--", "<![cdata[", "</", "<!-- >", "<![x"])
def test_tags_that_never_end(begin: str) -> None:
    """Minutes, where the end of each is looked for through all that follows."""
    page = begin * 100_000
    assert hypertext.read(page).text
    markdown.from_html(page)
