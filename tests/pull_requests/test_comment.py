"""The comment on a pull request: what it says, and that nothing in it acts."""

import json
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from explainer.pull_requests import gathering, report
from explainer.pull_requests.addresses import PreviewAddresses
from explainer.pull_requests.archive import Refusal
from explainer.pull_requests.clean_markdown import clean_markdown
from explainer.pull_requests.comment import MARK, comment
from explainer.pull_requests.github_text import code, github_text
from tests.pull_requests import github, zips

SITES = PreviewAddresses("https://site.example/", "https://preview.example/")

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](https://evil.example/x.png)",
    "@everyone look",
    "[x](javascript:alert(1))",
    "[x](https://evil.example)",
    "<https://evil.example>",
    "https://evil.example",
    "www.evil.example",
    "me@evil.example",
    "#1 GH-2 owner/repo#3",
    "`` ` ``",
    "```\n::error::x\n```",
    "</details></table>",
    "<details><summary>x",
    "| a | b |\n|--|--|\n| <b> | `|` |",
    "# big\n\n***\n\n> > > deep",
    "<!-- explainer preview -->",
    "\u202ereversed",
    "a\x1b[31mred",
    "[x]: https://evil.example\n\n[x]",
    "- a\n  - b\n\n      code",
    "1. a\n1) b",
    "&lt;script&gt;",
    "<ins>never closed",
    "</code></ins>",
    "[a](https://after.invalid/../../x)",
    "[a](https://after.invalid/%2e%2e/)",
    "[a](https://after.invalid@evil.example/)",
    "[a](https://before.invalid/x?y=1)",
    "$\\text{x}$",
    "[^1]\n\n[^1]: x",
    "<svg><a>x</a></svg>",
    "@</b>octocat",
    "https:</b>//x.invalid",
    "#</b>1",
    "GH-</b>12",
    "www</b>.x.invalid",
    "![@](x)octocat",
    "[https:](q)//x.invalid",
    "@**octo**cat",
    "@<b>octocat",
    "`@`octocat",
    "@\\\noctocat",
    "&#64;octocat",
    "@\u200boctocat",
    "o/r</b>#1",
    "octocat#1",
    "@org/team",
    "x@</b>0123456789abcdef",
    "o/r@0123456789abcdef0123456789abcdef01234567",
    "0123456</b>789abcdef",
    "0123456*789*",
    "GHSA-aaaa-bbbb-cccc",
    "CVE-2031-1234",
    "JIRA-12",
    ":tada: :</b>octocat:",
    "mailto:me@x.invalid",
    "xmpp:a@x.invalid",
    "ftp://x",
    "<details>\n<summary>x</summary>\n\n```\n</details>\n```\n\nx",
    "```\n<details>\n```",
    "```\n</details>\n```",
    "</details>",
    "<details>",
    "- <details>\n- x",
    "> <details>\n> x",
    "<details><summary>x\n\n",
    "<details>\n<details>\n</details>",
    "<!--",
    "<!-- x\n\ny",
    "<summary>x</summary>",
    "````\nx",
    "~~~\nx",
    "<pre>",
    "<pre>\n\nx",
    "<style>",
    "<xmp>",
    "<textarea>",
    "<title>",
    "<table><tr><td>",
    "<![CDATA[",
    "<?php",
    "<!DOCTYPE x",
    "$$\nx\n$$",
    "$`x`$",
    "```math\nx\n```",
    "```mermaid\nx\n```",
    "> [!NOTE]\n> x",
    "- [ ] x",
    "a\u3164b\u2800c\u115f",
    "a\ufe00b\U000e0101c",
    "\U000e0041\U000e007f",
    "a" + "\u0301" * 50,
    "<sub>" * 50 + "x",
    "> " * 30 + "x",
    "    code\n\tcode",
    "x\n===",
    "x\n---",
    "#hash #",
    "1. @</b>x\n2. #</b>1",
    "| @</b>x | b |\n|--|--|\n| #</b>1 | x |",
    "<summary>@</b>x</summary>",
    "<details>\n<summary>@</b>octocat #</b>1</summary>\n\nx",
    "[@](<https://after.invalid/>)octocat",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_markdown_does_nothing(text: str) -> None:
    github.nothing_hides_what_follows(clean_markdown(text, SITES, 10_000))
    github.nothing_hides_what_follows(github_text(text))
    github.nothing_hides_what_follows(f"| a |\n| --- |\n| {github_text(text)} {code(text)} |")


@given(
    st.lists(
        st.sampled_from([*HOSTILE, "\n", "\n\n", " ", "`", "*", "[", "](", ">", "<", "|", "word", "@", "</b>"]),
        max_size=12,
    )
)
def test_combined_hostile_markdown_does_nothing(parts: list[str]) -> None:
    github.nothing_hides_what_follows(clean_markdown("".join(parts), SITES, 10_000))
    github.nothing_hides_what_follows(github_text("".join(parts)))


@given(st.text(alphabet=st.characters(exclude_categories=["C", "Z", "M"]), max_size=40))
def test_a_text_reads_back(text: str) -> None:
    assume(not github.BLANK.search(text))
    assert LexborHTMLParser(github.shown(github_text(text))).text().strip().replace("\u2060", "") == text


def test_what_is_not_seen_is_shown() -> None:
    assert "a&#92;u3164b&#92;u2800c" in github_text("a\u3164b\u2800c")
    assert github_text("a" + "\u0301" * 6).startswith("a" + "\u0301" * 4 + "&#92;u0301")
    for honest in ("❤️", "é", "e\u0301\u0323", "क्षि", "שָׁלוֹם", "Việt"):
        assert github_text(honest) == honest


def test_words_of_an_honest_diff_stay() -> None:
    """Whatever stands in a seed stands in code, also what would fold a comment."""
    text = (
        "**question** `Who </details> pays?` ([after](<https://after.invalid/questions/a/>))\n\n"
        "```diff\n@@ title @@\n- <details>  two\n+ </details>\n```\n\n"
        "<details>\n<summary>2 more changes</summary>\n\n```diff\n- </details> <details>\n```\n\n</details>\n"
    )
    html = github.shown(clean_markdown(text, SITES, 10_000))
    tree = LexborHTMLParser(html)
    assert [node.text() for node in tree.css("pre")] == [
        "@@ title @@\n- <details>  two\n+ </details>\n",
        "- </details> <details>\n",
    ]
    assert [node.text() for node in tree.css("p code")] == ["Who </details> pays?"]
    assert len(tree.css("details")) == 1


def test_what_a_report_needs_stays() -> None:
    cleaned = clean_markdown(
        "### Changes\n\n- **old** ~~new~~ <ins>word</ins> ([after](<https://after.invalid/questions/losses/#q>))\n"
        "  - deeper\n\n"
        "<details>\n<summary>More</summary>\n\n```diff\n- old\n+ new\n```\n\n</details>\n\n",
        SITES, 10_000,
    )  # fmt: skip
    html = github.shown(cleaned)
    assert '<a href="https://preview.example/questions/losses/#q">after</a>' in html
    for part in ("<h3>", "<strong>old", "<del>new", "<ins>word", "<summary>More", '<pre lang="diff">'):
        assert part in html, part


def test_a_long_text_is_cut_between_its_parts_and_folds_are_closed() -> None:
    text = (
        "<details>\n<summary>All</summary>\n\n"
        + "\n\n".join(f"Part {number}." for number in range(1000))
        + "\n\n</details>\n"
    )
    cleaned = clean_markdown(text, SITES, 500)
    assert len(cleaned) < 600
    assert cleaned.count("<details>") == cleaned.count("</details>") == 1
    assert "The rest is in the report" in cleaned


def full_report(word: str) -> dict[str, object]:
    return {
        "version": 1,
        "steps": {"check": "failed", "test": "passed", "links": word},
        "diagnostics": {
            "errors": 1,
            "warnings": 0,
            "diagnostics": [
                {"rule": word, "severity": "error", "path": word, "line": 2, "column": 9, "message": word, "fix": word}
            ],
        },
        "diff": word,
        "pages": [{"address": "questions/a/", "title": word, "change": "changed"},
                  {"address": word, "title": "", "change": "added"}],
        "sizes": {"before": {"all files": 1, word: 5}, "after": {"all files": 1200, "pages": 7}},
        "links": [{"page": word, "told": word}],
        "accessibility": [{"page": word, "told": word}],
        "symbolic_links": [word],
    }  # fmt: skip


@pytest.mark.parametrize("word", HOSTILE)
def test_hostile_reports_do_nothing(word: str) -> None:
    read = report.read(json.dumps(full_report(word)).encode())
    html = github.shown(comment(read, SITES, "https://site.example/a", refused=[Refusal(word, word)]))
    assert html.startswith(MARK)


def test_what_a_comment_says() -> None:
    read = report.read(json.dumps(full_report("word")).encode())
    told = comment(
        read, SITES, "https://site.example/a.zip", "0123456789abcdef", [Refusal("x.svg", "not allowed")],
        "https://site.example/run",
    )  # fmt: skip
    for part in (
        "Preview of <code>0123456789ab</code>", "[Open the preview](https://preview.example/)", "https://site.example/a.zip",
        "**Failed: Seeds** ([log](https://site.example/run)). Passed: Tests. Not run: Two builds, same bytes · Links",
        "[before](https://site.example/questions/a/) · [after](https://preview.example/questions/a/)",
        "<code>word:2:9</code> error: word", "| **all files** | 1 | 1,200 | +1,199 |",
        "<code>x.svg</code>: not allowed", "which nobody can review\n\n- <code>word</code>",
        "<summary>Size: 1,200 bytes, +1,199; the largest page +0</summary>",
    ):  # fmt: skip
        assert part in told, part


def test_a_comment_on_what_passes_is_short_about_it() -> None:
    steps = dict.fromkeys(report.STEPS, "passed")
    told = comment(report.read(json.dumps({"version": 1, "steps": steps, "diff": "Words."}).encode()), SITES)
    assert "All checks passed: Seeds · Tests · " in told
    assert "the word of the pull request’s own run" in told
    assert told.index("All checks passed") < told.index("Words.")


def test_a_large_report_gives_a_comment_that_github_takes() -> None:
    large = full_report("word " * 300)
    large |= {"diff": "word " * 50_000, "pages": large["pages"] * 500, "links": large["links"] * 500}  # type: ignore[operator]
    told = comment(report.read(json.dumps(large).encode()), SITES, refused=[Refusal("x" * 300, "y" * 300)] * 500)
    assert len(told) < 65_536
    assert "more" in told


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b'{"version": 2}', b"nonsense", b'{"version": 1, "diff": ' + b"[" * 100_000, b" " * 5_000_000],
)
def test_what_is_no_report(content: bytes) -> None:
    with pytest.raises(ValueError, match="the report is"):
        report.read(content)


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(
        st.sampled_from(["steps", "diagnostics", "diff", "pages", "sizes", "links", "accessibility", "check", "before",
                         "after", "address", "title", "change", "page", "told", "line", "errors", "rule"]), inner),
))  # fmt: skip
def test_a_report_of_any_shape_gives_a_comment(value: object) -> None:
    document = {**value, "version": 1} if isinstance(value, dict) else {"version": 1, "pages": value, "diff": value}
    github.shown(comment(report.read(json.dumps(document).encode()), SITES))


def test_gathering_takes_what_there_is(tmp_path: Path) -> None:
    for state, words in (("before", "Old."), ("after", "New.")):
        (tmp_path / state / "questions" / "a").mkdir(parents=True)
        page = zips.page(f"<article>{words}</article>")
        (tmp_path / state / "questions" / "a" / "index.html").write_bytes(page)
        (tmp_path / state / "index.html").write_bytes(zips.page("<article>Same.</article>"))
    (tmp_path / "outcomes").mkdir()
    (tmp_path / "outcomes" / "check").write_text("passed\n", encoding="utf-8")
    read = report.read(report.dumped(gathering.gathered(tmp_path)))
    assert read["steps"]["check"] == "passed"
    assert read["steps"]["test"] == "not run"
    assert read["pages"] == [{"address": "questions/a/", "title": "A page", "change": "changed"}]
    assert read["sizes"]["before"]["pages"] == read["sizes"]["after"]["pages"]
    assert report.read(report.dumped(gathering.gathered(tmp_path / "nowhere")))["pages"] == []
