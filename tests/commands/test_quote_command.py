"""`explainer quote`: the YAML of each place, or what the articles have instead."""

from pathlib import Path

import pytest

from explainer.commands import cli


@pytest.fixture(autouse=True)
def project(minimal_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(minimal_project)
    return minimal_project


def quoted(capsys: pytest.CaptureFixture[str], phrase: str) -> tuple[int, str, str]:
    code = cli.run(["quote", phrase])
    return (code, *capsys.readouterr())


def test_the_shortest_selector_of_each_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert quoted(capsys, "built in 1788") == (
        0,
        "# seeds/articles/market/source.txt:11:14\nquote: built in 1788\n",
        "",
    )
    assert quoted(capsys, "hall")[1] == (
        "# seeds/articles/market/source.txt:3:8\nquote: hall\nsuffix: closes\n"
        "# seeds/articles/market/source.txt:6:22\nquote: hall\nsuffix: of\n"
        "# seeds/articles/market/source.txt:11:5\nquote: hall\nsuffix: was\n"
    )


def test_a_phrase_that_is_not_there_is_told_with_what_is_near(capsys: pytest.CaptureFixture[str]) -> None:
    code, printed, told = quoted(capsys, "built in 1878")
    assert (code, printed) == (1, ""), "nothing to be copied unread"
    assert "market: `built in 1878` is not in the article; the nearest passage differs in a NUMBER\n" in told
    assert "  = seeds/articles/market/source.txt:11:14: the nearest passage is `built in 1788`\n" in told
    assert "Check the meaning first, it is not the same; if you mean that passage, write `quote: built in 1788`" in told


def test_furniture_is_told_as_furniture(capsys: pytest.CaptureFixture[str]) -> None:
    code, printed, told = quoted(capsys, "Share this story")
    assert (code, printed) == (1, "")
    assert "lies in the furniture `share buttons`" in told


@pytest.mark.parametrize("phrase", ["zebras in the Alps", "", " "])
def test_a_phrase_that_nothing_is_like(phrase: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, printed, told = quoted(capsys, phrase)
    assert (code, printed) == (1, "")
    assert told.startswith("no article holds “")


def test_of_very_many_places_the_first_are_printed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (project / "seeds/articles/market/source.txt").open("a", encoding="utf-8") as file:
        file.write("\n\n" + " ".join(f"Stall {number} and the next." for number in range(50)) + "\n")
    code, printed, told = quoted(capsys, "and the next")
    assert (code, printed.count("quote:")) == (0, 20)
    assert told == "and 30 more places: quote more words, or print them all with --all\n"
    assert cli.run(["quote", "--all", "and the next"]) == 0
    assert capsys.readouterr().out.count("quote:") == 50
