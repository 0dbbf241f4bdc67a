"""Templates print with our code what they print with Jinja's own, and kept code is never that of another text."""

import marshal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from jinja2.compiler import CodeGenerator
from markupsafe import Markup

from explainer.interface import catalogue_of
from explainer.rendering import template_code, templates
from explainer.rendering.template_code import KeptCode, PlainCode
from tests.cases import woven_seeds
from tests.stages import linked, printed


@pytest.fixture
def compiled_anew() -> Iterator[None]:
    templates._environment.cache_clear()
    yield
    templates._environment.cache_clear()


def pages() -> dict[str, str]:
    return {page.path: page.markdown for page in printed(linked(woven_seeds())[0])}


@pytest.mark.usefixtures("compiled_anew")
def test_every_page_is_what_the_code_of_jinja_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = pages()
    templates._environment.cache_clear()
    monkeypatch.setattr(templates._Environment, "code_generator_class", CodeGenerator)
    monkeypatch.setattr(template_code.KeptCode, "load_bytecode", lambda *_: None)
    monkeypatch.setattr(template_code.KeptCode, "dump_bytecode", lambda *_: None)
    assert "articles/market.md" in ours
    assert pages() == ours


def test_what_is_no_markdown_is_escaped_in_texts_macros_and_loops() -> None:
    environment = templates._environment(catalogue_of("en"))
    text = '{% macro b(x) %}<b>{{ x }}</b>{% endmacro %}{{ x }} {{ b(x) }} {{ "*" }} {% for y in [x, m] %}{{ y }}'
    shown = environment.from_string(text + "{% endfor %}").render(x="*", m=Markup("<i>"))
    assert shown == "&#42; <b>&#42;</b> &#42; &#42;<i>"


def test_one_code_serves_every_language(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a filter makes of a constant is not known when a template is compiled."""
    monkeypatch.setattr(template_code, "cache_from_source", lambda _: str(tmp_path / "a.pyc"))
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    printed = []
    for shown in ("one", "two"):
        environment = Environment(
            loader=DictLoader({"a": "{{ 'x' | say }}"}), bytecode_cache=KeptCode(""), optimized=False
        )
        environment.code_generator_class = PlainCode
        environment.finalize = str
        environment.filters["say"] = {"x": shown}.get
        printed.append(environment.get_template("a").render())
    assert printed == ["one", "two"]


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-10])


def _other_code(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:32] + marshal.dumps(compile("1 / 0", "", "exec")))


@pytest.mark.parametrize("damage", [_cut, _other_code, lambda file: file.write_bytes(b"")])
def test_code_that_is_damaged_is_made_anew(
    damage: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    written = rendered("same", "", tmp_path, monkeypatch)
    damage(written)
    assert rendered("same", "", tmp_path, monkeypatch).read_bytes()
    assert compiles == ["same"]


compiles: list[str] = []


def rendered(text: str, made_by: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the code, after a template was printed; `compiles` tells what had to be compiled for that."""
    monkeypatch.setattr(template_code, "cache_from_source", lambda _: str(folder / "a.pyc"))
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    environment = Environment(loader=DictLoader({"a": text}), bytecode_cache=KeptCode(made_by))
    compiles.clear()
    compile_ = environment.compile

    def told(source: str, *rest: object) -> object:
        compiles.append(source)
        return compile_(source, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(environment, "compile", told)
    assert environment.get_template("a").render() == text
    return folder / "a.pyc"


def test_code_is_kept_for_the_same_text_and_the_same_compiler(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    rendered("one", "", tmp_path, monkeypatch)
    for text, made_by, made in (("one", "", []), ("two", "", ["two"]), ("two", "x", ["two"]), ("two", "x", [])):
        rendered(text, made_by, tmp_path, monkeypatch)
        assert compiles == made


def test_nothing_is_kept_where_python_keeps_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(template_code, "cache_from_source", lambda _: str(tmp_path / "a.pyc"))
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    Environment(loader=DictLoader({"a": "x"}), bytecode_cache=KeptCode("")).get_template("a")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_no_mistake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "full").write_bytes(b"")
    monkeypatch.setattr(template_code, "cache_from_source", lambda _: str(tmp_path / "full" / "a.pyc"))
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    template = Environment(loader=DictLoader({"a": "x"}), bytecode_cache=KeptCode("")).get_template("a")
    assert template.render() == "x"
