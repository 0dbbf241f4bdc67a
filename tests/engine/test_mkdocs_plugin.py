"""The plugin in builds of a tiny site, with what the pipeline gives set by each test."""

import logging
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from explainer import pipeline, rules
from explainer.diagnostics import Diagnostic
from explainer.engine import theme_files
from explainer.model.stages import Page
from explainer.pipeline import Result
from explainer.source import SourceFile

SEED = SourceFile("seeds/questions/who.yaml", "status: disputd\nas-of: <b>\n")
MISTAKE = Diagnostic(rules.VALUE_IS_ALLOWED, SEED.span(8, 15), "`disputd` is not a status")
SECOND = Diagnostic(rules.DATE_EXISTS, SEED.span(23, 26), "`<b>` is not a date")
WARNING = Diagnostic(rules.SOURCE_IS_USED, SEED.span(0, 6), "nothing uses it")
HOME = Page("index.md", "# Start\n\n[Who?](questions/who.md)\n", "seeds/site.yaml")
WHO = Page("questions/who.md", "# Who?\n", "seeds/questions/who.yaml")
SETTINGS = """\
site_name: A
edit_uri: https://git.example/o/p/edit/main/docs/
theme: {name: material, font: false, features: [content.action.edit]}
plugins: [explainer]
"""


class Site:
    """A project in a temporary folder, built in this process."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch
        (folder / "docs").mkdir()
        (folder / "mkdocs.yml").write_text(SETTINGS)

    def pipeline_gives(self, *diagnostics: Diagnostic, pages: Sequence[Page] = (HOME, WHO)) -> None:
        result = Result(tuple(pages), diagnostics, {SEED.path: SEED})
        self._monkeypatch.setattr(pipeline, "begin", lambda *_: result)

    def pipeline_crashes(self) -> None:
        def crash(*_: object) -> Result:
            raise KeyError("<ours>")

        self._monkeypatch.setattr(pipeline, "begin", crash)

    def build(self, *, strict: bool = False, serving: bool = False) -> None:
        config = load_config(str(self.folder / "mkdocs.yml"), strict=strict)
        config.plugins.on_startup(command="serve" if serving else "build", dirty=False)
        build(config, serve_url="http://127.0.0.1:8000/" if serving else None)

    def page(self, path: str) -> str:
        return (self.folder / "site" / path / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1710201600")
    made = Site(tmp_path, monkeypatch)
    made.pipeline_gives()
    return made


def test_generated_pages_are_pages(site: Site) -> None:
    site.build(strict=True)
    assert '<a href="questions/who/">Who?</a>' in site.page("")
    assert "Who?</h1>" in site.page("questions/who")


def test_a_command_that_was_cut_short_is_told(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    (site.folder / ".explainer").mkdir()
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        site.build(strict=True)
    assert "was cut short, or is at work: run `explainer check`" in caplog.text


def test_files_of_other_hosts_that_no_page_may_load_are_told(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    settings = SETTINGS.replace("font: false, ", "")
    more = "extra_javascript: [https://example.org/a.js, own.js]\nextra_css: [//example.org/b.css]\n"
    (site.folder / "mkdocs.yml").write_text(settings + more)
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        site.build(strict=True)
    told = [record.getMessage() for record in caplog.records if "other hosts" in record.getMessage()]
    assert [re.findall("`([^`]+)`", each)[0] for each in told] == [
        "https://example.org/a.js", "//example.org/b.css", "font: false",
    ]  # fmt: skip


def test_edit_links_lead_to_the_seed(site: Site) -> None:
    (site.folder / "docs" / "about.md").write_text("# About\n")
    (site.folder / SEED.path).parent.mkdir(parents=True)
    (site.folder / SEED.path).write_text(SEED.text)
    site.build()
    assert 'href="https://git.example/o/p/edit/main/seeds/questions/who.yaml"' in site.page("questions/who")
    assert 'href="https://git.example/o/p/edit/main/docs/about.md"' in site.page("about")
    assert "/edit/main/" not in site.page(""), "a file that is not there yet cannot be edited"


def test_only_pages_of_one_file_have_an_edit_link(minimal_site: Path) -> None:
    links = {
        page.parent.relative_to(minimal_site).as_posix(): re.findall(
            r'href="https://git\.example/owner/project/edit/main/([^"]*)"', page.read_text(encoding="utf-8")
        )
        for page in minimal_site.rglob("index.html")
    }
    assert {path for path, found in links.items() if not found} == {
        "context", "how-to-read", "open-questions", "people-and-places", "questions",
    }  # fmt: skip
    assert links["articles/market"] == ["seeds/articles/market/article.yaml"]
    assert links["."] == ["seeds/site.yaml"]
    assert links["sources"] == ["seeds/sources.yaml"]


def test_a_mistake_ends_the_build_with_1_after_everything_was_told_and_built(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    site.pipeline_gives(MISTAKE, SECOND)
    with pytest.raises(Abort) as aborted:
        site.build()
    assert aborted.value.code == 1
    assert "2 errors in 1 file" in str(aborted.value)
    assert "seeds/questions/who.yaml:1:9: error: `disputd` is not a status [value-is-allowed]" in caplog.text
    assert "seeds/questions/who.yaml:2:8: error" in caplog.text
    assert "Who?</h1>" in site.page("questions/who")
    assert "disputd" not in site.page("questions/who")


def test_strict_ends_with_1_too(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.pipeline_gives(MISTAKE, SECOND)
    with pytest.raises(Abort) as aborted:
        site.build(strict=True)
    assert aborted.value.code == 1
    assert len([record for record in caplog.records if record.levelno == logging.ERROR]) == 2


@pytest.mark.parametrize("strict", [False, True])
def test_a_warning_of_ours_is_printed_as_one_and_stops_nothing(
    site: Site, caplog: pytest.LogCaptureFixture, strict: bool
) -> None:
    caplog.set_level(logging.INFO, "mkdocs")  # as the command `mkdocs` does
    site.pipeline_gives(WARNING)
    site.build(strict=strict)
    assert "warning: nothing uses it" in caplog.text
    assert [record.levelname for record in caplog.records if "nothing uses it" in record.message] == ["WARNING"]


def test_a_warning_of_mkdocs_still_stops_a_strict_build(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    (site.folder / "docs" / "about.md").write_text("# About\n\n[Nowhere](nowhere.md)\n", encoding="utf-8")
    site.pipeline_gives(WARNING)
    site.build()
    with pytest.raises(Abort, match="Aborted with 1 warnings"):
        site.build(strict=True)


def test_a_bug_of_ours_is_named_as_one(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.pipeline_crashes()
    with pytest.raises(KeyError):
        site.build()
    assert "this is a bug in explainer" in caplog.text


def test_a_hand_written_page_where_a_generated_one_belongs_is_a_mistake(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    (site.folder / "docs" / "index.md").write_text("# Mine\n")
    with pytest.raises(Abort):
        site.build()
    assert "`docs/index.md` stands where the generator puts a page" in caplog.text
    assert "Mine</h1>" in site.page("")


def test_assets_and_overrides_come_with_the_package(
    site: Site, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = tmp_path_factory.mktemp("theme")
    for path in ("assets/a.css", "assets/a.js", "assets/fonts/f.woff2", "overrides/partials/copyright.html"):
        (theme / path).parent.mkdir(parents=True, exist_ok=True)
        (theme / path).write_text(f"of the package: {path}")
    monkeypatch.setattr(theme_files, "ASSETS", theme / "assets")
    monkeypatch.setattr(theme_files, "OVERRIDES", theme / "overrides")
    (site.folder / "docs" / "assets").mkdir()
    (site.folder / "docs" / "assets" / "a.css").write_text("of the site")
    site.build(strict=True)
    assert '<link rel="stylesheet" href="assets/a.css">' in site.page("")
    assert '<script src="assets/a.js" defer></script>' in site.page("")
    assert "fonts/f.woff2" not in site.page("")
    assert (site.folder / "site" / "assets" / "fonts" / "f.woff2").exists()
    assert (site.folder / "site" / "assets" / "a.css").read_text() == "of the site"
    assert "of the package: overrides/partials/copyright.html" in site.page("")


def test_while_serving_a_mistake_stands_on_the_page_of_its_file(site: Site) -> None:
    site.pipeline_gives(MISTAKE, SECOND)
    site.build(serving=True)
    page = site.page("questions/who")
    assert "2 errors in 1 file behind this page" in page
    assert "`disputd` is not a status" in page
    assert "&lt;b&gt;" in page and "<b>" not in page.split("Who?</h1>")[0]
    assert 'href="../../problems/"' in page
    assert "2 errors in 1 file" in site.page("") and "disputd" not in site.page("")
    assert "`disputd` is not a status" in site.page("problems")


def test_while_serving_a_page_that_was_not_made_is_replaced(site: Site) -> None:
    site.pipeline_gives(MISTAKE, pages=[HOME])
    site.build(serving=True)
    assert "This page could not be made</h1>" in site.page("questions/who")
    assert "`disputd` is not a status" in site.page("questions/who")
    site.pipeline_gives(MISTAKE, pages=[])
    site.build(serving=True)
    assert "`disputd` is not a status" in site.page("")


def test_while_serving_a_clean_site_shows_nothing_of_it(site: Site) -> None:
    site.build(serving=True)
    assert "roblems" not in site.page("") + site.page("questions/who")
    assert "No mistakes found." in site.page("problems")


@pytest.mark.parametrize("strict", [False, True])
def test_while_serving_nothing_is_raised(site: Site, strict: bool) -> None:
    site.pipeline_gives(MISTAKE, WARNING)
    site.build(serving=True, strict=strict)


def test_while_serving_a_bug_of_ours_keeps_the_last_pages(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    config = load_config(str(site.folder / "mkdocs.yml"))
    plugin = config.plugins["explainer"]
    config.plugins.on_startup(command="serve", dirty=False)
    crash: Callable[[], None] = site.pipeline_crashes
    for prepare in (site.pipeline_gives, crash):
        prepare()
        again = load_config(str(site.folder / "mkdocs.yml"))
        # MkDocs keeps a plugin that has `on_startup` over the builds of one server.
        assert again.plugins["explainer"] is plugin
        build(again, serve_url="http://127.0.0.1:8000/")
    assert "Who?</h1>" in site.page("questions/who")
    assert "may be out of date" in site.page("questions/who")
    assert "KeyError" in site.page("problems")
    assert "&lt;ours&gt;" in site.page("problems")
