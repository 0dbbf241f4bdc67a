"""Files of the docs folder that are no part of the site: what leads out of the project, and what cannot be read."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from explainer.engine import outside_links
from explainer.reading.regular import read_regular


def leave_out(files: Files, uris: Iterable[str], config: MkDocsConfig, root: Path) -> Iterator[str]:
    """Take them out of the files of the build; the values say which, and why."""
    docs = os.path.relpath(config.docs_dir, root)
    there = list(uris)
    for uri in there:
        file = files.src_uris[uri]
        is_theirs = file.src_dir in (config.docs_dir, config.theme.custom_dir)  # what comes with the theme is not
        if is_theirs and outside_links.leads_out(file.abs_src_path, root):
            files.remove(file)
            yield outside_links.message(uri, os.path.relpath(str(file.src_dir), root))
    for uri in there:
        found = files.src_uris.get(uri)
        if found and found.abs_src_path and os.path.lexists(found.abs_src_path):
            try:
                read_regular(found.abs_src_path, 1)  # MkDocs would wait for a pipe
            except OSError as error:
                files.remove(found)
                yield f"`{docs}/{uri}` is left out: {(error.strerror or 'unreadable').lower()}"
