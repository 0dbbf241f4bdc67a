/* Keeps an open page up to date while `explainer serve` runs: its article is replaced in place, and what is wrong
   stands over it. Never part of a site that is published. */
(() => {
  "use strict";
  const own = document.currentScript;
  const BASE = own.src.replace(/[^/]*$/, "");
  const CLOSED = "explainer-problems-closed";
  let page = own.dataset.page,
    frame = own.dataset.frame,
    assets = null,
    stream = null,
    busy = Promise.resolve();

  /* ---- the page ---- */

  // What the search has found is an article too, and stands before the page's.
  const article = (root) => root.querySelector("main article") ?? root.querySelector("article");
  const paths = (folds) => folds.flatMap((fold, index) => (fold.open ? [fold.id || index] : []));
  const folds = () => [...article(document).querySelectorAll("details")];
  const openMarkers = () => [...document.querySelectorAll(".x-ref[aria-expanded=true]")].map((marker) => marker.id);

  /* Put the new article in the place of the old one, with what the reader had opened and chosen. */
  function swap(html) {
    const old = article(document),
      made = article(new DOMParser().parseFromString(html, "text/html"));
    const open = paths(folds()),
      markers = openMarkers(),
      focused = document.activeElement?.id;
    const chosen = [...old.querySelectorAll("input[id]")].map((box) => [box.id, box.checked]);
    const {
        scrollX,
        scrollY,
        location: { href },
      } = window,
      state = history.state;
    const fixed = document.documentElement.style.scrollBehavior;
    document.documentElement.style.scrollBehavior = "auto";
    old.replaceWith(document.adoptNode(made));
    for (const [index, fold] of folds().entries()) fold.open = open.includes(fold.id || index);
    for (const [id, checked] of chosen) {
      const box = document.getElementById(id);
      if (box) box.checked = checked;
    }
    window.document$?.next(document); // Material's scripts
    document.dispatchEvent(new Event("DOMContentLoaded", { bubbles: true })); // all others, as the browser sends it
    // Notes are laid in a task of their own, which was asked for before this one.
    setTimeout(() => {
      for (const id of markers) {
        const marker = document.getElementById(id);
        if (marker?.getAttribute("aria-expanded") === "false") marker.click();
      }
      for (const [index, fold] of folds().entries()) fold.open = open.includes(fold.id || index);
      history.replaceState(state, "", href);
      document.getElementById(focused)?.focus({ preventScroll: true });
      scrollTo(scrollX, scrollY);
      requestAnimationFrame(() => {
        scrollTo(scrollX, scrollY);
        document.documentElement.style.scrollBehavior = fixed;
      });
    });
  }

  async function update(told) {
    if (page === null) [page, frame] = [told.page, told.frame];
    if (told.page === page) return;
    const answer = await fetch(location.pathname + location.search, { cache: "no-store" });
    const html = await answer.text();
    const [, newest, around] = html.match(/live\.js" data-page="(\w+)" data-frame="(\w*)"/) || [];
    if (!newest || newest === page) return;
    if (!around || around !== frame || !article(document)) return location.reload();
    page = newest;
    swap(html);
  }

  /* ---- what is wrong ---- */

  const host = document.createElement("div");
  const shadow = host.attachShadow({ mode: "open" });
  const look = Object.assign(document.createElement("link"), { rel: "stylesheet", href: BASE + "serving.css" });
  host.id = "explainer-problems";
  let shown = "";

  function part(tag, text, more = {}) {
    return Object.assign(document.createElement(tag), { textContent: text }, more);
  }
  function remembered(value) {
    try {
      if (value !== undefined) sessionStorage.setItem(CLOSED, value);
      return sessionStorage.getItem(CLOSED);
    } catch {
      return null; // storage is switched off
    }
  }
  function item(problem) {
    const section = part("section", "");
    section.className = problem["is-error"] ? "is-error" : "";
    section.append(
      problem.editor
        ? part("a", problem.title, { href: problem.editor, title: "Open in VS Code" })
        : part("b", problem.title),
    );
    section.append(part("pre", problem.text));
    return section;
  }
  function overlay(problems, open) {
    for (const old of [...shadow.children]) if (old !== look) old.remove();
    if (!problems) return;
    const key = JSON.stringify(problems);
    if (!open) {
      const pill = part("button", problems.title, {
        type: "button",
        className: problems["has-errors"] ? "pill is-error" : "pill",
      });
      pill.addEventListener("click", () => {
        remembered("");
        overlay(problems, true);
        shadow.querySelector("header button").focus();
      });
      shadow.append(pill);
      return;
    }
    const box = part("div", "", { className: "problems" });
    box.setAttribute("role", problems["has-errors"] ? "alert" : "status");
    const close = part("button", "Close", { type: "button" });
    close.addEventListener("click", () => {
      remembered(key);
      overlay(problems, false);
    });
    const head = part("header", "");
    head.append(part("h2", problems.title), close);
    box.append(head);
    if (problems["has-errors"])
      box.append(part("p", "What they concern is shown as it last was, and follows when they are mended."));
    box.append(...problems.items.map(item));
    if (problems.more) box.append(part("p", `… and ${problems.more} more; the terminal has them all.`));
    shadow.append(box);
  }
  function tell(problems) {
    const key = JSON.stringify(problems || null);
    if (key === shown) return;
    shown = key;
    overlay(problems, Boolean(problems?.["has-errors"]) && remembered() !== key);
  }
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) shadow.querySelector(".problems header button")?.click();
  });

  /* ---- the stream ---- */

  function hear(event) {
    const told = JSON.parse(event.data);
    tell(told.problems);
    if (assets !== null && told.assets !== assets) return location.reload();
    assets = told.assets;
    busy = busy.then(() => update(told)).catch((error) => console.error("explainer", error));
  }
  function listen() {
    stream?.close();
    stream = null;
    // A browser keeps only a few connections to one host: hidden pages do without.
    if (document.visibilityState === "hidden") return;
    stream = new EventSource(`${BASE}events?page=${encodeURIComponent(location.pathname)}`);
    stream.addEventListener("message", hear);
  }
  function start() {
    shadow.append(look);
    document.documentElement.append(host);
    listen();
    let path = location.pathname;
    window.document$?.subscribe(() => {
      // the theme went to another page without loading it
      if (location.pathname === path) return;
      path = location.pathname;
      page = null;
      listen();
    });
  }
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => stream?.close());
  addEventListener("pageshow", (event) => event.persisted && listen());
  start();
})();
