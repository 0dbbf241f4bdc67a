/* What the search takes for one word, as engine/search/words.py does; and the words searched for, marked on the page that
   a result leads to. */
(() => {
  "use strict";
  const ALIKE = Object.fromEntries([
    ...[..."'‘’‚‛‹›ʼ´`′＇"].map((mark) => [mark, "'"]),
    ...[..."-‐‑‒–—―−"].map((dash) => [dash, "-"]),
    ...[..."\u200b\u2060\ufeff"].map((space) => [space, space === "\u200b" ? " " : ""]),
    ...[..."\u00ad\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069"].map((unseen) => [unseen, ""]),
    ...[..."łøđðıςىةکی"].map((letter, at) => [letter, "loddiσيهكي"[at]]),
    ...Object.entries({ ß: "ss", æ: "ae", œ: "oe", þ: "th" }),
  ]);
  const KNOWN = new RegExp(`[${Object.keys(ALIKE).join("").replace("-", "")}-]`, "g"),
    ACCENTS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g,
    LETTER = "[\\p{L}\\p{N}\\p{M}]",
    TOKEN = new RegExp(`\\p{Nd}+(?:[.,:]\\p{Nd}+)+|${LETTER}+(?:'${LETTER}+)*`, "gu"),
    UNSPACED =
      /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u309f\u30a1-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;
  /* Before accents go, a letter stays one character; as it is printed, a word has marks that folding takes away. */
  const PRINTED = new RegExp(
    `\\p{Nd}+(?:[.,:]\\p{Nd}+)+|(?:${LETTER}|[\\u00ad\\u200c\\u200d\\u2060\\ufeff])+(?:['‘’‚‛‹›ʼ´\`′＇]${LETTER}+)*`,
    "gu",
  );
  const alike = (text) => text.replace(KNOWN, (char) => ALIKE[char]);
  const fold = (text) => alike(alike(text.toLowerCase()).normalize("NFKD").replace(ACCENTS, "").normalize("NFC"));
  const tokens = (text) => fold(text).match(TOKEN) || [];

  /* ---- what is typed: words in quotation marks stand in that order, the others anywhere ---- */
  const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]?/g;
  function parse(query) {
    const words = [],
      phrases = [];
    const add = (text, exact) => {
      for (const token of tokens(text)) {
        const runs = token.match(UNSPACED);
        if (runs) {
          for (const run of runs) {
            const letters = [...run];
            phrases.push(run);
            if (letters.length < 2) words.push({ any: [run], exact: false, run });
            letters.slice(1).forEach((letter, at) => {
              words.push({ any: [letters[at] + letter], exact: true, run });
            });
          }
          for (const rest of token.split(UNSPACED)) if (rest) words.push({ any: [rest], exact });
        } else words.push({ any: [...alternatives(token)], exact });
      }
    };
    add(
      query.replace(QUOTED, (_, inner) => {
        add(inner, true);
        if (!inner.match(UNSPACED)) phrases.push(" " + tokens(inner).join(" ").replaceAll("'", "") + " ");
        return " ";
      }),
      false,
    );
    if (words.length) words[words.length - 1].last = true; // perhaps not yet typed to its end
    return { words, phrases };
  }
  function alternatives(token) {
    const whole = token.replaceAll("'", ""),
      at = token.indexOf("'"),
      found = new Set([whole]);
    if (at > 0 && at < 3 && token.length - at > 3) found.add(token.slice(at + 1).replaceAll("'", ""));
    const bare = whole.match(/^(?:[وفبك]?ال|لل)(.{3,})$/)?.[1];
    if (bare) found.add(bare);
    return found;
  }
  /* Whether a text has the words in that order; where no space parts words, whether it has those characters. */
  const says = (text, phrase) =>
    phrase[0] === " "
      ? ` ${tokens(text).join(" ").replaceAll("'", "")} `.includes(phrase)
      : fold(text).includes(phrase);

  /* ---- how near a word of the index is to one that is typed: the same, a longer one, or another form of it ---- */
  const ENDINGS = new Set(
    (
      "s es ed d ing er ers y ies e n en ern em a u i o ow om ami ach ie iem ego emu ej ych ym ymi owi owie os as x ne ns nes is " +
      "а у і и е о ю я є ь ом ем єм ам ям ах ях ою ею єю ів ів ов ев ами ями ові еві ого его ому ему ии ая ое ее ые ие их им ими " +
      "оі іи ією ою ых ым ыми еи ы ова ову овом іям іях ия ию ии иеи иями иях " +
      "в ла ло ли ти ть"
    ).split(" "),
  );
  /* A consonant that another takes the place of before an ending: Козинка, in Козинці; Polish Kozinka, w Kozince. */
  const SOFTENED = [..."кгх"].map((hard, at) => [hard, ["ці", "зі", "сі"][at]]).concat([["k", "ce"]]);
  const isEnding = (tail) => !tail || ENDINGS.has(tail);
  const softened = (one, other) =>
    SOFTENED.some(
      ([hard, soft]) =>
        one.startsWith(hard) && isEnding(one.slice(1)) && other.startsWith(soft) && isEnding(other.slice(2)),
    );
  function near(term, word) {
    if (term === word) return 1;
    if (word.length > 1 && term.startsWith(word)) return 0.5 + (0.4 * word.length) / term.length;
    let same = 0;
    while (same < word.length && term[same] === word[same]) same++;
    for (let stem = same; stem > same - 3 && stem > 2; stem--) {
      const [ours, theirs] = [word.slice(stem), term.slice(stem)];
      if (softened(ours, theirs) || softened(theirs, ours)) return 0.6;
      if (stem < 4 && ours.length + theirs.length > 2) continue;
      if (isEnding(ours) && isEnding(theirs)) return 0.6;
    }
    return 0;
  }

  /* ---- which of the words of a text were searched for, each as [start, end] ---- */
  function* matches(text, { words, phrases }) {
    const runs = phrases.filter((phrase) => phrase[0] !== " ");
    for (const { index, 0: printed } of text.matchAll(PRINTED)) {
      const folded = fold(printed),
        run = runs.find((each) => folded.includes(each));
      if (run) {
        const at = folded.length === printed.length ? folded.indexOf(run) : 0;
        yield [index + at, index + (folded.length === printed.length ? at + run.length : printed.length)];
        continue;
      }
      const terms = [...alternatives(folded)];
      const hit = words.some(
        (word) =>
          !word.run &&
          word.any.some((one) =>
            terms.some((term) =>
              word.exact ? term === one : near(term, one) || (one.length > 3 && term.length > 7 && term.includes(one)),
            ),
          ),
      );
      if (hit) yield [index, index + printed.length];
    }
  }
  function mark(text, query) {
    const parts = [];
    let done = 0;
    for (const [start, end] of matches(text, query)) {
      parts.push(text.slice(done, start), explainer.make("mark", { textContent: text.slice(start, end) }));
      done = end;
    }
    return [...parts, text.slice(done)];
  }
  explainer.found = { fold, tokens, alternatives, parse, says, near, matches, mark };

  /* ---- on the page that a result leads to ---- */
  const MOST = 400;
  function markPage() {
    const asked = new URLSearchParams(location.search).get("h"),
      content = document.querySelector(".md-content");
    if (!asked || !content) return;
    const query = parse(asked),
      texts = [];
    query.words = query.words.filter((word) => word.run || word.any.some((one) => one.length > 2));
    const walk = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    while (walk.nextNode())
      if (!walk.currentNode.parentElement.closest("script, style, svg, .x-ref, .x-cite, .x-found"))
        texts.push(walk.currentNode);
    let marked = 0;
    for (const text of texts) {
      for (const [start, end] of [...matches(text.data, query)].reverse()) {
        if (marked++ > MOST) return;
        const range = document.createRange();
        range.setStart(text, start);
        range.setEnd(text, end);
        range.surroundContents(explainer.make("mark", { className: "x-found" }));
      }
    }
  }
  markPage();
})();
