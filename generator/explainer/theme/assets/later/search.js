/* The search, once a reader turns to it: the index comes in pieces (engine/search/pieces.py), a few for each search.
   What it holds is text, and is shown as text. */
(async () => {
  "use strict";
  const { make, byId, say } = explainer,
    root = new URL("../../", document.currentScript.src);
  document.head.append(
    make("link", { rel: "stylesheet", href: new URL("search.css", document.currentScript.src).href }),
  );
  await explainer.later("found");
  const { parse, says, near, mark, matches } = explainer.found;
  const AT_ONCE = 10, // results
    WIDEST = 5, // pieces of words that one word may ask for
    LONGEST = 220; // characters of a result's text
  const dialog = byId("x-search"),
    field = dialog.querySelector("input");

  /* ---- the index ---- */
  let head,
    ready,
    pieces = {};
  /* A site that is made to be opened from a disk has the whole index as a script: there a browser reads nothing else. */
  const whole =
    location.protocol === "file:" &&
    new Promise((onload) => {
      const src = new URL("search/from-disk.js", root).href;
      document.head.append(make("script", { src, onload, onerror: onload }));
    });
  async function get(path, how) {
    await whole;
    const ready = window.explainerIndex?.[path];
    if (ready) return ready;
    const answer = await fetch(new URL(path, root), how);
    if (!answer.ok) throw new Error(`${answer.status} ${path}`);
    return answer.json();
  }
  function piece(name) {
    pieces[name] ??= get(`search/${head.folder}/${name}.json`).catch((error) => {
      delete pieces[name];
      throw error;
    });
    return pieces[name];
  }
  async function renew() {
    const now = await get("search/index.json", { cache: "no-cache" });
    if (now.folder === head?.folder) return;
    head = now;
    pieces = {};
    more.textContent = head.say.more;
    away.replaceChildren(
      `${head.say.hint} `,
      make("a", { href: byId("x-search-open").href, textContent: head.say.lists }),
    );
    head.count = 0;
    head.starts = [];
    for (const [size] of head.groups) {
      head.starts.push(head.count);
      head.count += size;
    }
  }
  /* The last of the sorted `firsts` that is not after `value`. */
  function place(firsts, value) {
    let [low, high] = [0, firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
  const groupOf = (number) => head.groups[place(head.starts, number)];

  /* What one word says in each record that has it, in this or another form. */
  async function weigh(word) {
    const found = new Map();
    for (const one of word.any) {
      const alone = word.exact || (one.length < 4 && !word.last), // “the”, “on”: not all that begins so
        stem = alone || one.length < 4 ? one : one.slice(0, Math.max(3, one.length - 3)),
        at = place(head.words, one);
      let [from, to] = [place(head.words, stem), place(head.words, alone ? one : stem + "\uffff")];
      from = Math.max(from, at - WIDEST + 1);
      to = Math.min(to, from + WIDEST - 1);
      const names = Array.from({ length: to - from + 1 }, (_, index) => `w${from + index}`);
      for (const terms of await Promise.all(names.map(piece)))
        for (const term in terms) {
          const close = alone ? +(term === one) : near(term, one);
          if (!close) continue;
          let number = 0;
          for (const step of terms[term]) {
            number += step;
            const level = number % head.levels,
              record = (number - level) / head.levels;
            found.set(record, Math.max(found.get(record) || 0, level * close));
            number -= level;
          }
        }
    }
    return found;
  }
  /* The records with all of the words, or else with most of them, the best first: [number, score]. */
  async function rank(query) {
    const of = await Promise.all(query.words.map(weigh)),
      scores = new Map();
    for (const found of of) {
      const rare = Math.log(1 + head.count / (1 + found.size));
      for (const [record, weight] of found) {
        const [had, score] = scores.get(record) || [0, 0];
        scores.set(record, [had + 1, score + rare * (2 + weight)]);
      }
    }
    let most = 0;
    for (const [had] of scores.values()) most = Math.max(most, had);
    const ranked = [...scores].filter(([, [had]]) => had === most);
    return {
      whole: most === of.length,
      ranked: ranked
        .map(([record, [, score]]) => [record, score * (head.kinds[groupOf(record)[1]][1] || 1)])
        .sort((one, other) => other[1] - one[1] || one[0] - other[0]),
    };
  }
  async function record(number) {
    const at = place(head.records, number);
    return (await piece(`r${at}`))[number - head.records[at]];
  }

  /* ---- what is shown ---- */
  const part = (tag, className, ...nodes) => {
    const made = make(tag, { className });
    made.append(...nodes);
    return made;
  };
  /* The words around the first that was searched for, with all such words marked. */
  function excerpt(text, query) {
    const [first] = matches(text, query);
    let start = 0;
    if (first && text.length > LONGEST && first[0] > LONGEST / 2) {
      start = text.indexOf(" ", first[0] - LONGEST / 3) + 1 || first[0] - 20;
      if (start > first[0]) start = first[0];
    }
    let end = text.length - start > LONGEST ? text.lastIndexOf(" ", start + LONGEST) : text.length;
    if (end <= start) end = start + LONGEST;
    return [start ? "… " : "", ...mark(text.slice(start, end), query), end < text.length ? " …" : ""];
  }
  const hasWords = (text, query) => !matches(text, query).next().done;
  function item(entry, group, query, typed) {
    const [, kind, letter] = group,
      address = new URL(entry.url, root);
    if (address.origin !== root.origin || !address.href.startsWith(root.href)) return null;
    address.searchParams.set("h", typed);
    const link = make("a", { href: address.href }),
      [name, hue, shown] = head.sides[letter] || [];
    if (letter) {
      link.append(make("span", { className: "x-p", textContent: shown, title: name }), " ");
      link.firstChild.dataset.party = letter;
      link.firstChild.dataset.hue = hue;
    }
    link.append(part("bdi", "", ...mark(entry.title, query)));
    const result = part("li", "", part("h3", "", link));
    result.dataset.kind = kind;
    const told = [head.kinds[kind][2], entry.status].filter(Boolean).join(" · ");
    if (told) result.append(part("p", "x-search-mark", told));
    if (entry.quoted) {
      const said = part("p", "x-search-quoted", ...excerpt(entry.quoted, query));
      said.dir = "auto";
      if (entry.lang) said.lang = entry.lang;
      result.append(said);
    }
    const names = (entry.also || []).filter((each) => hasWords(each, query)),
      text = [...(entry.text ? excerpt(entry.text, query) : [])];
    if (text.length) result.append(part("p", "", ...text));
    if (names.length) result.append(part("p", "x-search-also", ...mark(names.join(" · "), query)));
    return result;
  }

  /* ---- asking ---- */
  const status = make("p", { className: "x-search-count" }),
    filters = make("div", { className: "x-search-filters" }),
    list = make("ol", { className: "x-search-results" }),
    more = make("button", { type: "button", hidden: true }),
    away = make("p", { className: "x-search-lists" }),
    body = make("div", { className: "x-search-body" });
  status.setAttribute("role", "status");
  body.append(status, filters, list, more, away);
  dialog.append(body);

  const chosen = { kinds: new Set(), sides: new Set() };
  let turn = 0,
    next = () => {};
  function choice(set, value, label, count) {
    const button = make("button", { type: "button" });
    button.append(...label, ` ${count}`);
    button.setAttribute("aria-pressed", set.has(value));
    button.dataset.choice = value;
    button.onclick = async () => {
      set.has(value) ? set.delete(value) : set.add(value);
      await ask();
      filters.querySelector(`[data-choice="${value}"]`)?.focus();
    };
    return button;
  }
  /* Of each kind and side how many there are, counted over what the other choice leaves. */
  function offer(ranked) {
    const counts = { kinds: {}, sides: {} },
      wants = (set, value) => !set.size || set.has(value);
    const kept = ranked.filter(([number]) => {
      const [, kind, letter] = groupOf(number),
        [byKind, bySide] = [wants(chosen.kinds, kind), wants(chosen.sides, letter)];
      if (bySide) counts.kinds[kind] = (counts.kinds[kind] || 0) + 1;
      if (byKind && letter) counts.sides[letter] = (counts.sides[letter] || 0) + 1;
      return byKind && bySide;
    });
    const group = (label, buttons) => {
      const made = part("div", "", ...buttons);
      made.setAttribute("role", "group");
      made.setAttribute("aria-label", label);
      return made;
    };
    const kinds = Object.keys(head.kinds).filter((kind) => counts.kinds[kind] || chosen.kinds.has(kind)),
      sides = Object.keys(head.sides).filter((letter) => counts.sides[letter] || chosen.sides.has(letter));
    const badge = (letter) => {
      const [name, hue, shown] = head.sides[letter],
        made = make("span", { className: "x-p", textContent: shown });
      made.dataset.hue = hue;
      return [made, ` ${name}`];
    };
    filters.replaceChildren(
      group(
        head.say.kinds,
        kinds.map((kind) => choice(chosen.kinds, kind, [head.kinds[kind][0]], counts.kinds[kind] || 0)),
      ),
      group(
        head.say.sides,
        sides.map((letter) => choice(chosen.sides, letter, badge(letter), counts.sides[letter] || 0)),
      ),
    );
    return kept;
  }
  let timer, asked;
  /* Answer what stands in the field, now. */
  function ask() {
    clearTimeout(timer);
    timer = 0;
    asked = answer();
    return asked;
  }
  /* Until what stands in the field is answered: who types fast does not wait for it. */
  async function settled() {
    if (timer) ask();
    for (let last; last !== asked; ) {
      last = asked;
      await last;
    }
  }
  async function answer() {
    const mine = ++turn,
      typed = field.value.trim(),
      query = parse(typed);
    delete dialog.dataset.answered;
    dialog.classList.toggle("is-asked", query.words.length > 0);
    if (!query.words.length) {
      list.replaceChildren();
      filters.replaceChildren();
      status.textContent = "";
      more.hidden = true;
      dialog.dataset.answered = typed;
      return;
    }
    try {
      ready ??= renew();
      await ready;
      const { ranked, whole } = await rank(query);
      if (mine !== turn) return;
      const kept = offer(ranked);
      await show(mine, kept, whole, query, typed);
    } catch (error) {
      if (mine !== turn) return;
      console.warn("explainer", error);
      ready = undefined;
      list.replaceChildren();
      filters.replaceChildren();
      more.hidden = true;
      status.textContent = location.protocol === "file:" ? say.disk : say.gone;
    }
    dialog.dataset.answered = typed;
  }
  async function show(mine, kept, whole, query, typed) {
    const seen = new Set();
    let at = 0,
      isFirst = true;
    next = async () => {
      const items = [];
      while (items.length < AT_ONCE && at < kept.length) {
        const batch = kept.slice(at, at + AT_ONCE - items.length);
        at += batch.length;
        const entries = await Promise.all(batch.map(([number]) => record(number)));
        if (mine !== turn) return;
        const scored = entries
          .map((entry, index) => [entry, batch[index]])
          .filter(([entry]) => {
            const words = [entry.title, entry.text, entry.quoted, ...(entry.also || [])].join(" · ");
            const fits = !seen.has(entry.url) && query.phrases.every((phrase) => says(words, phrase));
            if (fits) seen.add(entry.url);
            return fits;
          });
        for (const [entry, [number]] of scored) {
          const made = item(entry, groupOf(number), query, typed);
          if (made) items.push(made);
        }
      }
      if (isFirst) {
        list.replaceChildren(...items);
        body.scrollTop = 0;
      } else list.append(...items);
      isFirst = false;
      more.hidden = at >= kept.length;
      const isAll = more.hidden || !query.phrases.length,
        count = more.hidden || query.phrases.length ? list.children.length : kept.length;
      if (!list.children.length) status.textContent = head.say.none;
      else
        status.textContent =
          (whole ? "" : `${head.say.some} `) +
          (isAll ? head.say.count : head.say.least).replace("%", count.toLocaleString(document.documentElement.lang));
      return items[0];
    };
    await next();
  }

  /* ---- field and keys ---- */
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  more.onclick = async () => (await next())?.querySelector("a").focus();
  dialog.onclick = ({ target }) => {
    if (target === dialog || target === dialog.children[1]) dialog.close();
  };
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault(); // what was typed stays for the next time
      dialog.close();
    }
    const links = [...list.querySelectorAll("a")],
      at = links.indexOf(document.activeElement),
      step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.target === field && (event.key === "Enter" || step === 1)) {
      event.preventDefault();
      settled().then(() => list.querySelector("a")?.[step ? "focus" : "click"]());
    } else if (step && at >= 0) {
      event.preventDefault();
      (links[at + step] || (step === 1 ? links[at] : field)).focus();
    }
  });
  list.addEventListener("click", (event) => event.target.closest("a") && setTimeout(() => dialog.close()));
  /* Each time the search is opened, it may be another index: one that was published since, or made after an edit. */
  explainer.ask = () => {
    ready = renew();
    return ask();
  };
  field.value ||= new URLSearchParams(location.search).get("q") || "";
  explainer.ask(); // what was typed meanwhile
})();
