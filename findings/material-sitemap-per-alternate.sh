#!/usr/bin/env bash
# mkdocs-material 9.8.2 (mkdocs 1.6.1), `<link rel="alternate">` in the head of a page, without `extra.alternate`.
# Expected: such links are for machines. A page names its feed by one (`type="application/atom+xml"`, as HTML has it), and
#   the same page in another language (`hreflang`, as search engines ask for). A browser loads neither.
# Seen: for each of them the theme's script asks for a `sitemap.xml` at each view of a page, instant navigation or not,
#   because it takes every `link[rel=alternate]` for the first page of the site in another language. Beside a feed that
#   is the map of the whole site; beside a page deep in the site there is none, and the console reports a 404.
#   `rel="alternate "`, with a space, which HTML takes for the same, is not asked for.
# Why it matters: a page with a feed and `hreflang` for two languages costs three requests that nobody needs, and says
#   of a sound site that a resource failed to load.
# In this project: `generator/explainer/theme/overrides/main.html` writes the space.
# Needs apt with Debian 12, and the libraries of Debian's own chromium.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check mkdocs-material==9.8.2 mkdocs==1.6.1 playwright==1.65.2
version=150.0.7871.100-1~deb12u1
(cd "$work" && apt-get -qq download "chromium=$version" "chromium-common=$version" 2> /dev/null)
for package in "$work"/*.deb; do dpkg -x "$package" "$work/browser"; done
mkdir -p "$work/docs/quay" "$work/theme"
printf '# Ferry\n' > "$work/docs/index.md"
printf '# Quay\n' > "$work/docs/quay/quay.md"
cat > "$work/theme/main.html" <<'HTML'
{% extends "base.html" %}
{% block extrahead %}
<link rel="{{ config.extra.rel }}" type="application/atom+xml" href="{{ 'changes.xml' | url }}">
<link rel="{{ config.extra.rel }}" hreflang="fr" href="{{ ('fr/' ~ page.url) | url }}">
{% endblock %}
HTML
for rel in 'alternate' 'alternate '; do
  cat > "$work/mkdocs.yml" <<YAML
site_name: Ferry
theme: {name: material, custom_dir: theme, font: false}
extra: {rel: '$rel'}
YAML
  "$work/venv/bin/mkdocs" build -q -f "$work/mkdocs.yml" -d "$work/site-${#rel}" 2> /dev/null
done
"$work/venv/bin/python" - "$work" <<'PYTHON'
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import sync_playwright

work, seen = Path(sys.argv[1]), {}


class Server(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


with sync_playwright() as driver:
    browser = driver.chromium.launch(executable_path=work / "browser/usr/lib/chromium/chromium", args=["--no-sandbox"])
    for rel in ("alternate", "alternate "):
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=work / f"site-{len(rel)}"))
        Thread(target=server.serve_forever, daemon=True).start()
        asked = []
        page = browser.new_page()
        base = f"http://127.0.0.1:{server.server_address[1]}/"
        page.on("response", lambda answer: asked.append((answer.url.removeprefix(base), answer.status)))
        page.goto(base + "quay/quay/", wait_until="networkidle")
        seen[rel] = sorted(each for each in asked if each[0].endswith("sitemap.xml"))
        print(f"rel={rel!r}:", *seen[rel])
    browser.close()
expected = {"alternate": [("fr/quay/quay/sitemap.xml", 404), ("sitemap.xml", 200)], "alternate ": []}
sys.exit(0 if seen == expected else "no longer so")
PYTHON
