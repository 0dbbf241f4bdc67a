"""What the served site makes of bugs of ours: they are shown, and the next good change recovers."""

import json
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.structure.files import File

from explainer import pipeline
from explainer.engine import mkdocs_site as site
from explainer.engine.engines import ENGINES
from explainer.engine.protocol import ServedSite
from explainer.engine.search import pieces
from explainer.model.stages import Page
from explainer.serving.choosing import chosen
from explainer.serving.live import Live
from tests.projects import MINIMAL, copy_minimal
from tests.waiting import until


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    project = copy_minimal(tmp_path_factory.mktemp("live") / "project").resolve()
    made = Live(project, project / "mkdocs.yml", "http://127.0.0.1:8000/", ENGINES["mkdocs"])
    yield made
    made.remove()


ARTICLE = "articles/market/index.html"


def _edited(live: Live, words: str) -> list[Path]:
    file = live.root / "seeds" / "articles" / "market" / "annotations.yaml"
    text = (MINIMAL / "seeds" / "articles" / "market" / "annotations.yaml").read_text(encoding="utf-8")
    file.write_text(text.replace("The hospital reported no patients.", words), encoding="utf-8")
    return [file]


def test_a_bug_in_the_pipeline(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    before = live.file(ARTICLE)
    with monkeypatch.context() as broken:
        broken.setattr(pipeline, "preview", _fail)
        live.change(_edited(live, "Lost."))
        (trouble,) = live.troubles
        assert "bug in explainer, not in your files" in trouble.title
        assert "no such luck" in trouble.text
        assert live.file(ARTICLE) == before
    live.change(_edited(live, "Found again."))
    assert not live.troubles
    assert b"Found again." in (live.file(ARTICLE) or b"")


def test_a_bug_in_the_printing_of_a_page(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    before = live.file(ARTICLE)
    with monkeypatch.context() as broken:
        broken.setattr("explainer.rendering.article.article_page", _fail)
        live.change(_edited(live, "Lost."))
        assert live.file(ARTICLE) == before
        assert len(live.troubles) == 1
    live.change(_edited(live, "Found once more."))
    assert b"Found once more." in (live.file(ARTICLE) or b"")
    assert not live.troubles


def test_what_did_not_change_is_not_made_again(live: Live) -> None:
    live.change(_edited(live, "Told one time."))
    home = live.file("index.html")
    built = (live.site.folder / "index.html").stat().st_mtime_ns
    live.change(_edited(live, "Told two times."))
    assert live.file("index.html") == home
    assert (live.site.folder / "index.html").stat().st_mtime_ns == built


def test_pages_of_broken_files_stay_and_others_follow(live: Live) -> None:
    live.change(_edited(live, "Good."))
    good = chosen({}, live.preview)
    live.change(_edited(live, "<b>Raw HTML</b> is a mistake."))
    assert live.preview.diagnostics
    after = chosen(good, live.preview)
    assert after["articles/market.md"] is good["articles/market.md"]
    assert after["timeline.md"] is not good["timeline.md"]
    first = chosen({}, live.preview)["articles/market.md"]
    assert not first.is_good
    assert chosen({"articles/market.md": first}, live.preview)["articles/market.md"] is not first
    live.change(_edited(live, "Good."))


def _index(live: Live) -> dict[str, list[str]]:
    """What the search finds, by address: the texts that stand there."""
    found: dict[str, list[str]] = {}
    head = json.loads(live.file(pieces.INDEX) or b"{}")
    for number in range(len(head["records"])):
        for each in json.loads(live.file(f"{pieces.FOLDER}/{head['folder']}/r{number}.json") or b"[]"):
            found.setdefault(each["url"], []).append(each.get("text", ""))
    return found


def test_the_search_knows_every_page_as_it_is_now(live: Live) -> None:
    live.change(_edited(live, "The hospital reported no patients."))
    before = _index(live)
    live.change(_edited(live, "Nobody was hurt."))
    after = _index(live)  # nobody has looked at a page since
    assert before.keys() == after.keys()
    differing = {location.partition("#")[0] for location in before if before[location] != after[location]}
    assert differing == {"articles/market/"}
    told = [text for texts in after.values() for text in texts]
    assert any("Nobody was hurt." in text for text in told)
    assert not any("The hospital reported no patients." in text for text in told)


def test_the_search_finds_each_page_once_however_often_it_is_built(live: Live) -> None:
    live.change(_edited(live, "The hospital reported no patients."))
    before = _index(live)
    for number in range(3):
        live.change(_edited(live, f"Edit {number}."))
        live.file(ARTICLE)
    live.change(_edited(live, "The hospital reported no patients."))
    assert _index(live) == before


def test_the_search_keeps_the_last_good_words_of_a_broken_page(live: Live) -> None:
    live.change(_edited(live, "Good as it was."))
    before = _index(live)
    live.change(_edited(live, "<b>Raw HTML</b> is a mistake."))
    assert live.preview.diagnostics
    assert _index(live) == before
    live.change(_edited(live, "Good as it was."))


def test_the_index_gives_way_to_pages_that_somebody_waits_for(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    """While an index is made, a page that is asked for is built next."""
    live.change(_edited(live, "In a hurry."))
    order: list[str] = []
    refresh, asked = live._refresh, threading.Event()

    def slow(site: ServedSite, path: str) -> None:
        order.append(path)
        asked.set()
        if len(order) == 1:  # until somebody waits for a page
            until(lambda: live._turns._waiting)
        refresh(site, path)

    monkeypatch.setattr(live, "_refresh", slow)
    index = threading.Thread(target=lambda: live.file(pieces.INDEX))
    index.start()
    asked.wait()
    count = len(order)
    live.file("timeline/index.html")
    assert "timeline.md" in order[count : count + 2]
    index.join()
    assert len(order) == len(live.site.paths) + 1


def test_the_end_does_not_wait_for_a_build_that_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does it leave the folder of that build behind."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    project = copy_minimal(tmp_path / "project").resolve()
    made = Live(project, project / "mkdocs.yml", "http://127.0.0.1:8000/", ENGINES["mkdocs"])
    begun, ended = threading.Event(), threading.Event()
    read = site.text_of

    def waiting(file: File) -> str:
        begun.set()
        assert ended.wait(60)
        return read(file)

    monkeypatch.setattr(site, "text_of", waiting)
    made.change([project / "mkdocs.yml"])
    assert begun.wait(60)
    end = threading.Thread(target=made.remove)
    end.start()
    while made._is_wanted:
        pass
    ended.set()
    end.join()
    assert not list(tmp_path.glob("explainer-*"))


def test_a_style_that_changes_while_the_site_is_built_is_that_of_the_new_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = copy_minimal(tmp_path / "project").resolve()
    style = project / "docs" / "own.css"
    style.write_text("p { color: black }\n", encoding="utf-8")
    made = Live(project, project / "mkdocs.yml", "http://127.0.0.1:8000/", ENGINES["mkdocs"])
    build, before, loaded_again = made._built, made.site, made.assets

    def edited_meanwhile() -> ServedSite:
        new = build()
        style.write_text("p { color: red }\n", encoding="utf-8")
        made.change([style])
        return new

    monkeypatch.setattr(made, "_built", edited_meanwhile)
    made.change([project / "mkdocs.yml"])
    until(lambda: made.site is not before)
    until(lambda: b"red" in (made.file("own.css") or b""), patience=20)
    assert made.assets > loaded_again
    made.remove()


def test_a_style_that_changes_together_with_the_site_loads_open_pages_again(tmp_path: Path) -> None:
    project = copy_minimal(tmp_path / "project").resolve()
    style = project / "docs" / "own.css"
    style.write_text("p { color: black }\n", encoding="utf-8")
    made = Live(project, project / "mkdocs.yml", "http://127.0.0.1:8000/", ENGINES["mkdocs"])
    loaded_again = made.assets
    style.write_text("p { color: red }\n", encoding="utf-8")
    made.change([project / "mkdocs.yml", style])
    until(lambda: made.assets > loaded_again, patience=20)
    assert b"red" in (made.file("own.css") or b"")
    made.remove()


def _fail(*_: object) -> Page:
    raise RuntimeError("no such luck")
