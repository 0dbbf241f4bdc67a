#!/usr/bin/env bash
# properdocs 1.6.7, the command `properdocs build`, with mkdocs 1.6.1 installed beside it.
# Expected: `import mkdocs` gives the package that is installed under this name, wherever it is written.
# Seen: inside of `properdocs build` it gives the modules of properdocs: a plugin or hook sees `mkdocs.__version__`
#   1.6.7, while `importlib.metadata.version("mkdocs")` says 1.6.1 in the same process. In a Python program that loads
#   a configuration and builds with properdocs itself, `import mkdocs` gives mkdocs. So one plugin runs against two
#   programs, depending on how the build was begun.
# Why it matters: a plugin that asks for the version of MkDocs, or compares classes, gets other answers in a test that
#   builds in the process than on the command line.
# In this project: `generator/explainer/engine/mkdocs_plugin.py` and `generator/explainer/engine/html_site.py` import `mkdocs`; the build is begun
#   from Python.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check \
  properdocs==1.6.7 properdocs-theme-mkdocs==1.6.7 mkdocs==1.6.1
mkdir "$work/docs"
cd "$work"
printf '# Ferry\n' > docs/index.md
printf 'site_name: Ferry\ntheme: {name: mkdocs}\nhooks: [tell.py]\n' > properdocs.yml
cat > tell.py <<'PYTHON'
from importlib.metadata import version


def on_config(config):
    import mkdocs

    print(f"mkdocs is {mkdocs.__name__} {mkdocs.__version__}, installed as {version('mkdocs')}")
PYTHON
by_command=$("$work/venv/bin/properdocs" build -q)
by_program=$("$work/venv/bin/python" -c '
from properdocs.commands.build import build
from properdocs.config import load_config
build(load_config("properdocs.yml"))')
printf 'properdocs 1.6.7\n  by its command:  %s\n  by a program:    %s\n' "$by_command" "$by_program"
[ "$by_command" = "mkdocs is properdocs 1.6.7, installed as 1.6.1" ] &&
  [ "$by_program" = "mkdocs is mkdocs 1.6.1, installed as 1.6.1" ] || { echo "no longer so"; exit 1; }
