/* The search finds a word in whatever form its apostrophe is typed. The index has one form (engine/search_words.py);
   here what is typed is given that form on its way to the theme's worker, and the field keeps what the reader typed. */
(() => {
  "use strict";
  const QUERY = 2; // the message with which the theme asks its worker
  const OTHERS = "['‘‛ʼʻ´`′＇]",
    INSIDE = new RegExp(`([\\p{L}\\p{N}\\p{M}])${OTHERS}(?=[\\p{L}\\p{N}])`, "gu");

  const send = window.Worker?.prototype.postMessage;
  if (send)
    window.Worker.prototype.postMessage = function (message, ...others) {
      const asks = message?.type === QUERY && typeof message.data === "string";
      const folded =
        asks &&
        message.data
          .normalize("NFC")
          .replace(/[\u00ad\u2060\ufeff]/g, "")
          .replace(INSIDE, "$1’");
      return send.call(this, asks ? { ...message, data: folded } : message, ...others);
    };

  /* On the page that a result leads to, the theme marks the words found; here those that are printed in another form. */
  (() => {
    const words = (new URLSearchParams(location.search).get("h") || "").split(" ").filter((word) => word.includes("’"));
    const content = document.querySelector(".md-content");
    if (!words.length || !content) return;
    const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replaceAll("’", OTHERS));
    const wanted = new RegExp(escaped.join("|"), "giu"),
      texts = [];
    const walk = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) if (!walk.currentNode.parentElement.closest("script, style")) texts.push(walk.currentNode);
    for (const text of texts) {
      for (const { index, 0: word } of [...text.data.matchAll(wanted)].reverse()) {
        const range = document.createRange(),
          found = document.createElement("mark");
        found.dataset.mdHighlight = "";
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        range.surroundContents(found);
      }
    }
  })();
})();
