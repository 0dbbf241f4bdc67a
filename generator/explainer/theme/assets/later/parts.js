/* A list that is split: where an address has only the name of a record, on to its entry; from a part that has it no
   longer, to the first page, which knows all. Without scripts, the name is a link, and so is the first page. */
(() => {
  "use strict";
  const { byId } = explainer;
  function follow() {
    const id = location.hash.slice(1),
      part = id && byId(id),
      up = document.querySelector("a.x-up");
    const on = part ? part.closest(".x-all-names > li")?.querySelector("a").href : id && up && up.href + location.hash;
    if (on) location.replace(on); // the way back does not lead through the list again
  }
  addEventListener("hashchange", follow);
  follow();
})();
