#!/usr/bin/env bash
# Chromium 150.0.7871.100 and 156.0.8078.114 as Debian 12 packages them: `* { box-sizing: inherit }`, as many style sheets have it.
# Expected: to move an element costs the same whether the box sizing of what is in it is inherited or said; both give one box.
# Seen: where 2,000 elements get a new `transform`, restyling takes ten to twenty times as long with `inherit` (154 ms against 13,
#   136 against 7), and four times the elements take seven to ten times as long instead of four. Each restyling leaves computed
#   styles behind that are all kept under one key, since the rules are the same and only the parent's style differs, and are looked
#   through one by one. It comes with the second restyling of a page, so a first look does not show it.
# Why it matters: notes in a margin find their places by a transform each; an article with 2,000 of them was busy for seconds.
# In this project: `generator/explainer/theme/assets/explainer.css` says `box-sizing: border-box` for all, over the theme's `inherit`.
# Needs apt with Debian 12 (bookworm and its security updates), and the libraries of Debian's own chromium.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check playwright==1.65.2
for version in 150.0.7871.100-1~deb12u1 156.0.8078.114-1~deb12u1; do
  mkdir "$work/$version"
  (cd "$work" && apt-get -qq download "chromium=$version" "chromium-common=$version" 2> /dev/null)
  for package in "$work"/*.deb; do dpkg -x "$package" "$work/$version"; done
  rm "$work"/*.deb
done
cat > "$work/restyles.py" <<'PYTHON'
import sys

from playwright.sync_api import sync_playwright

SIZES = (500, 2000)
PAGE = (
    '<!doctype html><html lang="en"><title>Ferries</title>'
    "<style>html {{ box-sizing: border-box }} * {{ box-sizing: {} }} aside {{ position: absolute }}</style>{}"
)
NOTE = "<aside><p>A <b>note</b> on <i>ferries</i></p></aside>"
# The least of several, because other programs run as well.
LEAST = """() => {
  const notes = [...document.querySelectorAll('aside')];
  let least = Infinity;
  for (let pass = 0; pass < 4; pass += 1) {
    notes.forEach((note, index) => { note.style.transform = `translate(0, ${index + pass}px)`; });
    const before = performance.now();
    document.body.offsetHeight;
    least = Math.min(least, performance.now() - before);
  }
  return least;
}"""

taken = {}
with sync_playwright() as driver:
    browser = driver.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
    print("Chromium", browser.version)
    for value in ("inherit", "border-box"):
        for size in SIZES:
            page = browser.new_page()
            page.set_content(PAGE.format(value, NOTE * size))
            taken[value, size] = page.evaluate(LEAST)
            page.close()
        print(f"  {value}: " + ", ".join(f"{size} elements {taken[value, size]:.0f} ms" for size in SIZES))
    browser.close()
sys.exit(0 if taken["inherit", SIZES[-1]] > 4 * taken["border-box", SIZES[-1]] else "no longer so")
PYTHON
for version in 150.0.7871.100-1~deb12u1 156.0.8078.114-1~deb12u1; do
  "$work/venv/bin/python" "$work/restyles.py" "$work/$version/usr/lib/chromium/chromium"
done
