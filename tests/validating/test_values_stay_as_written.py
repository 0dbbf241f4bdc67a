"""What YAML would make something else of stays the text that the author wrote, up to the record and the page."""

from typing import Any

import pytest

from explainer import pipeline, reading, validating
from explainer.model.stages import Seeds
from tests.cases import changed, write

TRAPS = (
    "NO", "no", "Yes", "on", "OFF", "y", "true", "FALSE", "null", "~", "12:30", "1:20:30", "1.10", "012345", "0o17",
    "0x1F", "1e3", "1_000", "+12", ".inf", ".nan", "2024-03-12", "2024-03-12 16:30:00", "2024-03-12T16:30Z", "=",
)  # fmt: skip


def seeds(case: dict[str, Any]) -> Seeds:
    documents, found_reading = reading.parse(changed(case))
    valid, found = validating.validate(documents)
    assert not (*found_reading, *found)
    return valid


@pytest.mark.parametrize("written", TRAPS)
def test_in_a_title_a_list_and_a_quotation(written: str) -> None:
    edits = {
        "seeds/site.yaml": [["title: The market hall of Brindle", f"title: {written}"]],
        "seeds/glossary.yaml": [["variants: [guilds]", f"variants: [{written}, b]"]],
        "seeds/questions/stalls.yaml": [["says: 40 stalls were destroyed", f"says: {written}"]],
    }
    valid = seeds({"edit": edits})
    assert valid.site is not None
    assert valid.site.value.title == written
    assert valid.terms["guild"].value.variants == (written, "b")
    assert valid.questions["stalls"].value.positions[0].says == written


@pytest.mark.parametrize(
    "written", ["2031", "2031-02", "2031-02-05", "2031-02-05T16:30+03:00", "2031-02~", "2031/2032"]
)
def test_dates_are_as_precise_as_they_were_written(written: str) -> None:
    valid = seeds({"edit": {"seeds/events.yaml": [["date: 2031-02~", f"date: {written}"]]}})
    assert valid.events["visit"].value.date == written


@pytest.mark.parametrize("written", ["012", "40", "550+", "~300", "100-200"])
def test_counts_are_no_numbers(written: str) -> None:
    edits = {"seeds/questions/stalls.yaml": [["counts: {stalls: 40}", f"counts: {{stalls: {written}}}"]]}
    assert seeds({"edit": edits}).questions["stalls"].value.figures[0].counts == {"stalls": written}


def test_ids_that_look_like_numbers_and_words_of_yaml() -> None:
    text = "".join(f"- id: {each}\n  term: term {each}\n  definition: A word.\n" for each in ("no", "1-10", "012345"))
    assert list(seeds({"files": {"seeds/glossary.yaml": text + GUILD}}).terms) == ["no", "1-10", "012345", "guild"]


def test_on_the_page(tmp_path: Any) -> None:
    write(tmp_path, changed({"edit": {"seeds/site.yaml": [["title: The market hall of Brindle", "title: NO 1.10"]]}}))
    (home,) = (page for page in pipeline.run(tmp_path).pages if page.path == "index.md")
    assert "NO 1" in home.markdown


GUILD = "- id: guild\n  term: guild\n  definition: A union.\n  sources: [bugle-2031-02-05]\n"
