"""What holds for any two states: nothing differs from itself, and the way back is the way there read backwards."""

import re
from typing import Any
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from explainer import pipeline
from explainer.model import parts, paths
from explainer.model.changes import Change, Comparison, How
from tests.comparing.states import STATES
from tests.stages import linked, printed

BACK = {How.ADDED: How.REMOVED, How.REMOVED: How.ADDED, How.CHANGED: How.CHANGED, How.MOVED: How.MOVED}
Seeds = dict[str, bytes]


def facts(comparison: Comparison, *, back: bool = False) -> set[Any]:
    """What differs, as a set. What an item of a list is called is left out: it is named as in the new state."""
    found: set[Any] = set()
    for change in comparison.changes:
        how, old, new = (BACK[change.how], change.new, change.old) if back else (change.how, change.old, change.new)
        names = frozenset({change.id, change.old_id})  # a record that was renamed has that of the new state
        found.add((change.type, names, change.leads_on, how, old, new, *sorted(edits(change, back=back))))
    for page in comparison.pages:
        found.add(("page", frozenset({page.path, page.was or page.path}), BACK[page.how] if back else page.how))
    broken = (comparison.broken_before, comparison.broken_after)
    return found | {broken[::-1] if back else broken, comparison.linking_back}


def edits(change: Change, *, back: bool) -> list[tuple[Any, ...]]:
    return [
        (edit.path[0], len(edit.path), BACK[edit.how], edit.new, edit.old)
        if back
        else (edit.path[0], len(edit.path), edit.how, edit.old, edit.new)
        for edit in change.edits
    ]


@settings(deadline=None, max_examples=40)
@given(STATES)
def test_a_state_does_not_differ_from_itself(seeds: Seeds) -> None:
    found = pipeline.compare(seeds, dict(seeds))
    assert (found.comparison.changes, found.comparison.pages, found.comparison.linking_back) == ((), (), ())
    assert found.diagnostics == ()


@settings(deadline=None, max_examples=80)
@given(STATES, STATES)
def test_the_way_back(old: Seeds, new: Seeds) -> None:
    if any(mistake.is_error for seeds in (old, new) for mistake in linked(seeds)[1]):
        return  # a correction that names a note by its former id goes by another name on the way back
    there, back = pipeline.compare(old, new).comparison, pipeline.compare(new, old).comparison
    assert facts(there) == facts(back, back=True)


@settings(deadline=None, max_examples=90)
@given(STATES, STATES, st.sampled_from((parts.LIMIT, 1, 2)))
def test_every_page_that_differs_is_told_and_no_other(old: Seeds, new: Seeds, limit: int) -> None:
    with mock.patch.object(parts, "LIMIT", limit):
        _check_pages(old, new)


def _check_pages(old: Seeds, new: Seeds) -> None:
    (before, mistakes_before), (after, mistakes_after) = linked(old), linked(new)
    if any(mistake.is_error for mistake in (*mistakes_before, *mistakes_after)):
        return  # what is broken is not compared, and is missing on pages
    pages = [{page.path: words(page.markdown) for page in printed(state)} for state in (before, after)]
    differing = {path for path in {**pages[0], **pages[1]} if pages[0].get(path) != pages[1].get(path)}
    found = pipeline.compare(old, new).comparison
    told = {path for page in found.pages for path in (page.path, page.was)}
    assert differing <= told | set(found.linking_back)
    assert {page.path for page in found.pages} | set(found.linking_back) <= differing


@settings(deadline=None, max_examples=20)
@given(STATES)
def test_only_a_change_of_what_was_published_needs_a_record(seeds: Seeds) -> None:
    nothing = {
        path: content for path, content in seeds.items() if "/questions/" not in path and "/articles/" not in path
    }
    assert pipeline.compare(nothing, seeds).diagnostics == ()
    assert pipeline.compare({}, seeds).diagnostics == ()


def test_pages_that_belong_to_no_record_are_there() -> None:
    from tests.cases import minimal_seeds

    records, _ = linked(dict(minimal_seeds()))
    lists = {path for name, path in vars(paths).items() if name.isupper()}
    assert lists - {paths.ARTICLES, paths.COVERAGE} <= {page.path for page in printed(records)}


def words(markdown: str) -> str:
    """A page as its readers see it: white space of any length is one space."""
    return " ".join(re.sub(r"&#32;|&#10;", " ", markdown).split())
