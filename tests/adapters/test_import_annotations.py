"""Annotations as other programs write them: each value is in the note or in the comment above it, each row is told."""

import shutil
from pathlib import Path

import pytest

from generator import tree
from generator.adapters import cli
from generator.reading.yaml_file import parse_yaml
from generator.source import SourceFile
from tests.cases import HERE
from tests.projects import MINIMAL

CASES = HERE / "annotations"
NOTES = "seeds/articles/market/annotations.yaml"

pytestmark = pytest.mark.usefixtures("site")


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
def test_what_is_written_and_what_is_told(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.run(["import", str(CASES / name)])
    told = capsys.readouterr()
    seen = f"rc {code}\n{told.out}{told.err}---\n{Path(NOTES).read_text(encoding='utf-8')}"
    assert seen == (CASES / f"{name}.expected").read_text(encoding="utf-8")
    assert isinstance(parsed(), list)
    written = Path(NOTES).read_bytes()
    assert cli.run(["import", str(CASES / name)]) == code
    assert Path(NOTES).read_bytes() == written, "a second import adds nothing"
