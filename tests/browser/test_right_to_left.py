"""Words that are read from right to left are set so wherever they stand on a site in English."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.opening import OpenPage
from tests.projects import copy_minimal, run_module

ARTICLES = {
    "ar": ("إغلاق الجسر (Bridge 4)", "قالت البلدية: «أُغلق الجسر عند الساعة 6:40» (A2). ولا أحد في خطر اليوم."),
    "he": ("הגשר נסגר (Bridge 4)", "העירייה אמרה: “הגשר נסגר בשעה 6:40” (A2). איש אינו בסכנה היום."),
}
QUOTES = {"ar": ("الساعة 6:40", "ولا أحد"), "he": ("בשעה 6:40", "איש אינו")}

_WRONG = """() => {
  const found = [], letters = /[\\u0590-\\u08ff]/;
  const walk = document.createTreeWalker(document.querySelector("article"), 4);
  while (walk.nextNode()) {
    const text = walk.currentNode, parent = text.parentElement, style = getComputedStyle(parent);
    if (!letters.test(text.data) || parent.closest("script")) continue;
    if (style.direction !== "rtl" && style.unicodeBidi !== "plaintext") found.push([parent.outerHTML.slice(0, 120)]);
  }
  return found;
}"""
_MARKERS = """() => [...document.querySelectorAll(".x-text mark + .x-ref")].map((marker) => {
  const range = document.createRange();
  range.selectNodeContents(marker.previousElementSibling);
  const boxes = [...range.getClientRects()], lowest = boxes.filter((box) => box.top === boxes.at(-1).top);
  return Math.round(Math.min(...lowest.map((box) => box.left)) - marker.getBoundingClientRect().right);
})"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("directions")
    project = copy_minimal(folder / "project")
    seeds = project / "seeds"
    sources = (seeds / "sources.yaml").read_text(encoding="utf-8")
    for language, (title, text) in ARTICLES.items():
        article = seeds / "articles" / language
        article.mkdir()
        (article / "source.txt").write_text(f"{title}\n\n{text}\n", encoding="utf-8")
        settings = (seeds / "articles" / "market" / "article.yaml").read_text(encoding="utf-8")
        kept = [line for line in settings.splitlines() if line.split(":")[0] in ("description", "licence")]
        about = [
            f"title: '{title}'",
            f"headline: '{title}'",
            f"language: {language}",
            "provenance: Invented.",
            "about: Invented.",
        ]
        (article / "article.yaml").write_text("\n".join([*kept, *about, ""]), encoding="utf-8")
        first, second = QUOTES[language]
        (article / "annotations.yaml").write_text(
            f"- {{id: hour-{language}, kind: claim, quote: '{first}', party: guild, question: stalls}}\n"
            f"- id: safe-{language}\n  kind: note\n  quote: {second}\n  note: The mayor said so.\n  evidence:\n"
            f"    - {{source: paper-{language}, relation: supports, language: {language},"
            f" excerpt: '{second} (2031).'}}\n",
            encoding="utf-8",
        )
        sources += (
            f"  - {{id: paper-{language}, type: webpage, title: '{title}', publisher: '{title.split(' (')[0]}',"
            f" language: {language}, reading: original}}\n"
        )
    (seeds / "sources.yaml").write_text(sources, encoding="utf-8")
    built = run_module("mkdocs", "build", "--site-dir", folder / "site", cwd=project)
    assert built.returncode == 0, built.stderr
    return folder / "site"


@pytest.mark.parametrize("width", [390, 1440])
def test_words_are_set_in_their_own_direction(
    site: Path, address_of: Callable[[Path], str], open_page: OpenPage, width: int
) -> None:
    base = address_of(site)
    for path in ("articles/ar/?show=all", "articles/he/?show=all", "sources/", "questions/stalls/"):
        page = open_page(base + path, width=width)
        assert page.locator("article").inner_text().strip()
        assert page.evaluate(_WRONG) == [], path
        if path.startswith("articles"):
            gaps = page.evaluate(_MARKERS)
            assert len(gaps) >= 2 and all(-4 <= gap < 12 for gap in gaps), (path, gaps)
