"""What PDF/UA-1 asks of a file and a program can see (the machine checks of the Matterhorn Protocol 1.1).

Typst checks much of it while it sets a book; here it is looked for in what was packed, by a library that knows neither.
No judge of the field, such as veraPDF, is on a package index that the tests may use.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader

from tests.books.conftest import Make

pytestmark = pytest.mark.xdist_group("books")


@pytest.fixture(params=["article", "small", "arabic"])
def reader(request: pytest.FixtureRequest, made: Make) -> PdfReader:
    return PdfReader(made(request.param, "pdf"))


def elements(reader: PdfReader) -> Iterator[Any]:
    """Those of the structure tree, from top to bottom."""
    root: Any = reader.trailer["/Root"]
    waiting: list[Any] = [root["/StructTreeRoot"]]
    while waiting:
        each = waiting.pop()
        each = each.get_object() if hasattr(each, "get_object") else each
        if isinstance(each, dict):
            if "/S" in each:
                yield each
            kids = each.get("/K", [])
            kids = kids.get_object() if hasattr(kids, "get_object") else kids
            waiting += reversed(kids if isinstance(kids, list) else [kids])


def test_the_file_says_what_it_is(reader: PdfReader) -> None:
    root: Any = reader.trailer["/Root"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]  # 07-001
    assert dict(root["/MarkInfo"]) == {"/Marked": True}  # 06-002; poppler calls `/Suspects false` a mistake
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data().decode()
    assert root["/Lang"]
    assert "/RoleMap" not in root["/StructTreeRoot"] or root["/StructTreeRoot"]["/RoleMap"]


def test_every_link_is_in_the_tree_and_says_where_it_leads(reader: PdfReader) -> None:
    pages: list[Any] = list(reader.pages)
    links = [(page, each.get_object()) for page in pages for each in page.get("/Annots", ())]
    assert links
    for page, link in links:
        assert page["/Tabs"] == "/S"  # 28-009
        assert link["/Contents"]  # 28-004
        assert "/StructParent" in link  # 28-002


def test_the_tree_holds_what_each_kind_needs(reader: PdfReader) -> None:
    found = list(elements(reader))
    levels = [int(each["/S"][2:]) for each in found if each["/S"][1] == "H" and each["/S"][2:].isdecimal()]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))  # 14-003
    assert all(each.get("/Alt") for each in found if each["/S"] == "/Figure")  # 13-004
    notes = [each["/ID"] for each in found if each["/S"] == "/Note"]  # 19-003
    assert len(notes) == len(set(notes))  # 19-004
    heads = [each["/A"] for each in found if each["/S"] == "/TH"]
    assert heads
    assert all("/Scope" in str(each) for each in heads)  # 15-003
