"""A stranger's pull request: a repository whose last commit means harm in every way that seeds and pages allow."""

import os
import shutil
import subprocess
from pathlib import Path

from tests.projects import PROJECT, copy_minimal
from tests.pull_requests.tripwire import TRIP

COMMANDS = "::error file=a::told by a stranger\n::set-output name=a::b\n##[error]told by a stranger\n::add-mask::e\n"
_BOMB = (
    "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b]\n"
)

ARTICLE = f"""\
Market hall closes after “total collapse” of roof

::error::told by a stranger

::set-output name=token::stolen

##[error]told by a stranger <script>{TRIP}</script> <img src=x onerror="{TRIP}">

[a link](javascript:{TRIP}) {{{{ config }}}} {{% include "mkdocs.yml" %}} --8<-- "mkdocs.yml"

</article></html><script>{TRIP}</script> <meta http-equiv="refresh" content="0;url=https://evil.example/">
"""
ANNOTATIONS = f"""\
- id: ../../../../out
  kind: note
  quote: Market hall closes
  note: An id that leads out.
- id: "::error::told by a stranger"
  kind: note
  quote: “total collapse”
  note: An id that is a command.
- id: noted
  kind: note
  quote: of roof
  note: |
    <script>{TRIP}</script> [x](javascript:{TRIP}) ![x](https://evil.example/pixel.png) <img src=x onerror={TRIP}>

    ::error::told by a stranger

    ##[error]told by a stranger @everyone #1 [[../../out]] [@../../out]
- id: nowhere
  kind: note
  quote: |-
    words that stand nowhere
    ::error::told by a stranger
    ##[error]told by a stranger
  note: The quote is printed into the log.
"""
QUESTION = f"""\
title: "Who? <script>{TRIP}</script>"
status: "::error::told by a stranger"
as-of: 2031-02-06
assessment: "<iframe src=https://evil.example></iframe>"
"""
PAGE = f"""\
# A page by hand

<script>{TRIP}</script>
<p class="trap" onclick="{TRIP}">A trap</p>
<img src="none.png" onerror="{TRIP}">
"""
DRAWING = f'<svg xmlns="http://www.w3.org/2000/svg" onload="{TRIP}"><script>{TRIP}</script></svg>\n'


def git(folder: Path, *arguments: str) -> str:
    """Git with a name and a date of its own, without anybody's settings."""
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    for who in ("AUTHOR", "COMMITTER"):
        env |= {f"GIT_{who}_NAME": "A", f"GIT_{who}_EMAIL": "a@example.org", f"GIT_{who}_DATE": "2031-02-06T12:00:00Z"}
    command = ["git", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false", *arguments]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=True, timeout=60).stdout


def repository(folder: Path) -> Path:
    """The minimal site under version control, with the scripts of CI: the base of pull requests."""
    copy_minimal(folder)
    (folder / "docs" / "index.txt").write_text("A folder that git keeps.\n", encoding="utf-8")
    shutil.copytree(PROJECT / ".ci", folder / ".ci")
    (folder / ".gitignore").write_text("build/\n.venv\n", encoding="utf-8")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "The base")
    return folder


def attack(folder: Path) -> None:
    """The commit of the pull request. (Its own code could do anything too, but only where there is nothing to gain.)"""
    seeds = folder / "seeds"
    files: dict[str, str] = {
        "articles/market/source.txt": ARTICLE,
        "articles/market/annotations.yaml": ANNOTATIONS,
        "articles/..evil/source.txt": "x",
        "articles/evil <b>/article.yaml": "title: x\n",
        "questions/stalls.yaml": QUESTION,
        "questions/%2e%2e%2fout.yaml": "title: x\n",
        "questions/::error::told by a stranger.yaml": "title: x\n",
        "context/line\n::error::told by a stranger.yaml": "title: x\n",
        "context/bomb.yaml": _BOMB,
        "context/deep.yaml": "[" * 50_000,
        "context/huge.yaml": "title: " + "x" * 5_000_000,
        "glossary.yaml": f"- id: ../../out\n  term: <script>{TRIP}</script>\n  definition: x\n  link: everywhere\n",
    }
    for name, content in files.items():
        (seeds / name).parent.mkdir(parents=True, exist_ok=True)
        (seeds / name).write_text(content, encoding="utf-8")
    sources = seeds / "sources.yaml"
    sources.write_text(
        sources.read_text("utf-8").replace("https://example.org/bugle/market-hall", f"javascript:{TRIP}"),
        encoding="utf-8",
    )
    (folder / "docs" / "evil.md").write_text(PAGE, encoding="utf-8")
    (folder / "docs" / "drawing.svg").write_text(DRAWING, encoding="utf-8")
    (folder / "docs" / "Über uns.md").write_text("# A name that hosts write in several ways\n", encoding="utf-8")
    (seeds / "articles" / "market" / "link.txt").symlink_to("/etc/passwd")
    (seeds / "context" / "linked.yaml").symlink_to("/etc/passwd")
    for name in ("passwords.txt", "##[error]told by a stranger.txt"):
        (folder / "docs" / name).symlink_to("/etc/passwd")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "::error::told by a stranger")
