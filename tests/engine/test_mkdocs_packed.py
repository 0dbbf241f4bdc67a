"""What MkDocs holds of pages between reading and writing is packed, and is there for whoever looks at it."""

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from explainer.engine.mkdocs_packed import PageFile
from explainer.engine.mkdocs_plugin import ExplainerPlugin
from explainer.model.stages import PackedPage, Page
from tests.projects import copy_minimal
from tests.test_reproducible import contents

HOOK = """\
from pathlib import Path

def on_env(env, *, config, files):
    pages = {file.src_uri: file.page.content for file in files.documentation_pages()}
    Path(config.config_file_path).with_name("seen").write_text("\\n".join(path for path in pages if not pages[path]))
"""
TEMPLATE = """\
{% extends "base.html" %}{% block footer %}{{ super() }}<ol>
{% for each in pages %}<li>{{ each.page.content | length > 9 }}</li>{% endfor %}</ol>{% endblock %}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1710201600")
    return copy_minimal(tmp_path / "project")


def _build(project: Path, also: str = "") -> MkDocsConfig:
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + also, "utf-8")
    config = load_config(str(settings))
    build(config)
    return config


def test_a_page_that_was_written_is_held_no_more(project: Path) -> None:
    plugin = _build(project).plugins["explainer"]
    assert isinstance(plugin, ExplainerPlugin)
    assert plugin.files.documentation_pages()
    assert {file.page and file.page.content for file in plugin.files.documentation_pages()} == {""}


def test_a_hook_sees_every_page(project: Path) -> None:
    (project / "hook.py").write_text(HOOK)
    alone = contents(Path(_build(project).site_dir))
    assert contents(Path(_build(project, "\nhooks: [hook.py]\n").site_dir)) == alone
    assert (project / "seen").read_text() == ""


def test_a_template_of_the_site_sees_every_page(project: Path) -> None:
    (project / "own").mkdir()
    (project / "own" / "main.html").write_text(TEMPLATE)
    home = Path(_build(project, "\ntheme: {custom_dir: own}\n").site_dir, "index.html").read_text("utf-8")
    assert "<li>True</li>" in home
    assert "<li>False</li>" not in home


def test_the_text_of_a_file_can_be_read_and_replaced() -> None:
    file = PageFile("a.md", None, "site", use_directory_urls=True)
    file.fill(PackedPage.of(Page("a.md", "# “Ї”\n", None)))
    assert (file.content_string, file.content_bytes) == ("# “Ї”\n", "# “Ї”\n".encode())
    file.content_bytes = "# Ü\n".encode()
    assert file.content_string == "# Ü\n"
