"""Texts are read by the rules of their language: where sentences end, what negates, counts and names."""

from collections.abc import Iterator

import pytest
import yaml

from explainer.text.differ import compare
from explainer.text.folding import fold
from explainer.text.languages import WITH_TABLE, language_of
from explainer.text.sentences import sentences
from tests.cases import HERE

UNSPACED = ("ja", "zh")


def lines(name: str) -> Iterator[tuple[str, list[str]]]:
    """Each line of a file of cases: its language, and its parts."""
    cases: dict[str, str] = yaml.safe_load((HERE / "text" / f"{name}.yaml").read_text("utf-8"))
    for language, text in cases.items():
        yield from ((language, [part.strip() for part in line.split("|")]) for line in text.splitlines())


@pytest.mark.parametrize(("language", "expected"), lines("sentences"))
def test_where_sentences_end(language: str, expected: list[str]) -> None:
    text = ("" if language in UNSPACED else " ").join(expected)
    assert [text[start:end] for start, end in sentences(text, language)] == expected


@pytest.mark.parametrize(("language", "parts"), lines("differences"))
def test_in_what_two_texts_differ(language: str, parts: list[str]) -> None:
    ours, theirs, expected = parts
    for one, other in ((ours, theirs), (theirs, ours)):
        assert " and ".join(map(str, compare(fold(one), fold(other), language).kinds)) == expected


@pytest.mark.parametrize("tag", sorted(WITH_TABLE))
def test_no_word_is_of_two_kinds(tag: str) -> None:
    language = language_of(tag)
    assert not language.negations & language.numbers
    assert not language.negations & language.plain
    assert all(word == word.casefold() for word in language.negations | language.numbers | language.plain)
