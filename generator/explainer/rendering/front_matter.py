"""The front matter of a page, as YAML that holds what MkDocs' templates print without escaping."""

import html
import json
from collections.abc import Mapping


def front_matter(
    title: str, description: str = "", *, card: str = "", extra: Mapping[str, object] | None = None
) -> str:
    """MkDocs puts title and description into HTML as they are, so they are HTML here.

    `card` is the path of the picture that a shared link shows.
    """
    values: dict[str, object] = {"title": _html(title)}
    if description:
        values["description"] = _html(description)
    if card:
        values["card"] = card
    values |= {"hide": ["navigation", "toc"], **(extra or {})}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join(["---", *lines, "---", "", ""])


def _html(text: str) -> str:
    return html.escape(" ".join(text.split()))
