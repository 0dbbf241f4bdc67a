"""Sources as CSL-JSON, valid under its schema: what has no place in CSL stands under `custom`."""

from typing import Any

from explainer.model import csl
from explainer.model.seeds import Source
from explainer.model.stages import Linked

_SAME = ("container_title", "publisher", "URL", "language", "note", "original_publisher")


def csl_items(linked: Linked) -> list[dict[str, Any]]:
    """Every source, in the order of the file."""
    return [_item(entry.value) for entry in linked.seeds.sources.values()]


def _item(source: Source) -> dict[str, Any]:
    exact = {key: _text(getattr(source, key)) for key in csl.EXACT_FIELDS}
    ours = {key: _text(getattr(source, key.replace("-", "_"))) for key in csl.OUR_FIELDS}
    item: dict[str, Any] = {
        "id": source.id,
        **csl.said(exact),
        "author": [_given(family=each.family, given=each.given, literal=each.literal) for each in source.author],
        **{name.replace("_", "-"): getattr(source, name) for name in _SAME},
        "custom": _given(**ours, **csl.inexact(exact)),
    }
    return {key: value for key, value in item.items() if value}


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _given(**parts: str | None) -> dict[str, str]:
    return {key: value for key, value in parts.items() if value}
