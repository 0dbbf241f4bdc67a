"""Texts of an edition to translators and back: PO and XLIFF 2, with the programs that they use."""

import shutil
import subprocess
import sys
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest

from explainer import pipeline
from explainer.authoring.editions import CannotExchangeError, TranslationUnit, po, units_of, xliff
from explainer.commands import cli
from explainer.commands.edition import edition_of
from explainer.model.stages import Standing
from tests.projects import PROJECT, copy_minimal

FORMS = ("po", "xliff")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = copy_minimal(tmp_path / "site")
    shutil.copytree(PROJECT / "tests" / "sites" / "editions", project, dirs_exist_ok=True)
    return project


def _export(project: Path, form: str) -> Path:
    file = project.parent / f"de.{form}"
    assert cli.run(["edition", "export", "de", "--to", form, "--output", str(file), "--root", str(project)]) == 0
    return file


def _import(project: Path, file: Path, day: str = "2031-03-01") -> int:
    return cli.run(["edition", "import", "de", str(file), "--today", day, "--root", str(project)])


def _contents(project: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in project.rglob("seeds/**/*.yaml")}


@pytest.mark.parametrize("form", FORMS)
def test_what_comes_back_as_it_went_changes_nothing(form: str, project: Path) -> None:
    before = _contents(project)
    assert _import(project, _export(project, form)) == 0
    assert _contents(project) == before


@pytest.mark.parametrize("form", FORMS)
def test_no_character_is_lost_on_the_way(form: str) -> None:
    words = "“Ґ” & <b> 'x' \"y\" \\n \\\\ %(a)s\tو\u2068ج\u2069\n\n- two\n  lines [@a-b]  end"
    units = (
        TranslationUnit("questions/a.yaml", "positions/2/note", words, words[::-1], "old\n\"words\"", is_unsure=True),
        TranslationUnit("questions/a.yaml", "title", words, words),
        TranslationUnit("site.yaml", "title", "The same", ""),
        TranslationUnit("glossary.yaml", "a/term", "The same", "Das Gleiche"),
    )  # fmt: skip
    module = {"po": po, "xliff": xliff}[form]
    came = {each.name: (each.source, each.target) for each in module.read(module.written(units, "en", "de"))}
    assert came == {each.name: (each.source, each.target) for each in units}


@pytest.mark.parametrize("form", FORMS)
def test_what_a_translator_did_is_taken_in(form: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = _export(project, form)
    module = {"po": po, "xliff": xliff}[form]
    units = list(module.read(file.read_bytes()))
    done = {
        "questions/stalls.yaml:summary": "Der Rat zählt 12, die Gilde 40.",
        "questions/stalls.yaml:short": "Verlorene Stände",
        "context/institute.yaml:text": "Es prüft [@council-2031-02-04].\n\nFrei ist es [@council-2031-02-04].",
    }
    changed = [
        TranslationUnit(each.file, each.place, each.source, done.get(each.name, each.target),
                        is_unsure=each.is_unsure and each.name not in done)
        for each in units
    ]  # fmt: skip
    file.write_bytes(module.written(changed, "en", "de"))
    question = project / "seeds/editions/de/questions/stalls.yaml"
    question.write_text(question.read_text("utf-8").replace("- at: title", "# Looked at twice.\n- at: title"), "utf-8")
    before = question.read_text("utf-8").splitlines()
    capsys.readouterr()
    assert _import(project, file) == 0
    assert "3 translations taken into 2 files\n" in capsys.readouterr().out
    after = question.read_text("utf-8").splitlines()
    assert "# Looked at twice." in after and set(before) - set(after) == {
        "  of: The council counts 11, the guild 40.",
        "  text: Der Rat zählt 11, die Gilde 40.",
    }
    assert set(after) - set(before) == {
        "  of: The council counts 12, the guild 40.", "  text: Der Rat zählt 12, die Gilde 40.", "  date: 2031-03-01",
        "- at: short", "  of: Stalls lost", "  text: Verlorene Stände",
    }  # fmt: skip
    edition = edition_of(project, "de")
    assert edition.counts == {Standing.CURRENT: 29, Standing.STALE: 2, Standing.MISSING: 48}
    assert [each.rule.id for each in pipeline.check(project).diagnostics] == ["translation-is-current"] * 2


@pytest.mark.parametrize("form", FORMS)
def test_a_text_that_changed_meanwhile_is_stale_afterwards(form: str, project: Path) -> None:
    module = {"po": po, "xliff": xliff}[form]
    file = project.parent / f"back.{form}"
    file.write_bytes(module.written([TranslationUnit("glossary.yaml", "hall/term", "the hall", "Halle")], "en", "de"))
    assert _import(project, file) == 0
    found = {each.text.place: each.standing for each in edition_of(project, "de").texts}
    assert found["hall/term"] is Standing.STALE


def test_what_cannot_be_taken_is_told_with_its_words(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = project.parent / "odd.po"
    file.write_bytes(po.written([TranslationUnit("site.yaml", "titel", "x", "Titel")], "en", "de"))
    assert _import(project, file) == 1
    assert "left out: `site.yaml:titel` is no text of this site; it says “Titel”" in capsys.readouterr().err
    for content in ("<xliff>", "<!DOCTYPE x><xliff/>", "<html/>", 'msgid "a\nmsgstr', "\x00"):
        file.write_text(content, "utf-8")
        assert _import(project, file) == 2, content
        assert "cannot be taken" in capsys.readouterr().err
    with pytest.raises(CannotExchangeError):
        po.read(b"\xff\xfe")


def test_translate_toolkit_counts_filters_and_reads_them(project: Path) -> None:
    file = _export(project, "po")
    counted = _tool("pocount", "--csv", str(file))
    numbers = counted.stdout.strip().splitlines()[1].split(",")
    assert [number.strip() for number in numbers[1:2]] == ["26"], counted.stdout
    filtered = file.with_name("filtered.po")
    _tool("pofilter", "--test=xmltags", "--test=brackets", "--test=urls", str(file), str(filtered))
    assert not filtered.exists() or "msgctxt" not in filtered.read_text("utf-8")
    store = import_module("translate.storage.xliff2").Xliff2File.parsefile(
        BytesIO(_export(project, "xliff").read_bytes())
    )
    units = units_of(edition_of(project, "de"))
    assert [(each.source, each.target or "") for each in store.units] == [(each.source, each.target) for each in units]


def _tool(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name(name)), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
