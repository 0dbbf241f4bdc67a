"""What stands in a line: links with their attributes, words set strong, HTML as it is."""

import re
from collections.abc import Callable
from typing import TypeAlias

from explainer.engine.printed.attributes import NotPrintedHereError, attributes, html_attributes

Resolve: TypeAlias = Callable[[str], str]
"""Given the address of a link as it is written, the one from the built page."""

_MARKUP = re.compile(
    r"""
    </?[a-zA-Z][^<>]*> | <!--.*?-->                                        # HTML, left as it is
    | \[ (?P<words> [^\[\]]*) \] \( (?P<url> [^()\s]*) \) (?: \{: \ * (?P<attributes> [^}\n]*) \} )?
    | \*\* (?P<strong> [^*\[\]<>]+) \*\*
    | (?P<other> [\[\]*_`\\<{}] | \ \ \n)
    """,
    re.VERBOSE | re.DOTALL,
)
_STRAY_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-fA-F]+|[0-9a-zA-Z]+);)")


def inline_html(text: str, resolve: Resolve) -> str:
    """Raises NotPrintedHereError where anything else stands there that may be markup."""

    def printed(match: re.Match[str]) -> str:
        kind = match.lastgroup
        if kind is None:
            return match[0]
        if kind == "other":
            raise NotPrintedHereError(text[match.start() : match.start() + 60])
        if kind == "strong":
            return f"<strong>{match['strong']}</strong>"
        given = attributes(match["attributes"]) if match["attributes"] else {}
        words = _MARKUP.sub(printed, match["words"])
        return f'<a href="{resolve(match["url"])}"{html_attributes(given)}>{words}</a>'

    return _STRAY_AMPERSAND.sub("&amp;", _MARKUP.sub(printed, text))
