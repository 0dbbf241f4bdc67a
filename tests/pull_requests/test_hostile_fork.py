"""The hostile fork: through the steps of ci.yml, its artifact through those of preview.yml, and into a browser."""

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.projects import PROJECT, run_module
from tests.pull_requests import fork
from tests.pull_requests.github import shown
from tests.pull_requests.tripwire import pages_of, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

STEPS = ("check", "build", "links", "diff", "report")
of_one_run = pytest.mark.xdist_group("hostile-fork")
"""Of tests that look at the same run, so that only one process makes it."""


@dataclass(frozen=True)
class Run:
    """What GitHub would see: the log of each step, its exit code, the summary; and the folder with the repository."""

    folder: Path
    logs: dict[str, str]
    codes: dict[str, int]
    summary: str

    @property
    def out(self) -> Path:
        return self.folder / "fork" / "build" / "preview"


def steps_of(repository: Path, summary: Path) -> tuple[dict[str, str], dict[str, int]]:
    logs, codes = {}, {}
    env = {
        **{name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"},
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(summary),
        "EXPLAINER_PYTHON": sys.executable,
        "PYTHONPATH": str(PROJECT),
        "BASE": "HEAD^1",
    }
    for step in STEPS:
        done = subprocess.run(
            [".ci/pull-request", step], cwd=repository, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, timeout=300, check=False,
        )  # fmt: skip
        logs[step], codes[step] = done.stdout, done.returncode
    return logs, codes


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("stranger")
    repository = fork.repository(folder / "fork")
    fork.attack(repository)
    logs, codes = steps_of(repository, folder / "summary")
    return Run(folder, logs, codes, (folder / "summary").read_text("utf-8"))


@pytest.fixture(scope="module")
def accepted(run: Run) -> Path:
    """What `accept` makes of the artifact."""
    with zipfile.ZipFile(run.folder / "artifact.zip", "w") as written:
        for path in sorted(run.out.rglob("*")):
            if path.is_file() and not path.is_symlink():
                written.write(path, path.relative_to(run.out).as_posix())
    main = run.folder / "fork" / "build" / "preview-work" / "before"
    accepted = run.folder / "accepted"
    done = run_module(
        "explainer", "preview", "accept", run.folder / "artifact.zip", accepted, "--like", main, cwd=run.folder / "fork"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return accepted


def commands(log: str) -> list[str]:
    """What GitHub would take for a command, outside of what is between `::stop-commands::token` and `::token::`."""
    found, token = [], ""
    for line in log.splitlines():
        if token:
            token = "" if line.strip() == f"::{token}::" else token
        elif stopped := re.match(r"\s*::stop-commands::(\w{32})$", line):
            token = stopped[1]
        elif line.lstrip().startswith("::") or "##[" in line:
            found.append(line)
    assert token == "", "commands stay stopped"
    return found


@of_one_run
def test_the_mistakes_fail_and_the_rest_goes_on(run: Run) -> None:
    assert run.codes["check"] == 1
    assert run.codes["report"] == 0, run.logs["report"]
    assert (run.out / "report.json").is_file()
    assert (run.out / "site" / "articles" / "market" / "index.html").is_file()
    assert not any("Traceback" in log for log in run.logs.values())


@of_one_run
def test_the_log_is_not_misread(run: Run) -> None:
    for step, log in run.logs.items():
        for command in commands(log):
            assert re.match(r"::(error|warning|notice) (file=|title=)", command), (step, command)
            assert "stop-commands" not in command
    for path in (run.folder / "fork" / "build" / "preview-work" / "outcomes").iterdir():
        assert path.read_text("utf-8") in ("passed\n", "failed\n")


@of_one_run
def test_the_report_says_what_was_refused(run: Run) -> None:
    told = run.logs["check"]
    for part in ("yaml-is-plain", "file-is-small", "a link that leads out", "id", "quote"):
        assert part in told, part
    comment = (run.out / "comment.md").read_text("utf-8")
    assert "**Failed: Seeds · " in comment
    assert "bomb.yaml" in comment + run.logs["check"]
    shown(comment)
    # The summary of the step is the escaped report, and then the comment.
    assert "<script" not in run.summary.partition("<!-- explainer preview -->")[0]
    assert "root:x" not in comment + run.summary + "".join(run.logs.values())


@of_one_run
def test_links_in_the_repository_are_refused(run: Run) -> None:
    assert "The repository holds links" in run.logs["check"]
    comment = (run.out / "comment.md").read_text("utf-8")
    assert "### Symbolic links" in comment
    assert "<code>docs/passwords.txt</code>" in comment


@of_one_run
def test_nothing_leaves_its_folder(run: Run, accepted: Path) -> None:
    assert sorted(path.name for path in run.folder.iterdir()) == ["accepted", "artifact.zip", "fork", "summary"]
    changed = fork.git(run.folder / "fork", "status", "--porcelain").splitlines()
    assert changed == []
    for path in accepted.rglob("*"):
        assert not path.is_symlink()
        if path.is_file() and path.suffix in (".html", ".txt", ".json"):
            assert "root:x:0" not in path.read_text("utf-8"), path


@of_one_run
def test_nothing_runs(accepted: Path, browser: "Browser", address_of: Callable[[Path], str]) -> None:
    site = accepted / "site"
    address = address_of(site)
    found = visit(browser, pages_of(site, address), address)
    assert not found.ran
    assert found.left == ""
    # The page by hand may hold scripts, as any page by hand: the preview leaves it out and tells of it.
    refused = (accepted / "refused.txt").read_text("utf-8")
    for told in (
        "evil/index.html\tit holds a script that is not",
        "drawing.svg\tfiles of its type",
        "Über uns/index.html\t",
    ):
        assert told in refused


@of_one_run
def test_what_the_generator_makes_of_seeds_runs_nowhere(
    run: Run, browser: "Browser", address_of: Callable[[Path], str]
) -> None:
    """Without `accept` and its policy too: seeds never become markup."""
    site = run.out / "site"
    address = address_of(site)
    found = visit(browser, [page for page in pages_of(site, address) if "/evil/" not in page], address)
    assert not found.ran
    assert found.left == ""
    page = (site / "articles" / "market" / "index.html").read_text("utf-8")
    assert "<script>void" not in page
    assert 'href="javascript' not in page.lower()


@pytest.mark.parametrize("head", ["", "HEAD"])
def test_an_honest_pull_request_passes(head: str, tmp_path: Path) -> None:
    """As `make preview` runs it, of the folder as it is and of a revision."""
    repository = fork.repository(tmp_path / "fork")
    question = repository / "seeds" / "questions" / "stalls.yaml"
    question.write_text(question.read_text("utf-8").replace("the guild 40.", "the guild forty."), encoding="utf-8")
    fork.git(repository, "commit", "-q", "-a", "-m", "A word")
    (repository / ".venv").symlink_to(Path(sys.executable).parent.parent)
    done = subprocess.run(
        [".ci/preview-here", "check build diff", "HEAD~1", head], cwd=repository, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(PROJECT)}, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    comment = (repository / "build" / "preview" / "comment.md").read_text("utf-8")
    for part in (
        "Passed: Seeds · Two builds, same bytes · Changes recorded. Not run: Tests",
        "forty",
        "(site/questions/index.html)",
        "**all files**",
    ):
        assert part in comment, comment
    accepted = repository / "build" / "preview-accepted"
    assert (accepted / "refused.txt").read_text("utf-8") == ""
    assert "Content-Security-Policy" in (accepted / "site" / "questions" / "stalls" / "index.html").read_text("utf-8")
