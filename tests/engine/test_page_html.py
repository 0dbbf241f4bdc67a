"""The HTML that MkDocs is handed is what Python-Markdown makes of the same pages, element by element."""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import markdown
import pytest
from markdown.util import BLOCK_LEVEL_ELEMENTS
from mkdocs.commands.build import build
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser, LexborNode

from explainer import pipeline
from explainer.commands import cli
from explainer.engine.printed import NotPrintedHereError, convert
from tests.bench.made_up import write_long_article, write_project
from tests.cases import woven_seeds, write
from tests.markers import marked_project
from tests.projects import MINIMAL, PROJECT, copy_minimal, run_module

AUTHORS = {"authors/reference.md", "authors/rules.md"}
"""Pages that print code in backticks; a site has them once, and rarely."""


def _real(folder: Path) -> Path:
    return PROJECT


def _minimal(folder: Path) -> Path:
    return MINIMAL


def _woven(folder: Path) -> Path:
    write(folder, woven_seeds())
    return folder


def _hostile(folder: Path) -> Path:
    return marked_project(folder)[0]


def _new(folder: Path) -> Path:
    cli.run(["new", str(folder / "site")])
    return folder / "site"


def _made_up(folder: Path) -> Path:
    write_project(folder, 3)
    return folder


def _long(folder: Path) -> Path:
    write_long_article(folder, 50)
    return folder


@pytest.mark.parametrize("site", [_real, _minimal, _woven, _hostile, _new, _made_up, _long])
def test_pages_are_as_python_markdown_makes_them(site: Callable[[Path], Path], tmp_path: Path) -> None:
    pages = pipeline.run(site(tmp_path)).pages
    assert pages
    differ = []
    for page in pages:
        text = page.markdown.split("\n---\n", 1)[1].lstrip("\n")
        try:
            ours = convert(text, lambda url: url)
        except NotPrintedHereError:
            assert page.path in AUTHORS, page.path
            continue
        engine = markdown.Markdown(
            extensions=["attr_list", "def_list", "fenced_code", "md_in_html", "tables", "toc"],
            extension_configs={"toc": {"permalink": False}},
        )
        theirs = engine.convert(text)
        headings = [(each.level, each.id, each.name) for each in ours.headings]
        if headings != list(_flat(engine.toc_tokens)) or list(_elements(ours.html)) != list(_elements(theirs)):
            differ.append(page.path)
    assert differ == []


def _flat(tokens: list[dict[str, Any]]) -> Iterator[tuple[int, str, str]]:
    for each in tokens:
        yield each["level"], each["id"], each["name"]
        yield from _flat(each["children"])


_BLOCK = frozenset(BLOCK_LEVEL_ELEMENTS) | {"body", "caption"}


def _elements(page: str) -> Iterator[str]:
    """Tags with their attributes, and texts between them; white space at the edge of a block means nothing."""
    body = LexborHTMLParser(f"<body>{page}").body
    assert body is not None
    before, parts = True, list(_parts(body))
    for number, (tag, text) in enumerate(parts):
        if tag in _BLOCK:
            before = True
            yield text
        elif tag:
            yield text
        else:
            after = number + 1 == len(parts) or parts[number + 1][0] in _BLOCK
            shown = re.sub(r"\s+", " ", text)
            shown = shown.lstrip() if before else shown
            shown = shown.rstrip() if after else shown
            before = before and not shown
            if shown:
                yield shown


def _parts(node: LexborNode) -> Iterator[tuple[str, str]]:
    """Name and wording of each tag; no name for a text."""
    child = node.child
    while child is not None:
        if child.tag == "-text":
            yield "", child.text_content or ""
        elif child.tag and not child.tag.startswith("-"):
            given: Mapping[str, str | None] = child.attributes
            # Python-Markdown takes one level of escapes off the attributes of an element that holds Markdown.
            yield child.tag, f"<{child.tag} {sorted((name, html.unescape(given[name] or '')) for name in given)}>"
            yield from _parts(child)
            yield child.tag, f"</{child.tag}>"
        child = child.next


STRANGE = [
    "Words *with* stress.",
    "A [link][of-another-kind].",
    "Words.\n\n    code",
    "> quoted",
    "Words `in code`.",
    "1. one\n2. two",
    '<div markdown="1">\n\nnever closed',
    "# Heading {: .x = y }",
    "A title\n=======",
]


@pytest.mark.parametrize("text", STRANGE)
def test_what_no_page_of_ours_holds_goes_the_long_way(text: str) -> None:
    with pytest.raises(NotPrintedHereError):
        convert(text, lambda url: url)


def test_a_page_that_is_left_out_is_told(tmp_path: Path) -> None:
    project = copy_minimal(tmp_path)
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("exclude_docs: /glossary.md\n")
    built = run_module("mkdocs", "build", "--site-dir", tmp_path / "site", cwd=project)
    assert "contains a link to 'glossary.md' which is excluded from the built site" in built.stderr


def test_an_extension_of_the_sites_own_counts_on_every_page(tmp_path: Path) -> None:
    project = copy_minimal(tmp_path)
    text = (project / "mkdocs.yml").read_text("utf-8").replace("INHERIT", "markdown_extensions:\n  - abbr\nINHERIT")
    (project / "mkdocs.yml").write_text(text, "utf-8")
    (project / "docs" / "by-hand.md").write_text("# By hand\n\nA word.\n", "utf-8")
    built = run_module("mkdocs", "build", "--site-dir", tmp_path / "site", cwd=project)
    assert built.returncode == 0, built.stderr
    assert "x-sheet" in (tmp_path / "site" / "articles" / "market" / "index.html").read_text("utf-8")


def test_python_markdown_reads_pages_by_hand_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    theirs = markdown.Markdown.convert

    def reading(self: markdown.Markdown, text: str) -> str:
        read.append(text)
        return str(theirs(self, text))

    monkeypatch.setattr(markdown.Markdown, "convert", reading)
    project = copy_minimal(tmp_path)
    (project / "docs" / "by-hand.md").write_text("# By hand\n\nWords.\n", "utf-8")
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    assert [text for text in read if text] == ["# By hand\n\nWords.\n"]
