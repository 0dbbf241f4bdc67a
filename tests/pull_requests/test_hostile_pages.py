"""Pages that a stranger built, after `accept`: opened in a browser, nothing in them runs and nobody is called."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from explainer.pull_requests import acceptance, archive, pages
from explainer.pull_requests.scripts import Scripts, of_site
from tests.pull_requests import zips
from tests.pull_requests.tripwire import TRIP, other_host, pages_of, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

EVIL = "https://evil.example"
# In the body: what is left in the page, and does nothing there.
HARMLESS = {
    "handler": f'<img class="trap" src="none.png" onerror="{TRIP}" onclick="{TRIP}" onmouseover="{TRIP}">',
    "link": f'<a class="trap" href="javascript:{TRIP}">x</a>',
    "link with a tab": f'<a class="trap" href="java&#9;script:{TRIP}">x</a>',
    "link that asks": '<a class="trap" ping="https://evil.example/" href="#x">x</a>',
    "drawing": f'<svg onload="{TRIP}"><animate onbegin="{TRIP}" attributeName="x" dur="1s"/></svg>',
    "drawing that uses another": '<svg><use href="https://evil.example/x.svg#x"/><image href="https://evil.example/x.png"/></svg>',
    "drawing with a link": f'<svg><a class="trap" href="javascript:{TRIP}"><text>x</text></a></svg>',
    "drawing that changes a link":
        f'<svg><a class="trap"><set attributeName="href" to="javascript:{TRIP}"/><text>x</text></a></svg>',
    "drawing with a page in it": f'<svg><foreignObject><img src="none.png" onerror="{TRIP}"></foreignObject></svg>',
    "drawing as a picture":
        f"<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='{TRIP}'/>\">",
    "picture": '<img src="https://evil.example/pixel.png" srcset="https://evil.example/2.png 2x">',
    "background": '<table background="https://evil.example/b.png"><td style="background:url(https://evil.example/c)">x</table>',
    "style": '<style>@import "https://evil.example/x.css"; body{background:url(https://evil.example/y)}</style>',
    "style of a text": '<style>@import "x.txt"; @import url(x.json);</style>',
    "style sheet in XML": '<?xml-stylesheet href="https://evil.example/x.xsl" type="text/xsl"?>',
    "face": "<style>@font-face{font-family:x;src:url(https://evil.example/z)} body{font-family:x}</style>",
    "form": '<form class="trap" action="https://evil.example/" method="post"><button class="trap">x</button></form>',
    "button of a form": '<form><button class="trap" formaction="https://evil.example/">x</button></form>',
    "form that runs": f'<form action="javascript:{TRIP}"><button class="trap">x</button></form>',
    "details": f'<details open ontoggle="{TRIP}">x</details>',
    "focus": f'<input autofocus onfocus="{TRIP}">',
    "picture of a form": '<input type="image" src="https://evil.example/i.png">',
    "video": '<video autoplay src="https://evil.example/v.mp4" poster="https://evil.example/p.png"></video>',
    "track": '<video><track default src="https://evil.example/t.vtt"></video>',
    "mathematics":
        f'<math><mtext><img src="none.png" onerror="{TRIP}"></mtext><a href="javascript:{TRIP}">x</a></math>',
    "template": f'<template shadowrootmode="open"><img src="none.png" onerror="{TRIP}"></template>',
    "noscript": f'<noscript><p title="</noscript><img src=none.png onerror={TRIP}>"></noscript>',
    "popover": f'<button class="trap" popovertarget="x">x</button><p popover id="x" onbeforetoggle="{TRIP}">x</p>',
    "animation": f'<style>@keyframes x{{}} p{{animation:x 1ms}}</style><p onanimationstart="{TRIP}">x</p>',
    "policy that allows": f'<meta name="referrer" content="unsafe-url"><p onclick="{TRIP}" class="trap">x</p>',
    "not closed": f"<!-- --!> <img src=none.png onerror={TRIP}>",
}  # fmt: skip


def accepted_site(tmp_path: Path, files: dict[str, bytes | str], trusted: Scripts) -> tuple[Path, list[str]]:
    """The folder of the accepted site, and the names of what was refused."""
    contents = archive.read(zips.artifact(tmp_path / "artifact.zip", files))
    found = acceptance.accepted(contents, trusted)
    for name, content in found.site.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_bytes(content)
    return tmp_path / "site", [refusal.name for refusal in found.refused]


@pytest.mark.parametrize(
    ("opened_from", "trusts_a_script"), [("a server", False), ("a server", True), ("a disk", True)]
)
def test_nothing_runs(
    opened_from: str, trusts_a_script: bool, tmp_path: Path, browser: "Browser", address_of: Callable[[Path], str]
) -> None:
    """The server says no more of a file than its type, so that nothing but the page itself forbids anything."""
    main = tmp_path / "main"
    main.mkdir()
    (main / "ours.js").write_text("1", encoding="utf-8")
    (main / "index.html").write_bytes(zips.page("<script>1</script>"))
    with other_host() as (other, asked):
        files = {f"site/{name.replace(' ', '-')}.html": _calling(other, body) for name, body in HARMLESS.items()}
        trusted = of_site(main) if trusts_a_script else Scripts()
        site, refused = accepted_site(tmp_path, files, trusted)  # type: ignore[arg-type]
        assert refused == []
        address = f"{site.as_uri()}/" if opened_from == "a disk" else address_of(site)
        found = visit(browser, pages_of(site, address), address)
        assert asked == []
    assert not found.ran
    assert found.left == ""
    assert found.errors == []


def test_the_tripwire_works(tmp_path: Path, browser: "Browser", address_of: Callable[[Path], str]) -> None:
    """Without `accept`, the same pages run and call others: else the test above would prove nothing."""
    (tmp_path / "site").mkdir()
    with other_host() as (other, asked):
        for name in ("handler", "link", "drawing", "details", "focus", "picture", "style", "form"):
            (tmp_path / "site" / f"{name}.html").write_bytes(_calling(other, HARMLESS[name]))
        address = address_of(tmp_path / "site")
        for name in ("handler", "link", "drawing", "details", "focus"):
            assert visit(browser, [f"{address}{name}.html"], address).ran, name
        for name in ("picture", "style"):
            asked.clear()
            visit(browser, [f"{address}{name}.html"], address)
            assert asked, name


def _calling(other: str, body: str) -> bytes:
    return zips.page(body.replace(EVIL, other))


NO_SCRIPTS: dict[str, bytes] = {
    "x.css": TRIP.encode(),
    "x.json": b'{"a": "' + TRIP.encode() + b'"}',
    "list.json": b'["' + TRIP.encode() + b'"]',
    "x.gif": b"GIF89a/*" + bytes(20) + b"*/=1;" + TRIP.encode(),
    "x.webp": b"RIFF/*\0\0WEBP*/=1;" + TRIP.encode(),
    "x.html": zips.page("*/ " + TRIP),
}
"""What `accept` publishes although a script could be written in it."""


@pytest.mark.parametrize("opened_from", ["a server", "a disk"])
def test_no_other_file_is_a_script(
    opened_from: str, tmp_path: Path, browser: "Browser", address_of: Callable[[Path], str]
) -> None:
    """Even for a page that has no policy and names them, which none that is published does."""
    site, refused = accepted_site(
        tmp_path, {f"site/{name}": content for name, content in NO_SCRIPTS.items()}, Scripts()
    )
    assert refused == []
    address = f"{site.as_uri()}/" if opened_from == "a disk" else address_of(site)
    for name in NO_SCRIPTS:
        (site / "naming.html").write_text(f'<!doctype html><script src="{name}"></script>', encoding="utf-8")
        assert not visit(browser, [f"{address}naming.html"], address).ran, name
    (site / "x.css").write_bytes(NO_SCRIPTS["x.css"])
    (site / "naming.html").write_text('<!doctype html><script src="x.css"></script>', encoding="utf-8")
    assert visit(browser, [f"{address}naming.html"], address).ran, "as it was built, the style sheet is a script"


def test_an_old_address_may_lead_on_inside_the_site() -> None:
    page = zips.page('<meta http-equiv="refresh" content="0; url=../../questions/losses/index.html">').decode()
    assert "url=../../questions" in pages.accepted(page, "old/a/index.html", Scripts())


def test_every_page_of_ours_is_accepted(minimal_site: Path) -> None:
    trusted = of_site(minimal_site)
    for path in minimal_site.rglob("*.html"):
        assert pages.accepted(path.read_text("utf-8"), path.relative_to(minimal_site).as_posix(), trusted)
