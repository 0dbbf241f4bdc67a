"""The feed of corrections on its way to readers: built by MkDocs, written by `explainer build`, named in the head."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from explainer import pipeline
from explainer.commands import cli
from tests.projects import PROJECT


def test_the_built_site_has_it_and_says_so(real_site: Path) -> None:
    (made,) = (asset for asset in pipeline.run(PROJECT).assets if asset.path == "corrections.xml")
    assert (real_site / "corrections.xml").read_bytes() == made.data
    for path, way in (("index.html", ""), ("corrections/index.html", "../")):
        page = LexborHTMLParser((real_site / path).read_text(encoding="utf-8"))
        named = page.css_first("head link[type='application/atom+xml']")
        assert named is not None
        assert named.attributes["href"] == f"{way}corrections.xml"
        assert page.css_first("footer a[href$='corrections/'], .x-foot a[href='./']") is not None


def test_explainer_build_writes_it(minimal_project: Path) -> None:
    site = minimal_project / "seeds" / "site.yaml"
    kept = [line for line in site.read_text(encoding="utf-8").splitlines() if not line.startswith("address:")]
    site.write_text("\n".join([*kept, "address: https://example.org/market/", ""]), encoding="utf-8")
    assert cli.run(["build", str(minimal_project)]) == 0
    written = (minimal_project / "build" / "docs" / "corrections.xml").read_text(encoding="utf-8")
    assert written.startswith('<?xml version="1.0" encoding="utf-8"?>\n<feed ')
