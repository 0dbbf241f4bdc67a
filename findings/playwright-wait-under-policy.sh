#!/usr/bin/env bash
# playwright 1.65.2 (Python), `page.wait_for_function`, in Chromium 156.0.8078.114 as Debian 12 packages it.
# Expected: an expression that `page.evaluate` accepts is accepted by `wait_for_function` too; whether the page has a
#   content security policy makes no difference, or always the same.
# Seen: on a page with `default-src 'self'` the expression passes where it is true at the first look, and is an
#   `EvalError` where it has to be looked at again. Written as a function, `() => …`, it works in both cases.
# Why it matters: a test that waits passes on a fast machine, where the page is ready already, and fails on a slow one,
#   with a message about the policy of the page under test, which has nothing to do with it.
# In this project: the pages have such a policy (`generator/explainer/engine/policy.py`); tests wait for functions
#   (`tests/markers/test_in_browser.py`).
# Needs apt with Debian 12 (its security updates), and the libraries of Debian's own chromium.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check playwright==1.65.2
version=156.0.8078.114-1~deb12u1
(cd "$work" && apt-get -qq download "chromium=$version" "chromium-common=$version" 2> /dev/null)
for package in "$work"/*.deb; do dpkg -x "$package" "$work/browser"; done
"$work/venv/bin/python" - "$work/browser/usr/lib/chromium/chromium" <<'PYTHON'
import sys
from importlib.metadata import version

from playwright.sync_api import Error, sync_playwright

PAGE = '<!doctype html><html lang="en"><title>Quay</title><p>The ferry leaves.</p>'
POLICY = {"Content-Security-Policy": "default-src 'self'"}
COUNT = "() => { window.frames_seen = 0; const on = () => { frames_seen++; requestAnimationFrame(on); }; on(); }"
NOW, LATER = "document.title === 'Quay'", "frames_seen > {}"
seen = {}
with sync_playwright() as driver:
    browser = driver.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
    print("playwright", version("playwright"), "Chromium", browser.version)
    page = browser.new_page()
    page.route("**/*", lambda route: route.fulfill(body=PAGE, content_type="text/html", headers=POLICY))
    page.goto("http://ferry.example/")
    page.evaluate(COUNT)

    def waits(name, expression):
        try:
            page.wait_for_function(expression)
            seen[name] = "passes"
        except Error as error:
            seen[name] = "EvalError" if "EvalError" in error.message else error.message
        print(f"  {name}: {seen[name]}")

    def later():
        return LATER.format(page.evaluate("frames_seen") + 20)

    waits("expression, true at once", NOW)
    waits("expression, true later", later())
    waits("function, true at once", f"() => {NOW}")
    waits("function, true later", f"() => {later()}")
    browser.close()
sys.exit(0 if list(seen.values()) == ["passes", "EvalError", "passes", "passes"] else "no longer so")
PYTHON
