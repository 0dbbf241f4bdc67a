"""Where evidence comes from in the end, so that outlets that repeat one text count once."""

from collections.abc import Mapping
from typing import Any

from explainer.model.seeds import Evidence
from explainer.model.stages import Entry


def root_of(item: Evidence, sources: Mapping[str, Entry[Any]]) -> str:
    """A party or source: at the end of the chain of roots, which begins with the root that the item has of its own."""
    if item.root == item.source:
        return item.source
    root = item.root or item.source
    seen = {item.source, root}
    while (entry := sources.get(root)) and entry.value.root and entry.value.root not in seen:
        root = entry.value.root
        seen.add(root)
    return root
