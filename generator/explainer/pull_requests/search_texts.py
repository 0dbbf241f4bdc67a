"""The search index that a stranger built: let in only if its texts are words.

The theme's script shows them as markup. A policy keeps scripts from running there, but not a `<meta>` from sending the
reader elsewhere, so the only tags are the bare ones that the search plugin leaves in.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

_OTHER_TAG = re.compile(r"<(?!/?(?:code|em|li|mark|ol|p|pre|strong|sub|sup|ul)>)[^\s\d=<]")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,8})?")


def refusal(content: bytes) -> str | None:
    """Why the index is refused, or None. `content` is known to be JSON."""
    try:
        index = json.loads(content)
        if any(_OTHER_TAG.search(text) for text in _texts(index["docs"])):
            return "its texts hold markup"
        # The search's script loads a file for each.
        if not all(_LANGUAGE.fullmatch(language) for language in index["config"]["lang"]):
            return "it names a language that is none"
        located = [entry["location"] for entry in index["docs"]]
    except (KeyError, TypeError, RecursionError):
        return "it is not a search index as this site makes it"
    return (
        None if all(isinstance(place, str) for place in located) else "it is not a search index as this site makes it"
    )


def _texts(value: Any) -> Iterator[str]:
    """Every text, however deep it lies."""
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str() as text:
                yield text
            case list() as values:
                waiting += values
            case dict() as values:
                waiting += values.keys()
                waiting += values.values()
