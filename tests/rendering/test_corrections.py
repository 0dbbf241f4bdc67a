"""Corrections for readers: at the record, on their page, and in the feed."""

from xml.etree import ElementTree

import pytest

from explainer.model.stages import Asset, Linked
from explainer.rendering import assets
from tests.cases import changed
from tests.stages import linked, printed

ATOM = "{http://www.w3.org/2005/Atom}"
NEW = """\
- date: 2031-02-07
  type: clarification
  record: question/stalls
  text: The council counts damaged stalls, not destroyed ones.
"""
RECORDS = {
    "article/market": "articles/market.md",
    "annotation/market/clock": "articles/market.md",
    "question/stalls": "questions/stalls.md",
    "context/institute": "context/institute.md",
    "term/guild": "glossary.md",
    "side/town": "people-and-places.md",
    "party/guild": "people-and-places.md",
    "place/brindle": "people-and-places.md",
    "event/storm": "timeline.md",
    "source/council-2031-02-04": "sources.md",
}


def state(corrections: str, address: str = "https://example.org/market/") -> dict[str, bytes]:
    line = f"\naddress: {address}\n" if address else "\n"
    seeds = changed({"files": {"seeds/corrections.yaml": corrections}})
    site = [each for each in seeds["seeds/site.yaml"].decode().splitlines() if not each.startswith("address:")]
    return {**seeds, "seeds/site.yaml": ("\n".join(site) + line).encode()}


def pages(corrections: str) -> dict[str, str]:
    return {page.path: page.markdown for page in printed(linked(state(corrections))[0])}


def feeds(records: Linked) -> list[Asset]:
    return [made for made in assets(records) if made.path == "corrections.xml"]


def feed(corrections: str, address: str = "https://example.org/market/") -> ElementTree.Element:
    (made,) = feeds(linked(state(corrections, address))[0])
    return ElementTree.fromstring(made.data)


def text(element: ElementTree.Element, name: str) -> str:
    found = element.find(f"{ATOM}{name}")
    assert found is not None, name
    return found.text or ""


@pytest.mark.parametrize("record", RECORDS)
def test_a_correction_stands_at_its_record_and_on_the_page_of_all(record: str) -> None:
    found = pages(f"- {{date: 2031-02-08, type: retraction, record: {record}, text: We take back the zebra}}\n")
    holding = {path for path, markdown in found.items() if "We take back the zebra" in markdown}
    assert holding == {RECORDS[record], "corrections.md"}
    assert "Retraction" in found["corrections.md"]
    if record == "annotation/market/clock":
        assert "(articles/market.md#n-clock)" in found["corrections.md"]
        assert "of the note on [Its clock has not run since.](#n-clock)" in found["articles/market.md"]


def test_the_newest_first_and_how_we_correct() -> None:
    page = pages(NEW + "- {date: 2031-02-09, type: update, record: term/guild, text: Later.}\n")["corrections.md"]
    assert page.index("Later") < page.index("The council counts damaged stalls")
    for word in ("Correction", "Clarification", "Update", "Retraction", "We no longer stand by it"):
        assert word in page


def test_none_so_far() -> None:
    page = pages("[]\n")["corrections.md"]
    assert "None so far" in page
    assert "How we correct" in page


def test_the_feed() -> None:
    found = feed(
        NEW
        + "- {date: 2031-02-08T16:30+03:00, type: update, record: annotation/market/clock, text: It *runs* again.}\n"
    )
    assert text(found, "id") == "https://example.org/market/corrections.xml"
    assert text(found, "updated") == "2031-02-08T16:30:00+03:00"
    assert text(found, "title").startswith("Corrections – ")
    newest, oldest = found.findall(f"{ATOM}entry")
    assert text(newest, "id") == "tag:example.org,2031-02-08:market/annotation/market/clock"
    assert text(newest, "title") == "Update: “Its clock has not run since.”"
    assert text(newest, "content") == "It runs again."
    link = newest.find(f"{ATOM}link")
    assert link is not None
    assert link.attrib["href"] == "https://example.org/market/articles/market/#n-clock"
    assert text(oldest, "updated") == "2031-02-07T00:00:00Z"


def test_without_corrections_the_feed_is_as_new_as_what_was_checked_last() -> None:
    found = feed("[]\n")
    assert found.findall(f"{ATOM}entry") == []
    assert text(found, "updated") == "2031-02-06T00:00:00Z"


def test_ids_stay_when_corrections_are_added() -> None:
    entry = "- {{date: 2031-02-07, type: update, record: question/stalls, text: Number {}.}}\n"
    before = [text(each, "id") for each in feed(NEW + entry.format(1)).findall(f"{ATOM}entry")]
    after = [text(each, "id") for each in feed(NEW + entry.format(1) + entry.format(2)).findall(f"{ATOM}entry")]
    assert after[1:] == before
    assert len(set(after)) == 3


@pytest.mark.parametrize(
    "address", ["https://example.org", "https://example.org/", "https://u@EXAMPLE.org:8000/a//?q#f"]
)
def test_addresses(address: str) -> None:
    found = feed(NEW, address)
    base = "https://u@EXAMPLE.org:8000/a/" if "EXAMPLE" in address else "https://example.org/"
    assert text(found, "id") == f"{base}corrections.xml"
    assert text(found.findall(f"{ATOM}entry")[0], "id").startswith("tag:example.org,2031-02-07:")


def test_no_address_no_feed() -> None:
    records, _ = linked(state(NEW, ""))
    assert feeds(records) == []
    page = next(page for page in printed(records) if page.path == "corrections.md")
    assert "corrections.xml" not in page.markdown


def test_hostile_words_stay_words() -> None:
    hostile = r'"<script>alert(1)</script> & ]]> \x01 <!--"'
    records, _ = linked(state(f"- {{date: 2031-02-08, type: update, record: {hostile}, text: {hostile}}}\n"))
    for made in feeds(records):
        entry = ElementTree.fromstring(made.data).findall(f"{ATOM}entry")[0]
        assert len(entry) == 6
        assert "script" in text(entry, "title")
