"""The pieces of evidence of a record, wherever they stand in it."""

from collections.abc import Iterator
from typing import Any

from explainer.model.seeds import Evidence


def evidence_of(value: Any) -> Iterator[tuple[tuple[str | int, ...], Evidence]]:
    """Every piece of evidence of the record, and where it stands."""
    for index, item in enumerate(getattr(value, "evidence", ())):
        yield ("evidence", index), item
    for index, position in enumerate(getattr(value, "positions", ())):
        yield from ((("positions", index, *path), item) for path, item in evidence_of(position))
