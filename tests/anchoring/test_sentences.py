"""Where sentences begin and end."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.text.sentences import sentences
from tests.anchoring.texts import texts
from tests.cases import HERE, cases_in

CASES = cases_in(HERE / "anchoring" / "sentences.yaml")


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_sentences(case: dict[str, Any]) -> None:
    expected = case.get("sentences") or case["joined"]
    text = case.get("between", " ").join(expected)
    assert [text[start:end] for start, end in sentences(text, case.get("language", "en"))] == expected


@settings(max_examples=300)
@given(texts, st.sampled_from(["en", "de-AT", "uk", "ja", "cs", "tlh", ""]))
def test_nothing_of_a_text_is_left_out(text: str, language: str) -> None:
    found = sentences(text, language)
    ends = [0, *(end for _, end in found)]
    starts = [*(start for start, _ in found), len(text)]
    assert all(not text[end:start].strip() for end, start in zip(ends, starts, strict=True))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in found)
