"""The feed of corrections that a stranger built: let in only if it is written exactly as ours is.

Other XML stays out: a browser runs scripts, style sheets and entities in it. A feed needs none of them, so every tag
must be one that ours has, letter for letter; what stands between tags is text, whatever it says.
"""

import re
from xml.etree import ElementTree

from explainer.rendering.feed import PATH

__all__ = ["PATH", "refusal"]

_VALUE = r"""(?:"[^<>"]*"|'[^<>']*')"""
_ADDRESS = r"""(?:"https?://[^<>"]*"|'https?://[^<>']*')"""
_START = re.compile(
    r'<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http://www\.w3\.org/2005/Atom" xml:lang=' + _VALUE + ">"
)
_TAG = re.compile(
    r"/?(?:author|entry|id|name|title|updated)>|/feed>\s*\Z|content type=\"text\">|/content>"
    rf'|link rel="(?:alternate|self)" type="[a-z/+]+" href={_ADDRESS}/>|category term={_VALUE} label={_VALUE}/>'
)


def refusal(content: bytes) -> str | None:
    """Why the feed is refused, or None."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return "it is not a feed as this site makes it"
    start = _START.match(text)
    if start is None or not all(_TAG.match(part) for part in text[start.end() :].split("<")[1:]):
        return "it is not a feed as this site makes it"
    try:
        ElementTree.fromstring(content)  # without a document type, which no tag above is, nothing can be expanded
    except ElementTree.ParseError:
        return "it is not sound XML"
    return None
