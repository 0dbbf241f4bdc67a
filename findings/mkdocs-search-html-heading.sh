#!/usr/bin/env bash
# mkdocs 1.6.1, its built-in plugin `search`, beside the plugin of the same name in mkdocs-material 9.8.2.
# Expected: a heading with an id is a section of the search, whichever way it was written; two plugins of one name and
#   one index format index the same sections.
# Seen: a heading written as HTML (`<h2 id="fares">`) has an entry of its own with Material. With MkDocs its words are
#   added to the page only: the reader is led to the top of the page instead of to `#fares`. It takes its sections from
#   the table of contents, Material from the HTML.
# Why it matters: generated pages carry HTML; which addresses a search can lead to then depends on the theme, and
#   changing the theme loses them without a message.
# In this project: `generator/explainer/engine/search/` has an index of its own, of records and of sections from the HTML.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check mkdocs==1.6.1 mkdocs-material==9.8.2
export NO_MKDOCS_2_WARNING=1
mkdir -p "$work/docs"
cat > "$work/docs/index.md" <<'PAGE'
# The ferry

## Written as Markdown

It leaves at noon.

<section><h2 id="fares">Written as HTML</h2><p>A crossing costs two coins.</p></section>
PAGE
cd "$work"
"$work/venv/bin/pip" list 2> /dev/null | grep -E '^mkdocs(-material)? '
for theme in mkdocs material; do
  printf 'site_name: Ferry\ntheme: {name: %s}\n' "$theme" > mkdocs.yml
  "$work/venv/bin/mkdocs" build -q -d "$work/$theme"
done
"$work/venv/bin/python" - <<'PYTHON'
import json
import sys
from pathlib import Path

entries = {}
for theme in ("mkdocs", "material"):
    index = json.loads(Path(theme, "search/search_index.json").read_text(encoding="utf-8"))
    entries[theme] = [entry["location"] for entry in index["docs"]]
    print(f"  {theme}: {entries[theme]}")
seen = "#fares" not in entries["mkdocs"] and "#fares" in entries["material"]
sys.exit(0 if seen else "no longer so")
PYTHON
