"""Sources as CSL-JSON, valid under its schema: what has no place in CSL stands under `custom`."""

from collections.abc import Mapping
from typing import Any

from generator import dates
from generator.model import csl
from generator.model.seeds import Source
from generator.model.stages import Linked

_SAME = ("container_title", "publisher", "URL", "language", "note", "original_publisher")


def csl_items(linked: Linked) -> list[dict[str, Any]]:
    """Every source, in the order of the file."""
    return [_item(entry.value) for entry in linked.seeds.sources.values()]


def _item(source: Source) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": source.id,
        "type": source.type if source.type in csl.TYPES else csl.OTHER_TYPE,
        "title": source.title or (csl.supplied(source.description) if source.description else None),
        "author": [_name(family=each.family, given=each.given, literal=each.literal) for each in source.author],
        "issued": _date(source.issued),
        "accessed": _date(source.accessed),
        **{name.replace("_", "-"): getattr(source, name) for name in _SAME},
        "custom": _name(**{key: _text(getattr(source, key.replace("-", "_"))) for key in csl.OUR_FIELDS}),
    }
    if source.title and source.description:
        item["abstract"] = source.description
    return {key: value for key, value in item.items() if value}


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _name(**parts: str | None) -> dict[str, str]:
    return {key: value for key, value in parts.items() if value}


def _date(written: str | None) -> Mapping[str, Any] | None:
    """CSL's dates are days at most; “about” and “uncertain” are both its `circa`."""
    if written is None:
        return None
    date = dates.parse(written)
    moments = [date] if isinstance(date, dates.Moment) else [date.start, date.end]
    parts = [[part for part in (each.year, each.month, each.day) if part is not None] for each in moments]
    is_rough = any(each.about or each.uncertain for each in moments)
    return {"date-parts": parts, **({"circa": True} if is_rough else {})}
