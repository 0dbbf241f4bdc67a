"""Pages that a stranger built, after `accept`: opened in a browser, nothing in them runs and nobody is called."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.adapters.preview import acceptance, archive, pages
from generator.adapters.preview.scripts import Scripts, of_site
from tests.ci import zips
from tests.ci.tripwire import TRIP, other_host, pages_of, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

EVIL = "https://evil.example"
# In the body: what is left in the page, and does nothing there.
HARMLESS = {
    "inline": f"<script>{TRIP}</script>",
    "inline with a type": f'<script type="module">{TRIP}</script>',
    "from a file": '<script src="assets/evil.js"></script>',
    "from another host": '<script src="https://evil.example/x.js"></script>',
    "handler": f'<img class="trap" src="none.png" onerror="{TRIP}" onclick="{TRIP}" onmouseover="{TRIP}">',
    "link": f'<a class="trap" href="javascript:{TRIP}">x</a>',
    "link with a tab": f'<a class="trap" href="java&#9;script:{TRIP}">x</a>',
    "drawing": f'<svg><script>{TRIP}</script><animate onbegin="{TRIP}" attributeName="x" dur="1s"/></svg>',
    "drawing as a picture": f"<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><script>{TRIP}</script></svg>\">",
    "picture": '<img src="https://evil.example/pixel.png">',
    "style": '<style>@import "https://evil.example/x.css"; body{background:url(https://evil.example/y)}</style>',
    "face": "<style>@font-face{font-family:x;src:url(https://evil.example/z)} body{font-family:x}</style>",
    "form": '<form class="trap" action="https://evil.example/" method="post"><button class="trap">x</button></form>',
    "details": f'<details open ontoggle="{TRIP}">x</details>',
    "focus": f'<input autofocus onfocus="{TRIP}">',
    "video": '<video autoplay src="https://evil.example/v.mp4" poster="https://evil.example/p.png"></video>',
    "mathematics": f"<math><mtext><script>{TRIP}</script></mtext></math>",
    "template": f'<template shadowrootmode="open"><script>{TRIP}</script></template>',
    "noscript": f'<noscript><p title="</noscript><script>{TRIP}</script>"></noscript>',
    "not closed": f"<!-- <script>{TRIP}</script> --!> <script>{TRIP}</script>",
}
# What a policy cannot stop: the page is left out.
REFUSED = {
    "refresh": '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    "refresh in capitals": '<META HTTP-EQUIV=refresh CONTENT="0;url=https://evil.example/">',
    "refresh behind a bracket": '<meta name=">" http-equiv="refresh" content="0;url=https://evil.example/">',
    "refresh with a slash": '<meta/http-equiv="refresh"/content="0;url=https://evil.example/">',
    "leads to another host": '<meta http-equiv="refresh" content="0; url=//evil.example/">',
    "leads to a scheme": '<meta http-equiv="refresh" content="0; url=javascript:x/">',
    "leads away in the end": '<meta http-equiv="refresh" content="0; url=a/" http-equiv="refresh">',
    "base": '<base href="https://evil.example/">',
    "frame": f'<iframe srcdoc="<script>{TRIP}</script>"></iframe>',
    "object": '<object data="https://evil.example/"></object>',
    "call in advance": '<link rel="dns-prefetch" href="//evil.example">',
    "connect in advance": '<link rel=preconnect href="https://evil.example/">',
    "second relation": '<link rel="icon preconnect" href="https://evil.example/">',
}
# Pages that begin otherwise than the theme's: what stands before the policy is not under it.
BEGINNINGS = {
    "script first": f"<script>{TRIP}</script><!doctype html>\n<html><head></head><body></body></html>",
    "handler on the page": f'<!doctype html>\n<html lang="en" onclick="{TRIP}" onload="{TRIP}"><head></head></html>',
    "attribute without marks": "<!doctype html><html lang=en onload=1><head></head></html>",
    "comment first": f"<!-- --><script>{TRIP}</script><!doctype html><html><head></head></html>",
    "no head": f"<!doctype html><html><script>{TRIP}</script></html>",
    "head with a handler": f'<!doctype html><html><head onclick="{TRIP}"></head></html>',
    "byte order mark": "\ufeff<!doctype html><html><head></head></html>",
}


def accepted_site(tmp_path: Path, files: dict[str, bytes | str], trusted: Scripts) -> tuple[Path, list[str]]:
    """The folder of the accepted site, and the names of what was refused."""
    contents = archive.read(zips.artifact(tmp_path / "artifact.zip", files))
    found = acceptance.accepted(contents, trusted)
    for name, content in found.site.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_bytes(content)
    return tmp_path / "site", [refusal.name for refusal in found.refused]


@pytest.mark.parametrize("trusts_a_script", [False, True])
def test_nothing_runs(
    trusts_a_script: bool, tmp_path: Path, browser: "Browser", address_of: Callable[[Path], str]
) -> None:
    main = tmp_path / "main"
    main.mkdir()
    (main / "ours.js").write_text("1", encoding="utf-8")
    (main / "index.html").write_bytes(zips.page("<script>1</script>"))
    with other_host() as (other, asked):
        files = {f"site/{name.replace(' ', '-')}.html": _calling(other, body) for name, body in HARMLESS.items()}
        files["site/assets/evil.js"] = TRIP.encode()
        site, refused = accepted_site(tmp_path, files, of_site(main) if trusts_a_script else Scripts())  # type: ignore[arg-type]
        assert "assets/evil.js" in refused
        assert len(list(site.rglob("*.html"))) == len(HARMLESS)
        address = address_of(site)
        found = visit(browser, pages_of(site, address), address)
        assert asked == []
    assert not found.ran
    assert found.left == ""
    assert found.errors == []


def test_the_tripwire_works(tmp_path: Path, browser: "Browser", address_of: Callable[[Path], str]) -> None:
    """Without `accept`, the same pages run and call others: else the test above would prove nothing."""
    (tmp_path / "site").mkdir()
    with other_host() as (other, asked):
        for name in ("inline", "handler", "link", "picture", "style", "form"):
            (tmp_path / "site" / f"{name}.html").write_bytes(_calling(other, HARMLESS[name]))
        address = address_of(tmp_path / "site")
        for name in ("inline", "handler", "link"):
            assert visit(browser, [f"{address}{name}.html"], address).ran, name
        for name in ("picture", "style"):
            asked.clear()
            visit(browser, [f"{address}{name}.html"], address)
            assert asked, name


def _calling(other: str, body: str) -> bytes:
    return zips.page(body.replace(EVIL, other))


@pytest.mark.parametrize("name", REFUSED)
def test_what_a_policy_cannot_stop_is_left_out(name: str) -> None:
    with pytest.raises(ValueError, match="it holds"):
        pages.accepted(zips.page(REFUSED[name]).decode(), Scripts())


@pytest.mark.parametrize("name", BEGINNINGS)
def test_a_page_that_begins_otherwise_is_left_out(name: str) -> None:
    with pytest.raises(ValueError, match="does not begin"):
        pages.accepted(BEGINNINGS[name], Scripts())


def test_an_old_address_may_lead_on_inside_the_site() -> None:
    page = zips.page('<meta http-equiv="refresh" content="0; url=../../questions/losses/index.html">').decode()
    assert "url=../../questions" in pages.accepted(page, Scripts())


def test_every_page_of_ours_is_accepted(minimal_site: Path) -> None:
    trusted = of_site(minimal_site)
    for path in minimal_site.rglob("*.html"):
        page = path.read_text("utf-8")
        assert pages.accepted(page, trusted)
        assert pages.strange_scripts(page, trusted) == 0
