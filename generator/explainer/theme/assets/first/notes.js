/* Who asked for more than the main notes, by the address or before, sees them from the first picture on: nothing moves. */
(() => {
  "use strict";
  let asked = new URLSearchParams(location.search).get("show");
  try {
    asked ||= new URLSearchParams(localStorage.getItem("explainer-notes") || "").get("show");
  } catch {} // no storage
  document.documentElement.classList.toggle("x-every", !!asked && !/\bmain\b/.test(asked));
})();
