"""A page taken apart for the search, and search plugins that a site lists still."""

import subprocess
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from explainer.engine.search.pieces import FOLDER, INDEX
from explainer.engine.search.sections import Section, sections, unmarked, words
from tests.browser.searching import searched
from tests.projects import copy_minimal, run_module


def test_a_page_is_its_headings_with_what_stands_below_each() -> None:
    page = """<p>Above.</p><h1 id="a">The &amp; ferry</h1><p>It <b>le</b>aves.<br>Late.</p><script>no()</script>
        <h2>No id</h2><p>Still the ferry.</p><section><h2 id='fares'>Fares</h2><p>Two coins.</p></section>"""
    assert list(sections(page)) == [
        Section("", "", "Above."),
        Section("a", "The & ferry", "It leaves. Late. No id Still the ferry."),
        Section("fares", "Fares", "Two coins."),
    ]


def test_what_is_left_out() -> None:
    page = """<h2 id="a">A</h2><div data-search-exclude><div>no</div><h2 id="b">no</h2></div><p>Seen,
        <span data-search-exclude>no</span>so.</p>
        <h2 id="c" data-search-exclude="1">no</h2><p>no</p><h2 id="d">D</h2>"""
    assert list(sections(page)) == [Section("a", "A", "Seen, so."), Section("d", "D", "")]
    assert "data-search" not in unmarked(page)
    assert 'id="c">' in unmarked(page)


def test_no_number_of_a_note_or_source_is_part_of_a_word() -> None:
    cite = '<a href="#s-a" class="x-cite" role="doc-biblioref" aria-label="Source 1">1</a>'
    note = '<a href="#n-a" id="r-a" class="x-ref x-minor" data-kind="note"><span data-no="6"><span>6</span></span></a>'
    assert (
        words(f"Nobody&#8239;{cite} in<mark> Russia</mark>{note}, or <a href='#1'>1</a>.") == "Nobody in Russia, or 1."
    )


@given(st.text(alphabet="<>/h2 id='\"=a!-", max_size=60))
def test_whatever_a_page_holds_it_ends(page: str) -> None:
    assert isinstance(list(sections(page)), list)


def test_a_search_plugin_that_is_listed_still_makes_way(tmp_path: Path) -> None:
    project = copy_minimal(tmp_path / "project")
    settings = project / "mkdocs.yml"
    told = settings.read_text("utf-8").replace("nav:\n", "plugins: [{search: {lang: [de, ru]}}, explainer]\nnav:\n")
    settings.write_text(told, "utf-8")
    (project / "docs" / "by-hand.md").write_text("# By hand\n\nWords.\n", "utf-8")
    (project / "docs" / "hidden.md").write_text("---\nsearch: {exclude: true}\n---\n# Hidden\n", "utf-8")
    built = run_module("mkdocs", "build", "--strict", "--site-dir", tmp_path / "site", cwd=project)
    assert built.returncode == 0, built.stderr
    assert "the plugin `search` makes a search that no page here has" in built.stderr
    assert not (tmp_path / "site" / FOLDER / "search_index.json").exists()
    found = searched(tmp_path / "site")
    assert any("by-hand/" in each["url"] for each in found)
    assert not any("hidden/" in each["url"] for each in found)
    again = run_module("mkdocs", "build", "--site-dir", tmp_path / "again", cwd=project)
    assert again.returncode == 0
    assert subprocess.run(["diff", "-r", tmp_path / "site" / FOLDER, tmp_path / "again" / FOLDER]).returncode == 0
    assert (tmp_path / "again" / INDEX).is_file()
