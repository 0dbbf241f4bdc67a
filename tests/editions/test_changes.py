"""What reviewers see of editions: what became stale, and which translations changed, with original, old and new."""

import csv
import json
import shutil
from io import StringIO
from pathlib import Path

import pytest

from explainer.commands import cli
from explainer.model.marks import is_marked
from tests.projects import PROJECT, copy_minimal

QUESTION = "seeds/questions/stalls.yaml"
GERMAN = "seeds/editions/de/questions/stalls.yaml"


@pytest.fixture
def states(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("old", "new"):
        project = copy_minimal(tmp_path / name)
        shutil.copytree(PROJECT / "tests" / "sites" / "editions", project, dirs_exist_ok=True)
    return tmp_path / "old", tmp_path / "new"


def _edit(folder: Path, path: str, old: str, new: str) -> None:
    file = folder / path
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


def _diff(states: tuple[Path, Path], capsys: pytest.CaptureFixture[str], *options: str) -> str:
    capsys.readouterr()
    assert cli.run(["diff", *options, "--names", "main", "here", *map(str, states)]) == 0
    return capsys.readouterr().out


def test_an_edit_of_the_original_tells_what_became_stale_where(
    states: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    _edit(states[1], QUESTION, "- How the guild counted.", "- How exactly the guild counted.")
    told = _diff(states, capsys)
    change = "How {+exactly+} the guild counted."
    assert "1 question changed; 2 editions changed" in told
    for edition in ("ar  79 texts, 1 stale, 0 not translated", "de  79 texts, 4 stale, 50 not translated"):
        assert f"edition/{edition}\n  ~ questions/stalls.yaml: unknown/1: became stale: {change}\n" in told
    for words in ("edition/ar", "became stale", "exactly"):
        assert words in _diff(states, capsys, "--format", "markdown")


def test_a_change_of_a_translation_shows_the_original_and_the_old_and_new_words(
    states: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    _edit(states[1], GERMAN, "text: Zerstörte Stände", "text: Zerstörte Buden")
    document = json.loads(_diff(states, capsys, "--format", "json"))
    (change,) = document["changes"]
    assert (change["record"], change["after"]) == ("edition/de", "de/")
    (edit,) = change["edits"]
    assert edit["what"] == "questions/stalls.yaml: aspects/destroyed/title, of “Stalls destroyed”"
    assert (edit["old"], edit["new"]) == ("Zerstörte Stände", "Zerstörte Buden")
    assert edit["place"]["path"] == GERMAN
    assert document["pages"] == []


def test_a_translation_that_is_renewed_or_begun_or_removed(
    states: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    _edit(states[1], GERMAN, "of: The council counts 11,", "of: The council counts 12,")
    _edit(states[1], GERMAN, "- at: aspects/destroyed/title\n  of: Stalls destroyed\n  text: Zerstörte Stände\n", "")
    shutil.rmtree(states[1] / "seeds/editions/ar")
    (states[1] / "seeds/editions/ar.yaml").unlink()
    told = _diff(states, capsys)
    assert "said to fit the new words as it is: The council counts [-11,-] {+12,+} the guild 40." in told
    assert "- questions/stalls.yaml: aspects/destroyed/title, of “Stalls destroyed”: Zerstörte Stände" in told
    assert "edition/ar  79 texts, 0 stale, 0 not translated  removed" in told


def test_exports_are_of_one_edition(states: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    project = str(states[0])
    capsys.readouterr()
    assert cli.run(["export", "--format", "csv", "--edition", "de", project]) == 0
    table = capsys.readouterr().out
    names = {row["party-name"] for row in csv.DictReader(StringIO(table))}
    assert {"Händlergilde", "Stadtrat von Brindle", "Ada Finch"} <= names
    assert not is_marked(table)
    assert cli.run(["export", "--format", "web-annotation", "--edition", "de", project]) == 0
    items = json.loads(capsys.readouterr().out)["first"]["items"]
    notes = {
        body["language"]: body["value"]
        for item in items
        for body in item["body"]
        if body.get("purpose") == "commenting"
    }
    assert notes["de"].endswith("vertauscht.") or "Dach" in notes["de"]
    assert notes["en"] == "We could not check this."
    assert cli.run(["export", "--format", "csv", "--edition", "pl", project]) == 2
    assert "there is no edition `pl` that can be read; there are: `ar`, `de`" in capsys.readouterr().err
