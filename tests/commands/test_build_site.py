"""`explainer build --site`: the whole site with one command, warnings told and mistakes left out."""

from pathlib import Path

import pytest

from explainer.commands import cli
from tests.projects import run_module

UNUSED = """
  - id: gazette-2031
    type: webpage
    title: Nobody cites this
    issued: 2031-03-02
    URL: https://example.org/gazette
    reading: original
"""
MISTAKE = UNUSED.replace("reading: original", "reading: orignal")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    assert cli.run(["new", str(tmp_path / "bridge")]) == 0
    return tmp_path / "bridge"


def _add(site: Path, text: str, file: str = "seeds/sources.yaml") -> None:
    with (site / file).open("a", encoding="utf-8") as seeds:
        seeds.write(text)


def _build(site: Path, *options: str | Path, at: str = ".") -> tuple[int, str]:
    done = run_module("explainer", "build", "--site", *options, cwd=site / at)
    return done.returncode, done.stdout + done.stderr


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_is_the_site_that_mkdocs_builds(site: Path, tmp_path: Path) -> None:
    code, told = _build(site)
    assert (code, "Material" in told) == (0, False), told
    assert "the site is built" in told
    done = run_module("mkdocs", "build", "--strict", "--site-dir", tmp_path / "plain", cwd=site)
    assert done.returncode == 0, done.stderr
    assert _files(site / "site") == _files(tmp_path / "plain")


def test_a_warning_stops_it_only_where_that_is_asked_for(site: Path) -> None:
    _add(site, UNUSED)
    code, told = _build(site)
    assert code == 0 and told.count("nothing uses the source `gazette-2031`") == 1
    assert _build(site, "--strict")[0] == 1
    assert (site / "site" / "index.html").exists()
    assert run_module("explainer", "check", cwd=site).returncode == 0
    assert run_module("explainer", "check", "--strict", cwd=site).returncode == 1


def test_a_mistake_is_told_once_and_the_rest_is_built(site: Path) -> None:
    _add(site, MISTAKE)
    code, told = _build(site, "--output", site / "public")
    assert code == 1 and told.count("seeds/sources.yaml:") == 1 and "Traceback" not in told
    assert (site / "public" / "articles" / "footbridge" / "index.html").exists()


def test_a_link_that_leads_nowhere_ends_with_1(site: Path) -> None:
    _add(site, "\n[Nowhere](nowhere.md)\n", "docs/about.md")
    code, told = _build(site)
    assert code == 1 and "nowhere.md" in told and "Traceback" not in told


def test_it_never_empties_a_folder_that_is_no_site(site: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    code, told = _build(site, "--output", tmp_path / "mine")
    assert code == 2 and "holds files that are not a site" in told
    assert _files(tmp_path / "mine") == {"letter.txt": b"mine"}
    for folder in ("seeds", "docs"):
        assert _build(site, "--output", site / folder)[0] == 2


def test_a_project_without_the_plugin_is_told_what_to_add(site: Path) -> None:
    settings = (site / "mkdocs.yml").read_text(encoding="utf-8")
    (site / "mkdocs.yml").write_text(settings.replace("  - explainer\n", ""), encoding="utf-8")
    code, told = _build(site)
    assert code == 1 and "does not list the plugin `explainer`; add it below `plugins:`" in told


def test_a_folder_may_be_named_from_elsewhere(site: Path, tmp_path: Path) -> None:
    done = run_module("explainer", "build", "--site", "--output", "public", "bridge", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "public" / "index.html").exists()
