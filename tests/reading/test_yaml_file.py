"""YAML as it was written: every value the text that stands in the file, every key and value at its place."""

from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer import tree
from explainer.reading.yaml_file import DEEPEST, parse_yaml
from explainer.source import SourceFile

# What the reader refuses, because no editor shows it as what it is, is tested by the cases of its rules.
HIDDEN = "\u00a0\u2007\u200b\u202f\u2060\ufeff"
texts = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"], exclude_characters=HIDDEN), max_size=30
)
TRAPS = "NO no yes on Off null ~ 12:30 1.10 012345 0x1F 1e3 2024-03-12 .inf <<: = - -- ? [a {b #c"
traps = st.sampled_from(TRAPS.split())
keys = st.one_of(st.sampled_from(["id", "quote", "yes", "2024", "12:30"]), texts.filter(lambda text: text != "<<"))
trees = st.recursive(
    st.one_of(texts, traps),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys.filter(bool), inner, max_size=4)),
    max_leaves=15,
)
styles = st.sampled_from(
    [{"default_flow_style": True}, {"default_flow_style": False}, {"default_style": '"'}, {"width": 20}]
)


def as_text(value: Any, style: dict[str, Any]) -> str:
    """YAML as a program would write it, every text in the quotation marks that it needs."""
    written: str = yaml.dump(value, allow_unicode=True, sort_keys=False, Dumper=yaml.SafeDumper, **style)
    return written


def scalars(node: tree.Node) -> Iterator[tree.Scalar]:
    match node:
        case tree.Scalar():
            yield node
        case tree.Sequence(items=items):
            for item in items:
                yield from scalars(item)
        case tree.Mapping(items=pairs):
            for key, value in pairs:
                yield key
                yield from scalars(value)


@settings(max_examples=300)
@given(trees, styles)
def test_values_are_the_texts_that_were_written(value: Any, style: dict[str, Any]) -> None:
    file = SourceFile("seeds/a.yaml", as_text(value, style))
    node, found = parse_yaml(file)
    assert node is not None, found
    assert not found
    assert tree.plain(node) == value


@settings(max_examples=300)
@given(trees, styles)
def test_every_value_stands_at_its_place(value: Any, style: dict[str, Any]) -> None:
    file = SourceFile("seeds/a.yaml", as_text(value, style))
    node, _ = parse_yaml(file)
    assert node is not None
    for scalar in scalars(node):
        start = file.offset(scalar.span.line, scalar.span.column)
        end = file.offset(scalar.span.end_line, scalar.span.end_column)
        written = file.text[start:end]
        assert written == written.strip(" \n")
        assert yaml.load(written, Loader=yaml.BaseLoader) == scalar.text


def test_a_block_ends_where_its_text_ends() -> None:
    file = SourceFile("seeds/a.yaml", "text: |\n  One.\n\n  Two.\n\n\nnext: >-\n  Three.\n")
    node, _ = parse_yaml(file)
    assert isinstance(node, tree.Mapping)
    block, folded = (value.span for _, value in node.items)
    assert (block.line, block.column, block.end_line, block.end_column) == (1, 7, 4, 7)
    assert (folded.line, folded.column, folded.end_line, folded.end_column) == (7, 7, 8, 9)


def test_depth_is_bounded_without_recursion() -> None:
    for opening, closing in (("[", "]"), ("{a: ", "}"), ("- ", "")):
        allowed, _ = parse_yaml(SourceFile("seeds/a.yaml", opening * (DEEPEST - 1) + "x" + closing * (DEEPEST - 1)))
        assert allowed is not None
        for times in (DEEPEST + 1, 100_000):
            node, found = parse_yaml(SourceFile("seeds/a.yaml", opening * times))
            assert node is None
            assert [each.rule.id for each in found] == ["yaml-is-shallow"]
