/* Lets the search find what was edited since the page was loaded, while `explainer serve` runs: the theme reads its
   index once, and keeps it in a worker. Loaded before the theme's script. Never part of a site that is published. */
(() => {
  "use strict";
  const INDEX = new URL("../search/search_index.json", document.currentScript.src);
  const READY = 1; // what the theme's worker answers when it has taken up an index
  const Theirs = window.Worker;
  let worker = null,
    given = null,
    known = "",
    busy = Promise.resolve();

  window.Worker = class extends Theirs {
    postMessage(message, ...others) {
      if (message?.data?.docs && message.data.config) [worker, given] = [this, message];
      super.postMessage(message, ...others);
    }
  };

  function ask(field) {
    // Words that are asked for again are not looked up again.
    const words = field.value;
    for (const value of ["", words]) {
      field.value = value;
      field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    }
  }
  async function renew(field) {
    if (!worker) return;
    const answer = await fetch(`${INDEX}?known=${known}`, { cache: "no-store" });
    if (answer.status !== 200) return;
    const { docs } = await answer.json();
    const isFirst =
      known === "" &&
      docs.length === given.data.docs.length &&
      JSON.stringify(docs) === JSON.stringify(given.data.docs);
    known = answer.headers.get("X-Index");
    if (isFirst) return;
    const taken = new Promise((resolve) => {
      const hear = ({ data }) => {
        if (data?.type !== READY) return;
        worker.removeEventListener("message", hear);
        resolve();
      };
      worker.addEventListener("message", hear);
    });
    Theirs.prototype.postMessage.call(worker, { ...given, data: { ...given.data, docs } });
    await taken;
    if (field.value) ask(field);
  }
  addEventListener("focusin", ({ target }) => {
    if (!target.matches?.("[data-md-component=search-query]")) return;
    busy = busy.then(() => renew(target)).catch((error) => console.error("explainer", error));
  });
})();
