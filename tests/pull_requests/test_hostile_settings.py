"""A pull request whose `mkdocs.yml` names programs and templates of its own: they run where there is nothing to gain,
and what they put into the site does not run in the preview.
"""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.projects import run_module
from tests.pull_requests import fork
from tests.pull_requests.test_hostile_fork import steps_of
from tests.pull_requests.tripwire import TRIP, pages_of, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOOK = f"""\
from pathlib import Path

def on_post_page(output, **_):
    return output.replace("</body>", "<script>{TRIP}</script><p class='trap' onclick='{TRIP}'>x</p></body>")

def on_post_build(config, **_):
    print("::error::told by a stranger")
    site = Path(config["site_dir"])
    for script in site.rglob("*.js"):
        script.write_text("{TRIP}")
    (site / "assets" / "evil.js").write_text("{TRIP}")
    (site / "assets" / "evil.wasm").write_bytes(b"\\0asm")
"""
MAIN = f'{{% extends "base.html" %}}\n{{% block extrahead %}}<script>{TRIP}</script>{{% endblock %}}\n'


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = fork.repository(tmp_path_factory.mktemp("stranger") / "fork")
    settings = (folder / "mkdocs.yml").read_text("utf-8")
    own = "theme: {name: material, custom_dir: look}\nhooks: [hook.py]\nextra_javascript: [https://evil.example/x.js]\n"
    (folder / "mkdocs.yml").write_text(settings + own, encoding="utf-8")
    (folder / "hook.py").write_text(HOOK, encoding="utf-8")
    (folder / "look").mkdir()
    (folder / "look" / "main.html").write_text(MAIN, encoding="utf-8")
    fork.git(folder, "add", "-A")
    fork.git(folder, "commit", "-q", "-m", "Another look")
    return folder


def test_the_preview_runs_the_main_branch_s_scripts_alone(
    repository: Path, tmp_path: Path, browser: "Browser", address_of: Callable[[Path], str]
) -> None:
    logs, codes = steps_of(repository, tmp_path / "summary")
    # The hooks and templates of the pull request are part of what is built twice.
    assert codes["build"] == 0, logs["build"]
    assert "::error::told" in logs["build"].partition("::stop-commands::")[2]
    out, work = repository / "build" / "preview", repository / "build" / "preview-work"
    assert TRIP in (out / "site" / "index.html").read_text("utf-8")
    with zipfile.ZipFile(tmp_path / "artifact.zip", "w") as written:
        for path in sorted(path for path in out.rglob("*") if path.is_file()):
            written.write(path, path.relative_to(out).as_posix())
    options = ("--like", work / "before")
    done = run_module(
        "explainer", "preview", "accept", tmp_path / "artifact.zip", tmp_path / "accepted", *options, cwd=repository
    )
    assert done.returncode == 0, done.stdout + done.stderr
    site = tmp_path / "accepted" / "site"
    for script in site.rglob("*.js"):
        assert TRIP not in script.read_text("utf-8"), script
    refused = (tmp_path / "accepted" / "refused.txt").read_text("utf-8")
    for name in ("assets/evil.js", "assets/evil.wasm", "index.html\tit holds a script that is not"):
        assert name in refused
    address = address_of(site)
    found = visit(browser, pages_of(site, address)[:6], address)
    assert not found.ran
    assert found.left == ""
