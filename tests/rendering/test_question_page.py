"""What stands where on the page of a question."""

import re

from explainer import rendering
from tests.cases import changed
from tests.stages import linked


def _page(*edits: list[str]) -> str:
    records, _ = linked(changed({"edit": {"seeds/questions/stalls.yaml": list(edits)}}))
    return rendering.pages(records)["questions/stalls.md"]().markdown


def test_what_bears_on_no_aspect_comes_last_and_only_where_it_is_said() -> None:
    sides = re.split(r"(?m)^### ", _page())[1:]
    headings = [re.findall(r"(?m)^#### (.*?) \{", side) for side in sides]
    assert headings == [["Stalls destroyed"], ["Stalls damaged", "Other statements"], ["Other statements"]]


def _words(markdown: str) -> str:
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), markdown)


def test_a_page_begins_with_the_short_answer_and_who_says_what() -> None:
    parts = (
        "# How many stalls",
        "The council counts 12, the guild 40.",
        "Status: disputed",
        "x-accounts",
        "Who counted what",
        "In more detail",
    )
    page = _words(_page()).split("\n---\n")[1]
    assert sorted(parts, key=page.index) == list(parts)


def test_a_line_is_made_of_the_newest_position_unless_the_author_wrote_one() -> None:
    def line(page: str, letter: str) -> str:
        (row,) = re.findall(rf'<tr data-party="{letter}".*?</tr>', page)
        return re.sub("<[^>]+>", " ", _words(row))

    page = _page(["accounts:\n  - {side: traders", "accounts:\n  - {side: town"])
    assert "Asserts" in line(page, "A") and "40 stalls were destroyed" in line(page, "A")
    page = _page(["{side: traders, position: asserts", "{side: traders, position: denies"])
    assert "Denies" in line(page, "A") and "Forty are gone" in line(page, "A")
    assert "Changed its account,  5 February 2031" in line(page, "A")


def test_the_table_of_figures_has_the_aspects_one_below_the_other() -> None:
    rows = re.findall(r"(?s)<tbody.*?</tbody>", _words(_page()))
    assert [re.findall(r'rowgroup" colspan="\d+">(.*?)<', body) for body in rows[1:]] == [
        ["Stalls destroyed"],
        ["Stalls damaged"],
    ]


def test_what_few_counted_stands_under_other() -> None:
    columns = "".join(f"  - {{id: c{i}, title: C{i}}}\n" for i in range(3))
    counts = "".join(
        f"  - {{party: council, date: 2031-02-0{d}, counts: {{stalls: {d}, c0: 1, c1: 1}}, "
        "sources: [council-2031-02-04]}\n"
        for d in range(1, 6)
    )
    page = _words(_page(["figures:\n", f"{columns}figures:\n{counts}"], ["beams: 3-5", "beams: 3-5\n      c2: 7"]))
    assert "Beams: 3–5, C2: 7" in page
    assert re.findall(r'<th class="x-num">(.*?)</th>', page) == ["Stalls", "C0", "C1"]


def test_a_large_figure_is_printed_as_in_our_prose() -> None:
    page = _page(["counts: {stalls: 40}", "counts: {stalls: 1200-12500}"])
    assert "1,200–12,500" in _words(page)


def test_linked_data_and_search_name_a_position_that_is_on_the_page() -> None:
    records, _ = linked(changed({"edit": {}}))
    page = rendering.pages(records)["questions/stalls.md"]().markdown
    named = set(re.findall(r'"@id":"#([\w-]+)"', page))
    named |= {
        entry.address.fragment
        for entry in rendering.search_entries(records)
        if entry.address.page == "questions/stalls.md" and entry.address.fragment
    }
    assert named
    assert named <= set(re.findall(r'id="([\w-]+)"', page))


def test_a_status_older_than_the_site_allows_says_so() -> None:
    assert "may be outdated" not in _page()
    for age, is_old in (("3d", False), ("1d", True)):
        edits = {"seeds/site.yaml": [["checked: 2031-02-08", f"checked: 2031-02-08\nstale-after: {age}"]]}
        made = rendering.pages(linked(changed({"edit": edits}))[0])
        for page in ("questions/stalls.md", "questions/index.md", "index.md"):
            assert ("may be outdated" in _words(made[page]().markdown)) == is_old


def test_every_page_says_who_makes_the_site_and_how_to_object() -> None:
    made = rendering.pages(linked(changed({"edit": {}}))[0])
    for path in made:
        foot = _words(made[path]().markdown).split('<div class="x-made"')[1]
        assert "Made by The desk of Brindle. Last checked" in foot
        assert "https://brindle.example/desk" in foot


def test_where_pictures_were_taken_stands_in_words_and_on_a_map_of_the_spot() -> None:
    placed = "placed: {what: the photograph, place: brindle, by: the guild%s}"
    point = ", point: {lat: 51.273, lon: -4.301, precision: exact}, archive-url: 'https://example.org/kept'"
    listed = "relation: background, note: The list of the council."
    page = _words(_page([listed, f"relation: background, {placed % point}"]))
    assert "The photograph was placed in [Brindle](../people-and-places.md#place-brindle) by the guild." in page
    assert "Position that was told: 51.273, -4.301." in page
    assert '<a href="https://example.org/kept">The pictures in an archive</a>' in page
    (drawn,) = re.findall(r"<figure.*?</figure>", page, re.DOTALL)
    assert "m-dot" in drawn and "where pictures were placed: Brindle, Fenshire, Nowhereland" in drawn
    assert "Hollow" not in drawn, "the spot is known exactly"
    assert "Hollow" in _words(_page([listed, f"relation: background, {placed % ''}"])), "the place is not"
