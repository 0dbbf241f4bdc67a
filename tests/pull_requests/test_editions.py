"""Previews of a site in several languages: an edition is a site of its own in a folder, with its own scripts there."""

from pathlib import Path

from explainer.pull_requests import scripts


def test_each_page_of_an_edition_may_stand_in_a_preview(real_site: Path) -> None:
    ours = scripts.of_site(real_site)
    pages = sorted((real_site / "uk").rglob("*.html"))
    assert len(pages) > 60
    refused = {page: ours.refusal(page.read_text("utf-8"), page.relative_to(real_site).as_posix()) for page in pages}
    assert [page for page, told in refused.items() if told] == []


def test_a_folder_that_is_no_edition_is_no_root(real_site: Path) -> None:
    """Nor is the edition one for a page of another folder, or with a script that the main branch lacks."""
    ours = scripts.of_site(real_site)
    page = (real_site / "uk" / "timeline" / "index.html").read_text("utf-8")
    assert ours.refusal(page, "uk/timeline/index.html") is None
    assert ours.refusal(page, "questions/losses/index.html")
    assert ours.refusal(page.replace("workers/search", "workers/other"), "uk/timeline/index.html")
    assert ours.refusal(page.replace('"base": ".."', '"base": "../authors"'), "uk/timeline/index.html")
