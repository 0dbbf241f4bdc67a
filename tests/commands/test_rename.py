"""`explainer rename`: the id changes wherever it is written, everything else stays, the old address leads on."""

import posixpath
import re
import shutil
from pathlib import Path

import pytest

from explainer import pipeline
from explainer.commands import cli
from tests.projects import PROJECT, copy_minimal, run_module

NOTES = "seeds/articles/market/annotations.yaml"
STALLS = "seeds/questions/stalls.yaml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    project = copy_minimal(tmp_path / "project")
    monkeypatch.chdir(project)
    return project


def renamed(old: str, new: str, *options: str) -> int:
    return cli.run(["rename", old, new, "--today", "2031-02-09", *options])


def seeds(project: Path) -> dict[str, str]:
    files = (path for path in (project / "seeds").rglob("*") if path.is_file())
    return {path.relative_to(project).as_posix(): path.read_text("utf-8") for path in files}


def lines_changed(before: dict[str, str], after: dict[str, str]) -> dict[str, list[tuple[str, str]]]:
    changed = {}
    for path, text in before.items():
        pairs = list(zip(text.split("\n"), after.get(path, text).split("\n"), strict=True))
        if found := [(old, new) for old, new in pairs if old != new]:
            changed[path] = found
    return changed


def pages(project: Path) -> dict[str, str]:
    result = pipeline.run(project)
    assert not result.diagnostics, result.diagnostics
    assets = {asset.path: asset.content for asset in result.assets if isinstance(asset.content, str)}
    return {page.path: page.markdown for page in result.pages} | assets


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("source/bugle-2031-02-05", "brindle-bugle"),
        ("party/guild", "traders-guild"),
        ("party/council", "party/town-council"),
        ("place/brindle", "brindle-on-fen"),
        ("event/storm", "great-storm"),
        ("side/traders", "sellers"),
        ("term/guild", "guilds"),
        ("term/hall", "market-hall"),
        ("annotation/market/closing", "nobody-hurt"),
        ("question/stalls", "lost-stalls"),
        ("context/institute", "building-institute"),
        ("article/market", "market-hall"),
    ],
)
def test_every_type_of_record(old: str, new: str, project: Path) -> None:
    """The renamed site says the same, under the new name, and has no mistake."""
    before = pages(project)
    assert renamed(old, new) == 0
    after = pages(project)
    word = old.rpartition("/")[2]
    written = seeds(project)
    kept = written.pop("seeds/renamed.yaml")
    assert f"was: {word}\n  since: 2031-02-09\n" in kept
    typed = rf"(?<![\w-]){re.escape(old)}(?![\w-])"
    assert not [path for path, text in written.items() if re.search(typed, text)]
    moved = [path for path in before if path.removesuffix(".md").split("/")[1:2] == [word] and path.endswith(".md")]
    assert bool(moved) == old.startswith(("question/", "context/", "article/"))
    assert len(after) == len(before) + len(moved)  # one that leads on for each


def test_only_the_id_changes(project: Path) -> None:
    """Comments, order, quotation marks and line breaks are the author's."""
    notes = project / NOTES
    text = notes.read_text("utf-8").replace("  party: guild\n", "  party:   'guild'   # who counted\n")
    notes.write_bytes(text.replace("\n", "\r\n").encode())
    before = seeds(project)
    assert renamed("party/guild", "traders-guild") == 0
    changed = lines_changed(before, seeds(project))
    assert changed[NOTES] == [
        ("  about: [guild]", "  about: [traders-guild]"),
        ("  party:   'guild'   # who counted", "  party:   'traders-guild'   # who counted"),
    ]
    assert "\r\n" in (project / NOTES).read_bytes().decode()
    # The term of the same id is another record.
    assert "seeds/glossary.yaml" not in changed
    assert ("  - party: guild", "  - party: traders-guild") in changed[STALLS]
    assert "[[term/guild]]" in (project / STALLS).read_text("utf-8")


def test_links_and_citations_in_texts(project: Path) -> None:
    glossary = project / "seeds/glossary.yaml"
    text = glossary.read_text("utf-8")
    more = (
        "- id: roof\n  term: roof\n  definition: >\n"
        "    See [[hall]], [[term/hall|the hall]] and [[ hall ]]; the notice\n"
        "    [@council-2031-02-04;\n    @bugle-2031-02-05].\n  link: everywhere\n"
    )
    glossary.write_text(text + more, "utf-8")
    assert renamed("term/hall", "market-hall") == 0
    assert renamed("source/bugle-2031-02-05", "bugle") == 0
    assert glossary.read_text("utf-8").endswith(
        "    See [[market-hall]], [[term/market-hall|the hall]] and [[ market-hall ]]; the notice\n"
        "    [@council-2031-02-04;\n    @bugle].\n  link: everywhere\n"
    )
    pages(project)


def test_a_bare_link_stays_clear(project: Path) -> None:
    """`[[storm]]` means the event; when a term gets that id, the type goes before it."""
    places = project / "seeds/places.yaml"
    places.write_text(places.read_text("utf-8").replace("A town of", "The town of the [[storm]], of"), "utf-8")
    assert renamed("term/hall", "storm") == 0
    assert "The town of the [[event/storm]], of" in places.read_text("utf-8")
    pages(project)


def test_a_field_that_could_name_either_is_left(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parties = project / "seeds/parties.yaml"
    extra = "  - {id: council-2031-02-04, name: Notice board, type: organisation, side: town, office: board}\n"
    parties.write_text(parties.read_text("utf-8") + extra, "utf-8")
    sources = project / "seeds/sources.yaml"
    sources.write_text(sources.read_text("utf-8").replace("root: guild", "root: council-2031-02-04"), "utf-8")
    assert renamed("party/council-2031-02-04", "board") == 0
    assert "seeds/sources.yaml:17:11: left as it is" in capsys.readouterr().out
    assert "root: council-2031-02-04" in sources.read_text("utf-8")


def test_an_article_takes_its_notes_along(project: Path) -> None:
    corrections = project / "seeds/corrections.yaml"
    more = (
        "- {date: 2031-02-08, type: update, record: annotation/market/clock, "
        "text: 'It runs: [[annotation/market/clock]].'}\n"
    )
    corrections.write_text(corrections.read_text("utf-8") + more, "utf-8")
    assert renamed("annotation/market/closing", "nobody-hurt") == 0
    assert renamed("article/market", "hall-report") == 0
    assert "record: annotation/hall-report/clock, text: 'It runs: [[annotation/hall-report/clock]].'" in (
        corrections.read_text("utf-8")
    )
    assert (project / "seeds/renamed.yaml").read_text("utf-8").count("annotation/hall-report/nobody-hurt") == 1
    made = pages(project)
    assert '<span id="n-closing"></span>' in made["articles/hall-report.md"]
    assert "articles/market/index.html" in made


def test_the_old_page_leads_to_the_new_one(project: Path) -> None:
    site = project / "seeds/site.yaml"
    assert renamed("question/stalls", "lost-stalls") == 0
    redirect = pages(project)["questions/stalls/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../lost-stalls/">' in redirect
    assert '<link rel="canonical" href="../lost-stalls/">' in redirect
    assert "Since 9 February 2031 this page is at another address: " in redirect
    assert '<a href="../lost-stalls/">Stalls lost</a>' in redirect
    assert "<script" not in redirect
    site.write_text(site.read_text("utf-8") + "address: https://example.org/hall/\n", "utf-8")
    assert (
        '<link rel="canonical" href="https://example.org/hall/questions/lost-stalls/">'
        in (pages(project)["questions/stalls/index.html"])
    )


def test_old_anchors_stay_on_the_page(project: Path) -> None:
    for old, new in (("term/guild", "craft"), ("source/council-2031-02-04", "notice"), ("event/visit", "inspection")):
        assert renamed(old, new) == 0
    for old, new in (("party/mayor", "finch"), ("side/town", "townsfolk"), ("place/brindle", "brindle-town")):
        assert renamed(old, new) == 0
    made = pages(project)
    for page, anchor in (
        ("glossary.md", "guild"),
        ("sources.md", "council-2031-02-04"),
        ("timeline.md", "visit"),
        ("people-and-places.md", "party-mayor"),
        ("people-and-places.md", "side-town"),
        ("people-and-places.md", "place-brindle"),
    ):
        assert made[page].count(f'<span id="{anchor}"></span>') == 1, anchor


def test_there_and_back(project: Path) -> None:
    before = seeds(project)
    assert renamed("term/hall", "market-hall") == 0
    assert renamed("term/market-hall", "hall") == 0
    after = seeds(project)
    kept = after.pop("seeds/renamed.yaml")
    assert after == before
    assert kept.endswith("- record: term/hall\n  was: market-hall\n  since: 2031-02-09\n")
    pages(project)


def test_entries_go_below_the_authors_own(project: Path) -> None:
    kept = project / "seeds/renamed.yaml"
    kept.write_text("# Ours.\n  - record: term/guild  # long ago\n    was: craft\n    since: 2030\n", "utf-8")
    assert renamed("term/hall", "market-hall") == 0
    assert kept.read_text("utf-8") == (
        "# Ours.\n  - record: term/guild  # long ago\n    was: craft\n    since: 2030\n"
        "  - record: term/market-hall\n    was: hall\n    since: 2031-02-09\n"
    )
    kept.write_text("# None yet.\n[]\n", "utf-8")
    assert renamed("term/market-hall", "hall") == 0
    assert kept.read_text("utf-8") == ("# None yet.\n- record: term/hall\n  was: market-hall\n  since: 2031-02-09\n")


def test_hand_written_pages_and_the_navigation_follow(project: Path) -> None:
    (project / "docs" / "help").mkdir()
    page = project / "docs" / "help" / "start.md"
    page.write_text("[a](../questions/stalls.md#figures), [b](../glossary.md#hall), [c](../x/questions/stalls.md)\n")
    settings = project / "mkdocs.yml"
    settings.write_text("site_name: A\nnav:\n  - Stalls: questions/stalls.md  # the question\n", "utf-8")
    assert renamed("question/stalls", "lost-stalls") == 0
    assert renamed("term/hall", "market-hall") == 0
    assert page.read_text() == (
        "[a](../questions/lost-stalls.md#figures), [b](../glossary.md#market-hall), [c](../x/questions/stalls.md)\n"
    )
    assert settings.read_text().endswith("  - Stalls: questions/lost-stalls.md  # the question\n")


def test_links_to_pages_below_an_article_follow(project: Path) -> None:
    page = project / "docs" / "start.md"
    page.write_text("[a](articles/market/mistakes.md#m-clock), [b](articles/marketing/mistakes.md)\n")
    assert renamed("article/market", "hall-report") == 0
    assert page.read_text() == "[a](articles/hall-report/mistakes.md#m-clock), [b](articles/marketing/mistakes.md)\n"


def test_pages_below_an_article_and_beside_it_lead_on(project: Path) -> None:
    shutil.copytree(project / "seeds/articles/market", project / "seeds/articles/copy")
    site = project / "seeds/site.yaml"
    site.write_text(site.read_text("utf-8") + "compare: [{articles: [market, copy]}]\n", "utf-8")
    before = {path for path in pages(project) if re.match("articles/market/|articles/copy/", path)}
    assert "articles/market/beside/copy.md" in before
    assert "articles/market/mistakes.md" in before
    assert renamed("article/market", "hall-report") == 0
    assert renamed("article/copy", "second") == 0
    made = pages(project)
    for path in before:
        old = path.removesuffix(".md")
        new = old.replace("articles/market", "articles/hall-report").replace("copy", "second")
        assert f"{new}.md" in made
        way = re.search(r'url=([^"]+)/"', made[f"{old}/index.html"])
        assert way
        assert posixpath.normpath(posixpath.join(old, way[1])) == new
    mixed = made["articles/market/beside/second/index.html"]
    assert 'url=../../../hall-report/beside/second/"' in mixed


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("stalls", "x", "`stalls` is not the name of a record; write `type/id`"),
        ("question/stall", "x", "there is no question `stall`; did you mean `question/stalls`?"),
        ("term/hall", "guild", "`term/guild` is taken"),
        ("term/hall", "term/hall", "`term/hall` is its name already"),
        ("term/hall", "Market_Hall", "`Market_Hall` is not a valid id for a term: lower-case letters"),
        ("term/hall", "context/hall", "`context/hall` is not a valid id for a term"),
        (
            "annotation/market/clock",
            "annotation/other/clock",
            "`annotation/other/clock` is not a valid id for an annotation",
        ),
        ("term/hall", "craft", "`term/craft` was once the name of `term/guild`"),
    ],
)
def test_refused(old: str, new: str, said: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "seeds/renamed.yaml").write_text("- {record: term/guild, was: craft, since: 2030}\n", "utf-8")
    before = seeds(project)
    assert renamed(old, new) == 2
    assert said in capsys.readouterr().err
    assert seeds(project) == before


def test_a_file_that_cannot_be_read_may_use_the_id(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "seeds/events.yaml").write_text("- id: storm\n  places: [brindle\n", "utf-8")
    assert renamed("place/brindle", "brindle-town") == 2
    assert "`seeds/events.yaml` cannot be read, and may use the id" in capsys.readouterr().err


def test_a_broken_record_is_renamed_too(project: Path) -> None:
    """Its other mistakes stay; nothing is added to them."""
    events = project / "seeds/events.yaml"
    events.write_text(events.read_text("utf-8").replace("  date: 2031-02~", "  dat: 2031-02~"), "utf-8")
    assert renamed("event/visit", "inspection") == 0
    assert "- id: inspection" in events.read_text("utf-8")
    assert renamed("source/bugle-2031-02-05", "bugle") == 0
    assert events.read_text("utf-8").endswith("  sources: [bugle]\n")


def test_dry_run_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = seeds(project)
    assert renamed("question/stalls", "lost-stalls", "--dry-run") == 0
    told = capsys.readouterr()
    assert f"{NOTES}:6:13: stalls -> lost-stalls" in told.out
    assert "seeds/questions/stalls.yaml -> seeds/questions/lost-stalls.yaml" in told.out
    assert "nothing was written" in told.err
    assert seeds(project) == before


def test_every_record_of_the_real_site_can_be_renamed() -> None:
    """Whatever uses it: the plan proves itself by checking the renamed seeds."""
    from explainer import reading
    from explainer.authoring import renaming
    from explainer.authoring.renaming.known import records

    contents, _ = reading.scan(PROJECT, reading.LARGEST_FILE)
    documents, _ = reading.parse(contents)
    by_type = {name.type: name for _, _, name in records(documents) if name}
    for name in by_type.values():
        plan = renaming.plan(contents, name, "renamed-for-a-test", "2026-11-24")
        assert plan.contents
        assert not plan.unclear


def test_the_built_site_keeps_the_old_address(project: Path, tmp_path: Path) -> None:
    """As a static page that MkDocs copies, in the plugin and in the folder that `explainer build` writes."""
    assert renamed("question/stalls", "lost-stalls") == 0
    done = run_module("mkdocs", "build", "--strict", "--site-dir", tmp_path / "site", cwd=project)
    assert done.returncode == 0, done.stderr
    redirect = tmp_path / "site" / "questions" / "stalls" / "index.html"
    way = re.search(r'url=([^"]+)"', redirect.read_text("utf-8"))
    assert way is not None
    assert (redirect.parent / way[1] / "index.html").is_file()
    assert cli.run(["build", "--output", str(tmp_path / "build")]) == 0
    assert (tmp_path / "build/docs/questions/stalls/index.html").read_bytes() == redirect.read_bytes()
