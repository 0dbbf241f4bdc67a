"""An earlier text of an article stays readable, with what changed; an article beside what is known of its original."""

import csv
import hashlib
import re
from io import StringIO

import pytest
from selectolax.lexbor import LexborHTMLParser

from explainer.exporting import Addresses, earlier_table
from explainer.model.stages import Linked
from tests.cases import minimal_seeds
from tests.stages import linked, printed

SOURCE = "seeds/articles/market/source.txt"
CURRENT = minimal_seeds()[SOURCE].decode()
EARLIER = CURRENT.replace("40 stalls were destroyed", "14 stalls were destroyed").replace(
    "Its clock has not run since.", ""
)
OLDEST = EARLIER.replace("burned down once", "never burned down")


@pytest.fixture(scope="module")
def records() -> Linked:
    kept = {
        "seeds/articles/market/source.2031-02-05.txt": OLDEST.encode(),
        "seeds/articles/market/source.2031-02-05-2.txt": EARLIER.encode(),
    }
    return linked({**minimal_seeds(), **kept})[0]


@pytest.fixture(scope="module")
def pages(records: Linked) -> dict[str, str]:
    return {page.path: page.markdown for page in printed(records)}


def address(text: str) -> str:
    return f"articles/market/earlier/2031-02-05-{hashlib.sha256(text.encode()).hexdigest()[:8]}.md"


def test_each_stands_at_its_day_and_hash(records: Linked, pages: dict[str, str]) -> None:
    assert [each.day for each in records.seeds.articles["market"].earlier] == ["2031-02-05", "2031-02-05"]
    assert [path for path in pages if "/earlier/" in path] == sorted(map(address, (OLDEST, EARLIER)))
    assert "](market/earlier/2031-02-05-" in pages["articles/market.md"]


@pytest.mark.parametrize(("earlier", "later"), [(OLDEST, EARLIER), (EARLIER, CURRENT)])
def test_it_is_there_word_for_word_with_what_changed(pages: dict[str, str], earlier: str, later: str) -> None:
    text = re.sub(r"\{: [^}]*\}", "", pages[address(earlier)].partition("{: #text }")[2].partition("The SHA-256 of")[0])
    for other, expected in (("ins", earlier), ("del", later)):
        shown = LexborHTMLParser(re.sub(rf"<{other}>.*?</{other}>", "", text)).text()
        for furniture in ("SELECT A SECTION BELOW", "SELECT A SECTION ABOVE", "Share this story   Share by letter"):
            expected = expected.replace(furniture, "")
        assert shown.split() == expected.split()


def test_what_matters_is_called_out(pages: dict[str, str]) -> None:
    page = pages[address(EARLIER)]
    assert "differs in a number" in page
    notes = page.partition("Notes whose passage read otherwise")[2].partition("The text, with its changes")[0]
    assert "14" in notes
    assert "nothing stood there" in notes, "the sentence on the clock is new"


def test_beside_its_original(pages: dict[str, str]) -> None:
    page = pages["articles/market/original.md"]
    assert [words.text() for words in LexborHTMLParser(page).css("tbody q")] == ["Nobody was hurt"]
    assert "Beside its original" in pages["articles/market.md"]


def test_it_goes_out_as_a_table(records: Linked) -> None:
    rows = list(csv.DictReader(StringIO(earlier_table(records, Addresses("https://example.org/")))))
    assert {row["day"] for row in rows} == {"2031-02-05"}
    (number,) = (row for row in rows if row["differs"] == "a number")
    assert number["address"] == f"https://example.org/{address(EARLIER).removesuffix('.md')}/"
