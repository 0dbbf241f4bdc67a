"""Whatever record is renamed: that is told once, at the record, and no record that refers to it counts as edited."""

from typing import Any

import pytest

from explainer import pipeline, reading
from explainer.authoring import renaming
from explainer.authoring.renaming.kept import PATH
from explainer.authoring.renaming.known import records
from explainer.model.changes import Change, Comparison, How
from explainer.model.record_types import Ref
from tests.cases import minimal_seeds
from tests.comparing.test_comparing_properties import words
from tests.stages import linked, printed

RECORDS = [name for _, _, name in records(reading.parse(minimal_seeds())[0]) if name]
Seeds = dict[str, bytes]


def renamed(seeds: Seeds, record: Ref, new_id: str = "new-name") -> Seeds:
    """The seeds as `explainer rename` leaves them."""
    plan = renaming.plan(seeds, record, new_id, "2031-02-09")
    after = {**seeds, **plan.contents}
    for old, new in plan.moved:
        moved = [path for path in after if path == old or path.startswith(f"{old}/")]
        after |= {new + path.removeprefix(old): after.pop(path) for path in moved}
    return after


def compared(old: Seeds, new: Seeds) -> Comparison:
    found = pipeline.compare(old, new)
    assert [each for each in found.mistakes if each.is_error] == []
    return found.comparison


@pytest.mark.parametrize("record", RECORDS, ids=str)
def test_a_rename_is_told_once(record: Ref) -> None:
    after = renamed(minimal_seeds(), record)
    found = compared(minimal_seeds(), after)
    (change,) = found.changes
    assert [(edit.path, edit.old, edit.new) for edit in change.edits] == [
        (("id",), record.id.rpartition("/")[2], "new-name")
    ]
    assert (change.how, change.old_id, change.leads_on) == (How.CHANGED, record.id, True)
    # Nothing but links differs on other pages, and on which is told.
    (before_pages, after_pages) = (pages(seeds) for seeds in (minimal_seeds(), after))
    told = {path for page in found.pages for path in (page.path, page.was)} | set(found.linking_back)
    differing = {path for path in {**before_pages, **after_pages} if before_pages.get(path) != after_pages.get(path)}
    assert differing <= told
    assert {page.path for page in found.pages} == {change.new.page if change.new else ""}


@pytest.mark.parametrize("record", RECORDS, ids=str)
def test_a_rename_that_nobody_notes_down_loses_the_old_address(record: Ref) -> None:
    after = {path: content for path, content in renamed(minimal_seeds(), record).items() if path != PATH}
    (change,) = compared(minimal_seeds(), after).changes
    assert (change.old_id, change.leads_on) == (record.id, False)


def test_a_rename_with_other_words_that_nobody_notes_down_may_be_another_record() -> None:
    (term,) = (name for name in RECORDS if name.id == "guild" and name.type == "term")
    after = {path: content for path, content in renamed(minimal_seeds(), term).items() if path != PATH}
    after["seeds/glossary.yaml"] = after["seeds/glossary.yaml"].replace(b"of one trade", b"of a trade")
    found = {change.name: change.how for change in compared(minimal_seeds(), after).changes}
    assert found["term/guild"] is How.REMOVED
    assert found["term/new-name"] is How.ADDED


def test_a_page_that_is_renamed_is_one_page() -> None:
    (question,) = (name for name in RECORDS if name.type == "question")
    (page,) = compared(minimal_seeds(), renamed(minimal_seeds(), question)).pages
    assert (page.path, page.how, page.was) == ("questions/new-name.md", How.MOVED, "questions/stalls.md")


def test_a_rename_does_not_hide_an_edit_of_what_refers_to_it() -> None:
    (source,) = (name for name in RECORDS if name.id == "council-2031-02-04")
    after = renamed(minimal_seeds(), source)
    path = "seeds/articles/market/annotations.yaml"
    after[path] = after[path].replace(b"nobody speaks of all of it", b"nobody speaks of it")
    changes = {change.name: told(change) for change in compared(minimal_seeds(), after).changes}
    assert set(changes) == {"source/new-name", "annotation/market/total-collapse"}
    ((key, old, new),) = changes["annotation/market/total-collapse"]
    assert key == "note"
    assert "[@new-name]" in old
    assert "[@new-name]" in new


def test_two_renames_after_each_other_and_back() -> None:
    (term,) = (name for name in RECORDS if name.id == "guild" and name.type == "term")
    once = renamed(minimal_seeds(), term, "traders")
    twice = renamed(once, Ref(term.type, "traders"), "unions")
    (change,) = compared(minimal_seeds(), twice).changes
    assert (change.old_id, change.id) == ("guild", "unions")
    back = renamed(once, Ref(term.type, "traders"), "guild")
    assert compared(minimal_seeds(), back).changes == ()


def pages(seeds: Seeds) -> dict[str, str]:
    return {page.path: words(page.markdown) for page in printed(linked(seeds)[0])}


def told(change: Change) -> list[tuple[Any, ...]]:
    return [(edit.path[0], edit.old, edit.new) for edit in change.edits]
