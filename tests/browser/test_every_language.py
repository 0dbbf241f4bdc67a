"""No word of the interface is bound to English: a site in a language that nobody speaks shows none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.opening import OpenPage
from tests.cases import woven_seeds, write
from tests.messages.leftovers import COLLECT, leftovers
from tests.messages.pseudo import ACCENTED, MIRRORED
from tests.projects import PROJECT, copy_minimal, environment, run_module
from tests.waiting import still

_USE = """() => {
  if (!document.querySelector("#just-article")) return;
  document.querySelector(".x-text .x-ref")?.click();  // a note has its tools
  document.querySelector("[id^=show-]").click();  // and it is told how many are shown
}"""
_PREVIEW = "document.querySelector('.x-note .x-cite, .x-note .x-src a, .x-cite')?.focus()"


@pytest.fixture(scope="module", params=[ACCENTED, MIRRORED])
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    language = str(request.param)
    project = copy_minimal(tmp_path_factory.mktemp(language))
    write(project, woven_seeds())
    site = project / "seeds" / "site.yaml"
    site.write_text(site.read_text(encoding="utf-8").replace("language: en", f"language: {language}"), encoding="utf-8")
    environ = environment(PYTHONPATH=str(PROJECT))
    done = run_module("tests.messages.pseudo", language, "site", cwd=project, env=environ)
    assert done.returncode == 0, done.stdout + done.stderr
    return project


def test_every_word_comes_from_the_catalogue_and_has_room(
    project: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    site = project / "site"
    texts = [path.read_text(encoding="utf-8") for path in (project / "seeds").rglob("*") if path.is_file()]
    texts.append("Ink Penn")  # written in two fields
    texts += [(each / "mkdocs.yml").read_text(encoding="utf-8") for each in (PROJECT, project)]
    page = open_page(address_of(site))
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        page.set_viewport_size({"width": 1440, "height": 1000})
        page.goto(address_of(site) + name.removesuffix("index.html"), wait_until="load")
        page.evaluate(_USE)
        page.keyboard.press("Shift")  # so that the focus is one of the keyboard
        page.evaluate(_PREVIEW)
        still(page)
        assert leftovers(page.evaluate(COLLECT), "\n".join(texts)) == set(), name
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 1000})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
    assert page.evaluate("document.body.dir") == ("rtl" if project.name.startswith(MIRRORED) else "ltr")
