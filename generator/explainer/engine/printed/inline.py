"""What stands in a line: links with their attributes, words set strong, HTML as it is."""

import re
from collections.abc import Callable
from typing import TypeAlias

from explainer.engine.printed.attributes import NotPrintedHereError, attributes_html

Resolve: TypeAlias = Callable[[str], str]
"""Given the address of a link as it is written, the one from the built page."""

# What stays as it is is taken whole, so that Python is asked of markup alone.
_MARKUP = re.compile(
    r"""
    (?P<before> (?: [^\[\]*_`\\<{}\ ]++ | \ (?!\ \n) | </?[a-zA-Z][^<>]*> | <!--(?:(?!<!--).)*?--> )*+ )
    (?: \[ (?P<words> [^\[\]]*) \] \( (?P<url> [^()\s]*) \) (?: \{: \ *+ (?P<attributes> (?:(?!\]\()[^}\n])*) \} )?
    | \*\* (?P<strong> [^*\[\]<>]+) \*\*
    | (?P<other> [\[\]*_`\\<{}] | \ \ \n)
    | \Z )
    """,
    re.VERBOSE | re.DOTALL,
)
_STRAY_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-fA-F]+|[0-9a-zA-Z]+);)")


def inline_html(text: str, resolve: Resolve) -> str:
    """Raises NotPrintedHereError where anything else stands there that may be markup."""

    def printed(match: re.Match[str]) -> str:
        before, words, url, given, strong, other = match.groups()
        if url is not None:
            words = _MARKUP.sub(printed, words)
            return f'{before}<a href="{resolve(url)}"{attributes_html(given) if given else ""}>{words}</a>'
        if strong is not None:
            return f"{before}<strong>{strong}</strong>"
        if other is not None:
            raise NotPrintedHereError(text[match.end() - len(other) : match.end() + 60])
        return str(before)

    return _STRAY_AMPERSAND.sub("&amp;", _MARKUP.sub(printed, text))
