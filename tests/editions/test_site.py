"""A site of three editions as readers get it: English, German half translated, Arabic whole and from right to left."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from explainer import pipeline
from explainer.commands import cli
from explainer.model.marks import is_marked
from explainer.model.stages import Standing
from tests.projects import PROJECT, copy_minimal

ADDRESS = "https://brindle.example/hall/"
Pages = dict[str, dict[str, LexborHTMLParser]]
EDITIONS = {"": "en", "ar/": "ar", "de/": "de"}
"""By their folder."""


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_minimal(tmp_path_factory.mktemp("editions"))
    shutil.copytree(PROJECT / "tests" / "sites" / "editions", project, dirs_exist_ok=True)
    site, settings = project / "seeds" / "site.yaml", project / "mkdocs.yml"
    site.write_text(f"{site.read_text('utf-8')}address: {ADDRESS}\n", "utf-8")
    nav = "nav: [Home: index.md, The article: articles/market.md, Questions: questions/index.md]\n"
    settings.write_text(f"{settings.read_text('utf-8')}\nsite_url: {ADDRESS}\n{nav}not_in_nav: '*'\n", "utf-8")
    (project / "docs" / "about.md").write_text("# About\n\nMade of paper.\n", "utf-8")
    (project / "docs" / "about.de.md").write_text("# Über uns\n\nAus Papier, mit [Glossar](glossary.md).\n", "utf-8")
    return project


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    assert cli.run(["build", "--site", str(project)]) == 0
    return project / "site"


@pytest.fixture(scope="session")
def pages(site: Path) -> Pages:
    """By the folder of the edition and the path of the page in it."""
    found: Pages = {folder: {} for folder in EDITIONS}
    for path in sorted(site.rglob("index.html")):
        name = path.relative_to(site).as_posix().removesuffix("index.html")
        folder = next((each for each in ("ar/", "de/") if name.startswith(each)), "")
        found[folder][name.removeprefix(folder)] = LexborHTMLParser(path.read_text("utf-8"))
    return found


def test_each_edition_has_the_same_pages_with_the_same_places(pages: Pages) -> None:
    original = pages[""]
    assert len(original) > 12
    for folder in ("ar/", "de/"):
        assert pages[folder].keys() == original.keys()
        for path, page in pages[folder].items():
            assert path == "about/" or _ids(page) == _ids(original[path]), path


def _only(page: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    (found,) = page.css(selector)
    return found


def _ids(page: LexborHTMLParser) -> set[str]:
    """But for headings whose ids engines make of their words, and terms: which ones a text has depends on its words."""
    found = {each.attributes["id"] or "" for each in page.css("article [id]") if each.tag != "h4"}
    return {each for each in found if each != "terms" and not each.startswith("t-")}


def test_each_page_is_in_its_language(pages: Pages) -> None:
    for folder, language in EDITIONS.items():
        for path, page in pages[folder].items():
            assert _only(page, "html").attributes["lang"] == language, path
    assert _only(pages["ar/"][""], "body").attributes["dir"] == "rtl"
    menu = [each.text().strip() for each in pages["ar/"][""].css(".md-tabs__link")]
    assert menu == ["الرئيسية", "المقال", "الأسئلة"]


def test_words_of_sources_say_their_language_in_an_edition(pages: Pages) -> None:
    for folder in ("ar/", "de/"):
        quoted = [each for page in pages[folder].values() for each in page.css("blockquote")]
        assert quoted
        assert {each.attributes.get("lang") for each in quoted} == {"en"}
        titles = pages[folder]["sources/"].css("#county-2031-02-05 span[lang=en]")
        assert any("Damage of the storm" in title.text() for title in titles)
    assert not pages[""]["sources/"].css("#county-2031-02-05 span[lang=en]")


def test_each_page_leads_to_the_others_and_tells_machines(pages: Pages, site: Path) -> None:
    for folder, found in pages.items():
        for path, page in found.items():
            own = urljoin(ADDRESS, folder + path)
            switch = {lang: urljoin(own, href) for lang, href in _links(page, ".x-languages a")}
            wanted = {language: urljoin(ADDRESS, other + path) for other, language in EDITIONS.items()}
            assert switch == wanted, own
            told = dict(_links(page, "link[rel~=alternate][hreflang]"))
            assert told == {**wanted, "x-default": wanted["en"]}
            assert len(page.css(".x-languages a[aria-current]")) == 1


def _links(page: LexborHTMLParser | LexborNode, selector: str) -> list[tuple[str, str]]:
    found = (each.attributes for each in page.css(selector))
    return [(each["hreflang"] or "", each["href"] or "") for each in found]


def test_each_note_leads_to_itself_in_the_other_editions(pages: Pages) -> None:
    for folder, found in pages.items():
        notes = found["articles/market/"].css("aside.x-note")
        assert notes
        for note in notes:
            links = [
                urlsplit(urljoin(f"{ADDRESS}{folder}articles/market/", href))
                for _, href in _links(note, ".x-elsewhere a")
            ]
            others = [each for each in EDITIONS if each != folder]
            assert [link.path for link in links] == [f"/hall/{each}articles/market/" for each in others]
            assert {link.fragment for link in links} == {note.attributes["id"]}


def _words(page: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Each text of the page's content, with the language that it is said to be in."""
    for node in _only(page, "article").traverse(include_text=True):
        around: LexborNode | None = node.parent
        if node.tag == "-text" and (words := node.text().strip()) and around and around.tag not in ("script", "style"):
            while around and not around.attributes.get("lang"):
                around = around.parent
            yield words, (around.attributes["lang"] if around else None) or ""


def test_what_is_not_translated_says_in_which_language_it_is(project: Path, pages: Pages) -> None:
    linked, _ = pipeline.link(project)
    (german,) = (each.edition for each in linked.editions if each.edition and each.edition.language == "de")
    assert german.counts == {Standing.CURRENT: 26, Standing.STALE: 3, Standing.MISSING: 50}
    missing = {
        each.text.words.strip()
        for each in german.texts
        if each.standing is Standing.MISSING and not each.text.is_quoted
    }
    missing = {words for words in missing if len(words.split()) > 2 and "[" not in words}
    seen = set()
    for path, page in pages["de/"].items():
        for words, language in _words(page):
            for text in missing:
                if text == words:
                    seen.add(text)
                    assert language == "en", (path, words)
    assert len(seen) > 10
    assert "Diese Seite ist nicht ganz übersetzt" in _only(pages["de/"]["questions/stalls/"], "article").text()


def test_what_is_stale_says_so_with_its_date(pages: Pages) -> None:
    page = pages["de/"]["questions/stalls/"]
    answer = _only(page, ".x-answer div.x-older")
    assert "Der Rat zählt 11" in answer.text()
    told = "Übersetzt am 7. Februar 2031; das Original wurde seither geändert."
    assert _only(answer, ".x-older-note").text().replace("\xa0", " ") == told
    names = page.css("span.x-older")
    assert {each.text() for each in names} >= {"Stadtrat von Brindle"}
    assert "2031" in (names[0].attributes["title"] or "")
    for whole in pages["ar/"].values():
        assert not whole.css(".x-older, .x-original, .x-edition-note")


def test_a_whole_edition_has_no_word_of_ours_in_the_original_language(project: Path, pages: Pages) -> None:
    linked, _ = pipeline.link(project)
    (whole,) = (each.edition for each in linked.editions if each.edition and each.edition.language == "ar")
    ours = {each.text.words for each in whole.texts if len(each.text.words) > 8 and each.text.is_asked_of_all}
    assert len(ours) > 50
    for path, page in pages["ar/"].items():
        assert [words for words, language in _words(page) if language != "en" and words in ours] == [], path


def test_a_quotation_stands_as_it_was_said_with_a_translation_of_ours_beside_it(pages: Pages) -> None:
    page = pages["ar/"]["questions/stalls/"]
    quotes = [each for each in page.css("blockquote") if "40 stalls were destroyed" in each.text()]
    assert [each.attributes["lang"] for each in quotes] == ["en"]
    assert not quotes[0].css(".x-ours"), "what we translated is none of their words"
    ours = page.css("article .x-ours")[0]
    assert ours.text() == "بترجمتنا: دُمِّر 40 كشكًا"
    assert ours.attributes["lang"] == "ar"


def test_a_side_has_the_letter_of_the_edition_where_readers_see_one(pages: Pages, site: Path) -> None:
    """By that of the original scripts and addresses know it, so that a link to some of the claims is good in each."""
    whole, half = pages["ar/"]["articles/market/"], pages["de/"]["articles/market/"]
    assert [each.attributes["id"] for each in whole.css(".x-speakers input")] == ["by-A", "by-B"]
    for page, letters in ((whole, {"A": "ت", "B": "ب"}), (half, {"A": "A", "B": "B"})):
        shown = {each.attributes["data-party"]: each.text() for each in page.css("b.x-p")}
        assert {letter: shown[letter] for letter in letters} == letters
        for number in page.css(".x-ref[data-party]"):
            letter = number.attributes["data-party"] or ""
            assert (number.attributes.get("data-letter") or letter) == letters[letter]
            assert f" {letters[letter]}" in (number.attributes["aria-label"] or "")
    found = {folder: json.loads((site / folder / "search" / "index.json").read_bytes())["sides"] for folder in EDITIONS}
    assert (found["ar/"]["A"], found["de/"]["A"][2]) == (["التجار", "umber", "ت"], "A")


def test_an_outlet_and_the_switches_of_colours_have_the_names_of_the_edition(pages: Pages) -> None:
    named, unnamed = (pages[folder]["sources/"].body for folder in ("ar/", "de/"))
    assert named and "وكالة فنشير" in named.text() and "Fenshire Wire" not in named.text()
    assert unnamed and "Fenshire Wire" in unnamed.text()
    switches = {folder: pages[folder]["sources/"].css(".md-header__option label") for folder in EDITIONS}
    assert [each.attributes["title"] for each in switches["ar/"]] == [
        "ألوان النظام",
        "ألوان فاتحة",
        "ألوان داكنة؛ التبديل إلى ألوان النظام",
    ]
    assert "Helle Farben; zu dunklen wechseln" in [each.attributes["title"] for each in switches["de/"]], "as we say it"


def test_a_link_to_words_of_an_article_says_their_language(pages: Pages) -> None:
    links = {folder: pages[folder]["people-and-places/"].css("a[href*='#n-']") for folder in EDITIONS}
    assert links[""] and not any("lang" in each.attributes for each in links[""])
    assert {each.attributes.get("lang") for each in links["ar/"]} == {"en"}


def test_the_words_of_an_article_stand_with_a_translation_of_ours_at_each_note_and_list_of_them(pages: Pages) -> None:
    whole, half = pages["ar/"], pages["de/"]
    note = _only(whole["articles/market/"], "#n-built-in")
    assert _only(note, ".x-lemma").attributes["lang"] == "en"
    mended = "بترجمتنا: شُيّدت عام 1788 ← شُيّدت عام 1878"
    assert _only(note, ".x-ours").text() == mended
    assert [each.text() for each in whole["articles/market/mistakes/"].css("td .x-ours")] == [mended]
    told = [each.text() for each in whole["coverage/"].css("q + .x-ours")]
    assert told == ["بترجمتنا: اثنا عشر كشكًا متضررة", "بترجمتنا: دُمِّر 40 كشكًا"]
    assert not half["articles/market/"].css(".x-note .x-ours"), "nobody translated these"
    told = [_only(pages[folder]["articles/market/"], ".x-prov").text() for folder in ("ar/", "de/")]
    assert ["النص بلغته الأصلية: الإنجليزية" in words for words in told] == [True, False]
    assert note.attributes["data-row"] == "الصواب: شُيّدت عام 1878"


def test_hand_written_pages_are_taken_in_their_language(pages: Pages, site: Path) -> None:
    assert ("Aus Papier, mit", "de") in _words(pages["de/"]["about/"])
    assert ("Made of paper.", "en") in _words(pages["ar/"]["about/"])
    assert not list(site.rglob("about.de*"))


def test_each_edition_has_its_own_feed_cards_and_search(site: Path) -> None:
    for folder, language in EDITIONS.items():
        feed = (site / folder / "corrections.xml").read_text("utf-8")
        assert f'xml:lang="{language}"' in feed and f"<id>{ADDRESS}{folder}corrections.xml</id>" in feed
        index = json.loads((site / folder / "search" / "index.json").read_text("utf-8"))
        assert index
    assert (site / "cards/questions/stalls.png").read_bytes() != (site / "de/cards/questions/stalls.png").read_bytes()
    assert not (site / "ar/cards").exists(), "our faces have no Arabic letters"
    pieces = "".join(path.read_text("utf-8") for path in (site / "de" / "search").rglob("*.json"))
    assert "Händlergilde" in pieces and "Traders’ Guild" in pieces, "found by either name"


def test_titles_have_the_dash_of_their_language_and_a_lost_reader_is_told_what_to_do(pages: Pages, site: Path) -> None:
    for page in (each for of_edition in pages.values() for each in of_edition.values()):
        assert " - " not in _only(page, "title").text()
    assert _only(pages["de/"]["glossary/"], "title").text().startswith("Glossar – ")
    for folder, told in {"": "Nothing stands at this address.", "de/": "Unter dieser Adresse steht nichts."}.items():
        lost = LexborHTMLParser((site / folder / "404.html").read_text("utf-8"))
        assert _only(lost, "article p").text().startswith(told)
        assert _only(lost, "article h1").text() in _only(lost, "title").text()


def test_no_mark_is_left_in_anything_that_is_published(site: Path) -> None:
    for path in site.rglob("*"):
        if path.suffix in (".html", ".xml", ".json", ".md"):
            assert not is_marked(path.read_text("utf-8")), path


def test_the_changes_of_a_corrected_article_stand_below_their_paragraph_in_our_translation(pages: Pages) -> None:
    (changes,) = pages["ar/"]["articles/market/corrected/"].css("ul.x-changes")
    mended = "بترجمتنا: شُيّدت عام 1788 ← شُيّدت عام 1878"
    assert [each.text() for each in changes.css(".x-ours")] == [mended]
    assert (_only(changes, "a").attributes["href"] or "").endswith("#n-built-in")
    for folder in ("", "de/"):
        assert not pages[folder]["articles/market/corrected/"].css(".x-changes"), "nobody translated these"
