/* The search: its field, which stands in header.html, opens at once; all else comes when a reader turns to it. */
(() => {
  "use strict";
  const loaded = (what) => (window.explainer?.later ? what() : addEventListener("DOMContentLoaded", what));
  function search() {
    const dialog = document.getElementById("x-search");
    if (!dialog.open) dialog.showModal();
    dialog.firstElementChild.select();
    loaded(() => {
      explainer.later("search");
      explainer.ask?.();
    });
  }
  function opens(event) {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !target.closest) return;
    if (
      key
        ? !/^[/sf]$/.test(key) || target.closest("dialog, textarea, select, [type=search]")
        : !target.closest("#x-search-open")
    )
      return;
    event.preventDefault();
    event.stopPropagation(); // a theme that changes pages in place would follow the link
    search();
  }
  /* Where scripts run, what opens the field is a button. */
  const link = document.getElementById("x-search-open");
  if (link) {
    const { id, className, href } = link;
    const button = Object.assign(document.createElement("button"), { type: "button", id, className, href });
    button.setAttribute("aria-keyshortcuts", "/");
    button.append(...link.childNodes);
    link.replaceWith(button);
  }
  addEventListener("click", opens, true);
  addEventListener("keydown", opens);
  const asks = /[?&]([hq])=./.exec(location.search)?.[1];
  if (asks) loaded(asks === "q" ? search : () => explainer.later("found"));
})();
