"""The steps of preview.yml that talk to GitHub, with a `gh` of ours that writes down what it is asked."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.projects import PROJECT

_GH = """\
#!/bin/sh
# Answers from files named as what is asked for; `--jq` is done by the real jq, which knows the same language.
set -eu
printf '%s\\n' "$*" >>"$ASKED"
filter=. method=GET
shift
while [ $# -gt 0 ]; do
    case $1 in
        --jq) filter=$2; shift ;;
        --method) method=$2; shift ;;
        -F) cat "${2#body=@}" >"$ANSWERS/posted"; shift ;;
        --*) ;;
        *) path=$1 ;;
    esac
    shift
done
file=$ANSWERS/$(printf %s "${path%%[?]*}" | tr / _)
if [ "$method" != GET ]; then exit 0; fi
case $path in */zip) cat "$file" ;; *) jq -r "$filter" "$file" ;; esac
"""
SHA = "0123456789abcdef0123456789abcdef01234567"
PULLS, RUNS = "repos_o_r_pulls", "repos_o_r_actions_runs_7_artifacts"
COMMENTS = "repos_o_r_issues_12_comments"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the script, a `gh`, and the answers of GitHub."""
    if shutil.which("jq") is None:
        pytest.skip("jq is not installed")
    for folder in (".ci", "bin", "answers", "build/incoming"):
        (tmp_path / folder).mkdir(parents=True)
    shutil.copy(PROJECT / ".ci" / "preview", tmp_path / ".ci")
    (tmp_path / "bin" / "gh").write_text(_GH, encoding="utf-8")
    (tmp_path / "bin" / "gh").chmod(0o755)
    (tmp_path / "build/incoming/comment.md").write_text("<!-- explainer preview -->\nHello @x\n", encoding="utf-8")
    return tmp_path


def answer(project: Path, name: str, value: object) -> None:
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    (project / "answers" / name).write_bytes(content)


def step(project: Path, name: str, **env: str) -> tuple[str, str]:
    """What the step printed, and what it said for the steps that follow."""
    output = project / "output"
    output.write_text("", encoding="utf-8")
    done = subprocess.run(
        [".ci/preview", name], cwd=project, capture_output=True, text=True, timeout=60, check=True,
        env={**os.environ, "PATH": f"{project / 'bin'}:{os.environ['PATH']}", "ANSWERS": str(project / "answers"),
             "ASKED": str(project / "asked"), "GITHUB_REPOSITORY": "o/r", "RUN_ID": "7", "HEAD_SHA": SHA,
             "GITHUB_OUTPUT": str(output), **env},
    )  # fmt: skip
    return done.stdout, output.read_text("utf-8")


def test_the_pull_request_is_found_by_its_last_commit(project: Path) -> None:
    answer(project, PULLS, [{"number": 11, "head": {"sha": "f" * 40}}, {"number": 12, "head": {"sha": SHA}}])
    answer(project, RUNS, {"artifacts": [{"id": 5, "size_in_bytes": 3}]})
    answer(project, "repos_o_r_actions_artifacts_5_zip", b"zip")
    assert step(project, "find")[1] == "number=12\n"
    assert (project / "build/incoming/artifact.zip").read_bytes() == b"zip"


def test_an_old_push_gets_nothing(project: Path) -> None:
    answer(project, PULLS, [{"number": 12, "head": {"sha": "f" * 40}}])
    told, said = step(project, "find")
    assert said == ""
    assert "a newer push" in told


def test_no_artifact_and_one_that_is_too_large(project: Path) -> None:
    answer(project, PULLS, [{"number": 12, "head": {"sha": SHA}}])
    answer(project, RUNS, {"artifacts": []})
    told, said = step(project, "find")
    assert (said, "left no artifact" in told) == ("", True)
    answer(project, RUNS, {"artifacts": [{"id": 5, "size_in_bytes": 10**12}]})
    told, said = step(project, "find")
    assert (said, "are allowed" in told) == ("", True)
    assert not (project / "build/incoming/artifact.zip").exists()


def test_one_comment_a_pull_request(project: Path) -> None:
    def comment(number: int, login: str, body: str) -> dict[str, object]:
        return {"id": number, "user": {"login": login}, "body": body}

    mark, bot = "<!-- explainer preview -->", "github-actions[bot]"
    answer(project, COMMENTS, [comment(1, "stranger", mark), comment(2, bot, "else")])
    step(project, "post", NUMBER="12")
    assert "--method POST repos/o/r/issues/12/comments" in (project / "asked").read_text("utf-8")
    assert "Hello @x" in (project / "answers" / "posted").read_text("utf-8")
    answer(project, COMMENTS, [comment(1, "stranger", mark), comment(2, bot, "else"), comment(3, bot, f"{mark}\nold")])
    step(project, "post", NUMBER="12")
    assert "--method PATCH repos/o/r/issues/comments/3" in (project / "asked").read_text("utf-8")
