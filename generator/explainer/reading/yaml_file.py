"""A YAML file as a tree: every key and value as the text that was written, with its place.

Stands on the events of the parser, not on its constructors: nothing is converted, nothing is resolved, and
a file that nests too deeply is refused before anything is built from it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import yaml

from explainer import rules, tree
from explainer.diagnostics import Diagnostic, Remark
from explainer.memo import memoized
from explainer.reading.decoding import first_control, name_of
from explainer.reading.yaml_syntax import HIDDEN_SPACE, hidden_space, syntax_mistake
from explainer.source import SourceFile, Span
from explainer.text.shortening import cut_off

DEEPEST = 20
_PROSE = 4
"""Words from which on a value is a text, of which ` #` may be a part."""
_LOST = re.compile(r"(?P<space>[ \t]+)#(?P<rest>[^\r\n]*)")

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COLLECTION_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_COLLECTION_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


@memoized
def parse_yaml(file: SourceFile) -> tuple[tree.Node | None, tuple[Diagnostic, ...]]:
    """The tree of a file, or None where the file cannot be used, with every mistake found in it."""
    builder = _Builder(file)
    try:
        for event in yaml.parse(file.text, Loader=_LOADER):
            builder.take(event)
            if builder.refused:
                break
    except yaml.YAMLError as error:
        builder.refuse(syntax_mistake(file, error))
    builder.report_tabs()
    found = tuple(builder.found)
    if builder.refused:
        return None, found
    return builder.root or tree.Scalar(None, Span(file.path)), found


@dataclass
class _Open:
    """A list or mapping that has begun and not ended."""

    span: Span
    is_mapping: bool
    items: list[tree.Node] = field(default_factory=list)
    pairs: list[tuple[tree.Scalar, tree.Node]] = field(default_factory=list)
    first: dict[str, tree.Scalar] = field(default_factory=dict)
    key: tree.Scalar | None = None
    key_is_good: bool = True
    twice: int | None = None
    """Which of the mistakes found speaks of its duplicate keys."""


class _Builder:
    """Grows the tree event by event, so that neither depth nor size meets the recursion limit."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.root: tree.Node | None = None
        self.found: list[Diagnostic] = []
        self.refused = False
        self._stack: list[_Open] = []
        self._quoted: list[tuple[int, int]] = []
        self._documents = 0

    def refuse(self, diagnostic: Diagnostic) -> None:
        """Report a mistake after which nothing in the file can be used."""
        self.found.append(diagnostic)
        self.refused = True

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        span = self._span(event)
        if isinstance(event, yaml.ScalarEvent):
            self._check_plain(event, span)
            self._add(self._scalar(event, span))
        elif isinstance(event, _COLLECTION_STARTS):
            self._check_plain(event, span)
            self._stack.append(_Open(span, isinstance(event, yaml.MappingStartEvent)))
            if len(self._stack) > DEEPEST:
                message = f"this is nested more than {DEEPEST} levels deep"
                self.refuse(Diagnostic(rules.YAML_IS_SHALLOW, span, message))
        elif isinstance(event, _COLLECTION_ENDS):
            self._add(_closed(self._stack.pop()))
        elif isinstance(event, yaml.AliasEvent):
            message = f"`*{event.anchor}` stands for a value that is written elsewhere, which is not allowed"
            fix = f"Write the value out; a text that begins with `*` needs quotation marks: '*{event.anchor}'."
            self.refuse(Diagnostic(rules.YAML_IS_PLAIN, span, message, fix))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._start_document(event, span)

    def report_tabs(self) -> None:
        """Report tabs where they are not part of a quoted or block text: once a file, with the other lines."""
        text = self.file.text
        if "\t" not in text:
            return
        lines: dict[int, int] = {}
        for offset in self._tabs(text):
            lines.setdefault(self.file.line_and_column(offset)[0], offset)
        if not lines:
            return
        (_, first), *others = lines.items()
        remarks: tuple[Remark, ...] = ()
        if others:
            shown = ", ".join(str(line) for line, _ in others[:10]) + (" …" if len(others) > 10 else "")
            remarks = (Remark(f"also on {'line' if len(others) == 1 else 'lines'} {shown}"),)
        # A parser that stopped stopped at the tab, and says less clearly why.
        span = self.file.span(first, first + 1)
        self.found = [d for d in self.found if d.rule is not rules.YAML_HAS_NO_TABS]
        self.found.append(Diagnostic(rules.YAML_HAS_NO_TABS, span, "a tab stands here", remarks=remarks))

    def _tabs(self, text: str) -> Iterator[int]:
        quoted = iter(self._quoted)
        start, end = next(quoted, (len(text), len(text)))
        # Where the parser stopped, what comes after is unknown: only indentation is sure not to be a text.
        stopped = next((d.span for d in self.found if self.refused), None)
        limit = self.file.offset(stopped.line, stopped.column) if stopped else len(text)
        for match in re.finditer("\t", text):
            offset = match.start()
            while offset >= end:
                start, end = next(quoted, (len(text), len(text)))
            if start <= offset:
                continue
            if offset <= limit or not text[text.rfind("\n", 0, offset) + 1 : offset].strip(" \t"):
                yield offset

    def _start_document(self, event: yaml.DocumentStartEvent, span: Span) -> None:
        self._documents += 1
        if self._documents > 1:
            message = "a second document begins here"
            fix = "Remove the line `---`, or put what follows in a file of its own."
            self.refuse(Diagnostic(rules.YAML_IS_PLAIN, span, message, fix))
        elif event.version or event.tags:
            message = "a line that begins with `%` gives orders to the parser, which is not allowed"
            self.found.append(Diagnostic(rules.YAML_IS_PLAIN, span, message, "Remove the line."))

    def _check_plain(self, event: yaml.NodeEvent, span: Span) -> None:
        """Anchors and tags: the value itself is usable, so the rest of the file is still checked."""
        tag = getattr(event, "tag", None)
        if not event.anchor and not tag:
            return
        place = Span(span.path, span.line, span.column, span.line, span.column + 1)
        if event.anchor:
            message = f"`&{event.anchor}` names a value for use elsewhere, which is not allowed"
            fix = "Write the value out where it is needed; a text that begins with `&` needs quotation marks."
            self.found.append(Diagnostic(rules.YAML_IS_PLAIN, place, message, fix))
        if tag:
            message = f"`{_written_tag(tag)}` gives the value a type, which is not allowed"
            fix = "Remove it; a text that begins with `!` needs quotation marks."
            self.found.append(Diagnostic(rules.YAML_IS_PLAIN, place, message, fix))

    def _scalar(self, event: yaml.ScalarEvent, span: Span) -> tree.Scalar:
        text: str = event.value
        start, end = self._range(event)
        if event.style:
            self._quoted.append((start, end))
            if char := first_control(text):
                message = f"the text holds {name_of(char)}, which cannot be shown"
                self.found.append(Diagnostic(rules.TEXT_IS_PRINTABLE, span, message))
                text = "".join(each for each in text if not first_control(each))
            return tree.Scalar(text, span)
        if not text:
            return tree.Scalar(None, span)
        if lost := _LOST.match(self.file.text, end):
            self._report_lost(text, lost)
        hidden = HIDDEN_SPACE.search(self.file.text, start, end)
        if hidden is None:
            return tree.Scalar(text, span)
        self.found.append(hidden_space(self.file, hidden.start(), cut_off(text)))
        # Already reported: what follows from it should not be.
        return tree.Scalar(HIDDEN_SPACE.sub(lambda found: " " if found[0].isspace() else "", text).strip(), span)

    def _report_lost(self, text: str, lost: re.Match[str]) -> None:
        """A text that goes on after ` #`, where no comment can be meant."""
        is_comment = lost["rest"].startswith((" ", "#", "!")) or not lost["rest"]
        if is_comment and (lost["space"] != " " or len(text.split()) < _PROSE):
            return
        written = f"#{lost['rest']}".strip()
        message = f"YAML takes `{cut_off(written)}` for a comment: the text ends before it"
        self.found.append(Diagnostic(rules.TEXT_IS_WHOLE, self.file.span(lost.end("space"), lost.end()), message))

    def _add(self, node: tree.Node) -> None:
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        if not top.is_mapping:
            top.items.append(node)
        elif top.key is None:
            top.key, top.key_is_good = self._key(top, node)
        else:
            if top.key_is_good:
                top.pairs.append((top.key, node))
            top.key = None

    def _key(self, mapping: _Open, node: tree.Node) -> tuple[tree.Scalar, bool]:
        if not isinstance(node, tree.Scalar):
            what = "a list" if isinstance(node, tree.Sequence) else "a mapping"
            fix = "Put the text in quotation marks if it begins with a bracket."
            self.found.append(Diagnostic(rules.YAML_IS_PLAIN, node.span, f"a key is a text, and this is {what}", fix))
            return tree.Scalar("", node.span), False
        if not node.text:
            fix = "Write the key before the colon."
            self.found.append(Diagnostic(rules.YAML_IS_PLAIN, node.span, "here a key is empty", fix))
            return node, False
        if node.text == "<<":
            message = "`<<` merges another mapping into this one, which is not allowed"
            self.found.append(Diagnostic(rules.YAML_IS_PLAIN, node.span, message))
            return node, False
        if earlier := mapping.first.get(node.text):
            self._report_twice(mapping, node, earlier)
            return node, False
        mapping.first[node.text] = node
        return node, True

    def _report_twice(self, mapping: _Open, node: tree.Scalar, earlier: tree.Scalar) -> None:
        """Once a mapping: where a record lost the line on which it began, each of its keys would be a mistake."""
        key = cut_off(node.text or "")
        if mapping.twice is not None:
            first = self.found[mapping.twice]
            remark = Remark(f"so does `{key}` on line {node.span.line}", node.span)
            self.found[mapping.twice] = replace(first, remarks=(*first.remarks, remark))
            return
        mapping.twice = len(self.found)
        inside_list = len(self._stack) > 1 and not self._stack[-2].is_mapping
        fix = "Remove one, or begin the next record with `- `." if inside_list else ""
        remark = Remark(f"first on line {earlier.span.line}", earlier.span)
        message = f"`{key}` stands here a second time"
        self.found.append(Diagnostic(rules.YAML_KEYS_ARE_UNIQUE, node.span, message, fix, (remark,)))

    def _range(self, event: yaml.Event) -> tuple[int, int]:
        """Offsets of the characters of the event: the parser counts code points, as we do."""
        start, end = event.start_mark, event.end_mark
        assert start is not None and end is not None  # the parser marks every event
        return start.index, end.index

    def _span(self, event: yaml.Event) -> Span:
        start, end = event.start_mark, event.end_mark
        assert start is not None and end is not None  # the parser marks every event
        if getattr(event, "style", None) in ("|", ">"):  # ends with its text, not where the next line begins
            written = self.file.text[start.index : end.index].rstrip()
            return self.file.span(start.index, start.index + len(written))
        return Span(self.file.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _closed(opened: _Open) -> tree.Node:
    """The finished list or mapping; it ends where its last value ends, not where the next line begins."""
    last = opened.pairs[-1][1] if opened.pairs else opened.items[-1] if opened.items else None
    end = last.span if last else opened.span
    span = Span(opened.span.path, opened.span.line, opened.span.column, end.end_line, end.end_column)
    return tree.Mapping(tuple(opened.pairs), span) if opened.is_mapping else tree.Sequence(tuple(opened.items), span)


def _written_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
