"""Pages of one article read nothing of another: so a digest of what they read says whether they are the same again."""

from collections.abc import Iterator
from typing import Any

import pytest

from explainer import rendering
from explainer.model.record_types import RecordType, Ref
from explainer.model.stages import Linked
from explainer.rendering.apart import Apart, ReadsOthersError
from tests.cases import cases_in, changed, rule_files, woven_seeds
from tests.stages import linked

OTHER = "seeds/articles/other/"


def _two(seeds: dict[str, bytes]) -> dict[str, bytes]:
    """The same with a second article, which is as the first."""
    of_market = {path: content for path, content in seeds.items() if path.startswith("seeds/articles/market/")}
    return {**seeds, **{path.replace("/market/", "/other/"): content for path, content in of_market.items()}}


def _printed(records: Linked) -> Iterator[tuple[str, str]]:
    """Each page of an article: what says that it is the same again, and the page."""
    pages = rendering.pages(records)
    for path, made_of in rendering.made_of(records).items():
        yield "\n".join(made_of), pages[path]().markdown


def test_pages_with_one_digest_are_one_page() -> None:
    """Over the states of the seeds that every eighth case of the rules has."""
    known: dict[str, str] = {}
    again = 0
    cases = [case for file in rule_files() for case in cases_in(file) if "repeat" not in case]
    for case in cases[::8]:
        seeds = {path: content for path, content in changed(case).items() if path.startswith("seeds/")}
        for digest, page in _printed(linked(_two(seeds))[0]):
            again += digest in known
            assert known.setdefault(digest, page) == page
    assert again > 50 < len(known)


def test_a_note_is_read_by_the_pages_of_its_article_alone() -> None:
    seeds = _two(woven_seeds())
    before = dict(_printed(linked(seeds)[0]))
    path = f"{OTHER}annotations.yaml"
    edited = {**seeds, path: seeds[path].replace(b"note: ", b"note: Indeed. ", 1)}
    assert edited != seeds
    after = dict(_printed(linked(edited)[0]))
    same = [page for digest, page in after.items() if digest in before]
    assert same and all("articles/market" in digest for digest in after if digest in before)
    assert [digest for digest in after if "articles/market" in digest and digest not in before] == []
    assert [digest for digest in after if "articles/other" in digest and digest in before] == []


def _reads(records: Linked) -> dict[str, Any]:
    note = next(ref for ref in records.labels if ref.type is RecordType.ANNOTATION and ref.id.startswith("other/"))
    apart = Apart(records).of("market")
    return {
        "its notes": lambda: list(apart.anchored.articles["other"].anchors),
        "its text": lambda: apart.anchored.articles["other"].seed.text.text,
        "its text as seeds": lambda: apart.seeds.articles["other"].text.blocks,
        "what a note is called": lambda: apart.labels[note],
        "what a note may be called": lambda: apart.labels.get(note, ""),
        "where a note stands": lambda: apart.addresses.get(note),
        "its terms": lambda: apart.term_links["other"],
        "where records are used": lambda: apart.uses.get(note, ()),
        "a file": lambda: apart.seeds.files[f"{OTHER}source.txt"],
    }


RECORDS = linked(_two(woven_seeds()))[0]


@pytest.mark.parametrize("what", _reads(RECORDS))
def test_what_another_article_says_is_not_there(what: str) -> None:
    with pytest.raises((ReadsOthersError, KeyError)):
        _reads(RECORDS)[what]()


def test_what_is_its_own_or_shared_is_there() -> None:
    apart = Apart(RECORDS).of("market")
    assert apart.anchored.articles["market"] is RECORDS.anchored.articles["market"]
    assert apart.anchored.articles["other"].seed.entry is RECORDS.anchored.articles["other"].seed.entry
    assert list(apart.seeds.articles) == list(RECORDS.seeds.articles)
    assert apart.labels[Ref(RecordType.ARTICLE, "other")] == RECORDS.labels[Ref(RecordType.ARTICLE, "other")]
