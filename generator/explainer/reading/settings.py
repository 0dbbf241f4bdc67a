"""The settings of a site: a YAML file that an engine reads too, with tags of its own, and with another under it.

MkDocs' own reader would bring MkDocs along, and runs what a tag names. Here a tag is kept as it is written: of what
we read ourselves, none but `!ENV` means anything. What stands in a file wins over what stands in the one that it
names under `INHERIT`; mappings are merged, lists are not.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml

from explainer.reading import LARGEST_FILE
from explainer.reading.regular import read_regular
from explainer.reading.yaml_syntax import syntax_mistake
from explainer.source import SourceFile, Span

_INHERIT = "INHERIT"
_HEAD = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_PAIR = re.compile(r" {0,3}([A-Za-z0-9_-]+):\s*(.*)")
_MORE = re.compile(r"(?: {4}|\t)\s*(.*)")


class SettingsError(Exception):
    """The file cannot be used; says why."""


class _UntaggedLoader(yaml.SafeLoader):
    """Values as they are written, whatever their tag."""


def _of_environment(reader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """`!ENV NAME` and `!ENV [NAME, OTHER, default]`: the first variable that is set, or the default."""
    *names, last = reader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else (node.value,)
    for name in (*names, last):
        if str(name) in os.environ:
            return yaml.safe_load(os.environ[str(name)])
    return last if names else None


def _untagged(reader: yaml.SafeLoader, _: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return reader.construct_mapping(node, deep=True)
    return reader.construct_sequence(node, deep=True) if isinstance(node, yaml.SequenceNode) else node.value


_UntaggedLoader.add_constructor("!ENV", _of_environment)
_UntaggedLoader.add_multi_constructor("", _untagged)


@dataclass(frozen=True)
class Settings:
    """What the file says, with what it inherits."""

    node: yaml.MappingNode
    files: Mapping[str, SourceFile]
    """By path as it was given or inherited."""

    @property
    def values(self) -> dict[str, Any]:
        return cast(dict[str, Any], _constructed(self.node))

    def place(self, *keys: str) -> Span | None:
        """Where the value is written that stands under `keys`, from the outermost to its own."""
        node: yaml.Node = self.node
        for key in keys:
            pair = _pair(node, key)
            if pair is None:
                return None
            node = pair[1]
        return self._span(node)

    def names(self, key: str) -> list[tuple[str, Span]]:
        """Of a list of names, each perhaps with options below it, or of a mapping: the names with their places."""
        pair = _pair(self.node, key)
        of = pair[1] if pair else None
        if isinstance(of, yaml.MappingNode):
            nodes = [name for name, _ in of.value]
        else:
            items = of.value if isinstance(of, yaml.SequenceNode) else []
            nodes = [item.value[0][0] if isinstance(item, yaml.MappingNode) and item.value else item for item in items]
        return [(node.value, self._span(node)) for node in nodes if isinstance(node, yaml.ScalarNode)]

    def _span(self, node: yaml.Node) -> Span:
        file, start, end = self.files[node.start_mark.name], node.start_mark, node.end_mark
        return file.span(file.offset(start.line + 1, start.column + 1), file.offset(end.line + 1, end.column + 1))

    def changed(self, changes: Mapping[str, Any]) -> str:
        """The whole as one file with other values for some keys: what it inherits is in it, tags stay."""
        kept = [pair for pair in self.node.value if pair[0].value not in changes]
        added = yaml.compose(yaml.safe_dump(dict(changes), sort_keys=False, allow_unicode=True), Loader=yaml.SafeLoader)
        node = yaml.MappingNode(self.node.tag, [*kept, *(added.value if added else ())])
        return yaml.serialize(node, allow_unicode=True, width=1000)


def read(path: Path) -> Settings:
    """Raises OSError where the file cannot be read, SettingsError for everything else."""
    files: dict[str, SourceFile] = {}
    merged = yaml.MappingNode("tag:yaml.org,2002:map", [])
    inner = str(path)
    while inner not in files:
        files[inner] = SourceFile(Path(os.path.relpath(inner, path.parent)).as_posix(), _text(inner, list(files)))
        node = _composed(inner, files[inner])
        merged = _merged(merged, node)
        below = _pair(node, _INHERIT)
        if below is None or not isinstance(below[1], yaml.ScalarNode):
            merged.value = [pair for pair in merged.value if pair[0].value != _INHERIT]
            return Settings(merged, files)
        inner = os.path.normpath(Path(inner).parent / below[1].value)
    raise SettingsError(f"`INHERIT` in `{list(files)[-1]}` leads back to `{inner}`; remove one of the two")


def front_matter(page: str) -> tuple[str, dict[str, Any]]:
    """The text of a hand-written page and what its head says, as MkDocs has it: YAML between two lines of `---`, or
    lines of `key: value`. What is no such head is text.
    """
    if head := _HEAD.match(page):
        try:
            said = yaml.load(head[1], Loader=yaml.SafeLoader)
        except yaml.YAMLError:
            return page, {}
        return (page[head.end() :].lstrip("\n"), said) if isinstance(said, dict) else (page, {})
    lines = page.splitlines()
    told: dict[str, Any] = {}
    key, taken = "", 0
    for line in lines:
        taken += 1
        if not line.strip():
            break
        if pair := _PAIR.match(line):
            key = pair[1].lower()
            told[key] = f"{told[key]} {pair[2].strip()}" if key in told else pair[2].strip()
        elif key and (more := _MORE.match(line)):
            told[key] += f" {more[1].strip()}"
        else:
            taken -= 1
            break
    return "\n".join(lines[taken:]).lstrip("\n"), told


def _text(path: str, above: list[str]) -> str:
    try:
        return read_regular(path, LARGEST_FILE).decode("utf-8-sig", "replace")
    except OSError as error:
        if not above:
            raise
        told = f"`INHERIT` in `{above[-1]}` leads to `{path}`, which cannot be read: {error.strerror}"
        raise SettingsError(told) from error


def _composed(path: str, file: SourceFile) -> yaml.MappingNode:
    try:
        reader = _UntaggedLoader(file.text)
        reader.name = path  # stands in every place
        node = reader.get_single_node()
        _constructed(node)  # what cannot be made a value is told here
    except yaml.YAMLError as error:
        found = syntax_mistake(file, error)
        raise SettingsError(f"{found.span}: {found.message}; {found.fix or found.rule.fix}") from error
    except RecursionError as error:
        raise SettingsError(f"`{path}` nests too deeply to be read; write it flatter") from error
    if node is not None and not isinstance(node, yaml.MappingNode):
        raise SettingsError(f"`{path}` does not consist of `key: value`; see `explainer new` for one that does")
    return node or yaml.MappingNode("tag:yaml.org,2002:map", [])


def _constructed(node: yaml.Node | None) -> Any:
    return {} if node is None else _UntaggedLoader("").construct_document(node)


def _pair(node: yaml.Node, key: str) -> tuple[yaml.Node, yaml.Node] | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next(((name, value) for name, value in pairs if name.value == key), None)


def _merged(over: yaml.MappingNode, under: yaml.MappingNode) -> yaml.MappingNode:
    """Both as one: of mappings under one key both, otherwise what is in `over`."""
    names = {name.value for name, _ in over.value if isinstance(name.value, str)}
    pairs = [pair for pair in under.value if pair[0].value not in names]
    for name, value in over.value:
        other = _pair(under, name.value) if isinstance(name.value, str) else None
        below = other[1] if other else None
        if isinstance(value, yaml.MappingNode) and isinstance(below, yaml.MappingNode):
            value = _merged(value, below)
        pairs.append((name, value))
    return yaml.MappingNode(over.tag, pairs, over.start_mark, over.end_mark)
