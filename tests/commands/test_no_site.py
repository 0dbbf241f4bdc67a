"""Where there is no site, every command says so, and what to do, in the same two lines."""

from pathlib import Path

import pytest

from explainer.commands import cli
from tests.projects import MINIMAL

COMMANDS = (
    ["check"], ["build"], ["serve"], ["status"], ["schema"], ["quote", "words"], ["add", "file.txt"],
    ["import", "file.bib"], ["export", "--format", "csv"], ["rename", "term/a", "b"], ["reanchor", "a", "file.txt"],
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("file.txt", "file.bib"):
        (tmp_path / name).write_text("words")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_it_says_how_to_make_one(command: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(folder.rglob("*"))
    assert cli.run(command) == 2
    printed, told = capsys.readouterr()
    assert printed == ""
    assert told == (
        f"Error: there is no site in `{folder}`: a site has a folder `seeds`.\n"
        "Go to the folder of your site, or make one: explainer new my-site\n"
    )
    assert sorted(folder.rglob("*")) == before


def test_inside_a_site_it_says_where_that_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "my site" / "seeds" / "articles").mkdir(parents=True)
    (folder / "my site" / "seeds" / "site.yaml").write_bytes((MINIMAL / "seeds/site.yaml").read_bytes())
    assert cli.run(["check", "my site/seeds/articles"]) == 2
    assert f"It lies inside the site `{folder}/my site`; go there: cd '{folder}/my site'" in capsys.readouterr().err


def test_a_site_without_files_is_told_how_to_begin(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "seeds").mkdir()
    assert cli.run(["check"]) == 1
    printed = capsys.readouterr().out
    assert "there is no file of a site in `seeds`" in printed
    assert "fix: Begin with an article: `explainer add FILE`" in printed
    assert cli.run(["add", "file.txt", "--slug", "first"]) == 0
    assert cli.run(["check"]) == 1
    printed = capsys.readouterr().out
    assert "fix: Create it, with the keys `title`, `description`, `lede`, and `article`" in printed
    (folder / "seeds/articles/first/source.txt").unlink()
    assert cli.run(["check"]) == 1
    assert "fix: Put the text of the article there, letter for letter" in capsys.readouterr().out


def test_for_programs_it_is_a_mistake_as_any_other(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["check", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=seeds,line=1,")
