/* Moves notes closer; adds nothing that is not on the page. Without it: notes in a margin grid or under their paragraph,
   filters by CSS, terms as links. */
(() => {
  "use strict";
  const wide = matchMedia("(min-width: 76.25em)");
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);

  function annotate(sheet) {
    const notes = all(".x-note", sheet).map((note) => ({
      note,
      ref: byId("r-" + note.id.slice(2)),
      rest: note.querySelector(".x-rest"),
      keyed: !!note.querySelector(".x-reading, .x-ev"),
      marks: all("mark", sheet).filter((mark) => "n-" + mark.dataset.note === note.id),
    }));
    for (const n of notes) {
      const more = document.createElement("button");
      more.type = "button";
      more.className = "x-unfold";
      more.textContent = "more";
      more.setAttribute("aria-label", "more of note " + n.ref.textContent);
      n.note.querySelector(".x-note-head").append(more);
    }
    const of = (element) => {
      const ref = element.closest(".x-ref");
      if (ref) return notes.find((n) => n.ref === ref);
      const note = element.closest(".x-note");
      if (note) return notes.find((n) => n.note === note);
      const mark = element.closest("mark");
      return mark && notes.find((n) => n.marks.includes(mark));
    };
    let active = null;

    /* Margin: every note as near its marker as the others allow, rather below than above it. Neighbours that would
       overlap form a block; a block stands where two thirds of its notes are at or below their markers, or where the
       active note is exactly beside its own (pool adjacent violators, with a quantile for the mean). Where one still
       strays too far, the longest of its block shorten to head and key line. */
    function settle(shown) {
      const blocks = [];
      for (const n of shown) {
        let block = { notes: [[n, 0]], height: (n.short ? n.small : n.full) + 16, at: Math.max(n.want, 0) };
        while (blocks.length && blocks.at(-1).at + blocks.at(-1).height > block.at) {
          const above = blocks.pop();
          const list = above.notes.concat(block.notes.map(([m, y]) => [m, y + above.height]));
          const pinned = list.find(([m]) => m === active);
          const starts = (pinned ? [pinned] : list).map(([m, y]) => m.want - y).sort((a, b) => a - b);
          block = { notes: list, height: above.height + block.height, at: Math.max(starts[(starts.length * 2 / 3) | 0], 0) };
        }
        blocks.push(block);
      }
      return blocks;
    }
    const shorten = (n, yes) => {
      n.note.classList.toggle("is-short", yes);
      if (yes) n.rest.setAttribute("hidden", "until-found");
      else n.rest.removeAttribute("hidden");
    };
    function layout() {
      const laid = wide.matches;
      sheet.classList.toggle("x-laid", laid);
      sheet.style.minHeight = "";
      for (const n of notes) shorten(n, false);
      if (!laid) return;
      const top = sheet.getBoundingClientRect().top;
      const shown = notes.filter((n) => n.note.offsetParent && n.ref.offsetParent);
      for (const n of shown) [n.want, n.full, n.short] = [n.ref.getBoundingClientRect().top - top - 4, n.note.offsetHeight, false];
      for (const n of shown) shorten(n, true);
      for (const n of shown) n.small = n.note.offsetHeight;
      const far = (block) => block.notes.some(([n, y]) => block.at + y - n.want > 150 || n.want - block.at - y > 70);
      const strays = (list) => list.filter(far).flatMap((block) => block.notes.map(([n]) => n));
      for (let crowd; (crowd = strays(settle(shown)).filter((n) => !n.short && n !== active && n.full - n.small > 24)).length;) {
        const keyed = crowd.filter((n) => n.keyed);  // the others shrink to a bare head: only at need
        (keyed.length ? keyed : crowd).reduce((a, b) => (b.full - b.small > a.full - a.small ? b : a)).short = true;
      }
      for (const n of shown.filter((m) => m.short).sort((a, b) => a.keyed - b.keyed)) {
        n.short = false;
        n.short = strays(settle(shown)).includes(n);
      }
      const blocks = settle(shown);
      for (const n of shown) shorten(n, n.short);
      for (const block of blocks) for (const [n, y] of block.notes) n.note.style.top = Math.round(block.at + y) + "px";
      const last = blocks.at(-1);
      if (last) sheet.style.minHeight = Math.ceil(last.at + last.height) + "px";
    }

    /* Narrow: notes closed until asked for, but found by find-in-page where the browser can. */
    function fold() {
      const closed = !wide.matches && !byId("open-all").checked;
      for (const n of notes) {
        if (closed) n.note.setAttribute("hidden", "until-found");
        else n.note.removeAttribute("hidden");
        if (wide.matches) n.ref.removeAttribute("aria-expanded");
        else n.ref.setAttribute("aria-expanded", String(!closed));
      }
    }
    function open(n, yes) {
      if (yes) n.note.removeAttribute("hidden");
      else n.note.setAttribute("hidden", "until-found");
      n.ref.setAttribute("aria-expanded", String(yes));
    }
    function light(n) {
      for (const m of notes) for (const e of [m.note, m.ref, ...m.marks]) e.classList.toggle("is-on", m === n);
    }
    function go(n, block = "nearest") {
      active = n;
      light(n);
      if (wide.matches) layout();
      else open(n, true);
      n.note.tabIndex = -1;
      n.note.focus({ preventScroll: true });
      (wide.matches ? n.ref : n.note).scrollIntoView({ block });  // beside its marker once it has moved there
      history.replaceState(null, "", "#" + n.note.id);
    }

    sheet.addEventListener("click", (event) => {
      if (event.target.closest(".x-no")) {
        const n = of(event.target);
        event.preventDefault();
        n.ref.focus({ preventScroll: true });
        n.ref.scrollIntoView({ block: "nearest" });
        return;
      }
      if (event.target.closest(".x-note.is-short")) {
        active = of(event.target);
        light(active);
        return layout();
      }
      const ref = event.target.closest(".x-ref");
      if (!ref && (event.target.closest("a") || !event.target.closest("mark") || String(getSelection()))) return;
      const n = of(event.target);
      if (!n || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (!wide.matches && n.ref.getAttribute("aria-expanded") === "true") open(n, false), light(null);
      else go(n);
    });
    for (const type of ["pointerover", "focusin"])
      sheet.addEventListener(type, (event) => {
        const n = of(event.target);
        if (n || type === "pointerover") light(n || active);
      });
    sheet.addEventListener("beforematch", (event) => {
      const n = of(event.target);
      if (n && wide.matches) { active = n; light(n); layout(); }
      else if (n) open(n, true);
    });
    sheet.addEventListener("change", (event) => {
      if (event.target.id === "open-all") fold();
      const plain = byId("just-article").checked || !(byId("show-term") || {checked: true}).checked;
      for (const term of all(".x-term", sheet)) plain ? (term.tabIndex = -1) : term.removeAttribute("tabindex");
      layout();
    });
    wide.addEventListener("change", () => { fold(); layout(); });
    new ResizeObserver(layout).observe(sheet.querySelector(".x-after") || sheet);
    new ResizeObserver(layout).observe(sheet);
    if (innerWidth < 960) sheet.querySelector(".x-legend").open = false;
    fold();
    layout();
    const asked = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
    document.fonts.ready.then(() => (asked && sheet.contains(asked) && of(asked) ? go(of(asked), "center") : layout()));
  }

  /* Previews of terms: WCAG 1.4.13. Shown 500 ms after hover or focus, or on the first tap; can be hovered; Escape. */
  function previews() {
    let box, owner, timer;
    const hide = () => {
      clearTimeout(timer);
      if (!owner) return;
      owner.removeAttribute("aria-describedby");
      box.remove();
      owner = null;
    };
    const later = (what, delay) => { clearTimeout(timer); timer = setTimeout(what, delay); };
    function show(link, tapped) {
      const term = byId(link.getAttribute("aria-details"));
      if (!term || owner === link) return;
      hide();
      box = document.createElement("div");
      box.className = "x-peek";
      box.id = "x-peek";
      box.setAttribute("role", "tooltip");
      const name = document.createElement("b"), text = document.createElement("span");
      name.textContent = term.textContent;
      text.textContent = term.nextElementSibling.textContent;
      box.append(name, text);
      if (tapped) box.append(Object.assign(document.createElement("i"), { textContent: "Tap the word again for the glossary." }));
      document.body.append(box);
      const at = link.getClientRects()[0], edge = link.closest("p, li, dd, section").getBoundingClientRect().right;
      const room = Math.min(edge, document.documentElement.clientWidth - 16) - box.offsetWidth;
      const above = at.bottom + box.offsetHeight + 8 > innerHeight && at.top > box.offsetHeight + 60;
      box.style.left = Math.max(16, Math.min(at.left, room)) + scrollX + "px";
      box.style.top = scrollY + (above ? at.top - box.offsetHeight : at.bottom) + "px";
      box.addEventListener("pointerenter", () => clearTimeout(timer));
      box.addEventListener("pointerleave", () => later(hide, 300));
      link.setAttribute("aria-describedby", "x-peek");
      owner = link;
    }
    const term = (event) => event.target.closest && event.target.closest(".x-term");
    document.addEventListener("pointerover", (event) => {
      const link = term(event);
      if (event.pointerType === "mouse" && link) later(() => show(link), 500);
    });
    document.addEventListener("pointerout", (event) => {
      if (event.pointerType === "mouse" && term(event)) later(hide, 300);
    });
    document.addEventListener("focusin", (event) => {
      const link = term(event);
      if (link && link.matches(":focus-visible")) later(() => show(link), 500);
      else if (owner) hide();
    });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
    document.addEventListener("click", (event) => {
      const link = term(event);
      if (link && event.pointerType === "touch" && owner !== link) {
        event.preventDefault();
        show(link, true);
      } else if (!link && owner && !box.contains(event.target)) hide();
    });
  }

  /* Material wraps wide tables in a scroll box that no key reaches. */
  function tables() {
    for (const box of all(".md-typeset__scrollwrap")) {
      if (box.scrollWidth <= box.clientWidth) continue;
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", "Table, scrolls sideways");
    }
  }

  function start() {
    requestAnimationFrame(tables);
    const sheet = document.querySelector(".x-sheet");
    if (sheet && !sheet.dataset.ready) {
      sheet.dataset.ready = "1";
      annotate(sheet);
    }
  }
  previews();
  document.querySelector(".md-search")?.setAttribute("aria-label", "Search");  // Material's dialog has no name
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
