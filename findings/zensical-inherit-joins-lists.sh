#!/usr/bin/env bash
# zensical 0.0.73 and mkdocs 1.6.1, `INHERIT` in `mkdocs.yml`, where both files name a list under one key.
# Expected: as in MkDocs, whose file it is: mappings are merged, and a list in the file that inherits replaces the other.
# Seen: Zensical joins the two lists. `nav` has the pages of both, and a style sheet that both name is loaded twice. The
#   same happens to `plugins`, `markdown_extensions` and `theme.palette`, where each switch of colours comes twice.
#   And a key without a value, such as `nav:` of a site whose navigation follows from its folders, ends it with a
#   TypeError; MkDocs takes it for an empty one.
# Why it matters: one file that inherits another gives two sites, depending on the engine, and neither says a word.
# In this project: `generator/explainer/engine/mkdocs_file.py` writes settings that inherit nothing.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check zensical==0.0.73 mkdocs==1.6.1
mkdir "$work/docs"
cd "$work"
printf '# Ferry\n' > docs/index.md
printf '# Timetable\n' > docs/timetable.md
printf 'site_name: Ferry\nnav: [{First: index.md}]\n' > base.yml
printf 'INHERIT: base.yml\ntheme: {name: mkdocs}\nnav: [{Second: timetable.md}, {Third: index.md}]\n' > mkdocs.yml
printf 'INHERIT: base.yml\nnav: [{Second: timetable.md}, {Third: index.md}]\n' > zensical.yml
"$work/venv/bin/mkdocs" build -q -d by-mkdocs 2>/dev/null
"$work/venv/bin/zensical" build -f zensical.yml >/dev/null 2>&1
names() { grep -oE '>[[:space:]]*(First|Second|Third)[[:space:]]*<|^[[:space:]]*(First|Second|Third)[[:space:]]*$' "$1" | grep -oE 'First|Second|Third' | sort -u | tr '\n' ' '; }
by_mkdocs=$(names by-mkdocs/timetable/index.html)
by_zensical=$(names site/timetable/index.html)
printf 'site_name: Ferry\nnav:\n' > empty.yml
empty=$("$work/venv/bin/zensical" build -f empty.yml 2>&1 | tail -1) || true
printf 'mkdocs 1.6.1:    %s\nzensical 0.0.73: %s\n  without a value: %s\n' "$by_mkdocs" "$by_zensical" "$empty"
[ "$by_mkdocs" = "Second Third " ] && [ "$by_zensical" = "First Second Third " ] &&
  case $empty in TypeError*) true ;; *) false ;; esac || { echo "no longer so"; exit 1; }
