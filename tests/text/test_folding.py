"""The folding: what it makes of a text is what the published steps say, and every folded character knows its place."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings

from explainer.text.folding import (
    DASHES,
    DOUBLE_QUOTATION_MARKS,
    SINGLE_QUOTATION_MARKS,
    SOFT_HYPHEN,
    STEPS,
    ZERO_WIDTH_SPACES,
    Step,
    fold,
    fold_parts,
)
from tests.anchoring.texts import texts


def by_the_steps(text: str) -> str:
    """The published steps, one after the other, on the whole text."""
    text = unicodedata.normalize("NFC", text.replace(SOFT_HYPHEN, ""))
    text = re.sub(rf"[\s{ZERO_WIDTH_SPACES}]+", " ", text)
    for marks, mark in ((DOUBLE_QUOTATION_MARKS, '"'), (SINGLE_QUOTATION_MARKS, "'"), (DASHES, "-")):
        text = re.sub(f"[{re.escape(marks)}]", mark, text)
    return text


@pytest.mark.parametrize("step", STEPS, ids=[step.name for step in STEPS])
def test_the_published_examples(step: Step) -> None:
    assert fold(step.before).text == step.after
    assert fold(step.after).text == step.after
    assert all(name or char.isprintable() for char, name in step.visible_before)


@settings(max_examples=500)
@given(texts)
def test_it_is_the_steps_in_order(text: str) -> None:
    folded = fold(text)
    assert folded.text == by_the_steps(text)
    assert fold(folded.text).text == folded.text
    assert len(folded.written) == len(folded.text)


@settings(max_examples=500)
@given(texts)
def test_every_character_knows_where_it_stands(text: str) -> None:
    folded = fold(text)
    edges = [index for index in range(len(folded.text) + 1) if folded.is_edge(index)]
    for start, end in pairwise(edges):
        first, last = folded.offsets(start, end)
        assert by_the_steps(text[first:last]) == folded.text[start:end]
        assert folded.indexes(first, last) == (start, end)
    # Together the stretches are the text, in order; only soft hyphens may lie between them.
    stretches = [folded.offsets(start, end) for start, end in pairwise(edges)]
    ends = [0, *(end for _, end in stretches)]
    starts = [*(start for start, _ in stretches), len(text)]
    assert all(set(text[end:start]) <= {SOFT_HYPHEN} for end, start in zip(ends, starts, strict=True))


@settings(max_examples=300)
@given(texts, texts)
def test_parts_are_folded_as_over_a_line_break(one: str, other: str) -> None:
    text = f"{one}\n=====\n{other}"
    parts = ((0, len(one)), (len(text) - len(other), len(text)))
    folded = fold_parts(text, parts)
    if not fold(one).text or not fold(other).text:
        assert folded.text == fold(one).text + fold(other).text
        return
    assert folded.text == by_the_steps(f"{one}\n{other}")
    for index, char in enumerate(folded.text):
        first, last = folded.offsets(index, index + 1)
        assert char == " " or char in by_the_steps(text[first:last])


def test_a_space_between_parts_is_seen() -> None:
    for one, other in (("a", "b"), ("a\u200b", "b"), ("a", "\u200bb"), ("a\u200b", "\u200bb")):
        folded = fold_parts(one + other, ((0, len(one)), (len(one), len(one + other))))
        assert folded.text == "a b"
        assert not folded.unseen


@pytest.mark.parametrize(
    ("text", "words", "stands_at"),
    [
        ("x  \n y", "x y", "x  \n y"),
        ("a\u00adb\u00adc", "bc", "b\u00adc"),
        ("cafe\u0301s", "é", "e\u0301"),
        ("e\u00ad\u0301", "é", "e\u00ad\u0301"),
        ("a \u200b b", "a b", "a \u200b b"),
        ("🇺🇦🇷🇺", "🇷🇺", "🇷🇺"),
        ("\u1112\u1161\u11ab국", "한국", "\u1112\u1161\u11ab국"),
        ("ﬁ «да»", '"да"', "«да»"),
    ],
)
def test_places(text: str, words: str, stands_at: str) -> None:
    folded = fold(text)
    at = folded.text.index(words)
    first, last = folded.offsets(at, at + len(words))
    assert text[first:last] == stands_at
