"""Annotations as other programs write them: each value is in the note or in the comment above it, each row is told."""

import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer import tree
from explainer.authoring import yaml_writing
from explainer.authoring.importing import Passage, note_draft, read_notes
from explainer.authoring.importing.annotation_lists import annotations_in
from explainer.commands import cli
from explainer.reading.yaml_file import parse_yaml
from explainer.source import SourceFile
from tests.cases import HERE
from tests.projects import MINIMAL

CASES = HERE / "annotations"
NOTES = "seeds/articles/market/annotations.yaml"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(MINIMAL, tmp_path, dirs_exist_ok=True)
    Path(tmp_path / NOTES).write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def parsed() -> object:
    node, found = parse_yaml(SourceFile(NOTES, Path(NOTES).read_text(encoding="utf-8")))
    assert not found, found
    return tree.plain(node) if node is not None else None


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.expected")))
@pytest.mark.usefixtures("site")
def test_what_is_written_and_what_is_told(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.run(["import", str(CASES / name)])
    told = capsys.readouterr()
    seen = f"rc {code}\n{told.out}{told.err}---\n{Path(NOTES).read_text(encoding='utf-8')}"
    assert seen == (CASES / f"{name}.expected").read_text(encoding="utf-8")
    assert isinstance(parsed(), list)
    written = Path(NOTES).read_bytes()
    assert cli.run(["import", str(CASES / name)]) == code
    assert Path(NOTES).read_bytes() == written, "a second import adds nothing"


ODD: tuple[Any, ...] = (
    None, 7, "", "\ud83d", "\x02", "a\r\nb: c # d", "- x", [], {}, [[]], {"type": "Choice", "items": [7]}, "<b>x",
    "&#2;", "| \u2028", "\x0c", {"@list": []},
)  # fmt: skip


def mutated(value: Any, dice: random.Random) -> Any:
    """The same annotations with parts of them gone, doubled, or something else."""
    if dice.random() < 0.03:
        return dice.choice(ODD)
    if isinstance(value, dict):
        return {key: mutated(each, dice) for key, each in value.items() if dice.random() > 0.03}
    if isinstance(value, list):
        return [mutated(each, dice) for each in value for _ in range(dice.choice([1] * 20 + [0, 2]))]
    return value


@given(st.integers(), st.sampled_from(["w3c.json", "client.json"]))
def test_nothing_breaks_and_every_annotation_is_counted(seed: int, name: str) -> None:
    data = mutated(json.loads((CASES / name).read_text(encoding="utf-8")), random.Random(seed))
    read = read_notes(data)
    found = annotations_in(data)
    drafts = [note_draft(note, Passage(note.quote, note.prefix, note.suffix), ()) for note in read.notes]
    text = yaml_writing.appended("", None, drafts, drafts)
    text.encode()
    node, wrong = parse_yaml(SourceFile("x.yaml", text))
    assert not wrong
    plain = tree.plain(node) if node is not None else None
    assert len(plain if isinstance(plain, list) else []) == len(drafts)
    "".join(read.problems).encode()
    assert len(read.notes) + len(read.problems) >= len(found.annotations) + len(found.problems)
