"""What a stranger's texts may not do to a comment, each by itself: fold, number, shrink, lead up, or fill it."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from explainer.pull_requests import limits, report
from explainer.pull_requests.addresses import PreviewAddresses
from explainer.pull_requests.clean_markdown import clean_markdown
from explainer.pull_requests.comment import comment
from explainer.pull_requests.github_text import github_text

SITES = PreviewAddresses("https://site.example/", "https://preview.example/")


def cleaned(text: str) -> str:
    return clean_markdown(text, SITES, 10_000)


def read(**values: object) -> Mapping[str, Any]:
    return report.read(json.dumps({"version": 1, **values}).encode())


def test_tags_in_one_another_end_at_a_depth() -> None:
    assert cleaned("<sub>" * 50 + "x").count("<sub>") == 8


def test_what_closes_no_fold_of_its_own_is_words() -> None:
    assert "</details>" not in cleaned("x\n\n</details>\n\ny")


def test_a_fold_ends_with_what_holds_it() -> None:
    assert cleaned("> <details>\n> x\n\ny").splitlines()[-3:] == ["> </details>", "", "y"]


def test_code_does_not_end_before_its_end() -> None:
    assert cleaned("````\n```\nx\n````") == "````\n```\nx\n````\n"


def test_code_shows_what_is_hidden_in_it() -> None:
    assert "\\u202e" in cleaned("```\na\u202eb\n```")


@pytest.mark.parametrize(("text", "written"), [
    ("$x$", "<span>&#36;</span>x<span>&#36;</span>"),
    ("- x", "&#45; x"),
    ("1. x", "1&#46; x"),
    ("a\ue000", "a&#92;ue000"),
])  # fmt: skip
def test_a_text_begins_nothing_and_hides_nothing(text: str, written: str) -> None:
    assert github_text(text) == written


@pytest.mark.parametrize("path", ["../x", "a/../../x", "a/.."])
def test_no_link_leads_up(path: str) -> None:
    assert SITES.of(report.AFTER + path) is None
    assert SITES.of(report.AFTER + "a/") == "https://preview.example/a/"


def test_a_commit_is_a_commit() -> None:
    assert "<code>0123456789ab</code>" in comment(read(), SITES, commit="0123456789abcdef")
    assert "evil" not in comment(read(), SITES, commit="@evil</code>")


def test_a_report_is_read_up_to_its_limits() -> None:
    found = read(
        diff="x" * 200_000,
        symbolic_links=["x" * 3_000, *["x"] * 6_000],
        links=[{"page": "x" * 5_000, "told": ""}, *[{}] * 6_000],
        sizes={"after": {"one": 10**15, "two": 7, "three": True}},
    )
    assert len(found["diff"]) == limits.DIFF_LENGTH
    assert (len(found["symbolic_links"]), len(found["symbolic_links"][0])) == (limits.LIST_LENGTH, limits.TEXT_LENGTH)
    assert (len(found["links"]), len(found["links"][0]["page"])) == (limits.LIST_LENGTH, limits.TEXT_LENGTH)
    assert found["sizes"]["after"] == {"two": 7}


def test_a_report_that_is_too_large_is_none() -> None:
    with pytest.raises(ValueError, match="larger than allowed"):
        report.read(b'{"version": 1}' + b" " * limits.REPORT_BYTES)


def test_one_text_does_not_fill_a_comment() -> None:
    told = comment(read(symbolic_links=["word" * 400]), SITES)
    assert "word …" in told
    assert "word" * (limits.SHOWN_LENGTH // 4 + 1) not in told
