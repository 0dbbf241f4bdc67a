"""What we use of MkDocs without its having promised it: is as it was, and used in one module alone."""

import re

import pytest
from mkdocs.structure.pages import Page

from explainer.engine import mkdocs_private
from tests.projects import PROJECT

ROOM = PROJECT / "generator" / "explainer" / "engine"
UNPROMISED = (
    "_build_page|_populate_page|plugins.events|links_to_anchors|present_anchor_ids|serve_request|get_toc|_set_edit_url"
    "|validate_anchor_links|static_templates"
)


def test_nothing_that_we_use_is_otherwise() -> None:
    assert list(mkdocs_private.differences()) == []


def test_a_difference_is_told_with_what_it_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mkdocs_private, "_SIGNATURES", {mkdocs_private.build_page: ("page", "config")})
    monkeypatch.setattr(mkdocs_private, "_ATTRIBUTES", ((Page, "gone", "to do a thing"),))
    assert list(mkdocs_private.differences()) == [
        "`build_page` takes ('page', 'config', 'files', 'nav', 'env'), and not ('page', 'config')",
        "`Page` has no `gone`, which we need to do a thing",
    ]


def test_one_module_alone_uses_it() -> None:
    using = [path.name for path in sorted(ROOM.rglob("*.py")) if re.search(UNPROMISED, path.read_text("utf-8"))]
    assert using == ["mkdocs_private.py"]
