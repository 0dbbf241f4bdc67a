"""Every text that an author may write has a marker, and none of them is a mistake."""

from pathlib import Path

from explainer import pipeline
from explainer.model.seeds import ContextBox, Term
from explainer.rules import GIST_IS_SHORT, SILENCE_IS_NEEDED, TRANSLATION_IS_CURRENT
from tests.markers import NAMES_OF_OTHERS, OF_ARTICLE, Marking, fields


def test_every_field_of_the_shapes_is_marked(marked: tuple[Path, Marking]) -> None:
    _, marking = marked
    assert set(fields()) - OF_ARTICLE - NAMES_OF_OTHERS == set(marking.words)
    assert (Term, "term") in marking.words
    assert (ContextBox, "text") in marking.words


def test_no_marker_is_lost_on_its_way_into_the_records(marked: tuple[Path, Marking]) -> None:
    project, marking = marked
    preview = pipeline.preview(project)
    told = {each.rule for each in preview.diagnostics}
    expected = {SILENCE_IS_NEEDED, GIST_IS_SHORT, TRANSLATION_IS_CURRENT}
    assert told == expected, "its file is a marker; markers are long; what was translated has another"
    records = repr(preview.linked.seeds)
    assert [word for words in marking.words.values() for word in words if word not in records] == []
