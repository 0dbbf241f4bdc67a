"""The JSON Schema of each file of the seeds, made from the shapes, for editors that complete and explain keys."""

from functools import reduce
from operator import or_
from typing import Any

from pydantic import TypeAdapter

from generator.model.files import FILES, SeedFile

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of every file, by its name."""
    return {file.name: _schema(file) for file in FILES}


def _schema(file: SeedFile) -> dict[str, Any]:
    if file.sections:
        parts = {key: _of(tuple[shape, ...]) for key, shape in file.sections}  # type: ignore[valid-type]
        definitions = {name: each for part in parts.values() for name, each in part.pop("$defs", {}).items()}
        whole = {"type": "object", "properties": parts, "additionalProperties": False, "$defs": definitions}
    else:
        record: Any = reduce(or_, file.shapes)
        whole = _of(tuple[record, ...] if file.is_list else record)
    return {"$schema": _DIALECT, "title": file.path, "description": file.holds, **whole}


def _of(shape: Any) -> dict[str, Any]:
    return TypeAdapter(shape).json_schema(by_alias=True)
