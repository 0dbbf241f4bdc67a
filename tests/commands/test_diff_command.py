"""`explainer diff`: which states it compares, what it prints, and its exit codes."""

import json
from pathlib import Path

import pytest

from explainer.commands import cli
from tests.cases import changed, minimal_seeds, write
from tests.repositories import commit, git, zipped

STATUS = {"edit": {"seeds/questions/stalls.yaml": [["status: disputed", "status: confirmed"]]}}
RECORDED = {
    "edit": {
        **STATUS["edit"],
        "seeds/corrections.yaml": [
            [
                "- date: 2031-02-07",
                "- {date: 2031-02-09, type: update, record: question/stalls, text: New.}\n- date: 2031-02-07",
            ]
        ],
    }
}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose main branch holds the minimal site; the working folder is there, on a branch of its own."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    commit(folder, minimal_seeds())
    git(folder, "switch", "-q", "-c", "work")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.usefixtures("repository")
def test_nothing_differs(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["diff"]) == 0
    assert "nothing changed in meaning" in capsys.readouterr().out


def test_the_working_folder_is_compared_with_the_main_branch(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(repository, changed({"edit": {"seeds/glossary.yaml": [["of one trade", "of a trade"]]}}))
    write(repository, changed(RECORDED))
    assert cli.run(["diff"]) == 0
    assert "question/stalls" in capsys.readouterr().out
    assert cli.run(["diff", "main", "HEAD"]) == 0
    told = capsys.readouterr().out
    assert "term/guild" in told
    assert "question/stalls" not in told


def test_a_change_in_silence_is_1_at_its_line(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repository, changed(STATUS))
    assert cli.run(["diff"]) == 1
    assert "seeds/questions/stalls.yaml:3:9: error: `question/stalls`: status" in capsys.readouterr().out
    assert cli.run(["diff", "--format", "github"]) == 1
    assert "::error file=seeds/questions/stalls.yaml,line=3,col=9," in capsys.readouterr().out


@pytest.mark.usefixtures("repository")
def test_archives_and_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "new", changed(STATUS))
    old = zipped(tmp_path / "old.zip", minimal_seeds(), "site/")
    assert cli.run(["diff", str(old), str(tmp_path / "new")]) == 1
    assert f"{tmp_path}/new/seeds/questions/stalls.yaml:3:9: error" in capsys.readouterr().out


def test_json_and_addresses(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repository, changed(RECORDED))
    addresses = ["--before-url", "https://a.example", "--after-url", "https://b.example/pr/"]
    assert cli.run(["diff", "--format", "json", *addresses]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["version"] == 1
    assert document["counts"]["question"] == {"added": 0, "removed": 0, "changed": 1, "moved": 0}
    assert document["changes"][0]["before"] == "https://a.example/questions/stalls/"
    assert document["changes"][0]["edits"][0]["place"]["line"] == 3
    assert document["pages"][0]["after"] == "https://b.example/pr/articles/market/"
    assert document["diagnostics"] == []


def test_markdown_and_no_colour_in_a_pipe(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repository, changed(RECORDED))
    assert cli.run(["diff", "--format", "markdown"]) == 0
    assert capsys.readouterr().out.startswith("### What would change for readers\n")
    assert cli.run(["diff"]) == 0
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    "arguments",
    [["no-such-revision"], ["HEAD", "no-such-folder/"], ["--before-url", "javascript:alert(1)"], ["a", "b", "c"]],
)
def test_a_wrong_call_is_2_and_a_sentence(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["diff", *arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Error: " in told.err
    assert "Traceback" not in told.err


def test_a_new_state_that_is_broken_is_compared_as_far_as_it_goes(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(repository, changed({"edit": {"seeds/questions/stalls.yaml": [["status: disputed", "status: disputd"]]}}))
    assert cli.run(["diff"]) == 0
    told = capsys.readouterr().out
    assert "Not compared, because it is broken in the files here: question/stalls" in told
    assert "`explainer check` lists them" in told


@pytest.mark.usefixtures("repository")
def test_states_that_are_no_site_at_all(tmp_path: Path) -> None:
    write(tmp_path / "empty", {"seeds/README": b"nothing"})
    assert cli.run(["diff", str(tmp_path / "empty"), "HEAD"]) == 0
    assert cli.run(["diff", "HEAD", str(tmp_path / "empty")]) == 0
