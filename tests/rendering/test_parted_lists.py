"""Lists that are split into pages: every address that was ever given leads to its record, also without scripts."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence

import pytest

from explainer import rendering
from explainer.model import parts, paths
from explainer.model.parts import lists_in
from explainer.model.paths import Address, list_of
from explainer.model.record_types import RecordType, Ref
from explainer.model.stages import Linked
from tests.cases import woven_seeds
from tests.stages import linked, printed

LISTS = (paths.TIMELINE, paths.PEOPLE_AND_PLACES, paths.GLOSSARY, paths.SOURCES)
SOURCE = """
  - {{id: {id}, type: book, title: Book {id}, issued: 2031-01, reading: original}}"""
TERM = "- {{id: {id}, term: Word {id}, definition: What {id} means., sources: [{id}]}}\n"
EVENT = "- {{id: on-{id}, date: {date}, text: Something of {id} happened., sources: [{id}]}}\n"
PLACE = "- {{id: {id}, name: Place {id}, type: village, within: Fenshire, sources: [{id}]}}\n"
IDS = ("re", "re-one", "re-two", "red", "river", "sand", "source-1", "source-2", "source-3", "tall")
DATES = (
    "2029",
    "2030-01",
    "2030-02-03",
    "2031-01",
    "2031-02-03",
    "2031-02-03",
    "2031-02-04",
    "2031-02-05",
    "2032",
    "2032",
)
Where = set[Address]


@pytest.fixture(autouse=True, params=[1, 2, 5])
def limit(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(parts, "LIMIT", request.param)
    return int(request.param)


def records(ids: Sequence[str] = IDS, more: Mapping[str, str] | None = None, dates: Sequence[str] = DATES) -> Linked:
    seeds = dict(woven_seeds())
    for name, text in (("sources", SOURCE), ("glossary", TERM), ("events", EVENT), ("places", PLACE)):
        filled = (text.format(id=id_, date=date) for id_, date in zip(ids, dates, strict=False))
        seeds[f"seeds/{name}.yaml"] = seeds[f"seeds/{name}.yaml"].rstrip() + b"\n" + "".join(filled).encode()
    for name, text in (more or {}).items():
        seeds[f"seeds/{name}.yaml"] = seeds.get(f"seeds/{name}.yaml", b"") + text.encode()
    made, mistakes = linked(seeds)
    assert [(each.rule.id, each.message) for each in mistakes if each.is_error] == []
    return made


def on_lists(known: Linked) -> dict[Ref, Address]:
    return {
        ref: address
        for ref, address in known.addresses.items()
        if list_of(address.page) in LISTS and (ref.type is not RecordType.SOURCE or ref in known.uses)
    }


def anchors(known: Linked) -> Where:
    """Every address to which a browser without scripts can go."""
    return {Address(page.path, id_) for page in printed(known) for id_ in _ids(page.markdown)}


def _ids(markdown: str) -> Iterator[str]:
    for attribute, mark in re.findall(r' id="([^"]+)"|\{:[^{}\n#]*#([^\s{}]+)', markdown):
        yield attribute or mark


def _line(markdown: str, id_: str) -> str:
    """The line that stands under the address, with its link."""
    found = re.search(
        r'<li id="[^"]*" markdown="1">(?:<span id="[^"]*"></span>)*\[.*\]\((.*)\)</li>', _part(markdown, id_)
    )
    assert found, f"no line leads on from #{id_}"
    return found[1]


def _part(markdown: str, id_: str) -> str:
    return next(line for line in markdown.splitlines() if f'id="{id_}"' in line)


def test_each_record_stands_where_links_lead() -> None:
    known = records()
    there = anchors(known)
    assert set(on_lists(known).values()) <= there
    assert {each.address for each in rendering.search_entries(known) if each.address.fragment} <= there
    assert {use.address for uses in known.uses.values() for use in uses if use.address.fragment} <= there


def test_links_between_pages_lead_to_parts_that_are_there() -> None:
    known = records()
    there = anchors(known)
    made = {page.path for page in printed(known)}
    for page in printed(known):
        for path, fragment in re.findall(r"\]\(((?:\.\./)*[\w/-]+\.md)(?:#([\w-]+))?\)", page.markdown):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
            assert target in made, f"{page.path} links to {target}"
            assert not fragment or Address(target, fragment) in there, f"{page.path} links to {target}#{fragment}"


def test_the_first_page_leads_from_the_address_that_each_record_had_to_where_it_stands() -> None:
    known = records()
    pages = {page.path: page.markdown for page in printed(known)}
    for ref, address in on_lists(known).items():
        first = list_of(address.page)
        if address.page != first:
            leads = posixpath.normpath(posixpath.join(posixpath.dirname(first), _line(pages[first], address.fragment)))
            assert leads == f"{address.page}#{address.fragment}", ref


def test_an_address_that_was_given_while_the_list_grew_stays() -> None:
    given: Where = set()
    for count in range(1, len(IDS) + 1):
        known = records(IDS[:count])
        assert given <= anchors(known)
        given |= set(on_lists(known).values())
    assert len({address.page for address in given}) > len(LISTS)


def test_in_whatever_order_records_came_they_stand_where_they_stand() -> None:
    assert on_lists(records()) == on_lists(records(IDS[::-1], dates=DATES[::-1]))


@pytest.mark.parametrize("new", ["re-three", "tiller", "zebra"])
def test_a_renamed_record_is_found_where_it_was(new: str) -> None:
    before = on_lists(records())
    ids = tuple(new if each == "red" else each for each in IDS)
    renamed = "".join(
        f"- {{record: {type_}/{begins}{new}, was: {begins}red, since: 2031-03-01}}\n"
        for type_, begins in (("source", ""), ("term", ""), ("place", ""), ("event", "on-"))
    )
    known = records(ids, {"renamed": renamed})
    pages = {page.path: page.markdown for page in printed(known)}
    for ref, old in before.items():
        assert old in anchors(known), ref
        now = ref if ref in known.addresses else ref.with_own_id(ref.id.replace("red", new))
        if known.addresses[now].page not in (old.page, list_of(old.page)):
            leads = posixpath.normpath(
                posixpath.join(posixpath.dirname(old.page), _line(pages[old.page], old.fragment))
            )
            assert leads.partition("#")[0] == known.addresses[now].page


def test_a_page_has_as_many_records_as_it_may_but_for_a_day(limit: int) -> None:
    known = records()
    for first in lists_in(known).values():
        for part in first.walked():
            days = {known.seeds.events[ref.id].value.date[:10] for ref in part.refs if ref.type is RecordType.EVENT}
            if not part.below and len(days) != 1:
                assert len(part.refs) <= limit, part.path


def test_each_page_says_which_it_is_and_leads_to_the_others() -> None:
    known = records()
    for first in lists_in(known).values():
        for part in rendering.parted.pages_of(first, known):
            markdown = rendering.pages(known)[part.path]().markdown
            around = part.below or next((p.below for p in first.walked() if part in p.below), ())
            links = [each for each in around if each.path in rendering.pages(known)]
            assert markdown.count('aria-current="page"') == (0 if part.below else 1)
            nav = markdown.partition('<nav class="x-pages"')[2]
            assert nav.count("](") + nav.count("<b aria-current") >= len(links)
            assert ("{: .x-up }" in markdown) == bool(part.depth)


def test_headings_are_headings() -> None:
    for path in (*LISTS, "people-and-places/places.md"):
        markdown = rendering.pages(records())[path]().markdown
        assert "&#35;" not in markdown
        lines = [line for line in markdown.splitlines() if re.search(r"\{: #[\w-]+ ", line) and ".x-" not in line]
        assert lines and all(line.startswith("#") for line in lines), lines


def test_titles_say_which_part_it_is() -> None:
    made = rendering.pages(records())
    titles = {path: page().markdown.split("\n")[1] for path, page in made.items() if list_of(path) != path}
    told = {path: re.sub(r'^title: "|"$', "", title) for path, title in titles.items()}
    assert len(set(told.values())) == len(told), "two pages are called the same"
    if "people-and-places/places.md" in told:
        assert told["people-and-places/places.md"] == "Places"
    if "timeline/2031-02.md" in told:
        assert told["timeline/2031-02.md"] == "Timeline: February 2031"
    if "glossary/id-r.md" in told:
        assert told["glossary/id-r.md"] == "Glossary: R…"
