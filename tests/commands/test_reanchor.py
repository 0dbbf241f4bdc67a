"""`explainer reanchor`: a newer text, quote by quote; only what is confirmed is written, the rest byte for byte."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from explainer import pipeline, reading
from explainer.authoring import reanchoring
from explainer.authoring.reanchoring import PassageState, Replacement
from explainer.commands import cli
from explainer.reporting.printable import printable
from tests.projects import PROJECT, copy_minimal

command = import_module("explainer.commands.reanchor")
FOLDER = "seeds/articles/market"
NOTES = f"{FOLDER}/annotations.yaml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    project = copy_minimal(tmp_path / "project")
    monkeypatch.chdir(project)
    return project


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], list[str]]:
    """A terminal on which somebody gives one answer to every question; the questions that were asked."""

    def answer(yes: bool) -> list[str]:
        asked: list[str] = []

        def ask(question: str) -> bool:
            asked.append(question)
            return yes

        monkeypatch.setattr(command, "_is_terminal", lambda: True)
        monkeypatch.setattr(command, "_ask", ask)
        return asked

    return answer


def newer(project: Path, *changes: tuple[str, str]) -> Path:
    """A file with the article's text after some changes, each of words that stand there once."""
    text = (project / FOLDER / "source.txt").read_text("utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file = project / "newer.txt"
    file.write_text(text, "utf-8")
    return file


def test_what_needs_no_note_is_named_by_its_words(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.run(["reanchor", "market", str(newer(project, ("1788", "1789"))), "--dry-run"])
    printed, told = capsys.readouterr()
    assert "unannotated “By our reporter”, " in printed
    assert "market: 0 gone, 1 moved, 0 unchanged but for their surroundings, " in told
    assert " holding, 0 not in the old text either\n" in told


def found(project: Path, *changes: tuple[str, str]) -> Replacement:
    contents, _ = reading.scan(project, reading.LARGEST_FILE)
    return reanchoring.replacement(contents, "market", newer(project, *changes).read_bytes(), "newer.txt")


def states(replacement: Replacement) -> dict[str, PassageState]:
    return {each.quoted.entry.id.rpartition("/")[2]: each.state for each in replacement.quotes if not each.quoted.path}


def contents(project: Path) -> dict[str, bytes]:
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in (project / "seeds").rglob("*.*")}


HURT = ("“Nobody was hurt,”", "“Nobody was badly hurt,”")
STALLS = ("said that 40 stalls were destroyed", "said that 14 stalls were destroyed")
CLOCK = ("Its clock has not run since.", "")
SECOND_GUILD = ("Inspectors of the", "The Guild waits. Inspectors of the")
ROOF = ("after part of its roof", "yesterday, after part of its roof")


def test_each_quote_is_judged(project: Path) -> None:
    judged = found(project, STALLS, CLOCK, ("built in 1788", "built in 1878"))
    assert states(judged) == {
        "total-collapse": PassageState.HOLDS,
        "closing": PassageState.HOLDS,
        "stalls-of-guild": PassageState.MOVED,
        "built-in": PassageState.MOVED,
        "inspectors": PassageState.HOLDS,
        "guild-word": PassageState.HOLDS,
        "clock": PassageState.GONE,
    }


@pytest.mark.parametrize(
    ("change", "note", "kinds", "diff"),
    [
        (STALLS, "stalls-of-guild", ["a NUMBER"], "[-40-] {+14+} stalls were destroyed"),
        (
            ("that 40 stalls were destroyed", "that 40 stalls were not destroyed"), "stalls-of-guild",
            ["a NEGATION"], "40 stalls were {+not+} destroyed",
        ),
        (
            ("Institute of Building", "Institute of Roofs"), "inspectors",
            ["a NAME"], "… the Institute of [-Building-] {+Roofs+}",
        ),
        (
            ("40 stalls were destroyed and", "40 stalls were “destroyed” and"), "stalls-of-guild",
            ["a QUOTATION MARK"], "40 stalls were [-destroyed-] {+“destroyed”+}",
        ),
        (
            ("40 stalls were destroyed", "40 stalls were gone"), "stalls-of-guild",
            ["wording"], "40 stalls were [-destroyed-] {+gone+}",
        ),
    ],
)  # fmt: skip
def test_what_moved_shows_its_difference_loudly(
    change: tuple[str, str], note: str, kinds: list[str], diff: str, project: Path
) -> None:
    (moved,) = (
        each for each in found(project, change).quotes if each.state is PassageState.MOVED and not each.quoted.path
    )
    assert moved.quoted.entry.id == f"market/{note}"
    assert moved.difference is not None
    assert ([str(kind) for kind in moved.difference.kinds], moved.difference.diff) == (kinds, diff)


def test_same_words_in_a_sentence_that_denies_them(project: Path) -> None:
    """The quote holds, and yet the article says the opposite now: that is told, loudly."""
    judged = found(project, ("Guild said that 40 stalls", "Guild never said that 40 stalls"))
    (claim,) = (each for each in judged.quotes if each.quoted.entry.id == "market/stalls-of-guild")
    assert claim.state is PassageState.HOLDS
    assert claim.around is not None
    assert claim.around.is_loud
    assert "{+never+}" in claim.around.diff


def test_same_words_in_another_place(project: Path) -> None:
    judged = found(
        project, ("“Nobody was hurt,” Mayor Ada Finch told reporters.", ""), ("Its clock", "Nobody was hurt. Its clock")
    )
    (claim,) = (each for each in judged.quotes if each.quoted.entry.id == "market/closing")
    assert claim.state is PassageState.HOLDS
    assert claim.is_elsewhere


def test_same_words_twice_need_a_neighbour(project: Path) -> None:
    judged = found(project, ("The hall was built", "The clock fell: Nobody was hurt. The hall was built"))
    (claim,) = (each for each in judged.quotes if each.quoted.entry.id == "market/closing")
    assert claim.state is PassageState.UNCHANGED
    assert claim.is_harmless
    assert claim.selector is not None
    assert (claim.selector.quote, claim.selector.prefix or claim.selector.suffix) == ("Nobody was hurt", ",” Mayor")


def test_an_erratum_that_the_newer_text_has_mended(project: Path) -> None:
    contents_now, _ = reading.scan(project, reading.LARGEST_FILE)
    file = newer(project, ("built in 1788", "built in 1878"))
    judged = reanchoring.replacement(contents_now, "market", file.read_bytes(), "newer.txt")
    assert [each.quoted.entry.id for each in judged.quotes if each.is_mended] == ["market/built-in"]


def test_only_confirmed_quotes_are_written(
    project: Path, answers: Callable[[bool], list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    notes = project / NOTES
    text = notes.read_text("utf-8").replace(
        "quote: 40 stalls were destroyed", "quote: >-  # their figure\n    40 stalls were\n    destroyed"
    )
    notes.write_text(text, "utf-8")
    before = contents(project)
    file = newer(project, STALLS, SECOND_GUILD)
    asked = answers(True)
    assert cli.run(["reanchor", "market", str(file)]) == 0
    assert asked == ["Take the new words for stalls-of-guild?", "Replace the text, and change 1 quote?"]
    after = contents(project)
    assert after[f"{FOLDER}/source.txt"] == file.read_bytes()
    assert after[f"{FOLDER}/source.2031-02-06.txt"] == before[f"{FOLDER}/source.txt"]
    assert after[NOTES].decode() == text.replace(
        "quote: >-  # their figure\n    40 stalls were\n    destroyed", "quote: 14 stalls were destroyed"
    )
    result = pipeline.run(project)
    assert [each.rule.id for each in result.diagnostics] == ["sentence-is-accounted-for"]
    assert "the old one is kept as seeds/articles/market/source.2031-02-06.txt" in capsys.readouterr().err


def test_no_is_the_default(project: Path, answers: Callable[[bool], list[str]]) -> None:
    before = contents(project)
    answers(False)
    assert cli.run(["reanchor", "market", str(newer(project, STALLS))]) == 1
    assert contents(project) == before


def test_without_a_terminal_nothing_is_confirmed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(project)
    file = newer(project, STALLS, ("The hall was built", "The clock fell: Nobody was hurt. The hall was built"))
    assert cli.run(["reanchor", "market", str(file)]) == 1
    assert contents(project) == before
    assert "no terminal to ask on" in capsys.readouterr().err
    assert cli.run(["reanchor", "market", str(file), "--yes-unchanged"]) == 1
    after = contents(project)
    assert after[f"{FOLDER}/source.txt"] == file.read_bytes()
    assert "  quote: Nobody was hurt\n  suffix: ',” Mayor'\n  party: mayor\n" in after[NOTES].decode()
    assert "quote: 40 stalls were destroyed" in after[NOTES].decode()
    assert [each.rule.id for each in pipeline.run(project).diagnostics] == ["quote-is-found"]


def test_dry_run_writes_nothing_and_tells_everything(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(project)
    file = newer(
        project, STALLS, CLOCK, ("SELECT A SECTION BELOW", "MENU"), ("Market hall closes", "Market hall shuts")
    )
    assert cli.run(["reanchor", "market", str(file), "--dry-run"]) == 1
    told = capsys.readouterr().out
    assert contents(project) == before
    assert f"{NOTES}:28:10: stalls-of-guild\n" in told
    assert "  = differs in a NUMBER: [-40-] {+14+} stalls were destroyed\n" in told
    assert told.index("gone: 1 quote") < told.index("moved, other words stand there now") < told.index("holding: ")
    assert "“SELECT A SECTION BELOW” is not a line of `source.txt`" in told
    assert "“Market hall closes after “total collapse” of roof” is not a line" in told


def test_prefixes_and_suffixes_that_are_not_needed_go(project: Path, answers: Callable[[bool], list[str]]) -> None:
    notes = project / NOTES
    notes.write_text(
        notes.read_text("utf-8").replace(
            '  quote: Guild\n  prefix: "The Traders’ "\n',
            '  quote: Guild  # once\n  prefix: "The Traders’ "\n  # kept\n',
        ),
        "utf-8",
    )
    answers(True)
    assert cli.run(["reanchor", "market", str(newer(project, ("The Traders’ Guild", "The Guild")))]) == 0
    assert "  quote: Guild  # once\n  # kept\n  term: guild\n" in notes.read_text("utf-8")


def test_a_note_in_brackets(project: Path, answers: Callable[[bool], list[str]]) -> None:
    notes = project / NOTES
    text = notes.read_text("utf-8")
    start = text.index("- id: clock")
    brackets = "- {id: clock, kind: note, quote: Its clock has not run since., note: We could not check this.}\n"
    notes.write_text(text[:start] + brackets, "utf-8")
    answers(True)
    assert (
        cli.run(
            [
                "reanchor",
                "market",
                str(newer(project, ("Its clock has not run since.", "Its clock has not run since, they say."))),
            ]
        )
        == 0
    )
    assert "quote: 'Its clock has not run since, they say.', note: We" in notes.read_text("utf-8")


def test_an_old_text_is_kept_under_a_new_name_each_time(project: Path, answers: Callable[[bool], list[str]]) -> None:
    answers(True)
    for year in ("1879", "1880", "1881"):
        text = (project / FOLDER / "source.txt").read_text("utf-8")
        file = project / "newer.txt"
        file.write_text(text.replace("Its clock", f"It burned in {year}. Its clock"), "utf-8")
        cli.run(["reanchor", "market", str(file)])
    names = sorted(path.name for path in (project / FOLDER).glob("source.*"))
    assert names == ["source.2031-02-06-2.txt", "source.2031-02-06-3.txt", "source.2031-02-06.txt", "source.txt"]
    assert not [each for each in pipeline.run(project).diagnostics if each.rule.id == "file-is-known"]


@pytest.mark.parametrize(
    ("article", "text", "said"),
    [
        ("markt", b"A text.\n", "there is no article `markt`; there are: `market`"),
        ("market", b"\xff\xfe", "is not a usable text for an article: the byte 0xff here is not UTF-8"),
        ("market", b"SELECT A SECTION BELOW\n", "has no text besides the furniture"),
    ],
)
def test_a_wrong_call_is_2(
    article: str, text: bytes, said: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = project / "newer.txt"
    file.write_bytes(text)
    assert cli.run(["reanchor", article, str(file)]) == 2
    assert said in capsys.readouterr().err


def test_the_same_text_is_nothing_to_do(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["reanchor", "market", str(newer(project))]) == 0
    assert "is the text that the article has already" in capsys.readouterr().err


def test_mistakes_come_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notes = project / NOTES
    notes.write_text(notes.read_text("utf-8").replace("kind: note", "kind: remark"), "utf-8")
    assert cli.run(["reanchor", "market", str(newer(project, STALLS))]) == 2
    assert "has mistakes; mend them first: " in capsys.readouterr().err


def test_the_real_article_holds_when_it_is_wrapped_anew() -> None:
    """White space is folded: the same words in other lines are the same text to every quote."""
    contents_now, _ = reading.scan(PROJECT, reading.LARGEST_FILE)
    text = contents_now["seeds/articles/counter-invasion/source.txt"].decode()
    wrapped = text.replace(". ", ".\n").encode()
    judged = reanchoring.replacement(contents_now, "counter-invasion", wrapped, "newer.txt")
    assert {each.state for each in judged.quotes} == {PassageState.HOLDS}
    assert not [each for each in judged.quotes if each.is_elsewhere]
    assert printable(judged.kept_as).startswith("seeds/articles/counter-invasion/source.")
