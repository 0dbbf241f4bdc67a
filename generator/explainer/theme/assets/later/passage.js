/* Copies addresses. That of a passage: its id, and its words as a text fragment (https://wicg.github.io/scroll-to-text-fragment/). */
(() => {
  "use strict";
  const CONTEXT = [3, 6, 12, 24]; // words before and after, as many as it takes
  const WHOLE = 12; // a passage of more words is told by its first and its last
  const UNSAID = "script, style, noscript, template, .x-ref, .headerlink";
  const BLOCK = ".x-text, h1";
  const segments =
    window.Intl?.Segmenter && new Intl.Segmenter(document.documentElement.lang || "en", { granularity: "word" });

  const plain = (nodes) =>
    nodes
      .map((node) => node.data)
      .join("")
      .replace(/[ \t\n\r\f]+/g, " ");
  /* What a browser may take for the same words, and more: case, accents, quotation marks and white space make no difference. */
  const folded = (text) =>
    text
      .normalize("NFKD")
      .replace(/[\p{M}\p{Cf}\s]/gu, "")
      .replace(/[\u2018\u2019\u02bc`]/g, "'")
      .replace(/[\u201c\u201d]/g, '"')
      .toUpperCase();
  /* Of a text on the page, folded once: a page has thousands, and each link looks at all of them. */
  const kept = new WeakMap();
  function foldedNode(node) {
    if (kept.get(node)?.[0] !== node.data) kept.set(node, [node.data, folded(node.data)]);
    return kept.get(node)[1];
  }
  const foldedAll = (nodes) => nodes.map(foldedNode).join("");
  const safe = (text) => encodeURIComponent(text.trim()).replaceAll("-", "%2D");

  function textOf(root) {
    const reject = (node) => (node.matches?.(UNSAID) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, reject),
      found = [];
    while (walk.nextNode()) if (walk.currentNode.nodeType === Node.TEXT_NODE) found.push(walk.currentNode);
    return found;
  }
  const wordsOf = (text) => [...segments.segment(text)].filter((part) => part.isWordLike);
  /* The first words of a text, and its last, with what else stands up to the next white space. */
  function first(text, count) {
    const last = wordsOf(text)[count - 1],
      end = last ? last.index + last.segment.length : text.length;
    return text.slice(0, end) + (/^\S{1,20}(?=\s|$)/.exec(text.slice(end)) || "");
  }
  function last(text, count) {
    const start = wordsOf(text).at(-count)?.index ?? 0;
    return (/(?<=\s|^)\S{1,20}$/.exec(text.slice(0, start)) || "") + text.slice(start);
  }

  /* The directive that leads to these marks and nowhere else first; nothing where no words do. */
  function directive(marks) {
    const page = textOf(document.body),
      inside = (node) => marks.some((mark) => mark.contains(node));
    const from = page.findIndex(inside),
      to = page.findLastIndex(inside);
    const blockOf = (node) => node.parentElement.closest(BLOCK),
      start = blockOf(page[from]),
      end = blockOf(page[to]);
    const between = (low, high, block) => plain(page.slice(low, high).filter((node) => block.contains(node)));
    const before = between(0, from, start),
      after = between(to + 1, page.length, end);
    const head = between(from, to + 1, start),
      tail = between(from, to + 1, end);
    const count = wordsOf(head).length,
      whole = start === end && count <= WHOLE;
    const all = foldedAll(page),
      begins = foldedAll(page.slice(0, from)).length,
      ends = foldedAll(page.slice(0, to + 1)).length;
    for (const size of CONTEXT) {
      const most = start === end ? Math.floor(count / 2) : Infinity,
        some = Math.min(size + 2, most);
      const prefix = last(before, size),
        suffix = first(after, size);
      const opening = whole ? head : first(head, some),
        closing = whole ? "" : last(tail, some);
      const at = begins - folded(prefix).length,
        next = begins + folded(opening).length;
      if (all.indexOf(folded(prefix + opening + (whole ? suffix : ""))) !== at) continue;
      if (closing && all.indexOf(folded(closing + suffix), next) !== ends - folded(closing).length) continue;
      return [prefix.trim() && safe(prefix) + "-", safe(opening), safe(closing), suffix.trim() && "-" + safe(suffix)]
        .filter(Boolean)
        .join(",");
    }
    return "";
  }

  explainer.copy = async (made, text, link) => {
    made.ariaLive = "polite"; // earlier, it would be read out on its own
    try {
      await navigator.clipboard.writeText(link);
      made.textContent = explainer.say.copied;
      setTimeout(() => made.replaceChildren(text), 2500);
    } catch {
      // not allowed, or no secure connection
      prompt(text, link);
    }
  };
  explainer.passageAddress = (id, marks) => {
    const found = segments && directive(marks);
    return `#${id}` + (found ? `:~:text=${found}` : "");
  };
})();
