"""A comment as GitHub shows it: the Markdown by its own parser, and what it acts on in the text of the result.

Stricter than GitHub: what it acts on counts also where a tag lies between.
"""

import re

from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options
from selectolax.lexbor import LexborHTMLParser, LexborNode

_TAGS = re.compile(
    "html|head|body|p|h[1-6]|ul|ol|li|blockquote|table|thead|tbody|tr|t[hd]|strong|em|del|ins|s|b|i|su[bp]|code|pre|details"
    "|summary|a|br|hr|span|-text|-comment"
)
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "th": {"align"}, "td": {"align"}, "pre": {"lang"}, "code": {"class"}}
_OURS = re.compile(r"(https://(site|preview)\.example/|https://example\.org/|site/)[\w./#~:-]*")
_LINES = "p, h1, h2, h3, h4, h5, h6, li, td, th, summary"
ACTED_ON = re.compile(
    r"@[\w\[]|#\d|(?<!\w)GH-\d|(?<!\w)CVE-\d|(?<!\w)GHSA-\w|\w[\w.-]*@\w|(?<![^\W_])[0-9a-f]{7,40}(?![^\W_])"
    r"|(?:https?|ftp)://|www\.\w|:[\w+-]+:",
    re.IGNORECASE,
)
BLANK = re.compile(
    "[\u115f\u1160\u3164\uffa0\u2800\u200b-\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e01ef\ufe00-\ufe0d]"
)
LAST = "The last words of ours."


def shown(markdown: str) -> str:
    """The HTML. Fails where there is a tag or an address that no comment of ours has, or a text that GitHub acts on."""
    html = str(github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES))
    tree = LexborHTMLParser(html)
    for node in tree.css("*"):
        assert _TAGS.fullmatch(str(node.tag)), node.html
        assert set(node.attributes) <= _ATTRIBUTES.get(str(node.tag), set()), node.html
        if node.tag == "a" and "href" in node.attributes:
            assert _OURS.fullmatch(str(node.attributes["href"])), node.html
    for line in tree.css(_LINES):
        text = _text(line)
        assert not ACTED_ON.search(text), text
        assert not BLANK.search(text), text
    return html


def nothing_hides_what_follows(markdown: str) -> None:
    """Words of ours after a stranger's stand where they would stand without them."""
    html = shown(f"{markdown}\n\n{LAST}\n")
    (last,) = [node for node in LexborHTMLParser(html).css("p") if node.text() == LAST]
    assert last.parent is not None
    assert last.parent.tag == "body", html


def _text(line: LexborNode) -> str:
    """Without code of ours and blocks of code, in which GitHub looks for nothing."""
    nodes = line.traverse(include_text=True)
    return "".join(str(node.text(deep=False)) for node in nodes if node.tag == "-text" and not _is_code(node))


def _is_code(node: LexborNode | None) -> bool:
    while node is not None and node.tag != "body":
        if node.tag in ("pre", "code"):
            return True
        node = node.parent
    return False
