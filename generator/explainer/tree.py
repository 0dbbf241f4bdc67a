"""A YAML file as an author wrote it: texts, lists and mappings, each with its place.

Nothing is converted here: `NO`, `12:30` and `2024-03-12` are the text that stands in the file.

A node's hash is that of its place, so that what is made from a node can be looked up by it at once.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

from explainer.source import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value. `text` is None where a key stands without a value."""

    text: str | None
    span: Span

    def __hash__(self) -> int:
        return hash(self.span)


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple["Node", ...]
    span: Span

    def __hash__(self) -> int:
        return hash(self.span)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in the order of the file; the reader has refused duplicate keys."""

    items: tuple[tuple[Scalar, "Node"], ...]
    span: Span
    _found: dict[str | None, tuple[Scalar, "Node"]] = field(init=False, repr=False, compare=False)
    """By key: a file may have a hundred thousand of them, and each is asked for."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_found", {name.text: (name, value) for name, value in reversed(self.items)})

    def __hash__(self) -> int:
        return hash(self.span)

    def get(self, key: str) -> "Node | None":
        return self._found[key][1] if key in self._found else None

    def key(self, key: str) -> "Scalar | None":
        return self._found[key][0] if key in self._found else None


Node: TypeAlias = Scalar | Sequence | Mapping

Path: TypeAlias = tuple[str | int, ...]


def find(node: Node, path: Path) -> tuple[Node, int]:
    """The node at `path`, or the deepest one on the way to it, and how many steps were taken."""
    for taken, step in enumerate(path):
        inner: Node | None = None
        if isinstance(node, Mapping) and isinstance(step, str):
            inner = node.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            inner = node.items[step]
        if inner is None:
            return node, taken
        node = inner
    return node, len(path)


def plain(node: Node) -> object:
    """The node as plain `dict`, `list`, `str` and None."""
    match node:
        case Scalar(text=text):
            return text
        case Sequence(items=items):
            return [plain(item) for item in items]
        case Mapping(items=pairs):
            return {key.text: plain(value) for key, value in pairs}
