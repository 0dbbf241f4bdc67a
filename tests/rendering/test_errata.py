"""What is wrong in an article, counted: on its page, with an example of each type, and on the home page."""

import re

import pytest

from tests.cases import changed
from tests.stages import linked, printed

ANNOTATIONS = "seeds/articles/market/annotations.yaml"
ERRATUM = """\

- id: {id}
  kind: erratum
  quote: {quote}
  {reading}type: {type}
  confidence: {confidence}
  note: A mistake.
  evidence: [{{source: council-2031-02-04, relation: refutes}}]
"""


def erratum(id: str, quote: str, reading: str = "", type: str = "wording", confidence: str = "high") -> str:
    should_be = f"should-be: {reading}\n  " if reading else ""
    return ERRATUM.format(id=id, quote=quote, reading=should_be, type=type, confidence=confidence)


def pages(*errata: str) -> dict[str, str]:
    seeds = changed({})
    seeds[ANNOTATIONS] += "".join(errata).encode()
    return {page.path: plain(page.markdown) for page in printed(linked(seeds)[0])}


def plain(markdown: str) -> str:
    """The words that a reader sees, in one line, without marks of emphasis and without the addresses of links."""
    words = re.sub(r"\]\([^)]*\)", "]", markdown.replace("*", "")).replace("[", "").replace("]", "")
    return " ".join(re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), words).split())


def test_the_page_counts_its_errata_by_type_and_by_how_sure_we_are() -> None:
    page = pages(erratum("hurt", "was hurt", "was injured", confidence="low"))["articles/market.md"]
    assert "garbled: 2 places, 1 certain, 1 possible." in page
    assert "Figure, 1 time." in page
    assert "Wording, 1 time." in page
    assert "Cut," not in page


@pytest.mark.parametrize(
    ("second", "shown"),
    [
        (erratum("hurt", "was hurt", "was injured", type="wording"), True),
        (erratum("hurt", "was hurt", "was injured", type="wording", confidence="medium"), False),
        (erratum("hurt", "was hurt", type="wording"), False),
        (erratum("hurt", "was hurt", "one two three four five six seven eight nine ten eleven", type="wording"), False),
    ],
    ids=["certain and short", "not certain", "without a reading", "too long"],
)
def test_an_example_is_certain_short_and_has_a_reading(second: str, shown: bool) -> None:
    page = pages(second)["articles/market.md"]
    of_type = page.split("Wording, 1 time.")[1].split("Every other character")[0]
    assert (">was hurt</q>, to be read <q" in of_type) is shown


def test_an_example_stands_without_the_marks_of_its_passage() -> None:
    page = pages(erratum("roof", "“total collapse”", "“partial collapse”", type="quotation"))["articles/market.md"]
    assert ">total collapse</q>, to be read" in page
    assert ">partial collapse</q>." in page


def test_the_home_page_counts_as_the_article_does() -> None:
    made = pages(erratum("hurt", "was hurt", "was injured"))
    counted = "2 mistakes are marked, with their reading where we know it;"
    assert counted in made["articles/market.md"]
    assert counted in made["index.md"]
