"""What stands where on the page of a question."""

import re

from explainer import rendering
from tests.cases import changed
from tests.stages import linked


def _page(*edits: list[str]) -> str:
    records, _ = linked(changed({"edit": {"seeds/questions/stalls.yaml": list(edits)}}))
    return rendering.pages(records)["questions/stalls.md"]().markdown


def test_what_bears_on_no_aspect_comes_last_and_only_where_it_is_said() -> None:
    columns = re.split(r"(?m)^### ", _page())[1:]
    headings = [re.findall(r"(?m)^#### (.*?) \{", column) for column in columns]
    aspects = ["Stalls destroyed", "Stalls damaged"]
    assert headings.count([*aspects, "Other statements"]) == 2  # the mayor's and the institute's
    assert all(found in (aspects, [*aspects, "Other statements"]) for found in headings)
    assert aspects in headings


def test_a_large_figure_is_printed_as_in_our_prose() -> None:
    page = _page(["counts: {stalls: 40}", "counts: {stalls: 1200-12500}"])
    assert "1,200–12,500" in re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), page)


def test_linked_data_and_search_name_a_position_that_is_on_the_page() -> None:
    records, _ = linked(changed({"edit": {}}))
    page = rendering.pages(records)["questions/stalls.md"]().markdown
    named = set(re.findall(r'"@id":"#([\w-]+)"', page))
    named |= {
        entry.address.fragment
        for entry in rendering.search_entries(records)
        if entry.address.page == "questions/stalls.md"
    }
    assert named
    assert named <= set(re.findall(r'id="([\w-]+)"', page))
