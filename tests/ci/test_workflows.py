"""The workflows: linted by three tools, and read by a few rules of our own."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.projects import PROJECT

WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
HOSTS = {"after.invalid", "api.netlify.com", "before.invalid"}
"""All that the workflows and scripts name. Where packages come from is the business of each machine."""
LINTERS = {
    "zizmor": ["zizmor", "--offline", "--pedantic", "--no-progress", "--color", "never"],
    "actionlint": ["actionlint", "-no-color", "-shellcheck=", "-pyflakes="],
    "check-jsonschema": ["check-jsonschema", "--builtin-schema", "vendor.github-workflows"],
}


@pytest.mark.parametrize("linter", LINTERS)
def test_linted(linter: str) -> None:
    command, *options = LINTERS[linter]
    asked = subprocess.run(
        [Path(sys.executable).with_name(command), *options, *WORKFLOWS], capture_output=True, text=True, timeout=120
    )
    assert asked.returncode == 0, asked.stdout + asked.stderr


def test_the_linters_find_something(tmp_path: Path) -> None:
    """A linter that passes anything would pass ours."""
    bad = tmp_path / "bad.yml"
    bad.write_text(
        "on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-1.0\n    stepz: []\n    steps:\n"
        "      - run: echo ${{ github.event.pull_request.title }}\n",
        encoding="utf-8",
    )
    for command, *options in LINTERS.values():
        asked = subprocess.run(
            [Path(sys.executable).with_name(command), *options, bad], capture_output=True, timeout=120
        )
        assert asked.returncode != 0, command


def test_the_workflow_for_archives_is_linted_and_has_our_versions(tmp_path: Path) -> None:
    page = (PROJECT / "docs" / "authors" / "archives.md").read_text("utf-8")
    (shown,) = re.findall(r"```yaml\n# \.github/workflows/publish\.yml\n(.*?)```", page, re.DOTALL)
    workflow = tmp_path / "publish.yml"
    workflow.write_text(shown, "utf-8")
    for linter in ("actionlint", "check-jsonschema"):
        command, *options = LINTERS[linter]
        asked = subprocess.run(
            [Path(sys.executable).with_name(command), *options, workflow], capture_output=True, text=True, timeout=120
        )
        assert asked.returncode == 0, asked.stdout + asked.stderr
    ours = "".join(path.read_text("utf-8") for path in WORKFLOWS)
    for used in re.findall(r"uses: .+", shown):
        assert used in ours, "not the version that our own workflows use"
    parts = yaml.safe_load(shown)["jobs"]["part"]
    assert parts["strategy"]["matrix"]["part"] == list(range(1, 17))
    assert any('--shard "$PART/16"' in step.get("run", "") for step in parts["steps"])


def test_actions_are_pinned_by_commit_with_their_version() -> None:
    used = [line for path in WORKFLOWS for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert len(used) > 10
    for line in used:
        assert re.fullmatch(r" *-? ?uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line
    commits = {line.split("uses: ")[1] for line in used}
    assert len(commits) == len({line.split("@")[0] for line in commits}), "one action at two commits"


def test_steps_call_make_or_our_scripts_and_nothing_is_put_into_a_command() -> None:
    for path in WORKFLOWS:
        for job in yaml.safe_load(path.read_text("utf-8"))["jobs"].values():
            for step in job["steps"]:
                if "run" in step:
                    assert re.fullmatch(
                        r"make [\w./-]+|\.ci/(pull-request|preview|known-vulnerabilities) [a-z]+", step["run"]
                    ), step


def test_a_pull_request_has_no_rights_and_no_secrets() -> None:
    text = (PROJECT / ".github/workflows/ci.yml").read_text("utf-8")
    ci = yaml.safe_load(text)
    assert ci[True] == {"pull_request": None}  # YAML 1.1 reads `on` as yes
    assert ci["permissions"] == {"contents": "read"}
    assert "secrets" not in text
    assert "token" not in text.replace("persist-credentials", "")
    checkouts = [step for job in ci["jobs"].values() for step in job["steps"] if "checkout" in step.get("uses", "")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_the_preview_runs_no_code_of_the_pull_request() -> None:
    text = (PROJECT / ".github/workflows/preview.yml").read_text("utf-8")
    preview = yaml.safe_load(text)
    assert preview["permissions"] == {}
    assert "ref:" not in text
    assert "repository:" not in text
    for name, job in preview["jobs"].items():
        may_write = [what for what, right in job["permissions"].items() if right == "write"]
        assert may_write == (["pull-requests"] if name == "comment" else []), name
        # Who may comment holds no secret, and who holds a secret may not comment.
        assert ("secrets." in str(job)) == (name == "publish")


def test_what_is_pinned_is_updated() -> None:
    """By pull requests of a program, for each kind of pin; linted as the workflows are."""
    settings = PROJECT / ".github" / "dependabot.yml"
    read = yaml.safe_load(settings.read_text("utf-8"))
    assert [each["package-ecosystem"] for each in read["updates"]] == ["github-actions", "pip"]
    for command in (
        ["zizmor", "--offline", "--pedantic"],
        ["check-jsonschema", "--builtin-schema", "vendor.dependabot"],
    ):
        asked = subprocess.run(
            [Path(sys.executable).with_name(command[0]), *command[1:], settings],
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert asked.returncode == 0, asked.stdout + asked.stderr


def test_known_vulnerabilities_keep_nobody_waiting_offline(tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    script = shutil.copy(PROJECT / ".ci" / "known-vulnerabilities", tmp_path / ".ci")
    offline = {**os.environ, "PIP_NO_INDEX": "1", "PYTHON": sys.executable}
    asked = subprocess.run([script, "locks"], env=offline, capture_output=True, text=True, timeout=120)
    assert (asked.returncode, asked.stdout) == (0, "Not asked: pip-audit cannot be installed here.\n"), asked.stderr


def test_no_other_host_is_named() -> None:
    for path in [*WORKFLOWS, *(PROJECT / ".ci").iterdir()]:
        assert set(re.findall(r"https?://([^/\s\"'$]+)", path.read_text("utf-8"))) <= HOSTS, path
