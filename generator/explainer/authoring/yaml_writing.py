"""YAML that the program writes for an author. Alone imports ruamel.yaml.

What an author has written stays byte for byte: new records go below the last one, in the indentation of
the list. Every value is a text, as in all seeds, and stands in quotation marks only where YAML needs them.
"""

import re
import sys
import textwrap
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString, LiteralScalarString

from explainer.model.drafts import Draft, Value

_WIDTH = 110
# Not to be seen in a plain value, or a line break to YAML alone.
_HIDDEN = re.compile("[\t\u00a0\u00ad\u200b-\u200f\u2028\u2029\u202f\u2060\ufeff\x85]")


class CannotAppendError(Exception):
    """The file holds no list below which a record could be written."""


class _TextsOnly(VersionedResolver):
    """Takes no plain value for a date, a number or a yes: a date then needs no quotation marks."""

    versioned_resolver: Any = property(lambda _: {})


def document(draft: Draft) -> str:
    """A file that is one record."""
    return _comment(draft.comments.get("", "")) + _dumped(draft)


def appended(
    text: str, section: str | None, drafts: Iterable[Draft], left_out: Iterable[Draft] = (), *, name: str = "the file"
) -> str:
    """The text of the file `name` with records below those of its list; those left out stand there as comments, once.

    `section` is the key under which the list stands; None where the file is the list. Raises CannotAppendError.
    """
    try:
        indent, begins = _place(text, section)
    except CannotAppendError as error:
        raise CannotAppendError(f"nothing can be added to {name}: {error}") from error
    records = [_above(draft) + _item(_dumped(draft)) for draft in drafts]
    comments = ["\n" + _comment(draft.comments.get("", "") + "\n" + _item(_dumped(draft))) for draft in left_out]
    added = _indented("".join(records), " " * indent) if records else ""
    added += "".join(block for each in comments if (block := _indented(each, " " * indent)) not in text)
    if not added:
        return text
    added = begins + (added if text else added.lstrip("\n"))
    if text and not text.endswith("\n"):
        added = f"\n{added}"
    return text + (added.replace("\n", "\r\n") if "\r\n" in text else added)


def _place(text: str, section: str | None) -> tuple[int, str]:
    """How deep the items of the list are indented, and what must be written before the first."""
    try:
        root = YAML().compose(text)
    except YAMLError as error:
        raise CannotAppendError("it is not YAML; `explainer check` says where") from error
    if root is None:
        return (0, "") if section is None else (2, f"{section}:\n")
    if section is not None:
        last = root.value[-1] if isinstance(root, MappingNode) and root.value else None
        if last is None or last[0].value != section:
            raise CannotAppendError(f"`{section}` is not its last key")
        root = last[1]
    if isinstance(root, ScalarNode) and not root.value:
        return 2, ""
    if not isinstance(root, SequenceNode):
        raise CannotAppendError("what it holds is not a list")
    if root.flow_style:
        raise CannotAppendError("its list stands in brackets; begin each record with `- ` on a line of its own")
    return root.start_mark.column, ""


def _comment(text: str) -> str:
    """Above records and under them; a line of YAML in it is never broken."""
    lines = [part for line in text.splitlines() for part in (_wrapped(line) if line[:1].isupper() else [line])]
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(line, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _above(draft: Draft) -> str:
    """What is to be known about a record, set off from the record before it."""
    comment = _comment(draft.comments.get("", ""))
    return f"\n{comment}" if comment else ""


def _item(mapping: str) -> str:
    """A mapping as an item of a list."""
    return f"- {_indented(mapping, '  ')[2:]}"


def _indented(text: str, by: str) -> str:
    return "".join(f"{by}{line}\n" if line else "\n" for line in text.removesuffix("\n").split("\n"))


def _value(value: Value) -> Any:
    if isinstance(value, Mapping):
        return CommentedMap((key, _value(each)) for key, each in value.items())
    if not isinstance(value, str):
        return CommentedSeq(_value(each) for each in value)
    if not value or _HIDDEN.search(value):
        return DoubleQuotedScalarString(value)
    if "\n" not in value:
        return _folded(value) if len(value) > _WIDTH and not value[0].isspace() else value
    # A block that begins or ends with white space would need its indentation or its end spelled out.
    is_block = not value[0].isspace() and value.rstrip() in (value, value[:-1])
    return LiteralScalarString(value) if is_block else DoubleQuotedScalarString(value)


def _folded(value: str) -> Any:
    """A long line as a block whose lines are joined with spaces."""
    folded: Any = FoldedScalarString(value)
    start, folded.fold_pos = 0, []
    while len(value) - start > _WIDTH and (at := value.rfind(" ", start + 1, start + _WIDTH)) > 0:
        folded.fold_pos.append(at)
        start = at
    return folded


def _dumped(draft: Draft) -> str:
    mapping = CommentedMap((key, _value(value)) for key, value in draft.values.items())
    for key, comment in draft.comments.items():
        if key:
            mapping.yaml_set_comment_before_after_key(key, before=comment)
    yaml = YAML()
    yaml.width = sys.maxsize  # where ruamel.yaml itself folds a line, it leaves a space at its end
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.Resolver = _TextsOnly
    stream = StringIO()
    yaml.dump(mapping, stream)
    return stream.getvalue() + "".join(f"{key}:\n" for key in draft.blank)
