#!/usr/bin/env bash
# mkdocs 1.6.1, `mkdocs build --strict --quiet`.
# Expected: `--quiet` says less, `--strict` fails for a warning; together they fail in silence.
# Seen: with `--quiet` the same site passes. Warnings are counted by a handler of the log, and what quiet filters
#   out is never counted: strictness is switched off by the option that was meant for a tidy log of a CI run.
# Why it matters: a site whose links are promised to lead somewhere would be published with a broken one, by a
#   green run.
# In this project: `generator/explainer/engine/html_site.py` builds strictly, and `generator/explainer/engine/mkdocs_log.py` quietens the
#   build without filtering a warning.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check mkdocs==1.6.1
mkdir -p "$work/docs"
printf 'site_name: Ferry\n' > "$work/mkdocs.yml"
printf '# Ferry\n\nSee the [timetable](timetable.md).\n' > "$work/docs/index.md"
cd "$work"
"$work/venv/bin/mkdocs" --version
code() { if "$work/venv/bin/mkdocs" build "$@" > "$work/log" 2>&1; then echo 0; else echo "$?"; fi; }
strict=$(code --strict)
echo "  mkdocs build --strict: exit code $strict"
sed 's/^/    /' "$work/log"
quiet=$(code --strict --quiet)
echo "  mkdocs build --strict --quiet: exit code $quiet"
sed 's/^/    /' "$work/log"
[ "$strict" = 1 ] && [ "$quiet" = 0 ] || { echo "no longer so"; exit 1; }
