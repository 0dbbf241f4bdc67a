"""Puts a YAML block of the docs into its file, as the page tells an author to: by lines, so that indentation counts.

Records are added below those of their list, or take the place of the one with their id. Any other key gets its new
value, or is added at the end.
"""

from dataclasses import dataclass

import yaml


@dataclass(frozen=True)
class Part:
    """The lines of a key, or of an item of a list."""

    name: str | None
    node: yaml.Node
    start: int
    end: int


def pasted(old: str, block: str, *, add: bool = True) -> str:
    """The file with the block in it; where `add` is false, a list takes the place of the one that is there."""
    there, new = yaml.compose(old), yaml.compose(block)
    if there is None:
        return old + block
    assert type(there) is type(new), "the block is a list and the file is none, or the other way round"
    lines, written = old.splitlines(), block.splitlines()
    if isinstance(new, yaml.SequenceNode):
        return _text(_with_items(lines, None, _items(new, len(written)), written))
    for key in _keys(_text(written)):
        at = _key(lines, key.name)
        if at is None:
            lines += written[key.start : key.end]
        elif add and _is_records(at.node) and _is_records(key.node):
            lines = _with_items(lines, key.name, _items(key.node, key.end), written)
        else:
            lines[at.start : at.end] = written[key.start : key.end]
    return _text(lines)


def _with_items(lines: list[str], key: str | None, new: list[Part], written: list[str]) -> list[str]:
    for item in new:
        end = len(lines)
        node: yaml.Node | None = yaml.compose(_text(lines))
        if key is not None:
            at = _key(lines, key)
            assert at is not None
            node, end = at.node, at.end
        assert node is not None
        there = _items(node, end)
        indented = {part.node.start_mark.column for part in (*there, item)}
        assert len(indented) == 1, "the block is indented otherwise than the file"
        same = next((part for part in there if part.name and part.name == item.name), None)
        start, end = (same.start, same.end) if same else (end, end)
        lines = [*lines[:start], *written[item.start : item.end], *lines[end:]]
    return lines


def _key(lines: list[str], name: str | None) -> Part | None:
    return next((part for part in _keys(_text(lines)) if part.name == name), None)


def _keys(text: str) -> list[Part]:
    node = yaml.compose(text)
    assert isinstance(node, yaml.MappingNode)
    starts = [key.start_mark.line for key, _ in node.value] + [len(text.splitlines())]
    return [
        Part(str(key.value), value, start, end)
        for (key, value), start, end in zip(node.value, starts, starts[1:], strict=False)
    ]


def _items(node: yaml.Node, end: int) -> list[Part]:
    assert isinstance(node, yaml.SequenceNode)
    starts = [item.start_mark.line for item in node.value] + [end]
    return [Part(_id(item), item, start, end) for item, start, end in zip(node.value, starts, starts[1:], strict=False)]


def _id(item: yaml.Node) -> str | None:
    if not isinstance(item, yaml.MappingNode):
        return None
    return next((str(value.value) for key, value in item.value if key.value == "id"), None)


def _is_records(node: yaml.Node) -> bool:
    return isinstance(node, yaml.SequenceNode) and any(isinstance(item, yaml.MappingNode) for item in node.value)


def _text(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
