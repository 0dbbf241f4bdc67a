"""What pages and exports share of what they say in the words of schema.org."""

from typing import Any

from explainer.text import dates

CONTEXT = "https://schema.org"


def position_fragment(index: int) -> str:
    """Where a question's position stands on its page."""
    return f"position-{index + 1}"


def organisation(name: str | None) -> dict[str, str] | None:
    return {"@type": "Organization", "name": name} if name else None


def machine(date: str | None) -> str | None:
    """None for a date that is not exact."""
    return dates.datetime(date) if date else None


def without_none(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value is not None}
