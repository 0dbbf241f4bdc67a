/* Notes beside their passages where there is a margin, in place under their paragraph where there is none.
   The style sheet decides, in --x-way: "margin", "fold", or "inline" (every note open: we stay away). Without this
   file the notes stand, open, after each paragraph. */
(() => {
  "use strict";
  const REST = 300; // ms that the pointer rests on a marker before its note opens
  const LINE = 1.2; // rem, a closed note: as in notes.css
  const AIR = 14; // px under the open note
  const FAR = 110; // px: a note that would stray further from its marker shows its number alone, in a row with others
  const SHARES = 6; // … with at most this many in a row
  const MOVING = 300; // of more notes none moves: too slow
  const { all, byId, make } = explainer;
  const hide = (element, yes) =>
    yes ? element.setAttribute("hidden", "until-found") : element.removeAttribute("hidden");
  const address = (hash) => history.replaceState(history.state, "", location.pathname + location.search + hash);

  /* ---- where notes of the margin stand: arithmetic ---- */
  /* Tops at which no rows overlap and each is as near as may be to where it wants to be: isotonic regression of what is
     wanted less the room taken above (pool adjacent violators). */
  function settle(rows, least, most) {
    const pools = [];
    rows.forEach((row, first) => {
      let pool = { first, at: row.want - row.above, weight: row.notes.length };
      while (pools.at(-1)?.at >= pool.at) {
        const upper = pools.pop(),
          weight = upper.weight + pool.weight;
        pool = { first: upper.first, at: (upper.at * upper.weight + pool.at * pool.weight) / weight, weight };
      }
      pools.push(pool);
    });
    let current = 0;
    rows.forEach((row, index) => {
      while (pools[current + 1]?.first <= index) current += 1;
      row.top = Math.min(Math.max(pools[current].at, least), most) + row.above;
    });
  }
  function rowsOf(notes) {
    const rows = [];
    let above = 0,
      row;
    for (const note of notes) {
      const joins = row && !note.open && !row.open && row.share === note.share && row.notes.length < note.share;
      if (joins && note.want - row.notes[0].want < FAR) row.notes.push(note);
      else {
        row = { share: note.share, open: note.open, notes: [note] };
        rows.push(row);
      }
    }
    for (row of rows) {
      row.above = above;
      row.want = row.notes.reduce((sum, note) => sum + note.want, 0) / row.notes.length;
      row.height = row.notes.length > 1 ? row.notes[0].line : row.notes[0].height;
      above += row.height;
    }
    return rows;
  }
  /* One open note stands beside its marker; the rows above and below make way. */
  function settleAround(rows, one) {
    const pinned = rows.findIndex((row) => row.notes.includes(one));
    if (pinned < 0) return settle(rows, 0, Infinity);
    const open = rows[pinned],
      at = Math.max(open.want - open.above, 0);
    open.top = at + open.above;
    settle(rows.slice(0, pinned), 0, at);
    settle(rows.slice(pinned + 1), at, Infinity);
  }

  /* `notes` in their order, each with `want` and `height` in px and `line`, the height of a number alone. Sets how many
     `share` a row: as if all were closed, so that an open note makes none of the others a number. */
  function share(notes) {
    for (const note of notes) note.share = 1;
    for (let far = notes; far.length; ) {
      const rows = rowsOf(notes);
      settle(rows, 0, Infinity);
      far = rows.flatMap((row) => row.notes.filter((note) => note.share === 1 && Math.abs(row.top - note.want) > FAR));
      for (const note of far) note.share = SHARES;
    }
  }
  /* Sets `top`, and for those that share a row their `column`. */
  function arrange(notes, one) {
    const rows = rowsOf(notes);
    settleAround(rows, one);
    for (const row of rows)
      for (const [column, note] of row.notes.entries())
        Object.assign(note, { top: row.top, column, alone: row.notes.length > 1 });
  }

  /* ---- the notes of one article ---- */
  explainer.annotate = (sheet) => {
    const named = new Map();
    for (const note of all(".x-note", sheet)) {
      const id = note.id.slice(2),
        number = note.querySelector(".x-no");
      named.set(id, {
        id,
        note,
        number,
        ref: byId("r-" + id),
        parts: all(":scope > :not(.x-note-head)", note),
        minor: note.matches(".x-minor"),
        marks: [],
        open: false,
      });
    }
    const notes = [...named.values()];
    for (const mark of all("mark", sheet)) named.get(mark.dataset.note)?.marks.push(mark);
    const of = (element) => {
      const part = element.closest?.(".x-ref, .x-note, mark[data-note]"); // not what the search marks
      return part && named.get(part.dataset.note || part.id.slice(2));
    };
    const shown = (n) => n.ref.getClientRects().length > 0;
    const every = byId("open-all"),
      main = byId("weight-major");
    let way, active, lit, resting, pointer;

    /* What is open, and how that shows. */
    function dress(n) {
      for (const element of [n.note, n.ref, ...n.marks]) element.classList.toggle("is-open", n.open);
      const closed = way !== "inline" && !n.open;
      n.note.classList.toggle("is-line", way === "margin" && closed);
      hide(n.note, (way === "fold" && closed) || (n.minor && main?.checked && !n.asked));
      for (const part of n.parts) hide(part, way === "margin" && closed);
      // Marker and closed note are one stop of the Tab key: the marker. What is open is read with the Tab key.
      if (way === "margin" && closed) n.number.tabIndex = -1;
      else n.number.removeAttribute("tabindex");
      if (way === "inline") n.ref.removeAttribute("aria-expanded");
      else n.ref.setAttribute("aria-expanded", n.open);
      if (n.open) addTools(n);
    }
    function close(n) {
      clearTimeout(resting);
      n.open = false;
      if (active === n) active = null;
      dress(n);
    }
    /* What was asked for by its address, a link or find-in-page stays, with its marker, among the main notes. */
    function ask(n) {
      if (n.asked || !n.minor) return;
      n.asked = true;
      for (const element of [n.note, n.ref, ...n.marks]) element.classList.add("is-asked");
      dress(n);
      measure();
    }
    /* One note at a time in the margin; under a paragraph one at a time too, so that the page moves little. */
    function open(n) {
      if (!every.checked)
        for (const m of notes)
          if (m.open && m !== n && (way === "margin" || m.note.parentNode === n.note.parentNode)) close(m);
      ask(n);
      active = n;
      n.open = true;
      delete n.note.dataset.alone; // to be measured at full width
      dress(n);
      place();
    }
    /* What the pointer or the focus is on. */
    function light(n) {
      if (n === lit) return;
      for (const m of [lit, n])
        if (m) for (const element of [m.note, m.ref, ...m.marks]) element.classList.toggle("is-on", m === n);
      lit = n;
    }

    /* Sizes are read once, then all is placed. */
    function refresh() {
      const before = way;
      way = getComputedStyle(sheet).getPropertyValue("--x-way").trim() || "inline";
      if (way !== before) {
        sheet.classList.toggle("x-margin", way === "margin");
        sheet.classList.add("x-ready");
        if (way === "margin" && !every.checked) for (const n of notes) n.open &&= n === active;
        notes.forEach(dress);
      }
      measure();
      place();
    }
    function measure() {
      if (way !== "margin") return; // where nothing is placed, nothing has to be laid out now
      const top = sheet.getBoundingClientRect().top,
        line = LINE * parseFloat(getComputedStyle(document.documentElement).fontSize);
      for (const n of notes) delete n.note.dataset.alone;
      for (const n of notes) {
        const box = n.ref.getClientRects()[0];
        n.want = box ? (box.top + box.bottom) / 2 - top - 7 : null;
        n.line = line;
        if (way === "margin" && !n.open && box) n.closed = n.note.offsetHeight;
      }
    }
    function place() {
      const laid = way === "margin" ? notes.filter((n) => n.want !== null) : [];
      if (!every.checked) {
        for (const n of laid) n.height = n.closed || n.line;
        share(laid);
      }
      for (const n of laid) if (n.open) n.height = n.note.offsetHeight + AIR;
      arrange(laid, every.checked ? null : active);
      for (const n of laid) {
        if (n.alone) n.note.dataset.alone = "";
        else delete n.note.dataset.alone;
        n.note.style.transform = `translate(calc(${n.column}00% * var(--x-turn)), ${Math.round(n.top)}px)`;
      }
      if (way !== "margin") for (const n of notes) n.note.style.transform = "";
      const last = laid.at(-1);
      sheet.style.minHeight = last ? Math.ceil(last.top + last.height) + "px" : "";
    }

    function unfilter({ kind, party }) {
      if (byId("just-article").checked) (main || byId("weight-all")).click();
      for (const id of ["show-" + kind, "by-" + party]) if (byId(id)?.checked === false) byId(id).click();
    }
    function go(n, block = "nearest") {
      ask(n);
      if (!shown(n)) unfilter(n.note.dataset);
      open(n);
      n.number.focus({ preventScroll: true });
      // In the margin: to the marker, where the note is going, and to the note's end.
      const beside = way === "margin";
      (beside ? n.ref : n.note).scrollIntoView({ block });
      const top = n.ref.getBoundingClientRect().top,
        over = top + n.height - innerHeight;
      if (beside && over > 0) scrollBy(0, Math.min(over, top - 80));
      address("#" + n.note.id);
    }
    function back(n) {
      n.ref.focus({ preventScroll: true });
      n.ref.scrollIntoView({ block: "nearest" });
    }
    function leave(n) {
      // The focus, or the place of a screen reader.
      const inside = [document.activeElement, getSelection().anchorNode].some(
        (part) => n.note.contains(part) || part === n.ref,
      );
      close(n);
      place();
      if (inside) back(n);
      address("");
    }

    /* All in the margin, each beside its passage or as near as the others let it; else under their paragraphs. */
    function openAll() {
      sheet.classList.toggle("x-all", every.checked);
      for (const n of notes) n.open = every.checked && way === "margin";
      active = null;
    }

    function button(text, does) {
      return make("button", { type: "button", className: "x-tool", textContent: text, onclick: does });
    }
    const copier = (text, link) =>
      button(text, ({ target }) => explainer.later("passage").then(() => explainer.copy(target, text, link())));
    function addTools(n) {
      explainer.later("passage");
      if (n.tools) return;
      const { say } = explainer;
      const page = location.href.split(/[?#]/)[0],
        shut = button(say.close, () => leave(n));
      Object.assign(shut, { className: "x-tool x-close", ariaLabel: say.note.replace("%", n.number.textContent) });
      n.number.parentNode.append(shut);
      n.tools = make("p", { className: "x-tools" });
      n.tools.append(
        copier(say.copy, () => `${page}#${n.note.id}`),
        copier(say.passage, () => page + explainer.passageAddress("a-" + n.id, n.marks)),
      );
      n.note.append(n.tools);
    }
    sheet.addEventListener("click", (event) => {
      const { target } = event,
        n = of(target),
        at = (selector) => target.closest(selector);
      if (!n || way === "inline" || event.ctrlKey || event.metaKey || event.shiftKey || at(".x-tool")) return;
      let does;
      if (at(".x-note")) does = at(".is-line") ? go : at(".x-no") && back;
      else if (at(".x-ref") || (!at("a") && !String(getSelection()) && shown(n)))
        does = way === "fold" && n.open ? leave : go;
      if (!does) return;
      event.preventDefault();
      does(n);
    });
    sheet.addEventListener("pointerover", (event) => {
      clearTimeout(resting);
      const n = of(event.target);
      light(n && shown(n) ? n : null);
      const moved = pointer !== event.screenX + " " + event.screenY; // the pointer, not the page under it
      if (n && moved && way === "margin" && event.pointerType === "mouse" && event.target.closest(".x-ref"))
        resting = setTimeout(() => n === active || open(n), REST);
    });
    addEventListener("pointermove", (event) => {
      pointer = event.screenX + " " + event.screenY;
    });
    sheet.addEventListener("focusin", (event) => {
      const n = event.target.matches(":focus-visible") && of(event.target);
      if (n) light(n);
    });
    /* Find-in-page reaches what is folded: then it opens. */
    sheet.addEventListener("beforematch", ({ target }) => {
      const n = of(target);
      if (n && !n.open && way !== "inline") open(n);
    });
    sheet.addEventListener("toggle", (event) => of(event.target)?.open && place(), true); // the open note has grown
    sheet.addEventListener("change", ({ target }) => {
      if (target === every) openAll();
      notes.forEach(dress);
      refresh();
    });
    addEventListener("keydown", (event) => {
      const here = of(document.activeElement),
        n = here?.open ? here : active;
      if (n && event.key === "Escape" && !event.defaultPrevented && way !== "inline") leave(n);
    });
    function follow() {
      const part = byId(decodeURIComponent(location.hash.slice(1))),
        n = sheet.contains(part) && of(part);
      if (n && part === n.note) {
        go(n, "center");
        // … once more when the browser has gone to the fragment itself, which takes the focus away
        if (document.readyState !== "complete")
          addEventListener("load", () => setTimeout(() => n.number.focus({ preventScroll: true })));
      } else if (n) light(n);
    }
    addEventListener("hashchange", follow);

    /* At the start: what was open when the reader left, or what the address asks for. */
    addEventListener("pagehide", () => {
      history.replaceState({ ...history.state, notes: notes.filter((n) => n.open).map((n) => n.id) }, "");
    });
    if (matchMedia("(min-width: 60em)").matches) for (const fold of all(".x-wrong", sheet)) fold.open = true;
    refresh();
    if (every.checked) {
      openAll();
      notes.forEach(dress);
      refresh();
    }
    const kept = history.state?.notes;
    for (const id of kept || []) if (named.has(id)) open(named.get(id));
    if (!kept) follow();
    new ResizeObserver(refresh).observe(sheet);
    // Later: whoever asks for the faces has all styles computed at once.
    setTimeout(() =>
      document.fonts.ready.then(() => {
        refresh();
        if (way !== "margin") return;
        if (notes.length <= MOVING) requestAnimationFrame(() => sheet.classList.add("x-moves"));
        // Chromium (156) prints empty pages after folds that were never laid out in a wide window.
        for (const fold of all("details", sheet)) fold.lastElementChild.getBoundingClientRect();
      }),
    );
  };
})();
