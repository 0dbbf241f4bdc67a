"""An edition from its beginning: what is to be translated, what is stale, what goes along with a rename."""

import json
from pathlib import Path

import pytest
import yaml

from explainer import pipeline
from explainer.commands import cli
from explainer.model.allowed import Expected, ListOf, RecordOf, TableOf, TextOf, fields_of
from explainer.model.fields import LINE, TEXT, Voice
from explainer.model.files import FILES
from explainer.model.stages import Standing
from tests.projects import copy_minimal

GIVEN = {
    "Article": "headline", "AnnotationBase": "prefix suffix", "FileReceived": "part made-with command",
    "Correction": "record", "PageBeginning": "page",
    "Edition": "by names", "Furniture": "text",
    "LoadedWord": "word forms instead", "Map": "ground", "MapLabel": "code", "Party": "names",
    "Person": "family given literal", "Place": "names", "Question": "asked",
    "Renamed": "record", "Silence": "rule record file reason", "Source": "type title", "Term": "variants names",
    "Unannotated": "quote prefix suffix reason",
}  # fmt: skip
"""Texts that no edition translates: words of others, names, and what readers do not see."""


def test_each_new_text_is_translated_or_said_to_stay_as_it_is() -> None:
    shapes = [shape for file in FILES for shape in (*file.shapes, *(each for _, each in file.sections))]
    given: dict[str, set[str]] = {}
    for shape in shapes:
        of_base = {*GIVEN["AnnotationBase"].split()} if shape.__name__.endswith("Annotation") else set()
        for key, field in fields_of(shape).items():
            shapes += [inner for inner in _shapes(field.expected) if inner not in shapes]
            if key not in of_base and any(
                each.voice is Voice.GIVEN and each.form in (LINE, TEXT) for each in _forms(field.expected)
            ):
                given.setdefault(shape.__name__, set()).add(key)
    assert given == {name: {*keys.split()} for name, keys in GIVEN.items() if name != "AnnotationBase"}


def _forms(expected: Expected) -> list[TextOf]:
    match expected:
        case TextOf():
            return [expected]
        case ListOf(item=inner) | TableOf(value=inner):
            return _forms(inner)
    return []


def _shapes(expected: Expected) -> list[type]:
    match expected:
        case RecordOf(shape=shape):
            return [shape]
        case ListOf(item=inner) | TableOf(value=inner):
            return _shapes(inner)
    return []


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = copy_minimal(tmp_path)
    assert cli.run(["edition", "add", "uk", "--today", "2031-02-09", "--root", str(project)]) == 0
    return project


def _counts(project: Path) -> dict[Standing, int]:
    linked, _ = pipeline.link(project)
    (edition,) = (each.edition for each in linked.editions)
    assert edition is not None
    return edition.counts


def _translate(project: Path, file: str, place: str, text: str) -> None:
    path = project / "seeds" / "editions" / "uk" / file
    before = path.read_text("utf-8")
    start = before.index("  text:\n", before.index(f"- at: {place}\n"))
    path.write_text(f"{before[:start]}  text: {text}\n{before[start + 8 :]}", "utf-8")


def test_it_begins_with_every_text_of_ours_and_no_mistake(project: Path) -> None:
    assert pipeline.check(project).diagnostics == ()
    assert _counts(project) == {Standing.CURRENT: 0, Standing.STALE: 0, Standing.MISSING: 78}
    listed = yaml.safe_load((project / "seeds/editions/uk/questions/stalls.yaml").read_text("utf-8"))
    assert listed[0] == {"at": "title", "of": "How many stalls were lost?", "text": None}
    assert "positions/1/says" not in [each["at"] for each in listed], "what others said is translated on request"


def test_what_is_there_stays_as_it_is(project: Path) -> None:
    _translate(project, "glossary.yaml", "guild/term", "гільдія")
    before = {path: path.read_bytes() for path in project.rglob("seeds/editions/**/*.yaml")}
    seeds = project / "seeds" / "glossary.yaml"
    seeds.write_text(seeds.read_text("utf-8") + "- {id: quay, term: quay, definition: Where ferries land.}\n", "utf-8")
    assert cli.run(["edition", "add", "uk", "--root", str(project)]) == 0
    for path, content in before.items():
        assert path.read_bytes().startswith(content)
    assert (
        (project / "seeds/editions/uk/glossary.yaml")
        .read_text("utf-8")
        .endswith("- at: quay/term\n  of: quay\n  text:\n- at: quay/definition\n  of: Where ferries land.\n  text:\n")
    )


def test_status_counts_each_edition(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _translate(project, "questions/stalls.yaml", "title", "Скільки яток утрачено?")
    _translate(project, "questions/stalls.yaml", "short", "Утрачені ятки")
    seed = project / "seeds" / "questions" / "stalls.yaml"
    seed.write_text(seed.read_text("utf-8").replace("short: Stalls lost", "short: Stalls gone"), "utf-8")
    capsys.readouterr()
    assert cli.run(["status", str(project)]) == 0
    told = capsys.readouterr().out
    assert "\nedition uk: 78 texts, 1 as they are now, 1 stale, 76 not translated\n" in told
    assert "stalls.yaml:5:7: `short`, translated 9 February 2031" in told
    assert cli.run(["status", "--format", "json", str(project)]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["editions"] == {"uk": {"current": 1, "stale": 1, "missing": 76}}


def test_a_rename_goes_into_each_edition(project: Path) -> None:
    for old, new in (
        ("question/stalls", "losses"),
        ("term/hall", "market-hall"),
        ("annotation/market/built-in", "roof"),
    ):
        assert cli.run(["rename", old, new, "--today", "2031-02-09", str(project)]) == 0
    assert pipeline.check(project).diagnostics == ()
    assert _counts(project)[Standing.MISSING] == 78
    assert not (project / "seeds/editions/uk/questions/stalls.yaml").exists()
    assert "- at: market-hall/term\n" in (project / "seeds/editions/uk/glossary.yaml").read_text("utf-8")
