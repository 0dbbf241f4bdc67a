"""What differs, told in every format: what is said, how much of it, and that a stranger's text stays text."""

import json
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from explainer import pipeline
from explainer.model.changes import Change, Comparison, Edit, How, PageChange, ShownRecord
from explainer.model.paths import Address
from explainer.reporting.changes import Told, json_changes, markdown, terminal
from explainer.reporting.changes.coded import code
from explainer.reporting.changes.markdown import LIMIT
from tests.cases import changed, minimal_seeds

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</details></summary><h1>Owned",
    "![picture](https://evil.example/p.png)",
    "[link](javascript:alert(1))",
    "https://evil.example/phish and www.evil.example and mail@evil.example",
    "@everyone @owner please approve #1 GH-1 owner/repository#1",
    "```\n# Heading\n```",
    "````diff\n+ more",
    "`code` ``more`` `",
    "| a | b |\n| --- | --- |",
    "- [ ] task\n1. one\n> quotation\n# heading\n---",
    ":tada: &lt;b&gt; &#64;owner \\@owner",
    "::set-output name=token::1\n::add-mask::x\n::stop-commands::y",
    "##[add-path]/tmp ##vso[task.setvariable]x",
    "\x1b[31mred\x07 \u202eesrever\u2066 \u200b",
    "*bold* _it_ ~~gone~~ $x$ <!-- hidden --> ${{ secrets.TOKEN }}",
    "{: .x } [TOC] [^1] [[x]]",
]


def told(old: str, new: str, label: str = "Label") -> Told:
    """One record in which everything that can be a stranger's text is one."""
    edits = (
        Edit(("note",), f"evidence {label}: note", How.CHANGED, old, new, is_text=True),
        Edit(("status",), "status", How.CHANGED, old, new),
        Edit(("unknown",), "unknown", How.ADDED, "", new, is_text=True),
        Edit(("passage",), "passage", How.MOVED, old, new),
    )
    address = Address("questions/stalls.md")
    change = Change("correction", f"{label} 2031", How.CHANGED, label, address, address, edits)
    pages = (PageChange("questions/stalls.md", How.CHANGED, (change,), (ShownRecord(change, ("status",), 2),)),)
    comparison = Comparison((change,), pages, ("glossary.md",), (label,), (old,))
    return Told(comparison, label, new, before_url="https://a.example/", after_url="https://b.example/")


TEXTS = st.one_of(st.sampled_from(HOSTILE), st.lists(st.sampled_from(HOSTILE), max_size=3).map(" ".join), st.text())


@settings(deadline=None, max_examples=300)
@given(TEXTS, TEXTS, TEXTS)
def test_markdown_holds_strangers_in_code_alone(old: str, new: str, label: str) -> None:
    written = markdown(told(old, new, label))
    plain: list[str] = []
    for block in MarkdownIt("commonmark").enable("table").parse(written):
        if block.type == "html_block":
            assert set(re.findall(r"<[^>]*>", block.content)) <= {"<details>", "</details>", "<summary>", "</summary>"}
            plain.append(block.content)
        assert block.type not in ("image", "table_open", "blockquote_open", "hr", "code_block")
        for inline in block.children or ():
            assert inline.type not in ("image", "html_inline"), inline
            if inline.type == "link_open":
                assert str(inline.attrs["href"]).startswith(("https://a.example/", "https://b.example/"))
            if inline.type == "text":
                plain.append(inline.content)
    assert not re.search(r"[@#<>:\[\]]\S*(?:owner|evil|everyone|1)", " ".join(plain)), plain
    assert "evil" not in " ".join(plain)
    assert_no_command(written)


@settings(deadline=None, max_examples=300)
@given(TEXTS, TEXTS, TEXTS)
def test_the_terminal_is_told_words_alone(old: str, new: str, label: str) -> None:
    written = terminal(told(old, new, label))
    assert_nothing_hidden(written)
    assert_no_command(written)
    coloured = terminal(told(old, new, label), colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == written


@settings(deadline=None, max_examples=200)
@given(TEXTS, TEXTS, TEXTS)
def test_json_is_read_back(old: str, new: str, label: str) -> None:
    written = json_changes(told(old, new, label))
    assert written.isascii()
    assert_no_command(written)
    document = json.loads(written)
    assert document["changes"][0]["edits"][0]["old"] == old
    assert document["changes"][0]["edits"][0]["new"] == new
    assert document["pages"][0]["before"] == "https://a.example/questions/stalls/"


def assert_nothing_hidden(written: str) -> None:
    """No control character, none that turns the direction of a line, none that nobody sees."""
    hidden = {char for char in written if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    assert hidden <= {"\n"}


def assert_no_command(written: str) -> None:
    for line in written.splitlines():
        assert not line.strip().startswith("::"), line
    assert "##[" not in written
    assert "##vso[" not in written


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_seeds_on_their_way_through(text: str) -> None:
    """From a file of the seeds, not only from records."""
    case = {
        "edit": {
            "seeds/site.yaml": [["title: The market hall of Brindle", f"title: {json.dumps(' '.join(text.split()))}"]],
            "seeds/articles/market/annotations.yaml": [["note: We could not check this.", f"note: {json.dumps(text)}"]],
            "seeds/corrections.yaml": [["record: question/stalls", f"record: {json.dumps(' '.join(text.split()))}"]],
        }
    }
    found = pipeline.compare(minimal_seeds(), changed(case))
    shown = Told(found.comparison, "old", "new", found.diagnostics, found.mistakes, found.files)
    for written in (terminal(shown), markdown(shown), json_changes(shown)):
        assert_no_command(written)
        assert_nothing_hidden(written)
    assert "site" in markdown(shown)


def test_a_comment_is_bounded_and_says_what_it_leaves_out() -> None:
    edit = Edit(("note",), "note", How.ADDED, "", "word " * 500, is_text=True)
    changes = tuple(
        Change("term", f"t-{number}", How.ADDED, "T" * 500, None, Address("glossary.md", f"t-{number}"), (edit,) * 50)
        for number in range(400)
    )
    pages = tuple(PageChange(f"context/{number}.md", How.ADDED, changes[:5], ()) for number in range(400))
    written = markdown(Told(Comparison(changes, pages), "old", "new"))
    assert len(written) <= LIMIT
    assert written.endswith("</details>\n")
    (more_pages,) = re.findall(r"^(\d+) more pages left out here", written, re.MULTILINE)
    (more,) = re.findall(r"^(\d+) more records left out here", written, re.MULTILINE)
    assert written.count("\n- `context/") == 400 - int(more_pages)
    assert written.count("\n**term** `TTT") == 400 - int(more)
    assert written.count("```diff") * 2 == written.count("```")


def test_the_gravest_stands_first_and_open_however_much_else_changes() -> None:
    def change(kind: str, edits: tuple[Edit, ...]) -> Change:
        return Change(kind, "a", How.CHANGED, kind, Address("a.md"), Address("a.md"), edits)

    note = Edit(("note",), "note", How.CHANGED, "old words", "new words", is_text=True)
    unknown = Edit(("unknown",), "unknown", How.ADDED, "", "word " * 100, is_text=True)
    status = Edit(("status",), "status", How.CHANGED, "claimed", "confirmed")
    says = Edit(
        ("positions", "guild", "says"), "position of the guild: says", How.CHANGED, "40 stalls", "41 stalls", True
    )
    changes = (change("term", (note,)), change("context", (unknown,) * 30), change("question", (unknown,) * 30))
    written = markdown(Told(Comparison((*changes, change("question", (*(unknown,) * 30, status, says))), ()), "a", "b"))
    shown, _, folded = written.partition("<details>")
    assert shown.index("+ confirmed") < shown.index("{+new+} words")
    assert "{+41+}" in shown
    assert "word word" not in shown
    assert folded.count("@@ status @@") == 1
    assert folded.startswith("\n<summary>3 more changes</summary>")


@given(st.text())
def test_code_is_one_piece_of_code(text: str) -> None:
    (block,) = [token for token in MarkdownIt("commonmark").parse(f"- {code(text)} end") if token.type == "inline"]
    kinds = [child.type for child in block.children or ()]
    assert kinds in (["code_inline", "text"], ["text"])
    assert (block.children or [])[-1].content == " end" or "code_inline" not in kinds


def test_what_is_said() -> None:
    case = {
        "edit": {
            "seeds/questions/stalls.yaml": [["status: disputed", "status: confirmed"]],
            "seeds/glossary.yaml": [["A union of people of one trade.", "A union of 12 people of one trade."]],
        }
    }
    found = pipeline.compare(minimal_seeds(), changed(case))
    shown = Told(found.comparison, "main", "here", found.diagnostics, (), found.files)
    assert terminal(shown).startswith(EXPECTED)
    assert "seeds/questions/stalls.yaml:3:9: error: `question/stalls`: status was `disputed`" in terminal(shown)


EXPECTED = """\
From main to here: 1 question changed; 1 term changed

question/stalls  Stalls lost
  ~ status: disputed → confirmed

term/guild  guild
  ~ definition: A union of {+12+} people of one …  (a NUMBER)

What readers will notice

articles/market.md
  · shows the question “Stalls lost” (status) in 3 places
"""
