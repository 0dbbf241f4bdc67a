/* While serving: select text of an article, and take the YAML that quotes exactly that. */
(() => {
  "use strict";
  const BASE = document.currentScript.src.replace(/[^/]*$/, "");
  const BLOCKS = "h1#headline, .x-par[id] > .x-text",
    NOT_TEXT = ".x-ref, .headerlink",
    KIND = "explainer-kind";
  const host = document.createElement("div");
  const shadow = host.attachShadow({ mode: "open" });
  const look = Object.assign(document.createElement("link"), { rel: "stylesheet", href: BASE + "serving.css" });
  host.id = "explainer-quote";
  shadow.append(look);

  function part(tag, text, more = {}) {
    return Object.assign(document.createElement(tag), { textContent: text }, more);
  }
  const fragment = (block) => (block.matches("h1") ? "headline" : block.parentNode.id);
  function textOf(range) {
    const copy = range.cloneContents();
    for (const other of copy.querySelectorAll(NOT_TEXT)) other.remove();
    return copy.textContent;
  }
  function within(block) {
    const range = document.createRange();
    range.selectNodeContents(block);
    return range;
  }
  /* Where a selection begins and ends, counted in characters (not in units of UTF-16) of its first and last block. */
  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const all = selection.getRangeAt(0);
    const parts = [...document.querySelectorAll(BLOCKS)].flatMap((block) => {
      if (!all.intersectsNode(block)) return [];
      const range = within(block),
        text = textOf(range),
        before = within(block);
      if (range.comparePoint(all.startContainer, all.startOffset) >= 0)
        range.setStart(all.startContainer, all.startOffset);
      if (range.comparePoint(all.endContainer, all.endOffset) <= 0) range.setEnd(all.endContainer, all.endOffset);
      before.setEnd(range.startContainer, range.startOffset);
      const words = textOf(range),
        offset = [...textOf(before)].length;
      return words.trim() ? [{ block: fragment(block), text, offset, end: offset + [...words].length }] : [];
    });
    if (!parts.length) return null;
    const first = parts[0],
      last = parts.at(-1);
    const article = decodeURIComponent(location.pathname).match(/\/articles\/([^/]+?)(?:\.html|\/)?$/);
    return (
      article && {
        article: article[1],
        first: { block: first.block, text: first.text, offset: first.offset },
        last: { block: last.block, text: last.text, offset: last.end },
      }
    );
  }

  /* ---- the button beside a selection ---- */

  let button = null,
    panel = null;
  function clear() {
    for (const old of [...shadow.children]) if (old !== look) old.remove();
    button = panel = null;
  }
  function offer() {
    if (panel) return;
    clear();
    if (!selected()) return;
    const boxes = getSelection().getRangeAt(0).getClientRects(),
      at = boxes[boxes.length - 1];
    if (!at) return;
    button = part("button", "Quote this", { type: "button", className: "quote" });
    button.setAttribute("aria-keyshortcuts", "Tab");
    button.style.top = `${scrollY + at.bottom + 6}px`;
    button.style.left = `${Math.max(8, Math.min(scrollX + at.right - 40, innerWidth - 130))}px`;
    button.addEventListener("pointerdown", (event) => event.preventDefault()); // the selection stays
    button.addEventListener("click", ask);
    shadow.append(
      part("p", "Text of the article is selected. Press Tab to quote it.", { role: "status", className: "unseen" }),
      button,
    );
  }

  /* ---- the YAML ---- */

  async function ask() {
    const place = selected();
    if (!place) return;
    const before = document.activeElement;
    let told;
    try {
      const answer = await fetch(BASE + "quote", { method: "POST", body: JSON.stringify(place) });
      told = await answer.json();
    } catch {
      told = { why: "The server does not answer." };
    }
    show(told, before);
  }
  function remembered(kind) {
    try {
      if (kind) sessionStorage.setItem(KIND, kind);
      return sessionStorage.getItem(KIND);
    } catch {
      return null; // storage is switched off
    }
  }
  function show({ kinds, why }, before) {
    clear();
    panel = part("div", "", { className: "panel", role: "dialog" });
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-label", "The selection as an annotation");
    const done = part("button", "Close", { type: "button" });
    done.addEventListener("click", () => {
      clear();
      before?.focus?.({ preventScroll: true });
    });
    if (!kinds) {
      panel.append(part("p", why, { role: "alert" }), done);
    } else {
      const kind = part("select", ""),
        yaml = part("textarea", "", { readOnly: true, rows: 10, spellcheck: false });
      const copy = part("button", "Copy", { type: "button", className: "first" }),
        said = part("span", "");
      said.setAttribute("role", "status");
      kind.append(...Object.keys(kinds).map((name) => part("option", name)));
      if (remembered() in kinds) kind.value = remembered();
      kind.setAttribute("aria-label", "Kind of annotation");
      yaml.setAttribute("aria-label", "YAML for annotations.yaml");
      yaml.value = kinds[kind.value];
      kind.addEventListener("change", () => {
        remembered(kind.value);
        yaml.value = kinds[kind.value];
        said.textContent = "";
      });
      copy.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(yaml.value);
          said.textContent = "Copied; paste it into annotations.yaml";
        } catch {
          // not allowed: the keys do it
          yaml.select();
          said.textContent = "Selected; copy it with Ctrl-C";
        }
      });
      const label = part("label", "Kind ");
      label.append(kind);
      panel.append(label, yaml, copy, done, said);
    }
    shadow.append(panel);
    (panel.querySelector("select") || done).focus({ preventScroll: true });
  }

  /* ---- keys: Tab leads from a fresh selection to its button, Escape away ---- */

  addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape" && (panel || button) && !event.defaultPrevented) {
        event.preventDefault();
        panel ? [...panel.querySelectorAll("button")].at(-1).click() : clear();
      } else if (event.key === "Tab" && !event.shiftKey && button && shadow.activeElement !== button) {
        event.preventDefault();
        button.focus({ preventScroll: true });
      }
    },
    true,
  );
  let waiting;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(offer, 120);
  });
  document.documentElement.append(host);
})();
