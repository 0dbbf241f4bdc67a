"""Reads the seeds: from a folder to texts and trees with the place of every key.

Decides nothing about what the records mean. `read` is `scan`, which touches the disk, and then `parse`,
which does not, so that an editor or a test can parse files that lie only in memory.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from explainer import rules, tree
from explainer.diagnostics import Diagnostic
from explainer.memo import memoized
from explainer.model.stages import ArticleSource, Documents, EarlierSource
from explainer.reading.decoding import decode
from explainer.reading.discovery import scan
from explainer.reading.layout import SeedPath, day_of, incomplete, misplaced, place_of
from explainer.reading.yaml_file import parse_yaml
from explainer.source import SourceFile, Span

__all__ = ["parse", "read", "scan"]

LARGEST_FILE = 4_000_000
"""Bytes. The longest book-length article is a quarter of it."""


_DIGEST = 64
"""Characters of a SHA-256 in hex, which stands for the bytes of a file as it was received."""


def read(root: Path, besides: Mapping[str, bytes] | None = None) -> tuple[Documents, tuple[Diagnostic, ...]]:
    """Every file below `root/seeds`, in the order of their paths; `besides` as if they had been written."""
    files, found_scanning = scan(root, LARGEST_FILE)
    documents, found = parse({**files, **(besides or {})})
    return documents, (*found_scanning, *found)


def parse(contents: Mapping[str, bytes]) -> tuple[Documents, tuple[Diagnostic, ...]]:
    """Documents from the bytes of files, by path below the project's root, such as `seeds/site.yaml`."""
    files: dict[str, SourceFile] = {}
    trees: dict[str, tree.Node] = {}
    articles: dict[str, ArticleSource] = {}
    earlier: dict[str, list[tuple[tuple[str, int], EarlierSource]]] = {}
    received: dict[str, str] = {}
    unreadable: set[str] = set()
    found: list[Diagnostic] = list(incomplete(contents))
    for path in sorted(contents):
        place = place_of(path)
        if place is SeedPath.IGNORED:
            continue
        if place is SeedPath.RECEIVED:
            received[path] = contents[path].decode("ascii", "replace") if len(contents[path]) == _DIGEST else ""
            continue
        if place is SeedPath.UNKNOWN:
            found.append(misplaced(path))
            continue
        file, problems = _text(path, contents[path], tabs=place in (SeedPath.SOURCE, SeedPath.FORMER, SeedPath.DATA))
        found += problems
        if file is not None:
            files[path] = file
        if file is None or problems:
            unreadable.add(path)
        elif place is SeedPath.SOURCE:
            articles[path.split("/")[2]] = ArticleSource(file, hashlib.sha256(contents[path]).hexdigest())
        elif place is SeedPath.FORMER:
            source = ArticleSource(file, hashlib.sha256(contents[path]).hexdigest())
            day, number = day_of(path)
            earlier.setdefault(path.split("/")[2], []).append(((day or "", number), EarlierSource(source, day)))
        elif place is not SeedPath.DATA:
            node, problems = parse_yaml(file)
            found += problems
            if node is None:
                unreadable.add(path)
            else:
                trees[path] = node
    kept = {name: tuple(each for _, each in sorted(own, key=lambda one: one[0])) for name, own in earlier.items()}
    return Documents(files, trees, articles, frozenset(unreadable), kept, received), tuple(found)


@memoized
def _text(path: str, content: bytes, *, tabs: bool) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    if len(content) > LARGEST_FILE:
        return None, (Diagnostic(rules.FILE_IS_SMALL, Span(path), "this file is larger than 4 MB"),)
    return decode(path, content, tabs=tabs)
