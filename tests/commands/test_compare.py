"""`explainer compare`: two articles beside each other, and nothing concluded from what they share."""

import json
from pathlib import Path
from typing import Any

import pytest

from explainer.commands import cli
from explainer.text.differ.passages import LEAST, SharedPassage, shared_passages
from tests.cases import minimal_seeds, write

WIRE = """Hall of Brindle closed after storm

Brindle — The market hall of Brindle has closed after part of its roof fell in during the storm on the night of \
3 February, the council said on Monday. “Nobody was badly hurt,” Mayor Ada Finch told reporters.

The council has counted 21 damaged stalls. Inspectors of the Institute of Building were to visit on Thursday.

It will be open again in May.
"""
ABOUT = """title: The wire on the hall
headline: Hall of Brindle closed after storm
description: A second report.
licence: Invented
provenance: A second report [@county-2031-02-05].
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = {"seeds/articles/wire/source.txt": WIRE.encode(), "seeds/articles/wire/article.yaml": ABOUT.encode()}
    write(tmp_path, {**minimal_seeds(), **folder})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_it_tells(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["compare", "market", "wire"]) == 0
    told = capsys.readouterr().out
    assert "these 31 words stand in both: “Brindle The market hall of Brindle has closed" in told
    assert "market 3 = wire 2: differs in wording: … Monday. “Nobody was {+badly+} hurt,”" in told
    assert "[-12-] {+21+} damaged stalls" in told
    assert "a NUMBER" in told
    assert "wire 4: only here: “It will be open again in May.”" in told
    assert "wire: no claim on the question `stalls`; the other has `stalls-of-guild`" in told
    assert "wire: seeds/articles/wire/source.txt:5:44 has the words of the context `market/inspectors`" in told
    assert "  quote: Inspectors of the Institute of Building\n" in told


def document(capsys: pytest.CaptureFixture[str], *names: str) -> Any:
    assert cli.run(["compare", *names, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_every_paragraph_stands_once_whichever_is_named_first(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there, back = document(capsys, "market", "wire"), document(capsys, "wire", "market")
    for told, ours, theirs in ((there, 5, 4), (back, 4, 5)):
        assert [each["ours"] for each in told["paragraphs"] if each["ours"]] == [*range(1, ours + 1)]
        assert [each["theirs"] for each in told["paragraphs"] if each["theirs"]] == [*range(1, theirs + 1)]
    assert [each["length"] for each in there["shared"]] == [each["length"] for each in back["shared"]]
    assert {(each["ours"], each["theirs"]) for each in there["paragraphs"]} == {
        (each["theirs"], each["ours"]) for each in back["paragraphs"]
    }
    assert there["notes"] == back["notes"]


@pytest.mark.parametrize("names", [["market", "market"], ["market", "hall"], ["market"]])
def test_wrong_names_are_told(site: Path, capsys: pytest.CaptureFixture[str], names: list[str]) -> None:
    assert cli.run(["compare", *names]) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        ("a b c d e f g h", "a b c d e f g h", [SharedPassage(0, 0, LEAST)]),
        ("a b c d e f g", "a b c d e f g", []),
        ("x a b c d e f g h i y", "a b c d e f g h i", [SharedPassage(1, 0, 9)]),
        ("a b c d e f g h z a b c d e f g h i", "a b c d e f g h i", [SharedPassage(0, 0, 8), SharedPassage(9, 0, 9)]),
        ("", "a b c d e f g h", []),
    ],
)
def test_passages_that_both_have(ours: str, theirs: str, found: list[SharedPassage]) -> None:
    assert list(shared_passages(ours.split(), theirs.split())) == found
