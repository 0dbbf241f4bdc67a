"""The command line: exit codes, what is printed, and where."""

import importlib.metadata
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from explainer import pipeline, rules
from explainer.commands import cli
from explainer.diagnostics import Diagnostic
from explainer.model.stages import Page
from explainer.pipeline import Result
from explainer.source import SourceFile

SEED = SourceFile("seeds/questions/who.yaml", "status: disputd\n")
MISTAKE = Diagnostic(rules.VALUE_IS_ALLOWED, SEED.span(8, 15), "`disputd` is not a status", "write `disputed`")
WARNING = Diagnostic(rules.SOURCE_IS_USED, SEED.span(0, 6), "nothing uses it")
PAGES = (
    Page("index.md", "# Start\n", "seeds/site.yaml"),
    Page("questions/who.md", "# Who?\n", "seeds/questions/who.yaml"),
)


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Diagnostic]:
    """What the pipeline finds, instead of reading seeds; tests add to it."""
    diagnostics: list[Diagnostic] = []
    for name in ("begin", "check"):
        monkeypatch.setattr(pipeline, name, lambda *_: Result(PAGES, tuple(diagnostics), {SEED.path: SEED}))
    return diagnostics


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "docs" / "about.md").write_text("# About\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: A\ntheme: material\nplugins: [explainer]\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_clean_is_0(found: list[Diagnostic], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["check"]) == 0
    assert capsys.readouterr() == ("no mistakes found\n", "")


def test_a_warning_is_0(found: list[Diagnostic]) -> None:
    found.append(WARNING)
    assert cli.run(["check"]) == 0


def test_a_mistake_is_1_and_printed(found: list[Diagnostic], project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found.append(MISTAKE)
    assert cli.run(["check"]) == 1
    printed, errors = capsys.readouterr()
    assert errors == ""
    assert printed == (
        "seeds/questions/who.yaml  1 error\n"
        "\n"
        "seeds/questions/who.yaml:1:9: error: `disputd` is not a status [value-is-allowed]\n"
        " 1 | status: disputd\n"
        "   |         ^^^^^^^\n"
        "   = why: Readers meet each word with its printed definition; a new word would have none.\n"
        "   = fix: write `disputed`\n"
        "\n"
        "1 error in 1 file\n"
    )


def test_paths_work_from_where_the_command_was_called(
    found: list[Diagnostic], project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found.append(MISTAKE)
    monkeypatch.chdir(project.parent)
    assert cli.run(["check", project.name]) == 1
    assert f"{project.name}/seeds/questions/who.yaml:1:9: error" in capsys.readouterr().out


def test_json(found: list[Diagnostic], capsys: pytest.CaptureFixture[str]) -> None:
    found.append(MISTAKE)
    assert cli.run(["check", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["diagnostics"][0]["rule"] == "value-is-allowed"


def test_github_writes_the_step_summary(
    found: list[Diagnostic], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found.append(MISTAKE)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert cli.run(["check", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=seeds/questions/who.yaml,line=1,col=9,")
    assert "1 error in 1 file" in (tmp_path / "summary.md").read_text()


@pytest.mark.parametrize(
    "arguments",
    [["check", "--format", "xml"], ["check", "no-such-folder"], ["chekc"], ["build", "--output"], ["check", "a", "b"]],
)
def test_a_wrong_call_is_2(arguments: list[str], found: list[Diagnostic], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(arguments) == 2
    assert "Error: " in capsys.readouterr().err


def test_commands_are_listed_in_the_order_in_which_they_are_needed(capsys: pytest.CaptureFixture[str]) -> None:
    cli.run(["--help"])
    lines = capsys.readouterr().out.partition("Commands:\n")[2].splitlines()
    listed = {line.split()[0]: line.split(maxsplit=1)[1] for line in lines}
    assert list(listed)[:4] == ["new", "add", "serve", "check"]
    assert not [name for name, said in listed.items() if said.endswith("...") and name != "diff"]


def test_a_bug_of_ours_is_3_and_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> Result:
        raise KeyError("mistake of ours")

    monkeypatch.setattr(pipeline, "check", broken)
    assert cli.run(["check"]) == 3
    told = capsys.readouterr().err
    assert re.fullmatch(r"this is a bug in explainer, not in your files: KeyError; please report it .*\n", told)
    trace = Path(told.split("the file ")[1].strip())
    assert "mistake of ours" in trace.read_text()
    trace.unlink()

    assert cli.run(["--debug", "check"]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_as_a_module(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "explainer", "check", "no-such-folder"], capture_output=True)
    assert done.returncode == 2


def test_build_writes_a_project_for_any_engine(found: list[Diagnostic], project: Path) -> None:
    assert cli.run(["build"]) == 0
    built = contents(project / "build")
    assert built["docs/about.md"] == b"# About\n"
    assert built["docs/questions/who.md"] == b"# Who?\n"
    settings = built["mkdocs.yml"].decode()
    assert "INHERIT" not in settings, "engines differ in how lists are inherited"
    assert "plugins: []" in settings


def test_build_leaves_what_is_broken_out_and_is_1(found: list[Diagnostic], project: Path) -> None:
    found.append(MISTAKE)
    assert cli.run(["build", "--output", "elsewhere"]) == 1
    assert (project / "elsewhere" / "docs" / "index.md").exists()


def test_a_second_build_writes_nothing(
    found: list[Diagnostic], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.run(["build"])
    before = {path: path.stat().st_mtime_ns for path in (project / "build").rglob("*")}
    capsys.readouterr()
    cli.run(["build"])
    assert {path: path.stat().st_mtime_ns for path in (project / "build").rglob("*")} == before
    assert "0 files written, 0 removed" in capsys.readouterr().err


def test_orphans_go_and_what_is_not_ours_stays(
    found: list[Diagnostic], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.run(["build"])
    build = project / "build"
    (build / "site").mkdir()
    (build / "site" / "index.html").write_text("of an engine")
    monkeypatch.setattr(pipeline, "begin", lambda *_: Result(PAGES[:1], (), {}))
    cli.run(["build"])
    assert not (build / "docs" / "questions").exists()
    assert (build / "docs" / "index.md").exists()
    assert (build / "site" / "index.html").exists()


@pytest.mark.parametrize("output", [".", "docs", "docs/new", "seeds/new"])
def test_build_never_writes_over_the_authors_files(
    output: str, found: list[Diagnostic], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(project)
    assert cli.run(["build", "--output", output]) == 2
    assert contents(project) == before


def test_a_manifest_that_was_edited_removes_nothing_outside(found: list[Diagnostic], project: Path) -> None:
    cli.run(["build"])
    (project / "build" / ".explainer.json").write_text('["../docs/about.md", "docs/index.md", 7]')
    assert cli.run(["build"]) == 0
    assert (project / "docs" / "about.md").exists()


def test_a_hand_written_page_where_a_generated_one_belongs_is_1(
    found: list[Diagnostic], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "docs" / "questions").mkdir()
    (project / "docs" / "questions" / "who.md").write_text("# Mine\n")
    assert cli.run(["build"]) == 1
    assert "`docs/questions/who.md` stands where the generator puts a page" in capsys.readouterr().err
    assert (project / "build" / "docs" / "questions" / "who.md").read_text() == "# Mine\n"


def test_build_without_settings_is_2(found: list[Diagnostic], project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    assert cli.run(["build"]) == 2


def test_build_with_broken_settings_is_1(found: list[Diagnostic], project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: [\n")
    assert cli.run(["build"]) == 1


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out == f"explainer {importlib.metadata.version('explainer')}\n"
