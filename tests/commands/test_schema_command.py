"""`explainer schema`: what is written, and whether it is current."""

from pathlib import Path

import pytest

from explainer.commands import cli


@pytest.fixture
def schemas(minimal_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(minimal_project)
    assert cli.run(["schema", "--with-ids"]) == 0
    return minimal_project / "seeds" / ".schema"


def test_what_was_just_written_is_current(schemas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["schema", "--check"]) == 0
    assert cli.run(["schema", "--check", "--with-ids"]) == 0
    assert capsys.readouterr().out == ""


def test_a_schema_that_was_changed_or_is_gone_is_named_and_left(
    schemas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (schemas / "site.schema.json").write_text("{}")
    (schemas / "events.schema.json").unlink()
    assert cli.run(["schema", "--check"]) == 1
    assert capsys.readouterr() == (
        "seeds/.schema/site.schema.json: out of date\nseeds/.schema/events.schema.json: not there\n",
        "write them again: explainer schema --with-ids\n",
    )
    assert (schemas / "site.schema.json").read_text() == "{}"
    assert cli.run(["schema"]) == 0
    assert cli.run(["schema", "--check"]) == 0


def test_a_new_id_makes_the_known_ids_old(schemas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (schemas.parent / "glossary.yaml").open("a") as glossary:
        glossary.write("- id: new-one\n  term: new word\n  definition: A word that is new.\n")
    assert cli.run(["schema", "--check"]) == 1
    assert capsys.readouterr().out == "seeds/.schema/ids.schema.json: out of date\n"


def test_ids_stay_offered_until_somebody_says_otherwise(schemas: Path) -> None:
    assert cli.run(["schema"]) == 0
    assert "ids.schema.json#" in (schemas / "question.schema.json").read_text()
    (schemas / "ids.schema.json").unlink()
    assert cli.run(["schema", "--without-ids"]) == 0
    assert "ids.schema.json#" not in (schemas / "question.schema.json").read_text()
    assert cli.run(["schema", "--check"]) == 0


def test_an_editor_takes_the_schemas_that_there_are(tmp_path: Path) -> None:
    assert cli.run(["new", str(tmp_path / "site")]) == 0
    settings = tmp_path / "site" / ".vscode" / "settings.json"
    right = settings.read_text()
    outdated = right.replace('    "seeds/.schema/places.schema.json": "seeds/places.yaml",\n', "")
    outdated = outdated.replace('"yaml.schemas": {\n', '// mine\n  "yaml.schemas": {\n    "mine.json": "mine.yaml",\n')
    settings.write_text(outdated)
    assert cli.run(["schema", "--check", str(tmp_path / "site")]) == 1
    assert cli.run(["schema", str(tmp_path / "site")]) == 0
    assert cli.run(["schema", "--check", str(tmp_path / "site")]) == 0
    mended = settings.read_text()
    assert '"seeds/.schema/places.schema.json": "seeds/places.yaml"' in mended
    assert '  // mine\n  "yaml.schemas": {\n' in mended
    assert '"mine.json": "mine.yaml"' in mended
    assert mended.partition('"yaml.schemaStore')[2] == right.partition('"yaml.schemaStore')[2]
