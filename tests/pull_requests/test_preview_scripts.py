"""The steps of preview.yml that talk to GitHub and hosts, with a `gh` and a `curl` of ours and a repository here."""

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
# Answers as Netlify does, and writes down how it was asked, with the header that came on its standard input.
_CURL = """\
#!/bin/sh
set -eu
printf '%s\\n' "$*" >>"$ASKED"
cat >>"$ASKED"
while [ $# -gt 0 ]; do
    if [ "$1" = --output ]; then cp "$ANSWERS/deployed" "$2"; fi
    shift
done
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
    for name, script in (("gh", _GH), ("curl", _CURL)):
        (tmp_path / "bin" / name).write_text(script, encoding="utf-8")
        (tmp_path / "bin" / name).chmod(0o755)
    (tmp_path / "build/incoming/accepted/site").mkdir(parents=True)
    (tmp_path / "build/incoming/accepted/site/index.html").write_text("Hello", encoding="utf-8")
    (tmp_path / "build/incoming/comment.md").write_text("<!-- explainer preview -->\nHello @x\n", encoding="utf-8")
    return tmp_path


def answer(project: Path, name: str, value: object) -> None:
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    (project / "answers" / name).write_bytes(content)


def tried(project: Path, name: str, **env: str) -> tuple[int, str, str]:
    """The exit code, what the step printed, and what it said for the steps that follow."""
    output = project / "output"
    output.write_text("", encoding="utf-8")
    done = subprocess.run(
        [".ci/preview", name], cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60,
        env={**os.environ, "PATH": f"{project / 'bin'}:{os.environ['PATH']}", "ANSWERS": str(project / "answers"),
             "ASKED": str(project / "asked"), "GITHUB_REPOSITORY": "o/r", "RUN_ID": "7", "HEAD_SHA": SHA,
             "HEAD_REPOSITORY": "fork/r", "HEAD_BRANCH": "work", "GITHUB_OUTPUT": str(output), "NUMBER": "12", **env},
    )  # fmt: skip
    return done.returncode, done.stdout, output.read_text("utf-8")


def step(project: Path, name: str, **env: str) -> tuple[str, str]:
    """What the step printed, and what it said for the steps that follow. It must not fail."""
    code, told, said = tried(project, name, **env)
    assert code == 0, told
    return told, said


def pull(number: int, sha: str = SHA, repository: str | None = "fork/r", branch: str = "work") -> dict[str, object]:
    """A pull request as GitHub tells of it; the repository of one may be gone."""
    head = {"sha": sha, "ref": branch, "repo": {"full_name": repository} if repository else None}
    return {"number": number, "head": head}


def test_the_pull_request_is_found_by_its_last_commit(project: Path) -> None:
    answer(project, PULLS, [pull(11, "f" * 40), pull(12)])
    older, newer = ({"id": id_, "size_in_bytes": 3, "created_at": f"2031-02-0{id_}T00:00:00Z"} for id_ in (4, 5))
    answer(project, RUNS, {"artifacts": [newer, older]})
    answer(project, "repos_o_r_actions_artifacts_5_zip", b"zip")
    assert step(project, "find")[1] == "number=12\n"
    assert (project / "build/incoming/artifact.zip").read_bytes() == b"zip"


def test_an_old_push_gets_nothing(project: Path) -> None:
    answer(project, PULLS, [pull(12, "f" * 40)])
    told, said = step(project, "find")
    assert said == ""
    assert "a newer push" in told


@pytest.mark.parametrize("other", [pull(13, repository="evil/r"), pull(13, branch="else"), pull(13, repository=None)])
def test_the_same_commit_on_another_branch_is_another_pull_request(project: Path, other: dict[str, object]) -> None:
    """Whoever opens one with somebody else's commit must not get at the other's comment."""
    answer(project, PULLS, [other])
    assert step(project, "find")[1] == ""
    answer(project, PULLS, [other, pull(12)])
    answer(project, RUNS, {"artifacts": [{"id": 5, "size_in_bytes": 3}]})
    answer(project, "repos_o_r_actions_artifacts_5_zip", b"zip")
    assert step(project, "find")[1] == "number=12\n"


def test_no_artifact_and_one_that_is_too_large(project: Path) -> None:
    answer(project, PULLS, [pull(12)])
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


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"PREVIEW_HOST": "netlify", "NETLIFY_SITE_ID": "s"}, ""),
        ({"PREVIEW_HOST": "Netlify"}, "none of"),
        ({"PREVIEW_HOST": "netlify", "NETLIFY_SITE_ID": ""}, "NETLIFY_SITE_ID"),
        ({"PREVIEW_HOST": "cloudflare", "CLOUDFLARE_PROJECT": ""}, "CLOUDFLARE_PROJECT"),
        ({"PREVIEW_HOST": "pages", "PREVIEW_REPOSITORY": "o/p", "PREVIEW_ADDRESS": ""}, "PREVIEW_ADDRESS"),
    ],
)
def test_a_choice_of_host_that_cannot_work_is_said(project: Path, settings: dict[str, str], told: str) -> None:
    code, printed, _ = tried(project, "host", **settings)
    assert (code != 0, told in printed) == (bool(told), True)


def test_netlify(project: Path) -> None:
    answer(project, "deployed", {"deploy_ssl_url": "https://pr-12--site.example"})
    secret = {"NETLIFY_SITE_ID": "s", "NETLIFY_AUTH_TOKEN": "hush"}
    told, said = step(project, "netlify", **secret)
    assert said == "address=https://pr-12--site.example\n"
    assert "hush" not in told
    command, header = (project / "asked").read_text("utf-8").splitlines()
    assert command.endswith("/sites/s/deploys?branch=pr-12")
    assert ("hush" in command, header) == (False, "Authorization: Bearer hush")
    answer(project, "deployed", {"message": "no"})
    code, _, said = tried(project, "netlify", **secret)
    assert (code != 0, said) == (True, "")
    code, told, _ = tried(project, "netlify", NETLIFY_SITE_ID="s", NETLIFY_AUTH_TOKEN="")
    assert (code != 0, "NETLIFY_AUTH_TOKEN" in told) == (True, True)


@pytest.fixture
def pages(project: Path) -> dict[str, str]:
    """What the step needs; the repository of the previews is a folder here."""
    subprocess.run(["git", "init", "-q", "--bare", project / "previews.git"], check=True)
    answer(project, "meta", {"ssh_keys": ["ssh-ed25519 AAAA"]})
    answer(project, PULLS, [pull(12), pull(15)])
    return {
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": f"url.file://{project}/previews.git.insteadOf",
        "GIT_CONFIG_VALUE_0": "git@github.com:o/previews.git", "PREVIEW_REPOSITORY": "o/previews",
        "PREVIEW_ADDRESS": "https://previews.example", "PREVIEW_DEPLOY_KEY": "hush",
    }  # fmt: skip


def published(project: Path) -> list[str]:
    command = ["git", "--git-dir", str(project / "previews.git"), "ls-tree", "-r", "--name-only", "gh-pages"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def test_pages_of_another_repository(project: Path, pages: dict[str, str]) -> None:
    """The first one makes the branch; previews of pull requests that are closed go, those of others stay."""
    assert step(project, "pages", **pages)[1] == "address=https://previews.example/pr-12/\n"
    assert published(project) == [".nojekyll", "pr-12/index.html", "robots.txt"]
    step(project, "pages", **pages, NUMBER="15")
    assert published(project) == [".nojekyll", "pr-12/index.html", "pr-15/index.html", "robots.txt"]
    answer(project, PULLS, [pull(15)])
    step(project, "pages", **pages, NUMBER="15")
    assert published(project) == [".nojekyll", "pr-15/index.html", "robots.txt"]
    assert not (project / "build/incoming/key").exists()


def test_two_previews_pushed_at_once(project: Path, pages: dict[str, str]) -> None:
    """The hook refuses the first push, as GitHub does where another one came first."""
    hook = project / "previews.git" / "hooks" / "pre-receive"
    hook.write_text(f'#!/bin/sh\n[ -e "{project}/once" ] || {{ touch "{project}/once"; exit 1; }}\n', encoding="utf-8")
    hook.chmod(0o755)
    assert step(project, "pages", **pages)[1] == "address=https://previews.example/pr-12/\n"
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    (project / "bin" / "sleep").write_text("#!/bin/sh\n", encoding="utf-8")
    (project / "bin" / "sleep").chmod(0o755)
    code, _, said = tried(project, "pages", **pages)
    assert (code != 0, said) == (True, "")


@pytest.mark.parametrize(("code", "said"), [(0, "site=yes\n"), (1, "site=no\n"), (3, "")])
def test_a_bug_in_accepting_is_no_attack(project: Path, code: int, said: str) -> None:
    """Exit code 1 is a refusal, of which the comment tells; any other fails the step."""
    python = project / "bin" / "python"
    python.write_text(f'#!/bin/sh\ncase $* in *" accept "*) echo refused; exit {code} ;; esac\n', encoding="utf-8")
    python.chmod(0o755)
    found, _, told = tried(project, "accept", EXPLAINER_PYTHON=str(python))
    assert (found == 0, told) == (code < 2, said)
