"""What shares a root counts once, and what a source found out itself counts beside what it has from others."""

import re

import pytest

from explainer import rendering
from tests.cases import changed
from tests.stages import linked

ITEM = "  - {source: county-2031-02-05, relation: background, note: The list of the council.}\n"
COUNTY = "    issued: 2031-02-05\n    reading: original\n"


@pytest.mark.parametrize(
    ("items", "roots", "listed"),
    [
        ([""], 1, ["county-2031-02-05", "council-2031-02-04"]),
        (["", "root: county-2031-02-05, "], 2, ["county-2031-02-05", "council-2031-02-04"]),
        (["root: county-2031-02-05, "], 1, []),
        (["", "root: weather, "], 2, ["county-2031-02-05", "council-2031-02-04"]),
        (["root: weather, ", "root: observatory, "], 1, []),
    ],
)
def test_roots_of_evidence(items: list[str], roots: int, listed: list[str]) -> None:
    """The county's report has what it reports from the council, but for items that say otherwise."""
    more = "  - {id: weather, type: book, title: Weather, reading: original, root: observatory}\n"
    more += "  - {id: observatory, type: book, title: Winds, reading: original}\n"
    evidence = "".join(ITEM.replace("{", f"{{{own}") for own in items)
    edits = {
        "seeds/sources.yaml": [[COUNTY, f"{COUNTY}    root: council\n{more}"]],
        "seeds/questions/stalls.yaml": [[ITEM, evidence]],
    }
    records, _ = linked(changed({"edit": edits}))
    page = rendering.pages(records)["questions/stalls.md"]().markdown
    counted = re.search(r"<summary><b>(\d+)</b> [\w ]+(?:, in (\d+) sources)?</summary>", page)
    assert counted
    assert int(counted[1]) == roots
    assert int(counted[2] or counted[1]) == len(items)
    fold = page.partition("One origin, counted once")[2].partition("</details>")[0]
    line = next((each for each in fold.splitlines() if "#s-council" in each), "")
    assert re.findall(r"\(#s-([\w-]+)\)", line) == listed


@pytest.mark.parametrize(
    ("own", "summaries"),
    [
        ("", ["How sources bear on it: 1 supports"]),
        ("root: guild, ", ["Where it was said: 1 source"]),
        ("root: council, ", ["How sources bear on it: 1 supports"]),
    ],
)
def test_what_a_side_says_is_no_evidence_of_it(own: str, summaries: list[str]) -> None:
    """What the other side has to say for it is: it harms that side."""
    claim = "  question: stalls\n  aspect: destroyed\n"
    item = f"  evidence:\n    - {{source: county-2031-02-05, {own}relation: supports, note: Forty stalls.}}\n"
    edits = {"seeds/articles/market/annotations.yaml": [[claim, claim + item]]}
    records, _ = linked(changed({"edit": edits}))
    note = rendering.pages(records)["articles/market.md"]().markdown.partition('id="n-stalls-of-guild"')[2]
    assert re.findall(r"<summary>(.+?)</summary>", note.partition("</aside>")[0]) == summaries
