"""Writes another `quote`, `prefix` and `suffix` into a record, every other character of the file as it is."""

import re
from collections.abc import Iterator

from explainer import tree
from explainer.anchoring.match import Selector, folded_words
from explainer.anchoring.wording import yaml_line
from explainer.authoring.edits import TextEdit
from explainer.source import SourceFile

_KEYS = ("quote", "prefix", "suffix")


def selector_edits(file: SourceFile, record: tree.Mapping, selector: Selector) -> Iterator[TextEdit]:
    """What differs: a value that is the same after folding stays as the author wrote it."""
    is_flow = file.text[_start(file, record)] == "{"
    wanted = dict(zip(_KEYS, (selector.quote, selector.prefix, selector.suffix), strict=True))
    added = ""
    for key, text in wanted.items():
        node = record.get(key)
        if node is None:
            added += _added(file, record, key, text, is_flow) if text else ""
        elif not text:
            yield _removed(file, record, key, is_flow)
        elif not isinstance(node, tree.Scalar) or folded_words(node.text or "") != folded_words(text):
            yield TextEdit(_start(file, node), _end(file, node), _value(text, is_flow))
    if added:
        at = _end(file, record.get("quote") or record)
        if not is_flow:
            at += len(re.match(r"[^\r\n]*", file.text[at:])[0])  # type: ignore[index]  # matches always
        yield TextEdit(at, at, added)


def _value(text: str, is_flow: bool) -> str:
    if not is_flow:
        return yaml_line("quote", text).removeprefix("quote: ")
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _added(file: SourceFile, record: tree.Mapping, key: str, text: str, is_flow: bool) -> str:
    if is_flow:
        return f", {key}: {_value(text, is_flow)}"
    line_break = "\r\n" if "\r\n" in file.text else "\n"
    return f"{line_break}{' ' * (record.span.column - 1)}{key}: {_value(text, is_flow)}"


def _removed(file: SourceFile, record: tree.Mapping, key: str, is_flow: bool) -> TextEdit:
    """The key and its value, with the comma or the line that is then empty."""
    names = [name.text for name, _ in record.items]
    index = names.index(key)
    name, value = record.items[index]
    if index == 0:
        return TextEdit(_start(file, name), _start(file, record.items[1][0]), "")
    if is_flow:
        return TextEdit(_end(file, record.items[index - 1][1]), _end(file, value), "")
    start = file.text.rindex("\n", 0, _start(file, name)) + 1
    end = file.text.find("\n", _end(file, value))
    return TextEdit(start, len(file.text) if end < 0 else end + 1, "")


def _start(file: SourceFile, node: tree.Node) -> int:
    return file.offset(node.span.line, node.span.column)


def _end(file: SourceFile, node: tree.Node) -> int:
    return file.offset(node.span.end_line, node.span.end_column)
