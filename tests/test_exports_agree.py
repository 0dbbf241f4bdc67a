"""What leaves the site says what its pages say: each status, date and party of every export, beside the built page.

The pages are read as a reader finds them, from their HTML; the exports as a program finds them, from their files.
"""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from explainer import pipeline
from explainer.text import dates
from explainer.vocabulary import Speech, Stance
from tests.browser.searching import searched
from tests.projects import PROJECT, run_module

# What several tests read is made in one process.
pytestmark = pytest.mark.xdist_group("exports-agree")

ATOM = {"": "http://www.w3.org/2005/Atom"}


@cache
def page_in(file: Path) -> LexborHTMLParser:
    return LexborHTMLParser(file.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Site:
    """A project with its built site."""

    project: Path
    built: Path

    def page(self, address: str) -> LexborHTMLParser:
        return page_in(self.built / address / "index.html")

    @cached_property
    def pages(self) -> list[Path]:
        """Those of the original: what editions say of themselves is in tests of theirs."""
        editions = [self.built / path.stem for path in (self.project / "seeds" / "editions").glob("*.yaml")]
        found = sorted(self.built.rglob("index.html"))
        return [path for path in found if not any(each in path.parents for each in editions)]

    def exported(self, form: str) -> str:
        done = run_module("explainer", "export", "--format", form, cwd=self.project)
        assert done.returncode == 0, done.stderr
        return done.stdout

    @cached_property
    def letters(self) -> dict[str, str]:
        """The letter of each side."""
        sides = pipeline.link(self.project)[0].seeds.sides
        return {id_: entry.value.letter for id_, entry in sides.items()}


@pytest.fixture(scope="module", params=["real", "small"])
def site(request: pytest.FixtureRequest) -> Site:
    if request.param == "small":
        woven: Path = request.getfixturevalue("woven")
        return Site(woven / "project", woven / "site")
    return Site(PROJECT, request.getfixturevalue("real_site"))


# --- what the pages say ---------------------------------------------------------------------------------


def said(node: LexborNode | LexborHTMLParser, css: str) -> str:
    """The words of the one part of a page; nothing where there is none."""
    found = node.css(css)
    assert len(found) < 2, css
    return " ".join(found[0].text().split()) if found else ""


def attribute(node: LexborNode | LexborHTMLParser, css: str, name: str) -> str:
    found = node.css_first(css)
    return (found.attributes.get(name) or "") if found else ""


@dataclass(frozen=True)
class Judged:
    status: str
    words: str
    """“disputed”, after “Status: ”."""
    as_of: str
    """“6 February 2031”."""


def judged(node: LexborNode, as_of: str) -> Judged:
    status = attribute(node, ".x-status", "data-status")
    return Judged(status, said(node, ".x-status").removeprefix("Status: "), said(node, as_of))


@dataclass(frozen=True)
class Note:
    """A note on a passage: who speaks, for which side, how sure that is, and what evidence shows."""

    party: str
    letter: str
    said: str
    judged: Judged


def note(page: LexborHTMLParser, id_: str) -> Note:
    (aside,) = page.css(f"#n-{id_}")
    letter = aside.attributes.get("data-party") or ""
    assert {mark.attributes.get("data-party") or "" for mark in page.css(f"mark[data-note='{id_}']")} == {letter}
    speech = said(aside, ".x-speech")
    party = said(aside, ".x-speech a[href*='people-and-places/#party-']")
    if speech == "Said by the article itself":
        party, certain = "The article", "on record"
    else:
        certain = speech.rpartition(", ")[2]
        party = re.sub("^the ", "The ", party)  # within a sentence
    assert bool(party) == bool(speech)
    return Note(party, letter, certain, judged(aside, ".x-ev .x-asof .x-date"))


@dataclass(frozen=True)
class Position:
    party: str
    letter: str
    stance: str
    date: str
    """In the machine's form, or in words where it has none."""


def position(page: LexborHTMLParser, number: int) -> Position:
    (stand,) = page.css(f"#position-{number}")
    column = stand
    while "x-pos" not in (column.attributes.get("class") or "").split():
        assert column.parent is not None
        column = column.parent
    party = stand.css_first(".x-who a")
    assert party is not None
    return Position(
        party.text(), column.attributes.get("data-party") or "", said(stand, ".x-stance"), said(stand, ".x-who .x-date")
    )


def words(date: str) -> str:
    return dates.words(date) if date else ""


# --- what the exports say -------------------------------------------------------------------------------


def test_the_table_of_claims(site: Site) -> None:
    rows = list(csv.DictReader(io.StringIO(site.exported("csv"))))
    numbers: dict[str, int] = {}
    for row in rows:
        if row["record"] == "claim":
            shown = note(site.page(f"articles/{row['article']}"), row["id"])
            assert (row["party-name"], site.letters.get(row["side"], "")) == (shown.party, shown.letter), row
            assert [word.label for word in Speech if word == row["said"]] == [shown.said], row
            assert (row["shown"], words(row["shown-as-of"])) == (shown.judged.status, shown.judged.as_of), row
        else:
            page = site.page(f"questions/{row['question']}")
            numbers[row["question"]] = numbers.get(row["question"], 0) + 1
            stand = position(page, numbers[row["question"]])
            assert (row["party-name"], site.letters[row["side"]]) == (stand.party, stand.letter), row
            assert (row["stance"], words(row["date"])) == (_word(stand.stance), stand.date), row
            (head,) = page.css(".x-qhead")
            assert (row["shown"], words(row["shown-as-of"])) == (
                attribute(head, ".x-status", "data-status"), said(head, ".x-asof .x-date"),
            )  # fmt: skip
    assert {row["record"] for row in rows} == {"claim", "position"}


def _word(label: str) -> str:
    """The word that an author writes, of a label on the page."""
    return next(stance.value for stance in Stance if stance.label == label)


def test_web_annotations(site: Site) -> None:
    found = json.loads(site.exported("web-annotation"))
    (collection,) = found if isinstance(found, list) else [found]
    article = collection["id"].removesuffix("#annotations").rstrip("/").rpartition("/")[2]
    page = site.page(f"articles/{article}")
    told = 0
    for annotation in collection["first"]["items"]:
        shown = note(page, annotation["id"].rpartition("#n-")[2])
        bodies = annotation.get("body", ())
        assert [b["value"] for b in bodies if b["purpose"] == "tagging"] == [shown.party] * bool(shown.party)
        assessed = [b["value"].partition(").")[0] for b in bodies if b["purpose"] == "assessing"]
        expected = [f"Status: {shown.judged.words} (as of {shown.judged.as_of}"] * bool(shown.judged.status)
        assert [f"{a.partition(' (')[0]} (as of {words(a.partition('as of ')[2])}" for a in assessed] == expected
        speech = [b["value"].partition(".")[0] for b in bodies if b.get("value", "").startswith("Said: ")]
        assert speech == [f"Said: {shown.said}"] * bool(shown.party)
        told += len(assessed)
    assert told, "some claim has a status"


def test_data_for_other_programs_on_the_pages(site: Site) -> None:
    claims = corrections = 0
    for path in site.pages:
        page = page_in(path)
        for script in page.css("script[type='application/ld+json']"):
            for thing in json.loads(script.text())["@graph"]:
                claims += thing["@type"] == "Claim"
                if thing["@type"] == "Claim":
                    check_claim(thing, page)
                listed = [each.get("datePublished") for each in thing.get("correction", ())]
                corrections += len(listed)
                assert thing["@type"] == "Claim" or listed == corrections_on(page)
    assert claims
    assert corrections or site.project == PROJECT, "the real site has none so far"


def check_claim(claim: dict[str, Any], page: LexborHTMLParser) -> None:
    kind, _, name = claim["@id"].removeprefix("#").partition("-")
    if kind == "a":
        shown = note(page, name)
        assert claim.get("author", {}).get("name", "The article") == shown.party
        marks = {each["inDefinedTermSet"]["name"]: each["name"] for each in claim["keywords"]}
        assert marks.pop("said") == shown.said
        assert marks.pop("shown", "").partition(" (")[0] == shown.judged.words
    else:
        stand = position(page, int(name))
        assert claim.get("author", {}).get("name", "The article") == stand.party
        assert words(claim.get("datePublished", "")) == stand.date or not claim.get("datePublished")


def corrections_on(page: LexborHTMLParser) -> list[str | None]:
    """The dates of the corrections at a page's end, as machines read them."""
    heading = page.css_first("#corrections")
    assert heading is not None
    after = heading.next
    while after is not None and after.is_text_node:
        after = after.next
    return [node.attributes.get("datetime") for node in after.css("li > time:first-child")] if after else []


def test_the_search_index(site: Site) -> None:
    notes = positions = 0
    for doc in searched(site.built):
        address, _, fragment = doc["url"].partition("#")
        if doc["title"].startswith("Report: "):
            assert fragment.removeprefix("n-"), "words of a report stand where its note would"
        elif fragment.startswith("n-"):
            shown = note(site.page(address), fragment.removeprefix("n-"))
            kind, by, party = doc["title"].partition(":")[0].partition(" by ")
            assert (kind == "Claim") == bool(by) == bool(shown.party)
            assert party.removeprefix("the ") == shown.party.removeprefix("The "), doc["title"]
            assert (f"Said: {shown.said}" in doc.get("status", "")) == bool(shown.party)
            assert (f"Status: {shown.judged.words}" in doc.get("status", "")) == bool(shown.judged.words)
            notes += 1
        elif address.startswith("questions/") and fragment.startswith("position-"):
            stand = position(site.page(address), int(fragment.removeprefix("position-")))
            party, _, stance = doc["title"].removeprefix("Position of ").rpartition(": ")
            assert party.removeprefix("the ") == stand.party.removeprefix("The "), doc["title"]
            assert stance == stand.stance.lower()
            positions += 1
    assert notes
    assert positions


def test_the_feed(site: Site) -> None:
    feed = ElementTree.fromstring((site.built / "corrections.xml").read_bytes())
    entries = feed.findall("entry", ATOM)
    found = [(entry.findtext("updated", "", ATOM)[:10], kind_of(entry)) for entry in entries]
    listed = [node for node in site.page("corrections").css(".x-office") if node.css("time")]
    assert found == [(attribute(node, "time", "datetime"), node.text().split(" · ")[1]) for node in listed]
    updated = feed.findtext("updated", "", ATOM)[:10]
    assert updated == max(date for date, _ in found) if found else updated in set(dated(site))


def kind_of(entry: ElementTree.Element) -> str:
    return entry.findtext("title", "", ATOM).partition(":")[0]


def dated(site: Site) -> Iterator[str]:
    """Every “as of” of the site, as the first day of its date."""
    for path in site.pages:
        for time in page_in(path).css(".x-asof time"):
            yield f"{time.attributes['datetime']}-01-01"[:10]
