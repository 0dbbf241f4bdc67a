"""What is wrong with the settings, and with the environment for which they are meant."""

from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from explainer.engine import settings_checks
from explainer.reading import settings


def test_two_themes_that_overwrite_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.yml").write_text("theme: {name: material}\n", encoding="utf-8")
    assert settings_checks.check(tmp_path)[0] == ()
    monkeypatch.setattr(settings_checks, "distribution", lambda name: name)
    (found,), files = settings_checks.check(tmp_path)
    assert (found.rule.id, str(found.span), found.is_error) == ("theme-is-there", "mkdocs.yml:1:15", True)
    assert found.message == "Material and MaterialX are both installed here, and each overwrites files of the other"
    assert "pip uninstall mkdocs-material mkdocs-materialx" in found.fix
    assert files.keys() == {"mkdocs.yml"}


def test_where_no_engine_is_installed_no_theme_is_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> None:
        raise PackageNotFoundError(name)

    (tmp_path / "mkdocs.yml").write_text("theme: {name: material}\n", encoding="utf-8")
    monkeypatch.setattr(settings_checks, "distribution", nothing)
    monkeypatch.setattr(settings_checks, "entry_points", lambda group: [])
    assert settings_checks.check(tmp_path)[0] == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: [b\n", "mkdocs.yml:"),
        ("- a\n", "does not consist of `key: value`"),
        ("a: " + "[" * 2000 + "\n", "mkdocs.yml"),
    ],
)
def test_settings_that_cannot_be_read(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(settings.SettingsError, match=told):
        settings.read(tmp_path / "mkdocs.yml")
    assert settings_checks.check(tmp_path)[0] == ()


def test_one_file_of_what_is_inherited_keeps_tags_and_joins_no_lists(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\nnav: [b.md]\nextra: {own: 1}\n", encoding="utf-8")
    (tmp_path / "base.yml").write_text(
        "nav: [a.md]\nextra: {b: 2}\nmarkdown_extensions: [x: {y: !!python/name:some.thing }]\n"
        "site_name: !ENV [NOWHERE, A]\n",
        encoding="utf-8",
    )
    read = settings.read(tmp_path / "mkdocs.yml")
    assert read.values["nav"] == ["b.md"]
    assert read.values["extra"] == {"b": 2, "own": 1}
    assert read.values["site_name"] == "A"
    written = read.changed({"plugins": []})
    assert "INHERIT" not in written and "a.md" not in written
    assert "!!python/name:some.thing" in written and "!ENV" in written and "plugins: []" in written


@pytest.mark.parametrize(
    ("page", "text", "said"),
    [
        ("---\ntitle: A\n---\nB\n", "B\n", {"title": "A"}),
        ("title: A\nmore: B\n    C\n\nD", "D", {"title": "A", "more": "B C"}),
        ("# A\n\nB: c", "# A\n\nB: c", {}),
        ("---\n- a\n---\nB\n", "---\n- a\n---\nB\n", {}),
    ],
)
def test_the_head_of_a_page(page: str, text: str, said: dict[str, str]) -> None:
    assert settings.front_matter(page) == (text, said)
