/* Previews, the legend's choices, folds that stay open. */
window.explainer = {
  all: (selector, root = document) => [...root.querySelectorAll(selector)],
  byId: (id) => document.getElementById(id),
  make: (tag, properties) => Object.assign(document.createElement(tag), properties),
  say: document.getElementById("x-words").dataset, // words, in the language of the site: main.html
};
(() => {
  "use strict";
  const { all, byId, make, say } = explainer;
  /* Scripts that few readers need. */
  const base = document.currentScript.src.replace(/[^/]*$/, "later/"),
    asked = {};
  explainer.later = (name) => {
    asked[name] ??= new Promise((onload) => {
      document.head.append(make("script", { src: base + name + ".js", onload }));
    });
    return asked[name];
  };

  /* ---- previews: copies of what stands on the page anyway (WCAG 1.4.13) ---- */
  let box, owner, timer, touch;

  function words(element) {
    const copy = element.cloneNode(true);
    for (const part of all(".x-cite", copy)) part.remove();
    return copy.textContent
      .replace(/\s+/g, " ")
      .replace(/ (?=[.,;:])/g, "")
      .trim();
  }
  /* The words of a source that the note, or a page without notes, quotes for what it says. */
  function quoted(link) {
    const where = link.closest(".x-note, .x-page") || link,
      entries = all("li:has(q), .x-proof", where).filter((entry) => !entry.contains(link));
    return entries.find((entry) => entry.querySelector(`a[href$="${link.hash}"]`))?.querySelector("q");
  }
  /* Name and text of the term, source or context box that a link leads to, if that stands on this page; of a source also
     what of it is quoted, and its own address. */
  function subject(link) {
    if (link.matches(".x-term")) {
      const term = byId(link.getAttribute("aria-details"));
      return term && [words(term), words(term.nextElementSibling)];
    }
    if (link.hash.startsWith("#s-") && link.pathname === location.pathname) {
      const source = byId(decodeURIComponent(link.hash.slice(1)));
      return (
        source && [
          say.source.replace("%", parseInt(link.textContent, 10)),
          words(source) + " " + source.dataset.read,
          quoted(link),
          source.querySelector("a[href^=http]")?.href,
        ]
      );
    }
    const fold = byId("box-" + link.pathname.match(/.*\/context\/([a-z0-9-]+)/)?.[1]);
    return fold && [fold.firstElementChild.dataset.name, words(fold.querySelector("p"))];
  }
  function linkOf(event) {
    const link = event.target.closest?.(".md-content a[href]:not(svg a)"); // a link of a drawing has no path of its own
    return link && !link.closest(".x-sources, .x-defs, .x-context, .is-line") && subject(link) ? link : null;
  }
  function later(what, delay) {
    clearTimeout(timer);
    timer = setTimeout(what, delay);
  }
  function hide() {
    clearTimeout(timer);
    owner?.removeAttribute("aria-describedby");
    box?.remove();
    owner = box = null;
  }
  function show(link, tapped) {
    if (owner === link || !link.isConnected) return;
    hide();
    const part = (tag, textContent, href) => box.append(make(tag, { textContent, dir: "auto", ...(href && { href }) }));
    const [name, text, cited, out] = subject(link);
    box = make("div", { className: "x-peek", id: "x-peek", role: out ? "note" : "tooltip" });
    part("b", name);
    if (cited) box.append(cited.cloneNode(true));
    part("span", text);
    if (out) part("a", say.out, out);
    if (tapped) part("i", out ? say.list : say.tap);
    box.addEventListener("pointerenter", () => clearTimeout(timer));
    box.addEventListener("pointerleave", () => later(hide, 300));
    document.body.append(box);
    // Touching the link, so that the pointer can move over.
    const at = link.getClientRects()[0],
      edge = (link.closest("p, li, dd, aside") || link.parentElement).getBoundingClientRect().right;
    const room = Math.min(edge, document.documentElement.clientWidth - 16) - box.offsetWidth;
    const above = at.bottom + box.offsetHeight + 8 > innerHeight && at.top > box.offsetHeight + 60;
    box.style.left = Math.max(16, Math.min(at.left, room)) + scrollX + "px";
    box.style.top = scrollY + (above ? at.top - box.offsetHeight : at.bottom) + "px";
    link.setAttribute("aria-describedby", "x-peek");
    owner = link;
  }
  addEventListener("pointerover", (event) => {
    const link = event.pointerType === "mouse" && linkOf(event);
    if (link) link === owner ? clearTimeout(timer) : later(() => show(link), 500);
  });
  addEventListener("pointerout", (event) => {
    if (event.pointerType === "mouse" && linkOf(event)) later(hide, 300);
  });
  addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link?.matches(":focus-visible")) later(() => show(link), 500);
    else if (link !== owner && !box?.contains(event.target)) hide();
  });
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !owner) return;
      event.preventDefault(); // the note under it stays open
      hide();
    },
    true,
  );
  addEventListener(
    "pointerdown",
    (event) => {
      touch = event.pointerType === "touch";
    },
    true,
  );
  addEventListener(
    "click",
    (event) => {
      const link = linkOf(event);
      if (link && touch && owner !== link) {
        event.preventDefault();
        show(link, true);
      } else if (!box?.contains(event.target)) hide();
    },
    true,
  );

  /* ---- the legend: the style sheet filters; the choice is kept in the address and in storage ----
     ?show=all  every note, else the main ones; ?show=claim,erratum  all of these kinds, with `main` only the main ones;
     ?show=none  just the article; ?party=V,R  the claims of these sides */
  function legend(sheet) {
    const plain = byId("just-article"),
      main = byId("weight-major"),
      groups = { show: all("input[id^=show-]", sheet), party: all("input[id^=by-]", sheet) };
    const name = (input) => input.id.replace(/^\w+-/, "");

    function apply(values) {
      const asked = (values.get("show") || "main").split(","),
        kinds = groups.show.filter((input) => asked.includes(name(input))),
        sides = values.get("party")?.split(",");
      if (asked.includes("none")) plain.checked = true;
      else if (main && asked.includes("main")) main.checked = true;
      for (const input of groups.show) input.checked = !kinds.length || kinds.includes(input);
      for (const input of groups.party) input.checked = !sides || sides.includes(name(input));
    }
    function tell() {
      const few = !!main?.checked,
        bare = plain.checked,
        off = all("input:not(:checked)", sheet).map(name);
      sheet.classList.toggle("x-main", few);
      for (const { classList, dataset } of all("mark, .x-ref, .x-note, .x-here, .x-context", sheet))
        classList.toggle("x-off", bare || off.includes(dataset.kind) || off.includes(dataset.party));
      for (const term of all(".x-text .x-term", sheet)) term.tabIndex = -(few || bare || off.includes("term"));
      const choice = few ? ".x-note:not(.x-minor)" : ".x-note",
        shown = all(choice + ":not(.x-off)", sheet).length,
        count = all(choice, sheet).length;
      sheet.querySelector(".x-help").textContent =
        bare || shown === count ? "" : say.shown.replace("%1", shown).replace("%2", count);
    }
    function keep() {
      const values = new URLSearchParams(location.search),
        kept = new URLSearchParams(),
        [kinds, sides] = Object.values(groups).map((group) => group.filter((input) => input.checked).map(name)),
        show = kinds.length < groups.show.length ? kinds : [];
      for (const key in groups) values.delete(key);
      if (plain.checked || !kinds.length) kept.set("show", "none");
      else if (main?.checked) show.length && kept.set("show", ["main", ...show].join());
      else if (main || show.length) kept.set("show", show.join() || "all");
      if (sides.length < groups.party.length) kept.set("party", sides.join() || "none");
      const query = [values, kept].map(String).filter(Boolean).join("&").replaceAll("%2C", ",");
      history.replaceState(history.state, "", location.pathname + (query && "?" + query) + location.hash);
      try {
        localStorage.setItem("explainer-notes", kept);
      } catch {} // no storage: the address still has it
      tell();
    }
    let asked = new URLSearchParams(location.search);
    try {
      if (!asked.has("show") && !asked.has("party"))
        asked = new URLSearchParams(localStorage.getItem("explainer-notes") || "");
    } catch {}
    apply(asked);
    tell();
    byId("print-" + new URLSearchParams(location.search).get("print"))?.click();
    sheet.addEventListener("change", (event) => event.target.id === "open-all" || keep());
  }

  /* ---- folds that were open when the reader followed a link are open when they come back: else the place is lost ---- */
  function folds() {
    const details = () => all(".md-content details");
    function reveal() {
      const part = byId(decodeURIComponent(location.hash.slice(1))),
        fold = part?.closest("details:not([open])");
      if (!fold) return;
      fold.open = true; // older browsers do not
      part.scrollIntoView();
    }
    addEventListener("hashchange", reveal);
    reveal();
    for (const index of history.state?.folds || []) if (details()[index]) details()[index].open = true;
    addEventListener("pagehide", () => {
      const open = details().flatMap((fold, index) => (fold.open ? index : []));
      history.replaceState({ ...history.state, folds: open }, "");
    });
  }

  addEventListener("DOMContentLoaded", () => {
    folds();
    if (document.querySelector(".x-sortable")) explainer.later("table");
    if (document.querySelector(".x-all-names, .x-up")) explainer.later("parts");
    if (document.querySelector(".md-content table:not([class])")) explainer.later("wide");
    const sheet = document.querySelector(".x-sheet");
    if (sheet && byId("just-article")) {
      legend(sheet);
      setTimeout(explainer.annotate, 0, sheet); // a phone may paint and answer in between
    }
  });
})();
