"""The feed of a preview: ours is let in as it is, and nothing else that calls itself a feed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from explainer.pull_requests import acceptance, archive, feeds
from explainer.pull_requests.scripts import Scripts
from explainer.rendering import assets
from tests.cases import changed
from tests.pull_requests import zips
from tests.pull_requests.tripwire import TRIP, visit
from tests.stages import linked

if TYPE_CHECKING:
    from playwright.sync_api import Browser

XHTML = "http://www.w3.org/1999/xhtml"
WORDS = """'<script>alert(1)</script> & ]]> <!-- <?xml-stylesheet href="x"?> it''s "so"'"""


def feed(text: str = "Words.") -> bytes:
    entry = f"- {{date: 2031-02-08, type: update, record: question/stalls, text: {text}}}\n"
    site = changed({})["seeds/site.yaml"].decode()
    lines = [line for line in site.splitlines() if not line.startswith("address:")]
    files = {
        "seeds/corrections.yaml": entry,
        "seeds/site.yaml": "\n".join([*lines, "address: https://example.org/market/\n"]),
    }
    (made,) = (made for made in assets(linked(changed({"files": files}))[0]) if made.path == feeds.PATH)
    return made.data


FEED = feed().decode()
_WRITTEN = {
    "script": FEED.replace("<entry>", f'<script xmlns="{XHTML}">{TRIP}</script><entry>', 1),
    "script in a text": FEED.replace("Words.", f'<x:script xmlns:x="{XHTML}">{TRIP}</x:script>'),
    "handler": FEED.replace("<entry>", f'<entry onload="{TRIP}">', 1),
    "another language": FEED.replace("http://www.w3.org/2005/Atom", XHTML),
    "second name space": FEED.replace("<feed xmlns=", f'<feed xmlns:x="{XHTML}" xmlns='),
    "style sheet": FEED.replace("<feed", '<?xml-stylesheet type="text/xsl" href="evil.xsl"?><feed', 1),
    "style sheet inside": FEED.replace("<entry>", '<?xml-stylesheet href="evil.css"?><entry>', 1),
    "document type": FEED.replace("<feed", '<!DOCTYPE feed [<!ENTITY x "y">]><feed', 1),
    "bomb": FEED.replace("<feed", '<!DOCTYPE f [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><feed', 1).replace(
        "Words", "&b;"
    ),
    "entity without a type": FEED.replace("Words.", "&secret;"),
    "raw text": FEED.replace("Words.", f"<![CDATA[<script>{TRIP}</script>]]>"),
    "comment": FEED.replace("<entry>", "<!-- x --><entry>", 1),
    "address that runs": FEED.replace('href="https://example.org/market/questions', f'href="javascript:{TRIP}//'),
    "markup": FEED.replace('type="text"', 'type="xhtml"'),
    "after the end": FEED + f'<script xmlns="{XHTML}">{TRIP}</script>',
    "before the beginning": " " + FEED,
    "not closed": FEED.replace("</entry>", ""),
    "no feed": "<!doctype html><script>1</script>",
    "nothing": "",
}
HOSTILE = {name: text.encode() for name, text in _WRITTEN.items()} | {"other letters": FEED.encode("utf-16")}


@pytest.mark.parametrize("text", ["Words.", WORDS, "Два *слова*."])
def test_ours_is_published_as_it_is(text: str, tmp_path: Path) -> None:
    made = feed(text)
    contents = archive.read(zips.artifact(tmp_path / "a.zip", {f"site/{feeds.PATH}": made, "site/sitemap.xml": "<x/>"}))
    found = acceptance.accepted(contents, Scripts())
    assert found.refused == ()
    assert found.site[feeds.PATH] == made
    assert "sitemap.xml" not in found.site


@pytest.mark.parametrize("attack", HOSTILE)
def test_what_is_no_feed_of_ours_is_left_out_and_told(attack: str, tmp_path: Path) -> None:
    assert HOSTILE[attack] != FEED.encode()
    contents = archive.read(zips.artifact(tmp_path / "a.zip", {f"site/{feeds.PATH}": HOSTILE[attack]}))
    found = acceptance.accepted(contents, Scripts())
    assert [refusal.name for refusal in found.refused] == [feeds.PATH]
    assert feeds.PATH not in found.site


def test_a_browser_would_run_it(tmp_path: Path, browser: "Browser", address_of: Callable[[Path], str]) -> None:
    """So the refusals above are of use."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / feeds.PATH).write_bytes(HOSTILE["script in a text"])
    address = address_of(tmp_path / "site")
    assert visit(browser, [f"{address}{feeds.PATH}"], address).ran
