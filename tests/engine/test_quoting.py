"""Selecting text on the page of an article gives YAML that anchors exactly there: random ranges in a real browser."""

import json
import random
import re
import shutil
import socketserver
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest

from explainer import pipeline
from explainer.engine.local import files, quoting
from explainer.model.kinds import SHAPES
from explainer.model.stages import ArticleSeed
from tests.projects import MINIMAL, PROJECT, copy_minimal
from tests.served import get, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

RANGES = 12
PANEL = "#explainer-quote .panel"

# From a place in a paragraph's text, counted in characters without the markers, to a place in the page.
_SELECT = """([first, start, last, end]) => {
  const block = (name) => document.querySelector(name === "headline" ? "#headline" : `#${name} > .x-text`);
  const place = (name, offset) => {
    const walker = document.createTreeWalker(block(name), NodeFilter.SHOW_TEXT);
    let node;
    while ((node = walker.nextNode())) {
      if (node.parentNode.closest(".x-ref")) continue;
      const chars = [...node.data];
      if (offset <= chars.length) return [node, chars.slice(0, offset).join("").length];
      offset -= chars.length;
    }
  };
  getSelection().setBaseAndExtent(...place(first, start), ...place(last, end));
}"""


class _Threads(socketserver.ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def quotable() -> Iterator[Callable[[Path, Path], str]]:
    """From a project and its built site to an address where its pages can be quoted, as while serving."""
    servers: list[WSGIServer] = []

    def serve(project: Path, site: Path) -> str:
        def pages(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
            file = site / environ["PATH_INFO"].lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                return files.send(start, b"", "text/plain", "404 Not Found")
            content = file.read_bytes()
            if file.suffix == ".html":
                content = quoting.with_script(content.decode()).encode()
            return files.send(start, content, files.content_type(file.name))

        servers.append(make_server("127.0.0.1", 0, quoting.app(project, pages), _Threads, _Quiet))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}/"

    yield serve
    for server in servers:
        server.shutdown()


def _random_ranges(article: ArticleSeed) -> Iterator[tuple[tuple[str, int], tuple[str, int], int, int]]:
    """Begin and end, as places on the page and as offsets; within a paragraph and across several, at any character."""
    chance, text = random.Random(7), article.text
    for _ in range(RANGES):
        first = chance.randrange(len(text.blocks))
        last = min(first + chance.choice([0, 0, 0, 1, 2]), len(text.blocks) - 1)
        start = chance.randrange(text.blocks[first].start, text.blocks[first].end)
        end = chance.randrange(text.blocks[last].start, text.blocks[last].end) + 1
        if first == last:
            end = min(text.blocks[last].end, start + chance.choice([1, 5, 20, 300]))
        if text.text[start:end].strip():
            begin = (text.fragment(first), start - text.blocks[first].start)
            yield begin, (text.fragment(last), end - text.blocks[last].start), start, end


def _quoted(page: "Page", kind: str) -> str:
    page.locator("#explainer-quote .quote").click()
    page.wait_for_selector(f"{PANEL} textarea")
    page.locator(f"{PANEL} select").select_option(kind)
    yaml = page.locator(f"{PANEL} textarea").input_value()
    page.keyboard.press("Escape")
    page.wait_for_selector(PANEL, state="detached")
    return yaml


@pytest.mark.parametrize("name", ["minimal", "real"])
def test_what_is_selected_anchors_where_it_was_selected(
    name: str,
    request: pytest.FixtureRequest,
    browser: "Browser",
    quotable: Callable[[Path, Path], str],
    tmp_path: Path,
) -> None:
    project = tmp_path / "project"
    source = MINIMAL if name == "minimal" else PROJECT
    shutil.copytree(source / "seeds", project / "seeds")
    (slug,) = (folder.name for folder in (project / "seeds" / "articles").iterdir())
    article = pipeline.article(project, slug)
    assert article is not None
    address = quotable(project, request.getfixturevalue(f"{name}_site"))
    page = browser.new_page()
    page.goto(f"{address}articles/{slug}/")
    pasted, wanted = [], {}
    for number, (first, last, start, end) in enumerate(_random_ranges(article)):
        page.evaluate(_SELECT, [*first, *last])
        page.wait_for_selector("#explainer-quote .quote")
        yaml = _quoted(page, "note")
        assert re.search(r"(?m)^  kind: note$", yaml)
        yaml = re.sub(r"(?m)^- id: .*", f"- id: pasted-{number}", yaml)
        pasted.append(re.sub(r"(?m)^  note: .*", "  note: Looked at.", yaml))
        wanted[f"pasted-{number}"] = (start, end)
        page.evaluate("getSelection().removeAllRanges()")
        page.wait_for_selector("#explainer-quote .quote", state="detached")
    page.close()
    assert len(wanted) > RANGES // 2

    file = project / "seeds" / "articles" / slug / "annotations.yaml"
    file.write_text(file.read_text(encoding="utf-8").rstrip() + "\n\n" + "\n".join(pasted), encoding="utf-8")
    preview = pipeline.preview(project)
    assert [each for each in preview.diagnostics if each.is_error] == []
    anchors = preview.linked.anchored.articles[slug].anchors
    found = {anchor.annotation.value.id: (anchor.start, anchor.end) for anchor in anchors}
    text = article.text.text
    for id_, (start, end) in wanted.items():
        begins, ends = found[id_]
        selected = text[start:end]
        start, end = start + len(selected) - len(selected.lstrip()), end - len(selected) + len(selected.rstrip())
        assert begins <= start
        assert end <= ends
        # Longer only by the rest of the words that were cut.
        assert not re.search(r"\s", text[begins:start] + text[end:ends]), (text[begins:ends], selected)


def test_the_keys_lead_to_the_yaml_and_out_of_it(
    browser: "Browser", quotable: Callable[[Path, Path], str], minimal_site: Path
) -> None:
    page = browser.new_page()
    page.clock.install()
    page.goto(f"{quotable(MINIMAL, minimal_site)}articles/market/")
    page.evaluate(_SELECT, ["p2", 4, "p3", 20])
    page.wait_for_selector("#explainer-quote .quote")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{PANEL}[role=dialog] textarea")
    kinds = page.locator(f"{PANEL} option").all_inner_texts()
    assert kinds == [*SHAPES]
    for kind in kinds:
        page.locator(f"{PANEL} select").select_option(kind)
        assert f"kind: {kind}" in page.locator(f"{PANEL} textarea").input_value()
    page.keyboard.press("Escape")
    page.wait_for_selector(PANEL, state="detached")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.x-note'))")
    page.clock.run_for(400)
    assert page.locator("#explainer-quote .quote").count() == 0, "only the article's own text can be quoted"
    page.close()


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({}, "has changed"),
        ([], "has changed"),
        ({"article": "no-such", "first": {}, "last": {}}, "broken"),
        ({"article": "market", "first": {"block": "p1", "offset": 0, "text": "Other."}, "last": {}}, "has changed"),
    ],
)
def test_what_cannot_be_quoted_is_said(asked: Any, why: str) -> None:
    with pytest.raises(quoting.CannotQuoteError, match=why):
        quoting.annotations(MINIMAL, json.loads(json.dumps(asked)))


def test_a_selection_without_a_word_is_said() -> None:
    article = pipeline.article(MINIMAL, "market")
    assert article is not None
    text = article.text
    index = next(index for index, block in enumerate(text.blocks) if not block.is_headline)
    block = text.blocks[index]
    space = text.text.index(" ", block.start) - block.start
    place = {"block": text.fragment(index), "text": text.text[block.start : block.end]}
    with pytest.raises(quoting.CannotQuoteError, match="one word"):
        quoting.annotations(
            MINIMAL, {"article": "market", "first": {**place, "offset": space}, "last": {**place, "offset": space + 1}}
        )


def test_mkdocs_serve_offers_it_too_and_a_build_does_not(tmp_path: Path, minimal_site: Path) -> None:
    assert "_explainer" not in (minimal_site / "articles" / "market" / "index.html").read_text(encoding="utf-8")
    project = copy_minimal(tmp_path / "project")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nsite_url: ''\n")
    with served(project, "mkdocs", "serve", "--livereload", "--dev-addr", "127.0.0.1:PORT") as address:
        assert f'src="{files.BASE}quote.js"' in get(f"{address}articles/market/")
        assert "attachShadow" in get(f"{address}_explainer/quote.js")
        assert "why" in get(f"{address}_explainer/quote")
