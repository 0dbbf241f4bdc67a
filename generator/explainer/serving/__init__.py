"""The server for authors: an edit is in the open browser at once, and a mistake stops nothing.

`watching` tells which files changed; `choosing` decides which pages are shown; the engine builds them, page by page
(`engine/protocol.py`); `live` brings them together; `answering` speaks HTTP; `quoting` makes the YAML of what is
selected on a page, also for `mkdocs serve`. `browser/` is loaded by pages while they are served, and never published.
"""
