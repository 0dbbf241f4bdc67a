"""A quote found more than once: every place is shown, and what is proposed for it, put in, anchors there."""

from typing import Any

import pytest
import yaml

from explainer.diagnostics import Diagnostic
from tests.anchoring.articles import anchored, shown
from tests.cases import HERE, cases_in

CASES = cases_in(HERE / "anchoring" / "ambiguous.yaml")


def proposed(message: str) -> dict[str, str]:
    """The keys that a remark proposes, as an author would copy them: each stands between backticks."""
    lines = message.removeprefix("add ").rpartition(" for this: ")[0].split("` and `")
    keys: dict[str, str] = yaml.safe_load("\n".join(line.strip("`") for line in lines))
    return keys


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_both_places_are_shown_and_can_be_told_apart(case: dict[str, Any]) -> None:
    article, quote, prefix = case["article"], case["quote"], case.get("prefix", "")
    found = anchored(article, quote, prefix)
    assert isinstance(found, Diagnostic)
    assert found.rule.id == "quote-is-unique"
    spans = [remark.span for remark in found.remarks if remark.span]
    assert [f"{span.line}:{span.column}" for span in spans] == case["places"]
    written = [remark.message.removeprefix("add ").rpartition(" for this: ")[0] for remark in found.remarks]
    assert [mend.replace("`", "") for mend in written] == case["mends"]
    file = shown(article).article.source.file
    for remark, span in zip(found.remarks, spans, strict=True):
        place = anchored(article, quote, **({"prefix": prefix} | proposed(remark.message)))
        assert not isinstance(place, Diagnostic), place.message
        assert file.line_and_column(place[0]) == (span.line, span.column)


def test_what_is_left_out_is_counted() -> None:
    found = anchored("no, " * 9, "no")
    assert isinstance(found, Diagnostic)
    assert "9 times" in found.message
    assert found.remarks[-1].message == "and in 3 more places"


def test_a_quote_copied_as_proposed_anchors() -> None:
    """The fix of a miss is a line of YAML: put in, it anchors at the passage that was shown."""
    article = "He said: “no: never” to No. 5 — at 10:30, they’re told."
    for quote in ("He said: “no: ever” to", "no. 5 — at 10:31", "they’re tolled."):
        found = anchored(article, quote)
        assert isinstance(found, Diagnostic)
        line = found.fix[found.fix.index("`quote: ") + 1 : found.fix.rindex("`")]
        place = anchored(article, yaml.safe_load(line)["quote"])
        assert not isinstance(place, Diagnostic), place.message
        shown_at = found.remarks[0].span
        assert shown_at is not None
        assert place == (shown_at.column - 1, shown_at.end_column - 1)
