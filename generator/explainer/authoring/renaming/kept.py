"""`renamed.yaml` with one more old id, the author's lines as they are."""

import re

from explainer import tree
from explainer.authoring.edits import TextEdit, edited
from explainer.model.record_types import Ref
from explainer.source import SourceFile

PATH = "seeds/renamed.yaml"
_HEAD = "# Ids that records once had: their old addresses still lead to them. Written by `explainer rename`.\n"


def with_old_id(file: SourceFile | None, root: tree.Node | None, old: Ref, new: Ref, since: str) -> str:
    """The text of the file. An entry that says that this record once had the new id becomes that of the old id."""
    was = old.own_id
    lines = [f"- record: {new}", f"  was: {was}", f"  since: {since}"]
    if file is None:
        return _HEAD + "\n".join([*lines, ""])
    items = root.items if isinstance(root, tree.Sequence) else ()
    for item in items:
        if isinstance(item, tree.Mapping) and (again := _again(item, new)):
            dated = item.get("since")
            changed = {again: was} | ({dated: since} if isinstance(dated, tree.Scalar) else {})
            return edited(file, (_edit(file, scalar, text) for scalar, text in changed.items()))
    line_break = "\r\n" if "\r\n" in file.text else "\n"
    if isinstance(root, tree.Sequence) and not items:
        return re.sub(r"\[\s*\]", line_break.join(lines), file.text, count=1)
    indent = ""
    if items:
        first = file.line(items[0].span.line)
        indent = first[: len(first) - len(first.lstrip())]
    begin = file.text if not file.text or file.text.endswith("\n") else file.text + line_break
    return begin + "".join(f"{indent}{line}{line_break}" for line in lines)


def _again(item: tree.Mapping, new: Ref) -> tree.Scalar | None:
    """The old id of an entry of this record that is the id it now gets back. Its `record` is changed already."""
    record, was = item.get("record"), item.get("was")
    if not (isinstance(record, tree.Scalar) and isinstance(was, tree.Scalar)):
        return None
    return was if record.text == str(new) and was.text == new.own_id else None


def _edit(file: SourceFile, node: tree.Node, text: str) -> TextEdit:
    span = node.span
    return TextEdit(file.offset(span.line, span.column), file.offset(span.end_line, span.end_column), text)
