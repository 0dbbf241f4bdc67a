"""What a diagnostic proposes for a quote is never refused itself: put in as it is written, it anchors."""

import re

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from explainer.diagnostics import Diagnostic
from tests.anchoring.articles import anchored
from tests.anchoring.texts import texts

PROPOSED = re.compile(r"(?:write|Quote the whole of it:) (?:write )?(`(?:quote|prefix|suffix): .*`)", re.DOTALL)


def mended(selector: dict[str, str], fix: str) -> dict[str, str] | None:
    """A selector with what the fix says to write and to remove; None where it proposes nothing."""
    written, _, removed = fix.partition(" and remove ")
    found = PROPOSED.search(written)
    if found is None:
        return None
    lines = re.split(r"` and `(?=(?:quote|prefix|suffix): )", found[1].strip("`"))
    kept = {key: text for key, text in selector.items() if f"`{key}`" not in removed}
    proposed: dict[str, str] = yaml.safe_load("\n".join(lines))
    return kept | proposed


@settings(max_examples=300)
@given(texts, st.data())
def test_a_proposed_mend_anchors(text: str, data: st.DataObject) -> None:
    assume(len(text.split()) > 1)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    selector = {
        "quote": text[start:end].replace(data.draw(st.sampled_from(text)), data.draw(st.sampled_from("aé1 "))[:1])
    }
    for key in data.draw(st.sets(st.sampled_from(["prefix", "suffix"]))):
        selector[key] = data.draw(st.sampled_from(text.split()))
    found = anchored(text, **selector)
    if isinstance(found, Diagnostic) and (again := mended(selector, found.fix)):
        place = anchored(text, **again)
        assert not isinstance(place, Diagnostic), (found.fix, place.message)


def test_what_stands_twice_is_proposed_with_what_tells_it_apart() -> None:
    text = "The keeper stood before us. The ferry came before us too, and left."
    found = anchored(text, "came befor us")
    assert isinstance(found, Diagnostic)
    assert "write `quote: came before us`" in found.fix
    found = anchored(text, "befor us")
    assert isinstance(found, Diagnostic)
    again = mended({"quote": "befor us"}, found.fix)
    assert again is not None and again.keys() > {"quote"}
    assert not isinstance(anchored(text, **again), Diagnostic)


def test_a_long_quote_is_compared_whole() -> None:
    words = [f"word{number}" for number in range(2000)]
    text, quote = " ".join(words), " ".join([*words[:1000], "added", *words[1000:]])
    found = anchored(text, quote)
    assert isinstance(found, Diagnostic)
    assert found.message.endswith("differs in wording")
    again = mended({"quote": quote}, found.fix)
    assert again is not None
    assert anchored(text, **again) == (0, len(text))


def test_a_mark_upon_a_space_begins_no_proposed_quote() -> None:
    text = "the \u0300thethe"
    found = anchored(text, "a\u0300thethe")
    assert isinstance(found, Diagnostic)
    again = mended({"quote": "a\u0300thethe"}, found.fix)
    assert again is None or not isinstance(anchored(text, **again), Diagnostic)
