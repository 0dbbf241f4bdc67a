"""What `explainer add` makes of pages as real systems write them. A case is a page and what is to be read from it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from explainer.authoring import adding
from explainer.authoring.adding import NewArticle
from tests.cases import HERE

PAGES = HERE / "add" / "pages"


def seen(new: NewArticle, key: str) -> Any:
    """What was read, as a case names it; None where nothing was."""
    match key:
        case "headline":
            return new.headline
        case "author":
            return [*new.facts["author"].several] if "author" in new.facts else None
        case "furniture":
            return [piece.text for piece in new.furniture]
        case _:
            return new.facts[key].value if key in new.facts else None


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.yaml")), ids=lambda path: path.stem)
def test_page(path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    new = adding.from_page(adding.decode_html(case["page"].encode()).text)
    said = dict(case["says"])
    for kept in said.pop("text", []):
        assert kept in new.text
    for left_out in said.pop("not-text", []):
        assert left_out not in new.text
    for words in said.pop("no-furniture", []):
        assert words not in "\n".join(piece.text for piece in new.furniture)
    assert {key: seen(new, key) for key in said} == said
    assert bool(new.headline) != bool(new.why_no_headline), "where there is no headline, it is said why"
