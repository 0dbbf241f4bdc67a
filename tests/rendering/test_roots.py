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
