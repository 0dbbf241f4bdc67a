"""Mistakes as parts of pages, for the author who has the site open while writing.

A server that stops at a mistake shows nothing; one that stays silent shows an old page as if it were
the new one. So each page made from a broken file begins with its mistakes, a page that could not be
made is replaced by them, and `problems.md` lists all. Never part of a site that is published.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import PurePosixPath

from explainer import reporting
from explainer.diagnostics import Diagnostic
from explainer.model.record_types import RECORD_TYPES, Ref, address_of
from explainer.model.stages import PackedPage, Page
from explainer.pipeline import Result
from explainer.source import SourceFile

PATH = "problems.md"
_HOME = "index.md"


@dataclass(frozen=True)
class Problems:
    """What is wrong in one run. `crash` is the traceback of a bug of ours; `pages` are then those of the last run."""

    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, SourceFile]
    pages: Mapping[str, Page | PackedPage]
    crash: str = ""

    @classmethod
    def of(cls, result: Result, crash: str = "") -> "Problems":
        return cls(result.diagnostics, result.files, {page.path: page for page in result.pages}, crash)

    def on_top_of(self, path: str) -> str:
        """What to put before the Markdown of a page: nothing where its file is in order."""
        if path == PATH:
            return ""
        page = self.pages.get(path)
        concerned = _concerned(page.seed, self.diagnostics) if page and page.seed else ()
        box = ""
        if concerned:
            box = _box(f"{reporting.counted(concerned)} behind this page", reporting.text(concerned, self.files))
        elif self.crash:
            box = _box("This page may be out of date: explainer stopped at a bug of its own", "")
        elif path == _HOME and self.diagnostics:
            box = _box(reporting.counted(self.diagnostics), "")
        way_up = "../" * path.count("/")
        return f"{box}[All problems]({way_up}{PATH})\n\n" if box else ""

    def replacements(self) -> tuple[Page, ...]:
        """Pages at the addresses of those that a mistake kept from being made, and the list of all problems."""
        broken = {page_of(found.span.path): found.span.path for found in self.diagnostics if found.is_error}
        missing = {path: seed for path, seed in broken.items() if path and path not in self.pages}
        if _HOME not in self.pages:
            missing[_HOME] = ""
        replaced = [Page(path, self._replacement(seed), seed or None) for path, seed in sorted(missing.items())]
        return (*replaced, Page(PATH, self._list(), None))

    def _replacement(self, seed: str) -> str:
        concerned = _concerned(seed, self.diagnostics) if seed else self.diagnostics
        report = reporting.text(concerned or self.diagnostics, self.files)
        return f"# This page could not be made\n\n{_box(reporting.counted(concerned or self.diagnostics), report)}"

    def _list(self) -> str:
        parts = ["# Problems\n\n"]
        if self.crash:
            parts.append(_box("This is a bug in explainer, not in your files; please report it", self.crash))
        report = reporting.text(self.diagnostics, self.files) if self.diagnostics else ""
        parts.append(_box(reporting.counted(self.diagnostics), report) if report else "No mistakes found.\n")
        return "".join(parts)


def _concerned(seed: str, diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The diagnostics of the file that a page is made from; an article is made from all files of its folder."""
    folder = f"{PurePosixPath(seed).parent}/" if seed.startswith("seeds/articles/") else None
    return tuple(d for d in diagnostics if d.span.path == seed or (folder and d.span.path.startswith(folder)))


def page_of(seed: str) -> str | None:
    """The address of the page that a file of the seeds is there for; None where there is none of its own."""
    for type_, declared in RECORD_TYPES.items():
        folder, slug, ending = declared.path.partition("<slug>")
        if not slug or not seed.startswith(folder):
            continue
        name, slash, inside = seed.removeprefix(folder).partition("/")
        if ending.startswith("/") and slash and "/" not in inside:
            return address_of(Ref(type_, name)).page
        if not slash and name.endswith(ending):
            return address_of(Ref(type_, name.removesuffix(ending))).page
    return None


def _box(title: str, report: str) -> str:
    """Raw HTML, in which Markdown finds nothing to interpret."""
    shown = f'<pre style="white-space: pre-wrap">{escape(report)}</pre>\n' if report else ""
    return (
        f'<div class="admonition failure" role="alert">\n<p class="admonition-title">{escape(title)}</p>\n'
        f"{shown}</div>\n\n"
    )
