"""What is published that others made has its licence beside it."""

from importlib import metadata
from pathlib import Path


def test_licences_are_published_beside_what_they_are_of(real_site: Path) -> None:
    (licence,) = [
        file for file in metadata.files("mkdocs-material") or () if file.match("*.dist-info/licenses/LICENSE")
    ]
    assert (real_site / "assets/licences/mkdocs-material.txt").read_bytes() == licence.read_binary()
    assert "SIL OPEN FONT LICENSE" in (real_site / "assets/fonts/OFL.txt").read_text("utf-8").upper()


def test_pages_with_data_of_a_map_link_its_copyright(real_site: Path) -> None:
    with_map = [page for path in real_site.rglob("*.html") if "© OpenStreetMap" in (page := path.read_text("utf-8"))]
    assert with_map
    assert all('href="https://www.openstreetmap.org/copyright"' in page for page in with_map)
    assert any('href="https://opendatacommons.org/licenses/odbl/1-0/"' in page for page in with_map)
