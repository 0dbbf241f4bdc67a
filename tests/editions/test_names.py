"""What a thing is called in an edition: by its own name there, and by the names that readers may know it by."""

import shutil
from pathlib import Path

from explainer import pipeline
from tests.projects import PROJECT, copy_minimal


def test_names_of_a_term_in_the_language_of_an_edition_are_its_variants_there(tmp_path: Path) -> None:
    """They link its texts; `variants`, which are words of the original, link those, and are other names here."""
    project = copy_minimal(tmp_path / "project")
    shutil.copytree(PROJECT / "tests" / "sites" / "editions", project, dirs_exist_ok=True)
    _edit(project / "seeds/glossary.yaml", "names: {ru:", "names: {de: [Zunft], ru:")
    _edit(project / "seeds/editions/de/questions/stalls.yaml", "Wie die Gilde gezählt", "Wie die Zunft gezählt")
    pages = {each.catalogue.language: each.pages for each in pipeline.run(project).editions}
    (question,) = (page.markdown for page in pages["de"] if page.path == "questions/stalls.md")
    (told,) = (line for line in question.splitlines() if "Zunft" in line and "gez" in line)
    assert "glossary.md#guild" in told
    (glossary,) = (page.markdown for page in pages["de"] if page.path == "glossary.md")
    assert all(name in glossary for name in ("Zunft", "guilds", "gild"))


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")
