"""Every kind of annotation is whole: what is forgotten of a new one is named here."""

import re
from collections.abc import Iterator
from typing import get_args

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from explainer.engine.theme_files import ASSETS
from explainer.model.allowed import TextOf, WordOf, fields_of
from explainer.model.fields import ID
from explainer.model.kinds import KINDS, SHAPES, Kind
from explainer.model.references import NAMED
from explainer.model.seeds import Annotation

# https://www.w3.org/TR/annotation-vocab/#named-individuals
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
    "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
PAGE = """
<div class="x-sheet md-typeset">
  <input type="checkbox" id="show-{0}">
  <mark data-kind="{0}">passage</mark><a class="x-ref" data-kind="{0}">1</a>
  <aside class="x-note" data-kind="{0}"><b class="x-kind">word</b></aside>
</div>
<span class="x-kind legend" data-kind="{0}">word</span>
"""

each_kind = pytest.mark.parametrize("kind", KINDS, ids=[kind.word for kind in KINDS])


def test_every_shape_of_an_annotation_has_its_kind() -> None:
    named = [kind.word for kind in KINDS]
    assert sorted(named) == sorted(SHAPES), "model/kinds.py lists each shape of an annotation once"
    assert set(get_args(Annotation)) == {kind.shape for kind in KINDS}


@each_kind
def test_the_fields_of_a_kind_are_those_of_its_shape(kind: Kind) -> None:
    fields = {key.replace("-", "_"): field.expected for key, field in fields_of(kind.shape).items()}
    assert kind.speaker in ("", "party")
    assert (kind.speaker == "party") == ("party" in fields)
    assert (kind.reading == "should_be") == ("should_be" in fields)
    assert (kind.sureness == "confidence") == ("confidence" in fields)
    leads_to = [key for key in fields if key in ("question", "box", "term")]
    assert leads_to == ([kind.leads_to] if kind.leads_to else []), "a note leads to the record that it names"
    assert not kind.is_about_that or kind.leads_to
    if kind.leads_to:
        assert fields[kind.leads_to] == TextOf(ID)
        assert len(NAMED[kind.leads_to]) == 1, "a record of one type"


@each_kind
def test_a_kind_has_words_of_its_own(kind: Kind) -> None:
    assert kind.motivation in MOTIVATIONS
    assert fields_of(kind.shape)["kind"].expected == WordOf((kind.word,))
    for other in KINDS:
        assert other is kind or not {other.label, other.short, other.definition} & {
            kind.label,
            kind.short,
            kind.definition,
        }


@each_kind
def test_the_style_sheet_draws_a_kind_as_the_table_says(kind: Kind) -> None:
    assert kind.line == declared("mark", kind, "text-decoration-style"), "the line under its passages"
    for word in (".x-note .x-kind", ".legend"):
        assert f"underline {kind.line} " in declared(word, kind, "text-decoration"), "the line under its word"


@each_kind
def test_the_box_of_a_kind_hides_its_notes(kind: Kind) -> None:
    """Without a script, which says what is off by itself."""
    for part in ("mark", ".x-ref", ".x-note"):
        hides = declared(part, kind, "--x-show", "pages/unscripted.css")
        assert hides == "none", f"the filter does not hide {part}"


def declared(selector: str, kind: Kind, name: str, sheet: str = "notes.css") -> str:
    """The value of a property that the style sheet declares last for an element of the page."""
    page = LexborHTMLParser(PAGE.format(kind.word))
    (element,) = page.css(selector)
    found = ""
    for selectors, declarations in rules(sheet):
        values = re.findall(rf"(?:^|;)\s*{name}\s*:\s*([^;]+)", declarations)
        if values and any(one.mem_id == element.mem_id for one in matched(page, selectors)):
            found = values[-1].strip()
    return found


def matched(page: LexborHTMLParser, selectors: str) -> Iterator[LexborNode]:
    try:
        yield from page.css(selectors)
    except SelectolaxError:  # of what is painted before or after an element
        return


def rules(sheet: str = "notes.css") -> list[tuple[str, str]]:
    """Selectors and declarations, those for some media among the others."""
    text = re.sub(r"/\*.*?\*/", "", (ASSETS / sheet).read_text(encoding="utf-8"), flags=re.DOTALL)
    return [(one.strip(), other) for one, other in re.findall(r"([^{};]+)\{([^{}]*)\}", text)]
