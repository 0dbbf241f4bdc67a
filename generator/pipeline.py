"""The whole program: seeds in, pages and diagnostics out. Read this file first.

Each stage takes the records of the one before and returns new ones, of a type of its own, with the
diagnostics it found. No stage stops at a mistake: it leaves out what is broken and goes on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import anchoring, linking, reading, rendering, validating
from generator.diagnostics import Diagnostic, ordered
from generator.model.stages import Page, SearchEntry
from generator.source import SourceFile, Span


@dataclass(frozen=True)
class Result:
    """What a run gives: the pages that could be made, every mistake, and the files that mistakes point into."""

    pages: tuple[Page, ...]
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, SourceFile]
    search: tuple[SearchEntry, ...] = ()
    """The records that the site's search finds one by one."""

    @property
    def has_errors(self) -> bool:
        return any(diagnostic.is_error for diagnostic in self.diagnostics)


def run(root: Path) -> Result:
    """Run all stages on the folder that holds `seeds/`. A mistake in the seeds never raises."""
    documents, found_reading = reading.read(root)
    seeds, found_validating = validating.validate(documents)
    anchored, found_anchoring = anchoring.anchor(seeds)
    linked, found_linking = linking.link(anchored)
    pages, found_rendering = rendering.render(linked)
    found = (*found_reading, *found_validating, *found_anchoring, *found_linking, *found_rendering)
    return Result(pages, ordered(found), documents.files, rendering.search_entries(linked))


def quotes(root: Path, phrase: str) -> tuple[tuple[Span, str], ...]:
    """Where the articles hold `phrase`, each with the YAML that anchors an annotation there and nowhere else."""
    seeds, _ = validating.validate(reading.read(root)[0])
    return tuple(found for article in seeds.articles.values() for found in anchoring.quotes_of(article.text, phrase))
