"""Where the words of the glossary are linked, in articles and in texts of ours."""

import re
from itertools import pairwise
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.model.fields import prose_of
from explainer.model.stages import Linked
from explainer.prose import nodes
from explainer.rules import TERM_IS_USED
from explainer.text import word_edges
from tests.anchoring.texts import texts
from tests.cases import HERE, cases_in
from tests.stages import linked

CASES = cases_in(HERE / "linking" / "glossary.yaml")
UNSPACED = re.compile(f"[{word_edges.UNSPACED}]")


def seeds(text: str, glossary: dict[str, list[str]], **more: str) -> dict[str, bytes]:
    """An article and a glossary, and what else a test needs."""
    terms = [
        {
            "id": id_,
            "term": next(word for word in words if word != "by-hand"),
            "variants": [word for word in words if word != "by-hand"][1:],
            "definition": "A word.",
            "link": "by-hand" if "by-hand" in words else "everywhere",
        }
        for id_, words in glossary.items()
    ]
    article = {"title": "A", "description": "A.", "licence": "free", "provenance": "Made up."}
    made = {"made-by": "A", "contact": "A.", "checked": "2031-02-08"}
    site = {"title": "A", "description": "A.", "lede": "A.", "article": "a", **made}
    files = {
        "seeds/site.yaml": yaml.safe_dump(site),
        "seeds/articles/a/source.txt": text,
        "seeds/articles/a/article.yaml": yaml.safe_dump(article),
        "seeds/glossary.yaml": yaml.safe_dump(terms, allow_unicode=True),
        **more,
    }
    return {path: content.encode() for path, content in files.items()}


def links(records: Linked) -> list[tuple[str, int, int]]:
    return [(link.term, link.start, link.end) for link in records.term_links.get("a", ())]


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_in_an_article(case: dict[str, Any]) -> None:
    records, found = linked(seeds(case["text"], case["glossary"]))
    assert {each.rule for each in found} <= {TERM_IS_USED}
    linked_words = links(records)
    assert [f"{term}: {case['text'][start:end]}" for term, start, end in linked_words] == case["links"]
    assert [start for _, start, _ in linked_words] == case.get("at", [start for _, start, _ in linked_words])


def test_not_in_the_headline_and_not_across_the_edge_of_a_passage() -> None:
    text = "A guild hall\n\nThe guild hall of the guild stood. The guild hall fell."
    article = "title: A\ndescription: A.\nlicence: free\nprovenance: Made up.\nheadline: A guild hall\n"
    notes = "- {id: a, kind: note, quote: hall of the, note: A note.}\n"
    more = {"seeds/articles/a/article.yaml": article, "seeds/articles/a/annotations.yaml": notes}
    records, _ = linked(seeds(text, {"guild": ["guild"], "hall": ["guild hall"]}, **more))
    assert [(term, start) for term, start, _ in links(records)] == [("guild", text.index("guild stood")), ("hall", 53)]


def test_in_our_texts_each_heading_begins_a_section() -> None:
    text = """\
The *guild* and the [guild](https://example.org), `guild`, guild. [[term/guild]] “guild”

> A guild.

- The guild

### The guild

The guild and guild.
"""
    box = yaml.safe_dump({"title": "A", "description": "A.", "as-of": "2031", "text": text}, allow_unicode=True)
    records, found = linked(seeds("A text.", {"guild": ["guild"]}, **{"seeds/context/box.yaml": box}))
    assert {each.rule.id for each in found} == {"context-is-cited"}
    entry = records.seeds.context["box"]
    words = list(term_words(prose_of(entry.value.text).blocks))
    assert words == ["Emphasis", "Paragraph"]


def term_words(blocks: Any, inside: str = "") -> Any:
    """In what each word of the glossary stands."""
    for block in blocks:
        if isinstance(block, nodes.TermWord):
            yield inside
        elif isinstance(block, nodes.ListBlock):
            for item in block.items:
                yield from term_words(item, "ListBlock")
        else:
            yield from term_words(getattr(block, "children", ()), type(block).__name__)


@settings(max_examples=60)
@given(
    texts.filter(str.strip),
    st.lists(st.sampled_from(["guild", "council", "the", "état", "село", "国境", "e"]), min_size=1, unique=True),
)
def test_links_are_whole_and_in_order_and_change_no_text(text: str, words: list[str]) -> None:
    documents = seeds(f"{text} guild état", {f"term-{number}": [word] for number, word in enumerate(words)})
    records, _ = linked(documents)
    article = records.anchored.articles.get("a")
    if article is None:
        return
    whole = article.seed.text.text
    found = links(records)
    assert [start for _, start, _ in found] == sorted(start for _, start, _ in found)
    assert all(one[2] <= other[1] for one, other in pairwise(found))
    assert len({term for term, _, _ in found}) == len(found)
    for _, start, end in found:
        if not UNSPACED.match(whole[start]):
            assert not whole[start - 1 : start].isalnum() or UNSPACED.match(whole[start - 1])
            assert not whole[end : end + 1].isalnum() or UNSPACED.match(whole[end])
